"""Deliveries: agreed, ordered, built by the worker, answered by the e-archive."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import Error, connection, transaction
from django.test import Client
from django.urls import reverse

from boards.access.enums import Role
from boards.shared.clock import today
from boards.shared.refusals import Refused
from cases.case.actions import reopen_case
from cases.case.models import Case
from minutes.archive.handlers import build_delivery
from minutes.archive.sip import deliveries
from minutes.archive.sip.deliveries import Answered, Terms, delivered_cases
from minutes.archive.sip.enums import Answer, SipState
from minutes.archive.sip.models import SipPackage
from tests.factories import approvals as make
from tests.factories import registers
from tests.minutes.archive.sip.test_sip import case  # noqa: F401  a fixture

TERMS = Terms("AVTAL-1", "Nämnden", "212000-0001", "Alby kommun", "212000-0002")


@pytest.fixture
def agreed(case: Case) -> Case:  # noqa: F811  the fixture
    deliveries.save_agreement(board=case.board, terms=TERMS, by=None)
    return case


def ordered(of: Case) -> SipPackage:
    return deliveries.order_sip(board=of.board, case=of, year=None, by=None)


def built(of: Case) -> SipPackage:
    package = ordered(of)
    make.work_off()
    package.refresh_from_db()
    assert package.state == SipState.BUILT, package.fault
    return package


def answered(package: SipPackage, answer: Answer, note: str = "") -> None:
    said = Answered(answer, "REF-1", today(), note)
    deliveries.note_receipt(package=package, said=said, by=None)


def test_order_when_nothing_is_agreed_then_refused(
    case: Case,  # noqa: F811  the fixture
) -> None:
    with pytest.raises(Refused) as no:
        ordered(case)
    assert [one.code for one in no.value.refusals] == ["sip.no_agreement"]


def test_order_when_the_worker_ran_then_the_agreement_is_in_the_package(
    agreed: Case,
) -> None:
    package = built(agreed)
    assert (package.version, package.name.endswith(".zip")) == (1, True)
    content = package.file.read()
    assert b"AVTAL-1" in content
    assert b"212000-0002" in content


def test_order_when_waiting_then_no_second_and_the_worker_may_run_twice(
    agreed: Case,
) -> None:
    package = ordered(agreed)
    with pytest.raises(Refused):
        ordered(agreed)
    make.work_off()
    package.refresh_from_db()
    build_delivery(package.pk)
    again = SipPackage.objects.get(pk=package.pk)
    assert (again.file_id, again.built_at) == (package.file_id, package.built_at)


def test_build_when_something_came_between_then_its_page_says_what(
    agreed: Case,
) -> None:
    package = ordered(agreed)
    reopen_case(case=agreed, reason="Nytt kom in.", by=None)
    make.work_off()
    package.refresh_from_db()
    assert package.state == SipState.FAILED
    assert package.fault
    assert package.file is None


def test_build_when_a_file_was_changed_then_the_worker_goes_on_and_says_so(
    agreed: Case,
) -> None:
    package = ordered(agreed)
    file = agreed.documents.order_by("act_number").first().file
    default_storage.delete(file.path)
    default_storage.save(file.path, ContentFile(b"x" * file.size))
    make.work_off()
    package.refresh_from_db()
    assert package.state == SipState.FAILED
    assert "0001" in package.fault


@pytest.mark.law("R-02")
def test_receipt_when_accepted_then_the_case_is_delivered(agreed: Case) -> None:
    package = built(agreed)
    assert delivered_cases([agreed.pk]) == set()
    answered(package, Answer.ACCEPTED)
    assert delivered_cases([agreed.pk]) == {agreed.pk}
    with pytest.raises(Refused):
        answered(package, Answer.REFUSED, "Nej.")


@pytest.mark.law("R-02")
def test_receipt_when_refused_then_not_delivered_and_a_new_version_can_be_built(
    agreed: Case,
) -> None:
    package = built(agreed)
    with pytest.raises(Refused) as no:
        answered(package, Answer.REFUSED)
    assert no.value.refusals[0].code == "sip.refused_without_note"
    answered(package, Answer.REFUSED, "METS saknar avtal.")
    assert delivered_cases([agreed.pk]) == set()
    assert built(agreed).version == 2


def test_receipt_when_of_tomorrow_or_of_what_is_not_built_then_refused(
    agreed: Case,
) -> None:
    package = ordered(agreed)
    said = Answered(Answer.ACCEPTED, "R", today() + timedelta(1))
    with pytest.raises(Refused) as no:
        deliveries.note_receipt(package=package, said=said, by=None)
    found = {one.code for one in no.value.refusals}
    assert found == {"sip.not_built", "sip.answered_tomorrow"}


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE minutes_sippackage SET name = 'x'",
        "DELETE FROM minutes_sippackage",
        "UPDATE minutes_sipreceipt SET answer = 'refused'",
        "DELETE FROM minutes_sipreceipt",
        "DELETE FROM minutes_archiveagreement",
        (
            "INSERT INTO minutes_sippackage (board_id, version, state, name, fault,"
            " ordered_at) SELECT board_id, 9, 'ordered', '', '', now()"
            " FROM minutes_sippackage LIMIT 1"
        ),
    ],
)
def test_delivery_when_changed_in_plain_sql_then_refused(
    agreed: Case, sql: str
) -> None:
    answered(built(agreed), Answer.ACCEPTED)
    with pytest.raises(Error), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)


def test_pages_when_the_archivist_delivers_then_from_agreement_to_receipt(
    case: Case,  # noqa: F811  the fixture
) -> None:
    client = Client()
    client.force_login(registers.role(case.board, Role.ARCHIVIST))
    shown = client.get(reverse("sip-list")).content.decode()
    assert case.dnr in shown
    client.post(
        reverse("sip-agreement", args=[case.board.slug]),
        {
            "agreement": "AVTAL-7",
            "creator": "Nämnden",
            "creator_number": "212000-0001",
            "submitter": "Alby kommun",
            "submitter_number": "212000-0002",
        },
    )
    assert "AVTAL-7" in client.get(reverse("sip-list")).content.decode()
    answer = client.post(reverse("sip-case", args=[case.pk]))
    package = SipPackage.objects.get()
    assert answer.url == package.get_absolute_url()
    make.work_off()
    page = client.get(package.get_absolute_url()).content.decode()
    package.refresh_from_db()
    assert package.file.sha256 in page
    got = client.get(reverse("sip-file", args=[package.pk]))
    assert b"".join(got.streaming_content) == package.file.read()
    said = {"answer": "refused", "reference": "R-1", "answered_on": f"{today()}"}
    again = client.post(package.get_absolute_url(), said)
    assert again.status_code == 200
    assert 'value="R-1"' in again.content.decode()
    client.post(package.get_absolute_url(), said | {"note": "METS saknas."})
    page = client.get(package.get_absolute_url()).content.decode()
    assert "METS saknas." in page
    assert reverse("sip-case", args=[case.pk]) in page


def test_pages_when_the_package_is_of_another_board_then_not_found(
    agreed: Case,
) -> None:
    package = built(agreed)
    client = Client()
    client.force_login(registers.role(registers.board("xy"), Role.ARCHIVIST))
    for name in ("sip-detail", "sip-file"):
        assert client.get(reverse(name, args=[package.pk])).status_code == 404
    assert client.post(reverse("sip-case", args=[agreed.pk])).status_code == 404
