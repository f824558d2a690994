"""Signed documents, what is published of them, their packages, when tampered with."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection
from django.test import override_settings
from django.test.utils import CaptureQueriesContext

from boards.integrity.checks import Fault, checks
from boards.integrity.inspecting import inspect
from boards.integrity.seals import seal_history
from boards.shared.clock import at, local
from boards.shared.files import store_file
from boards.shared.models import StoredFile
from boards.shared.seal.authority import load_authority
from boards.shared.seal.pades import archive_timestamp
from minutes.approval.models import Approval, Signature
from minutes.archive import actions as archive
from minutes.archive.models import ArchivePackage
from minutes.archive.package import pack, unpack
from minutes.publication.models import PublishedItem
from tests.factories import approvals as make
from tests.factories import meetings
from tests.factories.items import model_meeting
from tests.factories.tampering import past_triggers

pytestmark = pytest.mark.django_db

NOON = local(date(2020, 9, 29), 12)


@pytest.fixture(autouse=True)
def signing_dir(tmp_path: Path) -> Iterator[None]:
    with override_settings(SIGNING_DIR=tmp_path):
        yield


@pytest.fixture
def approval() -> Approval:
    """The model's minutes: approved, published, posted, taken down, archived."""
    approval = make.approved_on(NOON, model_meeting(make.a_pdf()))
    make.taken_down(make.posted(approval, NOON))
    make.work_off()
    archivist = make.with_role(approval.board, "archivist", "arkivarie")
    archive.order_package(approval=approval, by=archivist)
    make.work_off()
    return approval


def faults(name: str) -> list[Fault]:
    (check,) = (check for check in checks if check.name == name)
    return inspect(check).faults


def codes(name: str) -> list[str]:
    return [fault.code.removeprefix("integrity.") for fault in faults(name)]


def overwrite(stored: StoredFile, content: bytes) -> None:
    """Change the bytes on disk and leave the row."""
    default_storage.delete(stored.path)
    default_storage.save(stored.path, ContentFile(content))


def point_to(table: str, column: str, content: bytes) -> None:
    """Keep other bytes properly and point the row to them, past the triggers."""
    stored = store_file(content, "application/pdf")
    past_triggers(f"UPDATE {table} SET {column} = %s", [stored.pk])


def test_world_when_nobody_cheated_then_every_check_is_without_fault(
    approval: Approval,
) -> None:
    with at(NOON):
        seal_history()
        found = {check.name: inspect(check) for check in checks}
    wrong = {name: result.faults for name, result in found.items() if result.faults}
    assert not wrong
    assert found["signatures"].looked["documents"] == 1
    assert found["signatures"].looked["signatures"] == Signature.objects.count()
    assert found["publication"].looked["published"] == 1
    assert found["packages"].looked["packages"] == 1


@pytest.mark.law("S-05")
def test_signatures_when_a_byte_of_the_document_is_changed_then_minutes_are_named(
    approval: Approval,
) -> None:
    pdf = approval.document.read()
    place = pdf.index(b"stream") + 40
    overwrite(approval.document, pdf[:place] + b"X" + pdf[place + 1 :])
    found = faults("signatures")
    assert {fault.where for fault in found} == {
        f"{approval.board} 2020-09-29 §§ {approval.items_label}"
    }
    assert "integrity.minutes_replaced" in {fault.code for fault in found}


def test_signatures_when_a_signature_is_cut_off_then_who_signed_is_named(
    approval: Approval,
) -> None:
    first, *_others, last = Signature.objects.order_by("revision__size")
    point_to("minutes_approval", "document_id", first.revision.read())
    [fault] = faults("signatures")
    assert fault.code == "integrity.signature_missing"
    assert last.approver.name in fault.values["signers"]


def test_signatures_when_something_is_added_after_the_last_then_is_found(
    approval: Approval, tmp_path: Path
) -> None:
    stranger = load_authority(tmp_path / "stranger")
    added = archive_timestamp(approval.document.read(), stranger, NOON)
    point_to("minutes_approval", "document_id", added)
    assert codes("signatures") == ["minutes_changed"]


def test_signatures_when_made_by_another_authority_then_do_not_hold(
    approval: Approval, tmp_path: Path
) -> None:
    with override_settings(SIGNING_DIR=tmp_path / "another"):
        assert codes("signatures") == ["signature_broken"]


def test_signatures_when_one_was_never_recorded_then_is_found(
    approval: Approval,
) -> None:
    last = Signature.objects.order_by("signed_at").last()
    past_triggers("DELETE FROM minutes_evidencefile WHERE signature_id = %s", [last.pk])
    past_triggers("DELETE FROM minutes_signature WHERE id = %s", [last.pk])
    assert codes("signatures") == ["signature_unrecorded"]


def test_signatures_when_the_document_is_gone_then_says_so(approval: Approval) -> None:
    default_storage.delete(approval.document.path)
    assert codes("signatures") == ["minutes_unreadable"]


@pytest.mark.law("D-16")
@pytest.mark.parametrize(
    ("attack", "expected"),
    [
        (
            "UPDATE minutes_publishedminutes SET html = html || '<p>Avslag.</p>'",
            ["published_words"],
        ),
        (
            "UPDATE minutes_publishedminutes SET source_id = 999",
            ["published_without_source"],
        ),
        (
            "UPDATE minutes_publishedminutes SET pdf_sha256 = repeat('a', 64)",
            ["published_other_document", "published_file_unknown"],
        ),
        (
            "UPDATE minutes_publishedminutes SET is_secret = true",
            ["published_secret"],
        ),
        ("UPDATE minutes_publishedminutes SET html = '<b>' || html || '</b>'", []),
    ],
)
def test_publication_when_minutes_are_changed_then_is_told_from_its_source(
    approval: Approval, attack: str, expected: list[str]
) -> None:
    past_triggers(attack)
    assert codes("publication") == expected


def test_publication_when_an_item_is_changed_then_that_one_is_named(
    approval: Approval,
) -> None:
    item = PublishedItem.objects.order_by("number").last()
    past_triggers(
        "UPDATE minutes_publisheditem SET html = '<p>Bifall.</p>' WHERE id = %s",
        [item.pk],
    )
    [fault] = faults("publication")
    assert fault.where.endswith(f"§ {item.number}")
    assert fault.code == "integrity.published_words"


def test_publication_when_signed_document_is_exchanged_then_is_found(
    approval: Approval,
) -> None:
    point_to("minutes_approval", "document_id", b"%PDF-1.7 annat")
    found = codes("publication")
    assert set(found) == {"published_other_document"}


@pytest.mark.law("S-06")
def test_packages_when_one_is_replaced_by_a_whole_one_then_history_tells(
    approval: Approval,
) -> None:
    """The forger makes a package whose own list is right."""
    package = ArchivePackage.objects.get().package
    files = unpack(package.read())
    files.pop("checksummor.sha256")
    files["historik.json"] = b"[]"
    point_to("minutes_archivepackage", "package_id", pack(files))
    assert codes("packages") == ["package_replaced"]


@pytest.mark.law("S-06")
def test_packages_when_bytes_on_disk_are_changed_then_the_file_is_named(
    approval: Approval,
) -> None:
    package = ArchivePackage.objects.get().package
    content = package.read()
    place = content.index(b"approval.frozen")
    overwrite(package, content[:place] + b"X" + content[place + 1 :])
    [fault] = faults("packages")
    assert fault.code == "integrity.package_damaged"
    assert str(approval.board) in fault.where


def test_packages_when_the_file_is_no_package_then_says_so(approval: Approval) -> None:
    overwrite(ArchivePackage.objects.get().package, b"nothing")
    assert codes("packages") == ["package_damaged"]


def test_checks_when_there_are_more_minutes_then_each_costs_the_same() -> None:
    counts = []
    for slug in ("ett", "tva", "tre"):
        board = meetings.board_with_roster(slug=slug)
        make.approved_on(NOON, make.decided(meetings.planned(board)))
        make.work_off()
        with CaptureQueriesContext(connection) as asked:
            assert codes("signatures") == codes("publication") == []
        counts.append(len(asked))
    assert counts[2] - counts[1] == counts[1] - counts[0] <= 12
