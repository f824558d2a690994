"""The machine-readable minutes inside the PDF say what its pages say."""

import json
from io import BytesIO
from xml.etree import ElementTree as ET

import pikepdf
import pytest
from pypdf import PdfReader

from boards.shared.paper.pdf import render_pdf
from boards.shared.paper.store import from_json
from boards.shared.storage import read_bytes
from minutes.pdf.akoma import NAMESPACE
from minutes.pdf.attached import attached
from minutes.pdf.documents import minutes_document
from minutes.publication.actions import publish_minutes
from tests.factories import approvals as make
from tests.factories import rich_items as rich

pytestmark = pytest.mark.django_db
AKN = {"a": NAMESPACE}


def files_in(content: bytes) -> dict[str, bytes]:
    with pikepdf.open(BytesIO(content)) as pdf:
        return {
            name: spec.get_file().read_bytes() for name, spec in pdf.attachments.items()
        }


def whole() -> object:
    meeting = rich.meeting_of_four()
    rich.filled(meeting.items.all()[1])
    return minutes_document(meeting)


def test_minutes_when_sealed_then_pdf_holds_its_own_tree() -> None:
    approval = make.sealed()
    files = files_in(approval.document.read())
    assert set(files) == {"protokoll.json", "protokoll.akn.xml"}
    assert json.loads(files["protokoll.json"]) == approval.content


def test_akoma_ntoso_when_made_then_every_section_has_number_heading_and_words() -> (
    None
):
    document = whole()
    root = ET.fromstring(attached(document)[1].content)
    found = root.findall(".//a:section", AKN)
    sections = list(document.sections())
    assert [one.findtext("a:heading", "", AKN) for one in found] == [
        one.title for one in sections
    ]
    words = "".join(root.itertext())
    for section in sections:
        assert section.number in words
    assert root.find(".//a:FRBRlanguage", AKN).get("language") == "swe"
    identifiers = [one.get("eId") for one in root.iter() if one.get("eId")]
    assert len(identifiers) == len(set(identifiers))


def test_akoma_ntoso_when_text_has_markup_then_it_is_escaped() -> None:
    document = whole()
    first = next(document.sections())
    changed = from_json(
        json.loads(
            attached(document)[0].content.decode().replace(first.title, "a < b & c")
        )
    )
    root = ET.fromstring(attached(changed)[1].content)
    assert "a < b & c" in {one.text for one in root.iter()}


def test_pdf_when_made_twice_then_same_bytes() -> None:
    document = whole()
    one, other = (
        render_pdf(document, attachments=attached(document)) for _time in range(2)
    )
    assert one == other


def test_masked_copy_when_a_name_is_protected_then_nowhere_in_the_file() -> None:
    approval = make.signed()
    person = approval.approvers.get(role="approver").person
    person.is_protected = True
    person.save()
    shown = publish_minutes(approval=approval)
    assert shown.is_masked
    content = read_bytes(shown.pdf_sha256)
    said = everything_in(content)
    for name in (person.name, person.family_name):
        assert name not in said
    assert "Skyddad uppgift" in said
    assert approval.document.sha256 in said
    assert shown.pdf_sha256 != approval.document.sha256


def everything_in(content: bytes) -> str:
    """Return all text a reader or a machine finds: pages, strings, streams, files."""
    with pikepdf.open(BytesIO(content)) as pdf:
        parts = [str(value) for value in pdf.docinfo.values()]
        for one in pdf.objects:
            if isinstance(one, pikepdf.Stream):
                parts.append(one.read_bytes().decode("utf-8", "ignore"))
            parts.append(repr(one))
    parts += [page.extract_text() for page in PdfReader(BytesIO(content)).pages]
    return " ".join(" ".join(parts).split())
