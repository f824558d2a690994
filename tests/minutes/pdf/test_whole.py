"""A § with everything: in the minutes, the extract, the page and the PDF alike."""

import re
from datetime import date
from itertools import product
from subprocess import run

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boards.board.enums import VoteLayout
from boards.shared.clock import now
from boards.shared.paper import store
from boards.shared.paper.extract import extract
from boards.shared.paper.html import render_html, render_section
from boards.shared.paper.pdf import render_pdf
from boards.shared.paper.tree import Document, Section
from boards.shared.sanitise import plain_text
from minutes.item.enums import RoundMethod, SettledBy, VoteChoice
from minutes.item.models import MinutesItem
from minutes.meeting.models import Meeting
from minutes.pdf.documents import files_of, minutes_document
from minutes.pdf.keys import item_key
from tests.factories import items as make
from tests.factories import rich_items as rich

pytestmark = pytest.mark.django_db

SAID = (
    "KF handling nr 12",
    "Tidigare behandling",
    "Arbetsutskottet § 50/2020",
    "Eva Dahl (V) ställer en interpellation till ordföranden:",
    "Göran Ekström (M) svarar:",
    "följande beslut fattade på delegation",
    "Avtal om skrivare förlängs",
    "Sekretess enligt OSL 26:1.",
    "Arbetsutskottets förslag:",
    (
        "Birgitta Lindqvist (C) för Centerpartiet, med instämmande av Karin Ledamot0"
        " (L), yrkar följande tillägg i punkt 2:"
    ),
    "Karin Ledamot1 (L) yrkar avslag på Birgitta Lindqvists (C) tilläggsyrkande.",
    "Ordföranden ställer inte yrkandet under proposition. Skäl: Nytt ärende.",
    "Göran Ekström (M) yrkar bordläggning till 2020-11-03.",
    "Fråga 1: formfråga",
    "Ordföranden frågar om planen antas och finner att svaret är ja.",
    "Karin Ledamot0 (L) begär omröstning.",
    "Ja betyder bifall till planen.",
    "Nej betyder avslag på planen.",
    "Ordförandens utslagsröst ger svaret ja",
    "Anna Holm (L)",
    "Lottning leder till att Anna Holm (L) väljs.",
    "Servicenämnden kulturs beslut",
    "Servicenämnden kulturs förslag till kommunfullmäktige",
    (
        "Anna Holm (L) väljs till ersättare för tiden 2020-10-01–2022-12-31 i Bo Ås (L)"
        " ställe."
    ),
    "Överklagande av punkt 2",
    "Skriv till förvaltningsrätten inom tre veckor.",
    "Punkt 1 kan inte överklagas.",
    "Karin Ledamot0 (L) deltar inte i beslutet.",
    (
        "Birgitta Lindqvist (C) för Centerpartiet reserverar sig mot beslutet i punkt 2"
        " till förmån för eget yrkande."
    ),
    (
        "Göran Ekström (M) reserverar sig mot beslutet till förmån för Birgitta"
        " Lindqvists (C) tilläggsyrkande."
    ),
    "Servicenämnden kultur finner att Karin Ledamot1 (L) är jävig.",
    "lämnar en protokollsanteckning:",
    "lämnar ett särskilt yttrande:",
    "får sin mening antecknad:",
)


def pdf_text(document: Document) -> str:
    pdf = render_pdf(document, files_of(document))
    made = run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
    return spaced(made.stdout.decode())


def spaced(text: str) -> str:
    return re.sub(r"\s+", " ", text)


@pytest.fixture
def item() -> MinutesItem:
    return rich.filled(rich.meeting_of_four().items.first())


@pytest.mark.law("P-01", "P-02", "KL-08", "KL-09", "KL-11", "KL-12")
def test_minutes_when_a_paragraph_holds_everything_say_it_everywhere(
    item: MinutesItem,
) -> None:
    document = minutes_document(item.meeting)
    key = item_key(item)
    texts = {
        "pdf": pdf_text(document),
        "html": spaced(plain_text(render_html(document))),
        "public": spaced(plain_text(render_section(document, key))),
        "extract": pdf_text(extract(document, key)),
    }
    absent = [
        (name, said)
        for (name, text), said in product(texts.items(), SAID)
        if said not in text
    ]
    assert absent == []
    for text in texts.values():
        assert rich.SECRET_DECISION not in text
        assert "Det tillbakatagna" not in text


@pytest.mark.law("P-08")
def test_public_minutes_when_a_full_paragraph_is_secret_show_nothing_of_it(
    item: MinutesItem,
) -> None:
    MinutesItem.objects.filter(pk=item.pk).update(
        legal_ground="OSL 21:1", marked_on=date(2020, 9, 29)
    )
    section = minutes_document(item.meeting, public=True).section(item_key(item))
    assert len(section.blocks) == 1
    assert "reserverar" not in str(section)


@pytest.mark.law("D-20")
def test_public_minutes_when_a_voter_is_protected_never_name_them(
    item: MinutesItem,
) -> None:
    person = make.attendance(item.meeting, "Lindqvist").person
    person.is_protected = True
    person.save()
    public = str(store.to_json(minutes_document(item.meeting, public=True)))
    assert "Lindqvist" not in public
    assert "reserverar sig" in public


def queries_for(meeting: Meeting) -> int:
    meeting = Meeting.objects.select_related("board__host").get(pk=meeting.pk)
    with CaptureQueriesContext(connection) as seen:
        document = minutes_document(meeting)
        render_html(document)
        render_pdf(document, files_of(document))
    return len(seen)


def test_minutes_when_three_paragraphs_hold_everything_ask_as_much_as_for_one(
    item: MinutesItem,
) -> None:
    one = queries_for(item.meeting)
    for other in item.meeting.items.exclude(pk=item.pk):
        rich.filled(other)
        rich.filled_again(other)
    assert queries_for(item.meeting) == one


CHOICES = st.lists(st.sampled_from(VoteChoice), min_size=4, max_size=4)
RESERVED = st.lists(st.sets(st.integers(0, 3), min_size=1), max_size=3)


@pytest.mark.law("P-01", "KL-08", "KL-11")
def test_pdf_and_page_name_every_vote_and_reservation_whatever_was_recorded() -> None:
    meeting = rich.meeting_of_four()
    item, voters = meeting.items.first(), rich.people(meeting)[:4]

    @settings(
        max_examples=12,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
    )
    @given(CHOICES, RESERVED, st.sampled_from(VoteLayout))
    def check(
        choices: list[VoteChoice], reserved: list[set[int]], layout: VoteLayout
    ) -> None:
        item.rounds.all().delete()
        item.reservations.all().delete()
        meeting.board.regulations.update(vote_layout=layout)
        row = item.rounds.create(
            question="planen antas",
            method=RoundMethod.OPEN_VOTE,
            is_yes=True,
            settled_by=SettledBy.MAJORITY,
            yes_count=choices.count(VoteChoice.YES),
            no_count=choices.count(VoteChoice.NO),
            abstain_count=choices.count(VoteChoice.ABSTAIN),
        )
        for voter, choice in zip(voters, choices, strict=True):
            row.votes.create(attendance=voter, choice=choice)
        for group in reserved:
            made = item.reservations.create(announced_at=now())
            made.people.add(*(voters[place] for place in group))
        fresh = Meeting.objects.get(pk=meeting.pk)
        document = minutes_document(fresh, [item])
        for text in (pdf_text(document), spaced(plain_text(render_html(document)))):
            for voter, choice in zip(voters, choices, strict=True):
                assert says(text, str(voter), choice, layout)
            for group in reserved:
                assert sum(name_all(voters, group, part) for part in text.split(". "))
            assert text.count("reserverar sig mot beslutet") == len(reserved)

    check()


LEADS = {
    VoteChoice.YES: "Ja röstar",
    VoteChoice.NO: "Nej röstar",
    VoteChoice.ABSTAIN: "Avstår från att rösta gör",
}
CELLS = {VoteChoice.YES: "Ja", VoteChoice.NO: "Nej", VoteChoice.ABSTAIN: "Avstår"}


def says(text: str, voter: str, choice: VoteChoice, layout: VoteLayout) -> bool:
    if layout == VoteLayout.TABLE:
        return f"{voter} {CELLS[choice]}" in text
    found = re.search(rf"{LEADS[choice]} ([^.]*)\.", text)
    return bool(found) and voter in found[1]


def name_all(voters: list[object], group: set[int], part: str) -> bool:
    is_reservation = "reserverar sig" in part
    return is_reservation and all(str(voters[place]) in part for place in group)


@pytest.mark.law("P-02")
def test_minutes_when_the_agenda_has_parts_list_them_in_the_contents() -> None:
    meeting = rich.meeting_of_four()
    first, second, third = meeting.agenda_items.all()
    for point, part in ((first, "Beslut"), (second, "Information"), (third, "")):
        point.section = part
        point.save()
    document = minutes_document(meeting)
    titles = [block.title for block in document.blocks if isinstance(block, Section)]
    assert titles == ["Beslut", "Information", "Ärende 3"]
    assert document.section(item_key(first.item)).number == "§ 1"


def test_minutes_when_the_agenda_was_changed_say_how() -> None:
    meeting = rich.meeting_of_four()
    first, second, _third = meeting.agenda_items.all()
    second.withdrawn_at = now()
    second.save()
    late = meeting.agenda_items.create(position=9, heading="Ett sent ärende")
    late.position, first.position = first.position, late.position
    first.save()
    late.save()
    text = spaced(plain_text(render_html(minutes_document(meeting))))
    assert "Ändringar av dagordningen" in text
    assert "Ärendet ”Ett sent ärende” läggs till." in text
    assert "Ärendet ”Ärende 2” utgår." in text
    assert "Ärendet ”Ärende 3” behandlas efter ”Ett sent ärende”." in text


def test_minutes_when_the_agenda_stands_say_nothing_of_changes() -> None:
    meeting = rich.meeting_of_four()
    assert "Ändringar av" not in render_html(minutes_document(meeting))
