"""The archive: what goes in, that it is whole, and who is refused."""

import json
from datetime import date
from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse

from boards.shared.clock import at, local
from boards.shared.refusals import Refused
from boards.shared.seal.pades import verify_pdf
from boards.shared.seal.reports import Level
from boards.shared.seal.setup import own_authority
from minutes.approval.models import Approval
from minutes.archive import actions, contents
from minutes.archive.contents import collect, file_safe
from minutes.archive.models import ArchivePackage
from minutes.archive.package import (
    CHECKSUMS,
    METADATA,
    SEALED,
    SIGNED,
    faults,
    pack,
    unpack,
)
from minutes.dispatch.actions import dispatch_extracts
from tests.factories import approvals as make
from tests.factories.items import model_meeting

NOON = local(date(2020, 9, 29), 12)
SPACE = {"a": "urn:justera:arkivpaket:1"}


@pytest.fixture
def approval(db: None) -> Approval:
    """The model's minutes: sent out, posted, taken down."""
    approval = make.approved_on(NOON, model_meeting(make.a_pdf()))
    item = approval.items.filter(recipients__isnull=False).first()
    with at(NOON):
        dispatch_extracts(item=item, by=approval.meeting.secretary)
    make.taken_down(make.posted(approval, NOON))
    make.work_off()
    return approval


def built(approval: Approval) -> ArchivePackage:
    archivist = make.with_role(approval.board, "archivist", "arkivarie")
    actions.order_package(approval=approval, by=archivist)
    make.work_off()
    return ArchivePackage.objects.get()


@pytest.mark.law("S-06")
def test_package_when_built_then_holds_the_signed_pdf_byte_for_byte(
    approval: Approval,
) -> None:
    package = built(approval)
    files = unpack(package.package.read())
    assert files[SIGNED].startswith(approval.document.read())
    assert {one.level for one in verify_pdf(files[SIGNED], own_authority())} == {
        Level.LTA
    }
    assert files[SEALED] == approval.sealed.read()
    [appendix] = [name for name in files if name.startswith("bilagor/")]
    stored = approval.items.get(appendices__isnull=False).appendices.get()
    assert files[appendix] == stored.document.file.read()
    assert {"anslag/bevis-alby.pdf", "anslag/bevis-berga.pdf"} <= files.keys()
    assert package.ordered_by.username == "arkivarie"


def test_package_when_built_then_metadata_tells_who_what_and_when(
    approval: Approval,
) -> None:
    root = ET.fromstring(collect(approval)[METADATA])
    minutes = root.find("a:protokoll", SPACE)
    assert minutes.get("justerat") == "2020-09-29"
    assert len(minutes.findall("a:underskrift", SPACE)) == 3
    assert len(minutes.findall("a:paragraf", SPACE)) == 4
    days = {
        (row.get("uppsatt"), row.get("nedtaget"))
        for row in root.findall("a:anslag", SPACE)
    }
    assert days == {("2020-09-29", "2020-10-21")}
    assert root.find("a:expediering", SPACE).get("lage") == "delivered"


def test_package_when_built_then_history_is_in_order(approval: Approval) -> None:
    events = json.loads(collect(approval)["historik.json"])
    codes = [event["code"] for event in events]
    order = ["meeting.closed", "approval.frozen", "approval.approved", "notice.posted"]
    assert sorted(order, key=codes.index) == order


def test_package_when_made_twice_then_the_same_bytes_but_for_the_stamp(
    approval: Approval, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contents, "archived", lambda one: one.document.read())
    assert pack(collect(approval)) == pack(collect(approval))


def test_build_when_carried_out_twice_then_one_package(approval: Approval) -> None:
    package = built(approval)
    assert actions.build_package(approval=approval) == package


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda files: files | {SIGNED: files[SIGNED] + b" "}, "changed: "),
        (lambda files: files | {"extra.txt": b"x"}, "not listed: extra.txt"),
        (lambda files: {k: v for k, v in files.items() if k != SEALED}, "missing: "),
    ],
)
def test_verify_when_something_was_changed_then_found(
    approval: Approval, change: object, fault: str
) -> None:
    files = unpack(pack(collect(approval)))
    damaged = pack(change({k: v for k, v in files.items() if k != CHECKSUMS}))
    damaged_files = unpack(damaged) | {CHECKSUMS: files[CHECKSUMS]}
    found = faults(rezipped(damaged_files))
    assert any(one.startswith(fault) for one in found)


def rezipped(files: dict[str, bytes]) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()


def test_verify_when_no_zip_then_said() -> None:
    assert faults(b"inget") == ["the file is no readable zip"]


def test_verify_when_signature_is_not_ours_then_found(approval: Approval) -> None:
    files = collect(approval)
    found = actions.verify_package(pack(files | {SIGNED: files[SEALED]}))
    assert found == [f"{SIGNED}: a signature is not valid"]


@pytest.mark.django_db
@pytest.mark.law("R-01")
def test_order_when_notices_are_up_then_refused_with_the_boards() -> None:
    approval = make.posted(make.approved_on(NOON), NOON)
    with pytest.raises(Refused, match=r"archive.notice_up"):
        actions.order_package(approval=approval, by=None)
    make.taken_down(approval)
    with pytest.raises(Refused, match=r"archive.no_certificate"):
        actions.order_package(approval=approval, by=None)


@pytest.mark.django_db
def test_order_when_not_approved_then_refused() -> None:
    with pytest.raises(Refused, match=r"archive.not_approved"):
        actions.order_package(approval=make.sealed(), by=None)


def test_order_when_ordered_or_built_then_refused(approval: Approval) -> None:
    actions.order_package(approval=approval, by=None)
    with pytest.raises(Refused, match=r"archive.ordered_already"):
        actions.order_package(approval=approval, by=None)
    make.work_off()
    with pytest.raises(Refused, match=r"archive.built_already"):
        actions.order_package(approval=approval, by=None)


def test_package_when_changed_in_plain_sql_then_refused(approval: Approval) -> None:
    built(approval)
    with connection.cursor() as cursor:
        for sql in (
            "UPDATE minutes_archivepackage SET built_at = now()",
            "DELETE FROM minutes_archivepackage",
        ):
            with pytest.raises(DatabaseError), transaction.atomic():
                cursor.execute(sql)


def test_page_when_archivist_builds_then_package_can_be_fetched_and_checked(
    approval: Approval, client: Client
) -> None:
    client.force_login(make.with_role(approval.board, "archivist", "arkivarie"))
    url = reverse("archive-order", args=[approval.pk])
    assert url in client.get(reverse("archive-list")).content.decode()
    client.post(url)
    make.work_off()
    package = ArchivePackage.objects.get()
    page = client.get(reverse("archive-list")).content.decode()
    assert package.package.sha256 in page
    fetched = client.get(reverse("archive-package", args=[package.pk]))
    assert actions.verify_package(fetched.content) == []
    checked = client.post(reverse("archive-verify", args=[package.pk]), follow=True)
    assert "alert-success" in checked.content.decode()


def test_page_when_secretary_then_sees_but_cannot_build(
    approval: Approval, client: Client
) -> None:
    client.force_login(approval.meeting.secretary)
    assert client.get(reverse("archive-list")).status_code == 200
    response = client.post(reverse("archive-order", args=[approval.pk]))
    assert response.status_code == 403


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("rapport 2020.pdf", "rapport-2020.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\mina\\fil.docx", "fil.docx"),
    ],
)
def test_name_when_it_has_folders_then_only_the_last_part(name: str, safe: str) -> None:
    assert file_safe(name) == safe
