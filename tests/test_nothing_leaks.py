"""A secret planted in every text of what is secret is found nowhere by the public."""

import re
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from itertools import product

import pytest
import time_machine
from django.conf import settings
from django.db import models
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from pypdf import PdfReader

from boards.person.models import Person
from boards.registers.publish import publish_person
from boards.shared.clock import at, local
from boards.shared.files import store_file
from boards.shared.refusals import Refused
from cases.secrecy.actions import mark_secret
from minutes.archive.actions import order_package
from minutes.dispatch.actions import dispatch_extracts
from minutes.item import actions as items
from minutes.item.models import MinutesItem
from minutes.meeting import actions as meetings
from minutes.meeting.enums import AgendaKind
from minutes.meeting.models import Meeting
from minutes.notice.tasks import take_down_due_notices
from minutes.privacy.actions import consider, withdraw
from tests.factories import approvals, gate, publications
from tests.factories import cases as diary
from tests.factories import items as make_items
from tests.factories import meetings as make

SECRET = "Zyxvuxen"
PROTECTED = "Skyddberg"
HREF = re.compile(r'(?:href|src|action)="([^"]+)"')
OUTSIDE = ("http", "mailto:", "#", "data:", "/static/")

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:No directory at"),
]


@pytest.fixture
def _at_noon() -> Iterator[None]:
    with time_machine.travel(publications.NOON, tick=False):
        yield


def planned() -> Meeting:
    """A meeting with a secret ärende on its agenda, and a protected substitute."""
    meeting = make.planned()
    case = diary.case(
        meeting.board, title=f"{SECRET} ärende", is_authority_exercise=True
    )
    pdf = approvals.a_pdf(f"{SECRET} handling")
    paper = diary.document(
        case,
        subject=f"{SECRET} yttrande",
        counterparty=f"{SECRET} ombud",
        file=store_file(pdf, "application/pdf"),
        file_name=f"{SECRET}.pdf",
    )
    mark_secret(obj=paper, legal_ground="OSL 26:1", by=None)
    mark_secret(obj=case, legal_ground="OSL 26:1", by=None)
    diary.document(diary.case(meeting.board), subject=f"Brev från Eva {PROTECTED}")
    meetings.add_agenda_item(
        meeting=meeting,
        heading=f"{SECRET} rubrik",
        kind=AgendaKind.DECISION,
        case=case,
        rapporteur=f"{SECRET} föredragande",
        by=None,
    )
    make.with_points(meeting, 2)
    protect()
    return meeting


def protect() -> None:
    who = Person.objects.get(family_name="Åhlund")
    who.given_name, who.family_name = "Eva", PROTECTED
    who.email, who.phone = f"eva@{PROTECTED.lower()}.example", "070-999 88 77"
    who.is_protected = True
    who.save()
    publish_person(who)


def protect_now() -> None:
    """Switch protection on for somebody who is published already."""
    who = Person.objects.get(family_name=PROTECTED)
    who.is_protected = True
    who.save()
    publish_person(who)
    approvals.work_off()


def fill(item: MinutesItem) -> None:
    """Give the § every part it can have, each with the secret."""
    items.mark_item_secret(item=item, legal_ground="OSL 26:1", by=None)
    case = item.agenda_item.case
    paper = case.documents.get()
    items.set_basis(
        item=item, basis=[items.Basis(f"{SECRET} underlag", paper)], by=None
    )
    items.set_proposed(item=item, texts=[f"{SECRET} förslag."], by=None)
    items.add_floor_proposal(
        item=item,
        kind=make_items.ProposalKind.ADD,
        text=f"{SECRET} yrkande.",
        proposers=[make.attendance(item.meeting, "Lindqvist")],
        by=None,
    )
    make_items.acclaimed(item, f"{SECRET} fråga")
    items.add_appendix(item=item, document=paper, by=None)
    items.set_decision(item=item, points=[items.Point(f"{SECRET} beslut.")], by=None)
    items.set_recipients(
        item=item, recipients=[make_items.executive(item.board)], by=None
    )
    make_items.written(item, f"<p>{SECRET} text</p>", item.meeting.secretary)


def plant(obj: models.Model) -> list[models.Model]:
    """Write the secret in every free text of a row and of the rows below it."""
    rows = [obj]
    for relation in obj._meta.related_objects:
        if relation.on_delete is models.CASCADE and relation.one_to_many:
            rows += list(getattr(obj, relation.get_accessor_name()).all())
    for row in rows:
        texts = [
            field.name
            for field in row._meta.concrete_fields
            if type(field) in {models.CharField, models.TextField}
            and not field.choices
            and field.name not in {"legal_ground", "dnr"}
            # Only a proposal to another body names one; the database holds to that.
            and field.name != "proposed_to"
        ]
        for name in texts:
            setattr(row, name, f"{SECRET} {name} {row.pk}")
        if texts:
            row.save(update_fields=texts)
    return rows


def everything_done() -> Meeting:
    """The meeting through every verb there is, to the archive."""
    meeting = planned()
    with at(meeting.starts_at.replace(day=15)):
        make.called(meeting)
        approvals.work_off()
    with at(meeting.starts_at):
        approvals.decide(meeting)
        secret, *others = approvals.items_of(meeting)
        fill(secret)
        plant(secret)
        text = f"<p>Eva {PROTECTED} (S), {PROTECTED}s fråga, 070-999 88 77.</p>"
        make_items.written(others[0], text, meeting.secretary)
        recipients = [make_items.executive(meeting.board)]
        items.set_recipients(item=others[0], recipients=recipients, by=None)
    meetings.close_meeting(meeting=meeting, ends_at=publications.NOON, by=None)
    done = [approvals.signed(meeting, items=chosen) for chosen in (others, [secret])]
    for approval in done:
        approvals.posted(approval, publications.NOON)
        for item in approval.items.filter(recipients__isnull=False, legal_ground=""):
            dispatch_extracts(item=item, by=meeting.secretary)
        approvals.work_off()
    gate.let_through()
    return meeting


def text_of(answer: object) -> str:
    """What a reader, or a reader's program, finds in an answer."""
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    headers = " ".join(f"{name}: {value}" for name, value in answer.items())
    if answer.headers.get("Content-Type") == "application/pdf":
        reader = PdfReader(BytesIO(content))
        pages = " ".join(page.extract_text() for page in reader.pages)
        return f"{headers} {reader.metadata} {pages}"
    return headers + unescape(content.decode(errors="replace"))


def asked(url: str) -> str:
    """Return the address without the words that were asked for."""
    return url.split("?", 1)[0]


def crawl(client: Client) -> dict[str, str]:
    """Fetch everything that can be reached from the start page without an account."""
    waiting = [
        "/",
        "/diarium/",
        "/anslagstavla/alby/",
        "/namnd/itvt/",
        "/sok/?q=beslut",
        "/oparl/v1.1/system",
    ]
    seen: dict[str, str] = {}
    while waiting:
        url = waiting.pop()
        if url in seen:
            continue
        answer = client.get(url)
        seen[url] = text_of(answer)
        for link in HREF.findall(seen[url]):
            if not link.startswith(OUTSIDE) and link.startswith(("/", "?")):
                target = link.split("#")[0]
                waiting.append(asked(url) + target if target[0] == "?" else target)
        waiting += in_data(seen[url])
    return seen


def in_data(text: str) -> list[str]:
    """Return the addresses of ours in data, and each list with what was withdrawn."""
    ours = re.findall(rf'"{re.escape(settings.SITE_URL)}(/[^"]*)"', text)
    lists = [one for one in ours if re.fullmatch(r"/oparl/v1.1/body/\d+/\w+", one)]
    return ours + [f"{one}?modified_since=2000-01-01T00:00:00Z" for one in lists]


def patterns(
    resolver: URLResolver, prefix: str = ""
) -> Iterator[tuple[str, URLPattern]]:
    for one in resolver.url_patterns:
        path = prefix + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from patterns(one, path)
        else:
            yield path, one


def every_address() -> Iterator[str]:
    """Every address pattern with every key up to the highest in use."""
    keys = [str(number) for number in range(1, 13)]
    values = {"int": keys, "slug": ["itvt", "alby", "berga"], "day": ["2020-09-29"]}
    for path, _pattern in patterns(get_resolver()):
        if "(?P" in path or path.startswith("admin/"):
            continue
        holes = re.findall(r"<(?:(\w+):)?\w+>", path)
        choices = [values.get(kind, ["1", "itvt"]) for kind in holes]
        for chosen in product(*choices):
            filled = path
            for value in chosen:
                filled = re.sub(r"<[^>]+>", value, filled, count=1)
            yield f"/{filled}"


def leaks(found: dict[str, str]) -> list[str]:
    """Return where a secret stands, each with what is around it."""
    words = (SECRET, PROTECTED, "070-999 88 77")
    return [
        f"{url}: {text[max(0, text.find(word) - 60) : text.find(word) + 60]}"
        for url, text in found.items()
        for word in words
        if word.lower() in text.lower()
    ]


@pytest.mark.usefixtures("_at_noon")
@pytest.mark.law("D-12")
def test_public_when_secrets_are_planted_everywhere_then_none_is_found(
    client: Client,
) -> None:
    meeting = everything_done()
    assert SECRET in meeting.items.first().heading
    found = crawl(client)
    assert {"/protokoll/", "/anslagstavla/alby/atom.xml"} <= {
        re.sub(r"\d+/(pdf/)?$", "", url) for url in found
    }
    kinds = {url.split("/")[3] for url in found if url.startswith("/oparl/v1.1/")}
    assert {"agendaItem", "paper", "person", "file", "membership"} <= kinds
    assert leaks(found) == []
    others = {url: text_of(client.get(url)) for url in every_address()}
    assert leaks(others) == []
    for word in (SECRET, PROTECTED):
        for url in ("/sok/", "/diarium/itvt/"):
            page = text_of(client.get(url, {"q": word}))
            assert page.replace(f'value="{word}"', "").count(word) == 0


@pytest.mark.usefixtures("_at_noon")
@pytest.mark.law("D-20")
def test_public_when_notices_are_down_and_all_is_archived_then_none_is_found(
    client: Client,
) -> None:
    meeting = everything_done()
    with at(local(publications.MEETING_DAY.replace(month=10, day=21), 0, 5)):
        take_down_due_notices()
        approvals.work_off()
        for approval in meeting.approvals.all():
            order_package(approval=approval, by=None)
        approvals.work_off()
    assert leaks(crawl(client)) == []


def everything_named() -> Meeting:
    """A meeting with somebody in everything published, before they are protected."""
    who = Person.objects.filter(family_name="Åhlund")
    board = make.board_with_roster()
    who.update(given_name="Eva", family_name=PROTECTED, phone="070-999 88 77")
    name = f"Eva {PROTECTED}"
    meeting = make.planned(board)
    paper = diary.document(
        diary.case(board, title=f"Motion av {name}"),
        subject=f"Brev från {name}",
        counterparty=name,
        file=store_file(approvals.a_pdf(f"Hälsningar {name}"), "application/pdf"),
        file_name=f"{PROTECTED}.pdf",
    )
    meetings.add_agenda_item(
        meeting=meeting,
        heading=f"Motion av {name}",
        kind=AgendaKind.DECISION,
        case=paper.case,
        by=None,
    )
    make.with_points(meeting, 1)
    with at(meeting.starts_at.replace(day=15)):
        make.called(meeting)
    with at(meeting.starts_at):
        approvals.decide(meeting)
        first, last = approvals.items_of(meeting)
        text = f"<p>{name} (S), Eva <strong>{PROTECTED}</strong>s, 070-999 88 77.</p>"
        make_items.written(first, text, meeting.secretary)
        items.add_appendix(item=last, document=paper, by=None)
    meetings.close_meeting(meeting=meeting, ends_at=publications.NOON, by=None)
    publications.published(meeting)
    consider(document=paper, by=None)
    gate.let_through()
    return meeting


@pytest.mark.usefixtures("_at_noon")
@pytest.mark.law("D-20")
def test_public_when_somebody_is_protected_later_then_the_name_is_nowhere(
    client: Client,
) -> None:
    everything_named()
    before = crawl(client)
    assert len(leaks(before)) > 5
    protect_now()
    assert leaks(crawl(client)) == []
    assert leaks({url: text_of(client.get(url)) for url in before}) == []
    assert leaks({url: text_of(client.get(url)) for url in every_address()}) == []


def all_of(client: Client) -> dict[str, str]:
    """Return every public answer: what links lead to, and what can be guessed."""
    found = crawl(client)
    return found | {
        url: text_of(client.get(url)) for url in every_address() if url not in found
    }


@pytest.mark.usefixtures("_at_noon")
@pytest.mark.law("D-17")
def test_public_when_documents_are_withdrawn_then_what_they_said_is_nowhere(
    client: Client,
) -> None:
    meeting = approvals.decided(is_closed=False)
    first, last = approvals.items_of(meeting)[:2]
    make_items.written(first, f"<p>{SECRET} text</p>", meeting.secretary)
    paper = diary.document(
        diary.case(meeting.board),
        file=store_file(approvals.a_pdf(f"{SECRET} fil"), "application/pdf"),
        file_name=f"{SECRET}.pdf",
    )
    items.set_basis(item=last, basis=[items.Basis("Underlag", paper)], by=None)
    meetings.close_meeting(meeting=meeting, ends_at=publications.NOON, by=None)
    approval = publications.published(meeting)
    rows = [approval.publication, consider(document=paper, by=None)]
    gate.let_through()
    assert len(leaks(crawl(client))) > 2
    for row in rows:
        withdraw(publication=row, reason="Fel.", by=None)
    assert leaks(all_of(client)) == []
    assert SECRET not in text_of(client.get("/sok/", {"q": "text"}))


@pytest.mark.law("D-12")
def test_open_item_when_handling_is_secret_then_it_is_refused() -> None:
    item = make_items.item_in_session()
    paper = diary.document(diary.case(item.board), secret=True)
    for verb in (
        lambda: items.add_appendix(item=item, document=paper, by=None),
        lambda: items.set_basis(
            item=item, basis=[items.Basis("Yttrande", paper)], by=None
        ),
    ):
        with pytest.raises(Refused) as refused:
            verb()
        (refusal,) = refused.value.refusals
        assert refusal.code == "item.document_is_secret"
        assert refusal.values == {"document": paper.designation}


@pytest.mark.usefixtures("_at_noon")
@pytest.mark.law("D-12")
def test_freeze_when_handling_was_marked_secret_later_then_it_is_refused() -> None:
    meeting = approvals.decided(is_closed=False)
    item = approvals.items_of(meeting)[0]
    paper = diary.document(diary.case(meeting.board))
    items.add_appendix(item=item, document=paper, by=None)
    meetings.close_meeting(meeting=meeting, ends_at=publications.NOON, by=None)
    mark_secret(obj=paper, legal_ground="OSL 21:1", by=None)
    with pytest.raises(Refused) as refused:
        approvals.frozen(meeting)
    (refusal,) = refused.value.refusals
    assert refusal.code == "freeze.secret_document"
    assert refusal.values["document"] == paper.designation
