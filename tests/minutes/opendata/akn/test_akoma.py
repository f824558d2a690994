"""Minutes as Akoma Ntoso and JSON: valid, what the page says, and gone with it."""

import json
from pathlib import Path

import pytest
from django.core.cache import caches
from django.test import Client
from lxml import etree

from boards.shared.paper import tree
from boards.shared.paper.tree import Document
from minutes.pdf.akoma import NAMESPACE, akoma_ntoso
from minutes.pdf.documents import minutes_document
from minutes.privacy.actions import withdraw
from tests.factories import publications, published
from tests.factories import rich_items as rich
from tests.factories.approvals import counted

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:No directory at"),
]
SCHEMA = etree.XMLSchema(
    etree.parse(Path(__file__).parent / "schemas" / "akomantoso30.xsd")
)
AKN = {"a": NAMESPACE}


def errors(content: bytes) -> list[str]:
    SCHEMA.validate(etree.fromstring(content))
    return [f"{one.line}: {one.message}" for one in SCHEMA.error_log]


def test_minutes_with_everything_in_them_then_valid() -> None:
    meeting = rich.meeting_of_four()
    rich.filled(meeting.items.all()[1])
    assert errors(akoma_ntoso(minutes_document(meeting))) == []


def test_document_of_every_kind_of_block_then_valid() -> None:
    words = (tree.Run("Text"),)
    item = tree.ListItem((tree.Paragraph(words), tree.BulletList(())))
    blocks = (
        tree.Heading(2, "Rubrik"),
        tree.Paragraph(words),
        tree.Paragraph(()),
        tree.NumberedList((item,)),
        tree.BulletList((tree.ListItem(()),)),
        tree.Table((tree.Column("Namn"),), ((tree.Cell(words, colspan=2),),)),
        tree.Table((), ()),
        tree.FieldTable((tree.Field("Plats", ("Alby", "Berga")), tree.Field("Tid"))),
        tree.PageBreak(),
        tree.TableOfContents(),
        tree.Figure(b"", "En bild", "Bild 1"),
    )
    section = tree.Section("a", "§", blocks)
    empty = tree.Section("b", "Tom", ())
    for made in (
        Document(title="Å", kind="PROTOKOLL", organ="", blocks=()),
        Document(title="Å", kind="PROTOKOLL", organ="7:e", blocks=(section, empty)),
        Document(title="Å", kind="PROTOKOLL", organ="Öst", blocks=blocks),
    ):
        assert errors(akoma_ntoso(made)) == [], made


def fetched(path: str) -> bytes:
    caches["pages"].clear()
    answer = Client().get(path)
    assert answer.status_code == 200, path
    assert answer["Access-Control-Allow-Origin"] == "*"
    return answer.content


def test_published_minutes_then_valid_and_what_the_page_says() -> None:
    row = publications.shown(publications.published())
    raw = fetched(f"/protokoll/{row.pk}/akn.xml")
    assert errors(raw) == []
    root = etree.fromstring(raw)
    headings = root.xpath("//a:section/a:heading/text()", namespaces=AKN)
    assert set(row.items.values_list("heading", flat=True)) <= set(headings)


def test_json_then_every_paragraph_with_its_facts() -> None:
    world = published.World()
    said = json.loads(fetched(f"/protokoll/{world.corrected.pk}/protokoll.json"))
    assert said["board"] == "Nämnden itvt"
    assert [one["citation"] for one in said["items"]] == ["ITVT § 1/2020-09-29"]
    assert said["items"][0]["facts"] == json.loads(json.dumps(published.VOTED))


@pytest.mark.parametrize("name", ["akn.xml", "protokoll.json"])
def test_minutes_when_taken_down_then_their_data_is_gone_at_once(name: str) -> None:
    approval = publications.published()
    path = f"/protokoll/{publications.shown(approval).pk}/{name}"
    assert Client().get(path).status_code == 200
    withdraw(publication=approval.publication, reason="GDPR", by=None)
    assert Client().get(path).status_code == 410


def test_secret_minutes_then_no_text_as_data() -> None:
    world = published.World()
    path = f"/protokoll/{world.masked.pk}/"
    assert Client().get(f"{path}akn.xml").status_code == 404
    said = json.loads(fetched(f"{path}protokoll.json"))
    assert said["isSecret"]
    assert said["files"]["pdf"] is None


def test_json_when_it_grows_then_no_more_questions() -> None:
    world = published.World()
    path = f"/protokoll/{world.corrected.pk}/protokoll.json"
    with counted() as few:
        fetched(path)
    for number in (5, 6, 7):
        published.item(world.corrected, world.plain, number)
    with counted() as many:
        fetched(path)
    assert len(many) == len(few)
