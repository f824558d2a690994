"""Deliveries to an e-archive: whole, the same each time, readable without us."""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Callable
from datetime import date
from itertools import count
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from hypothesis import given
from hypothesis import strategies as st

from boards.shared.clock import at, local
from boards.shared.files import store_file
from boards.shared.refusals import Refused
from cases.case.actions import close_case
from cases.case.models import Case
from cases.document.enums import DocumentKind
from cases.preservation.actions import Looked, keep
from cases.preservation.enums import Outcome
from cases.preservation.rules import Seen
from cases.secrecy.actions import mark_secret
from minutes.approval.models import Approval
from minutes.archive import actions as packing
from minutes.archive.sip import actions, mets
from minutes.archive.sip.collecting import agreement_of, of_case
from minutes.archive.sip.facts import Agreement, safe_name
from minutes.archive.sip.resuming import Altered
from minutes.archive.sip.writing import write_package
from minutes.archive.sip.xml import ERMS, METS, PREMIS, XLINK
from minutes.dispatch.actions import dispatch_extracts
from tests.factories import approvals as make
from tests.factories import cases as diary
from tests.factories import registers
from tests.factories.items import model_meeting
from tests.minutes.archive.sip.checker import faults

NOON = local(date(2020, 9, 29), 12)
SPACES = {"mets": METS, "premis": PREMIS, "erms": ERMS}
# No content twice: what a test does to a file is no other test's.
serial = count()
NAMES = [
    "Rapport å ä ö.pdf",
    "../../etc/passwd",
    "CON.txt",
    'a<b>:"|?*.pdf',
    "\N{GRINNING FACE}.pdf",
    "x" * 251 + ".pdf",
    ".",
]

# A handling that is no PDF/A, and the copy beside it.
COPIED = ["avtal.docx", "avtal-pdfa.pdf"]


def copied(content: str) -> Looked:
    """A look at a file that came to a copy."""
    word = Seen("fmt/412", "Microsoft Word for Windows 2007 onwards")
    tool = "LibreOffice 7.4.7.2"
    return Looked(word, Outcome.CONVERTED, copy=content.encode(), tool=tool)


@pytest.fixture
def case(db: None) -> Case:
    """A closed ärende: a handling of each kind of name, one empty, one with a copy."""
    found = diary.case()
    for number, name in enumerate(NAMES):
        content = b"" if number == 1 else f"%PDF {next(serial)}".encode()
        one = diary.document(
            found,
            file=store_file(content, "application/pdf"),
            file_name=name,
            kind=DocumentKind.LETTER,
        )
        # The first is looked at when it is packed, the others were before.
        if number:
            fit = Looked(Seen("fmt/477", "PDF/A"), Outcome.FIT)
            keep(document=one, number=1, looked=fit)
    written = store_file(f"PK {next(serial)}".encode(), "application/zip")
    letter = diary.document(found, file=written, file_name=COPIED[0])
    keep(document=letter, number=1, looked=copied(f"%PDF copy {next(serial)}"))
    close_case(case=found, by=None)
    found.refresh_from_db()
    return found


@pytest.fixture
def approval(db: None) -> Approval:
    """The model's minutes: sent out, posted, taken down, in their package."""
    found = make.approved_on(NOON, model_meeting(make.a_pdf()))
    item = found.items.filter(recipients__isnull=False).first()
    with at(NOON):
        dispatch_extracts(item=item, by=found.meeting.secretary)
    make.taken_down(make.posted(found, NOON))
    make.work_off()
    archivist = make.with_role(found.board, "archivist", "arkivarie")
    packing.order_package(approval=found, by=archivist)
    make.work_off()
    return found


def unpacked(package: Path, folder: Path) -> Path:
    with ZipFile(package) as archive:
        archive.extractall(folder)
        roots = {name.split("/")[0] for name in archive.namelist()}
    assert roots == {package.stem}
    return folder / package.stem


@pytest.mark.law("R-04")
def test_case_when_built_then_every_file_is_listed_with_its_checksum(
    case: Case, tmp_path: Path
) -> None:
    package = actions.build_case(case=case, folder=tmp_path, by=None)
    root = unpacked(package, tmp_path / "ut")
    assert faults(root) == []
    data = root / "representations" / "rep1" / "data"
    assert sum(path.is_file() for path in data.rglob("*")) == len(NAMES + COPIED)
    for path in root.rglob("*"):
        assert path.name.isascii()
        assert len(path.name) <= 80
    erms = ET.parse(root / "metadata" / "descriptive" / "ERMS.xml")
    titles = [one.get("name") for one in erms.iterfind(".//erms:appendix", SPACES)]
    assert titles == NAMES + COPIED
    assert erms.findtext(".//erms:objectId", namespaces=SPACES) == case.dnr


@pytest.mark.law("R-04")
def test_case_when_built_twice_then_the_same_bytes(case: Case, tmp_path: Path) -> None:
    built = []
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        path = write_package(of_case(case, agreement_of(case.board)), tmp_path / folder)
        built.append(path.read_bytes())
    assert built[0] == built[1]


@pytest.mark.law("R-03")
def test_case_when_a_handling_has_a_copy_then_premis_says_of_what(
    case: Case, tmp_path: Path
) -> None:
    package = actions.build_case(case=case, folder=tmp_path, by=None)
    root = unpacked(package, tmp_path / "ut")
    premis = ET.parse(root / "metadata" / "preservation" / "premis.xml")
    folder = "representations/rep1/data/0008"
    said = {
        one.findtext("premis:originalName", namespaces=SPACES): one
        for one in premis.iterfind("premis:object", SPACES)
    }
    original, copy = (said[name] for name in COPIED)
    key = ".//premis:formatRegistryKey"
    assert original.findtext(key, namespaces=SPACES) == "fmt/412"
    source = ".//premis:relatedObjectIdentifierValue"
    assert copy.findtext(source, namespaces=SPACES) == f"{folder}/avtal.docx"
    about = ".//premis:linkingObjectIdentifierValue"
    moved = [
        one.findtext(about, namespaces=SPACES)
        for one in premis.iterfind("premis:event", SPACES)
        if one.findtext("premis:eventType", namespaces=SPACES) == "migration"
    ]
    assert moved == [f"{folder}/pdfa/avtal.pdf"]
    unknown = said[NAMES[0]].findtext(".//premis:formatNote", namespaces=SPACES)
    assert unknown.startswith("Av innehållet går det inte")


@pytest.mark.law("TF 2:20")
def test_case_when_a_handling_is_secret_then_its_ground_is_told(
    case: Case, tmp_path: Path
) -> None:
    first = case.documents.order_by("act_number").first()
    mark_secret(obj=first, legal_ground="OSL 18:8", by=None)
    package = actions.build_case(case=case, folder=tmp_path, by=None)
    erms = unpacked(package, tmp_path / "ut") / "metadata/descriptive/ERMS.xml"
    said = ET.parse(erms).findtext(".//erms:regulation", namespaces=SPACES)
    assert said == "OSL 18:8"


def test_case_when_secret_is_left_out_then_the_omission_is_told(
    case: Case, tmp_path: Path
) -> None:
    first = case.documents.order_by("act_number").first()
    mark_secret(obj=first, legal_ground="OSL 18:8", by=None)
    said = Agreement("Nämnden", "", "Alby kommun", "", leaves_out_secret=True)
    root = unpacked(write_package(of_case(case, said), tmp_path), tmp_path / "ut")
    assert faults(root) == []
    erms = ET.parse(root / "metadata/descriptive/ERMS.xml")
    notes = [one.text for one in erms.iterfind(".//erms:note", SPACES)]
    assert notes == ["Utelämnad: sekretess enligt OSL 18:8"]
    assert not list((root / "representations/rep1/data").glob("0001/*"))


@pytest.mark.law("D-20")
def test_case_when_a_party_is_protected_then_not_named(
    db: None, tmp_path: Path
) -> None:
    registers.person("Sara Ek", protected=True)
    case = diary.case()
    diary.document(case, counterparty="Sara Ek")
    close_case(case=case, by=None)
    case.refresh_from_db()
    package = actions.build_case(case=case, folder=tmp_path, by=None)
    text = (
        unpacked(package, tmp_path / "ut") / "metadata/descriptive/ERMS.xml"
    ).read_text()
    assert "Sara" not in text
    assert "<erms:protectedIdentity>true" in text


def test_case_when_open_or_empty_then_refused(db: None, tmp_path: Path) -> None:
    with pytest.raises(Refused) as no:
        actions.build_case(case=diary.case(), folder=tmp_path, by=None)
    assert [one.code for one in no.value.refusals] == [
        "sip.case_open",
        "sip.no_documents",
    ]
    assert not list(tmp_path.iterdir())


def test_case_when_a_file_was_changed_where_it_lies_then_nothing_is_kept(
    case: Case, tmp_path: Path
) -> None:
    file = case.documents.order_by("act_number").first().file
    default_storage.delete(file.path)
    default_storage.save(file.path, ContentFile(b"x" * file.size))
    with pytest.raises(Altered):
        actions.build_case(case=case, folder=tmp_path, by=None)
    assert not list(tmp_path.iterdir())


@pytest.mark.law("R-04")
@pytest.mark.law("S-06")
def test_year_when_built_then_the_minutes_can_be_read_from_it_alone(
    approval: Approval, tmp_path: Path
) -> None:
    board = approval.meeting.board
    package = actions.build_year(board=board, year=2020, folder=tmp_path, by=None)
    root = unpacked(package, tmp_path / "ut")
    assert faults(root) == []
    erms = ET.parse(root / "metadata/descriptive/ERMS.xml").getroot()
    read = {
        one.findtext("erms:actionType", namespaces=SPACES): one.findtext(
            "erms:actionText", namespaces=SPACES
        )
        for one in erms.iterfind(".//erms:action", SPACES)
    }
    expected = {
        f"beslut {item.citation}": "\n".join(
            point.text for point in item.decision_points.all()
        )
        or item.citation
        for item in approval.items.all()
    }
    assert read == expected
    days = {one.text[:10] for one in erms.iterfind(".//erms:actionDate", SPACES)}
    assert days == {f"{approval.meeting.held_on}"}
    signers = [
        one.findtext("erms:name", namespaces=SPACES)
        for one in erms.iterfind(".//erms:agents/erms:agent", SPACES)
    ]
    assert signers == [one.name for one in approval.approvers.all()]
    (signed,) = (root / "representations").rglob("protokoll-underskrivet.pdf")
    assert signed.read_bytes().startswith(approval.document.read())
    (content,) = (root / "representations").rglob("innehall.json")
    assert json.loads(content.read_text()) == approval.content


def test_year_when_minutes_are_missing_then_named(db: None, tmp_path: Path) -> None:
    later = make.approved_on(NOON, model_meeting(make.a_pdf()))
    with pytest.raises(Refused) as no:
        actions.build_year(
            board=later.meeting.board, year=2020, folder=tmp_path, by=None
        )
    assert [one.code for one in no.value.refusals] == ["sip.year_unfinished"]


def test_year_when_its_minutes_are_not_frozen_then_each_paragraph_is_named(
    db: None, tmp_path: Path
) -> None:
    meeting = model_meeting(make.a_pdf())
    with pytest.raises(Refused) as no:
        actions.build_year(board=meeting.board, year=2020, folder=tmp_path, by=None)
    (refusal,) = no.value.refusals
    assert refusal.code == "sip.year_unfinished"
    for item in meeting.items.all():
        assert (item.citation if item.number else item.heading) in refusal.values[
            "items"
        ]


Damage = Callable[[Path], None]


def first_file(root: Path) -> Path:
    return min(
        p for p in (root / "representations/rep1/data").rglob("*") if p.is_file()
    )


def one_byte(root: Path) -> None:
    path = first_file(root)
    content = bytearray(path.read_bytes() or b"x")
    content[0] ^= 1
    path.write_bytes(content)


def longer(root: Path) -> None:
    path = first_file(root)
    path.write_bytes(path.read_bytes() + b"\n")


def emptied(root: Path) -> None:
    first_file(root).write_bytes(b"")


def removed(root: Path) -> None:
    first_file(root).unlink()


def renamed(root: Path) -> None:
    path = first_file(root)
    path.rename(path.with_name("annat.pdf"))


def added(root: Path) -> None:
    (root / "representations/rep1/data/extra.pdf").write_bytes(b"x")


def swapped(root: Path) -> None:
    data = root / "representations/rep1/data"
    one, other = sorted(p for p in data.rglob("*") if p.is_file())[2:4]
    first, second = one.read_bytes(), other.read_bytes()
    one.write_bytes(second)
    other.write_bytes(first)


def changed_in(name: str, before: str, after: str) -> Damage:
    def damage(root: Path) -> None:
        path = root / name
        text = path.read_text()
        assert before in text
        path.write_text(text.replace(before, after, 1))

    return damage


def without(name: str) -> Damage:
    return lambda root: (root / name).unlink()


DAMAGES: dict[str, Damage] = {
    "one byte": one_byte,
    "longer": longer,
    "emptied": emptied,
    "removed": removed,
    "renamed": renamed,
    "added": added,
    "swapped": swapped,
    "ERMS changed": changed_in("metadata/descriptive/ERMS.xml", "closed", "open"),
    "PREMIS changed": changed_in("metadata/preservation/premis.xml", "3.0", "2.0"),
    "inner METS changed": changed_in("representations/rep1/METS.xml", "rep1", "rep2"),
    "history removed": without("documentation/historik.json"),
    "inner METS removed": without("representations/rep1/METS.xml"),
}


@pytest.mark.parametrize("name", DAMAGES)
def test_package_when_damaged_then_the_checker_finds_it(
    case: Case, tmp_path: Path, name: str
) -> None:
    package = actions.build_case(case=case, folder=tmp_path, by=None)
    root = unpacked(package, tmp_path / "ut")
    assert faults(root) == []
    DAMAGES[name](root)
    assert faults(root)


def test_premis_when_a_year_then_each_signature_is_an_event(
    approval: Approval, tmp_path: Path
) -> None:
    board = approval.meeting.board
    package = actions.build_year(board=board, year=2020, folder=tmp_path, by=None)
    root = unpacked(package, tmp_path / "ut")
    premis = ET.parse(root / "metadata/preservation/premis.xml")
    kinds = [one.text for one in premis.iterfind(".//premis:eventType", SPACES)]
    count = approval.approvers.count()
    assert kinds.count("digital signature generation") == count
    digests = {one.text for one in premis.iterfind(".//premis:messageDigest", SPACES)}
    (signed,) = (root / "representations").rglob("protokoll-underskrivet.pdf")
    assert hashlib.sha256(signed.read_bytes()).hexdigest() in digests


@given(st.text(max_size=300))
def test_safe_name_when_any_text_then_a_plain_short_name(name: str) -> None:
    found = safe_name(name)
    assert found
    assert found.isascii()
    assert len(found) <= 80
    assert not set(found) & set('/\\<>:"|?*')
    assert found not in {".", ".."}


def test_command_when_a_case_or_a_year_then_its_package(
    case: Case, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("build_sip", case=case.dnr, out=tmp_path)
    assert Path(capsys.readouterr().out.strip()).exists()
    for said in (
        {"case": "X 1/1999"},
        {"board": case.board.slug},
        {"board": case.board.slug, "year": 1999},
        {"board": "finns-inte", "year": 2020},
    ):
        with pytest.raises(CommandError):
            call_command("build_sip", out=tmp_path, **said)


def test_version_then_that_of_the_product() -> None:
    project = tomllib.loads((settings.BASE_DIR / "pyproject.toml").read_text())
    assert project["project"]["version"] == mets.VERSION


def test_links_when_read_then_every_path_is_relative(
    case: Case, tmp_path: Path
) -> None:
    package = actions.build_case(case=case, folder=tmp_path, by=None)
    root = unpacked(package, tmp_path / "ut")
    for path in root.rglob("METS.xml"):
        for one in ET.parse(path).iter():
            link = one.get(f"{{{XLINK}}}href")
            if link:
                assert (path.parent / link).is_file(), link
