"""Ours, altered or foreign: told of every kind of file, and of every byte."""

import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from django.conf import settings as conf
from django.test import override_settings
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from boards.shared.clock import now
from boards.shared.issued.enums import IssuedKind
from boards.shared.issued.models import IssuedDocument
from boards.shared.paper.pdf import render_pdf
from boards.shared.paper.tree import Document, SignatureBlock, SignatureField
from boards.shared.seal.authority import load_authority
from boards.shared.seal.installing import Installing, make_certificate
from boards.shared.seal.pades import Signing, sign_pdf
from boards.shared.seal.setup import own_keeper
from minutes.approval.models import Approval
from minutes.dispatch.models import Extract
from minutes.item.actions import mark_item_secret
from minutes.verification import reading
from minutes.verification.enums import Problem, Verdict
from minutes.verification.queries import check_code, check_file
from minutes.verification.reading import Reading
from tests.boards.shared.seal.keys.files import write_key
from tests.factories import approvals, publications
from tests.factories import meetings as make
from tests.minutes.verification.conftest import bytes_of

pytestmark = pytest.mark.django_db


def a_form() -> bytes:
    """A foreign document with an empty signature field."""
    block = SignatureBlock("Namn", (SignatureField("field", "Chef", "Eva Öman"),))
    return render_pdf(Document(title="Avtal", kind="", organ="", blocks=(block,)))


def foreign_signed(folder: object) -> bytes:
    signing = Signing("field", "Eva Öman", "Chef", now())
    return sign_pdf(a_form(), signing, load_authority(folder)).pdf


def test_document_when_it_is_of_any_kind_and_revision_then_identical(
    extract: Extract,
) -> None:
    approvals.taken_down(extract.approval)
    approvals.work_off()
    rows = IssuedDocument.objects.all()
    assert {row.kind for row in rows} >= {
        IssuedKind.MINUTES,
        IssuedKind.EXTRACT,
        IssuedKind.SUMMONS,
        IssuedKind.CERTIFICATE,
    }
    for row in rows:
        answer = check_file(bytes_of(row))
        assert (answer.verdict, answer.found.row) == (Verdict.IDENTICAL, row)
        assert len(answer.signatures) == row.revision
        assert all(one.holds and one.is_ours for one in answer.signatures)
        assert answer.found.is_newest == (row.kind != "minutes" or row.revision == 3)


def test_minutes_when_checked_then_who_signed_as_what_and_when(
    approval: Approval,
) -> None:
    answer = check_file(approval.document.read())
    assert [one.role for one in answer.signatures] == [
        "Sekreterare",
        "Ordförande",
        "Justerande",
    ]
    assert answer.found.minutes.source_id == approval.pk
    assert answer.found.row.items_label == "1–3"
    assert {one.municipality for one in answer.found.appeals} == {"Alby", "Berga"}


def test_minutes_when_the_key_changed_since_then_still_ours_and_for_trial(
    approval: Approval, tmp_path: Path
) -> None:
    content = approval.document.read()
    key = write_key(tmp_path / "key.pem", ec.generate_private_key(ec.SECP256R1()))
    with override_settings(SIGNING_KEY=f"file:{key}"):
        installing = Installing(own_keeper(), "Exempel kommun", "Exempel kommun")
        make_certificate(Path(conf.SIGNING_DIR), installing, now(), 10)
        key.unlink()
        ours = check_file(content).signatures
        altered = check_file(b"\n".join((content, b"% more"))).signatures
        foreign = reading.read_foreign(content).signatures
    for found in (ours, altered, foreign):
        assert [(one.is_ours, one.is_trial, one.holds) for one in found] == [
            (True, True, True)
        ] * 3


@pytest.fixture
def in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reads nothing of what is foreign: a process for each example takes too long."""
    monkeypatch.setattr(
        "minutes.verification.queries.read_foreign", lambda _content: Reading()
    )


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.data())
def test_byte_when_changed_anywhere_then_never_identical(
    approval: Approval, in_this_process: None, data: st.DataObject
) -> None:
    content = bytearray(approval.document.read())
    place = data.draw(st.integers(0, len(content) - 1))
    content[place] ^= data.draw(st.integers(1, 255))
    answer = check_file(bytes(content))
    assert answer.verdict != Verdict.IDENTICAL
    assert answer.whole <= place


@pytest.mark.parametrize("share", [0.05, 0.5, 0.9, 0.99])
def test_byte_when_changed_then_the_document_is_named_and_altered(
    approval: Approval, share: float
) -> None:
    content = bytearray(approval.document.read())
    content[int(len(content) * share)] ^= 1
    answer = check_file(bytes(content))
    assert answer.verdict == Verdict.ALTERED
    assert answer.found.row.source_id == approval.pk


def test_revision_when_appended_then_the_whole_part_is_told(approval: Approval) -> None:
    content = approval.document.read()
    extra = b"\n7 0 obj<</Type/Page>>endobj\nstartxref\n0\n%%EOF\n"
    answer = check_file(content + extra)
    assert (answer.verdict, answer.extra) == (Verdict.APPENDED, len(extra))
    assert [one.holds for one in answer.signatures] == [True] * 3
    assert answer.found.row.sha256 == approval.document.sha256


def test_revision_when_appended_to_an_early_one_then_altered(
    approval: Approval,
) -> None:
    answer = check_file(approval.sealed.read() + b"\n%%EOF\n")
    assert answer.verdict == Verdict.ALTERED
    assert answer.found.row.revision == 0
    assert answer.whole == approval.sealed.size


def resaved(content: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    target = BytesIO()
    with pikepdf.open(BytesIO(content)) as pdf:
        change(pdf)
        pdf.save(target)
    return target.getvalue()


def test_page_when_swapped_then_altered_and_signatures_do_not_hold(
    approval: Approval,
) -> None:
    def swap(pdf: pikepdf.Pdf) -> None:
        pdf.pages.reverse()

    answer = check_file(resaved(approval.document.read(), swap))
    assert answer.verdict == Verdict.ALTERED
    assert answer.found.row.source_id == approval.pk
    assert not any(one.holds for one in answer.signatures)


def test_signature_when_moved_to_another_file_then_altered_without_document(
    approval: Approval,
) -> None:
    """The signature's own bytes, put into the field of a document of somebody's."""
    with (
        pikepdf.open(BytesIO(approval.document.read())) as ours,
        pikepdf.open(BytesIO(a_form())) as theirs,
    ):
        signed = next(f for f in ours.Root.AcroForm.Fields if "/V" in f)
        theirs.Root.AcroForm.Fields[0].V = theirs.copy_foreign(signed.V)
        target = BytesIO()
        theirs.save(target)
    answer = check_file(target.getvalue())
    assert (answer.verdict, answer.found) == (Verdict.ALTERED, None)
    assert [one.holds for one in answer.signatures] == [False]


def test_foreign_file_when_signed_then_signature_holds_but_is_not_ours(
    tmp_path: object,
) -> None:
    answer = check_file(foreign_signed(tmp_path))
    assert (answer.verdict, answer.problem) == (Verdict.FOREIGN, Problem.NONE)
    [said] = answer.signatures
    assert (said.name, said.role, said.holds) == ("Eva Öman", "Chef", True)
    assert not said.is_ours


def test_foreign_file_when_not_signed_then_foreign() -> None:
    answer = check_file(approvals.a_pdf("Reklam"))
    assert (answer.verdict, answer.signatures) == (Verdict.FOREIGN, ())


def encrypted() -> bytes:
    target = BytesIO()
    with pikepdf.open(BytesIO(approvals.a_pdf())) as pdf:
        pdf.save(target, encryption=pikepdf.Encryption(owner="a", user="b"))
    return target.getvalue()


def bomb() -> bytes:
    """Streams packed in streams, a gigabyte of noughts when all are unpacked."""
    data = zlib.compress(b"\0" * (1 << 30), 9)
    head = b"%PDF-1.7\n1 0 obj<</Type/ObjStm/N 100000/First 9/Filter/FlateDecode"
    xref = b"\nstartxref\n9\n%%EOF\n"
    size = b"/Length " + str(len(data)).encode()
    return head + size + b">>stream\n" + data + b"\nendstream endobj" + xref


def nested() -> bytes:
    deep = b"[" * 200_000
    return b"%PDF-1.7\ntrailer<</Root " + deep + b">>\nstartxref\n9\n%%EOF\n"


def loop() -> bytes:
    return (
        b"%PDF-1.7\nxref\n0 1\n0000000000 65535 f \n"
        b"trailer<</Size 1/Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF\n"
    )


@pytest.mark.parametrize(
    ("made", "problem"),
    [
        (lambda: b"GIF89a", Problem.NOT_PDF),
        (lambda: b"\x00", Problem.NOT_PDF),
        (encrypted, Problem.ENCRYPTED),
        (lambda: b"%PDF-1.7\n", Problem.BROKEN),
        (lambda: approvals.a_pdf()[:-900], Problem.BROKEN),
        (nested, Problem.BROKEN),
        (loop, Problem.BROKEN),
        (bomb, Problem.BROKEN),
        (lambda: b"%PDF-1.7\n" + b"%%EOF\n" * 100_000, Problem.BROKEN),
    ],
)
def test_hostile_file_then_an_answer_in_time(
    made: Callable[[], bytes], problem: Problem
) -> None:
    answer = check_file(made())
    assert (answer.verdict, answer.problem) == (Verdict.UNREADABLE, problem)


def test_hostile_file_when_it_takes_too_long_then_told_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reading, "TIMEOUT", 0.01)
    assert check_file(approvals.a_pdf()).problem == Problem.TOO_SLOW


def test_files_when_too_many_at_once_then_told_to_come_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reading, "WAIT", 0.01)
    turns = [reading._turns.acquire(), reading._turns.acquire()]
    assert all(turns)
    assert check_file(approvals.a_pdf()).problem == Problem.BUSY
    reading._turns.release(2)


@pytest.mark.law("P-11")
def test_extract_when_issued_then_sealed_by_whoever_attests_it(
    extract: Extract,
) -> None:
    content = extract.document.read()
    row = IssuedDocument.objects.get(sha256=extract.document.sha256)
    answer = check_file(content)
    [said] = answer.signatures
    assert (said.name, said.role) == (str(extract.certified_by), row.signers[0]["role"])
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    assert row.printed_code in text
    assert f"/verifiera/{row.printed_code}/" in text
    assert check_code(row.code).found.row == row


def test_secret_minutes_when_held_or_asked_by_code_then_nothing_is_told() -> None:
    meeting = approvals.decided()
    item = approvals.items_of(meeting)[0]
    mark_item_secret(item=item, legal_ground="OSL 21:1", by=None)
    approval = approvals.signed(meeting, items=[item])
    approvals.work_off()
    row = IssuedDocument.objects.get(sha256=approval.document.sha256)
    assert check_code(row.code) is None
    for content in (approval.document.read(), approval.document.read() + b"\n%%EOF\n"):
        answer = check_file(content)
        assert answer.is_closed
        assert (answer.found, answer.signatures) == (None, ())


def test_minutes_when_not_published_yet_then_nothing_is_told() -> None:
    approval = approvals.sealed()
    row = IssuedDocument.objects.get(sha256=approval.document.sha256)
    assert check_code(row.code) is None
    answer = check_file(approval.document.read())
    assert (answer.verdict, answer.is_closed) == (Verdict.IDENTICAL, True)


def test_masked_copy_when_checked_then_known_and_no_name_by_code() -> None:
    meeting = approvals.decided()
    who = make.attendance(meeting, "Lindqvist").person
    who.is_protected = True
    who.save()
    publications.published(meeting)
    copy = IssuedDocument.objects.get(kind=IssuedKind.PUBLIC_COPY)
    answer = check_file(bytes_of(copy))
    assert (answer.verdict, answer.found.row) == (Verdict.IDENTICAL, copy)
    last = IssuedDocument.objects.filter(kind=IssuedKind.MINUTES).last()
    told = check_code(last.code)
    assert [one.name for one in told.signatures] == ["", "", ""]
    assert all(one.role for one in told.signatures)
