"""A meeting with a secret in everything that is secret, through every verb there is."""

from typing import Any

from django.db import models

from boards.board.models import Board
from boards.person.models import Person
from boards.registers.publish import publish_person
from boards.shared.clock import at
from boards.shared.files import store_file
from cases.case.models import Case
from cases.document.models import Document
from cases.secrecy.actions import mark_secret
from finance.report import actions as reports
from finance.report.enums import RowKind, TableKind
from finance.report.rules import Amounts, Row
from minutes.dispatch.actions import dispatch_extracts
from minutes.followup.actions import mark
from minutes.followup.enums import FollowUpKind
from minutes.item import actions as items
from minutes.item.enums import AppealRegime
from minutes.item.models import MinutesItem
from minutes.meeting import actions as meetings
from minutes.meeting.enums import AgendaKind
from minutes.meeting.models import Meeting
from minutes.notice import actions as notices
from minutes.notice.models import Proclamation
from minutes.opendata.bulk.tasks import make_year_files
from minutes.privacy.actions import consider
from tests.factories import approvals, gate, publications, rich_items, statements
from tests.factories import cases as diary
from tests.factories import items as make_items
from tests.factories import meetings as make

SECRET = "Zyxvuxen"
PROTECTED = "Skyddberg"
PHONE = "070-999 88 77"
NOON = publications.NOON
# What is no free text: marks that the database, or a verb after this, holds to.
MARKS = {"legal_ground", "dnr", "number", "proposed_to", "designation", "file_name"}


def planned() -> Meeting:
    """A meeting with a secret ärende on its agenda, and a protected member."""
    meeting = make.planned(make_items.larger_board(4, "itvt"))
    case = diary.case(meeting.board, title=f"{SECRET} ärende")
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
    who = Person.objects.get(family_name="Ledamot0")
    who.given_name, who.family_name = "Eva", PROTECTED
    who.email, who.phone = f"eva@{PROTECTED.lower()}.example", PHONE
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


def fill_all(item: MinutesItem) -> None:
    """Give a § every part; not of authority, where nobody may abstain (KL 4:26)."""
    rich_items.filled(item)
    points = item.decision_points.filter(appeal=AppealRegime.ADMINISTRATIVE)
    points.update(appeal=AppealRegime.LEGALITY, appeal_text="")


def fill(item: MinutesItem) -> None:
    """Give the § every part it can have, each with the secret."""
    case = item.agenda_item.case
    paper = case.documents.get()
    fill_all(item)
    item.agenda_item.case = case
    item.agenda_item.save()
    items.mark_item_secret(item=item, legal_ground="OSL 26:1", by=None)
    basis = [items.Basis(f"{SECRET} underlag", paper)]
    items.set_basis(item=item, basis=basis, by=None)
    items.add_appendix(item=item, document=paper, by=None)
    make_items.written(item, f"<p>{SECRET} text</p>", item.meeting.secretary)
    plant(item)
    plant(paper)
    plant(case)


def plant(obj: models.Model) -> None:
    """Write the secret in every free text of a row and of its parts."""
    for relation in obj._meta.related_objects:
        if relation.on_delete is models.CASCADE and relation.one_to_many:
            for part in getattr(obj, relation.get_accessor_name()).all():
                plant(part)
    names = [field.name for field in obj._meta.concrete_fields if is_free(field)]
    for name in names:
        setattr(obj, name, planted(getattr(obj, name), f"{SECRET} {name} {obj.pk}"))
    if names:
        obj.save(update_fields=names)


def is_free(field: Any) -> bool:
    """Say whether somebody writes what they like there; in data, in its texts."""
    kinds = {models.CharField, models.TextField, models.JSONField}
    return type(field) in kinds and not field.choices and field.name not in MARKS


def planted(value: Any, secret: str) -> Any:
    """Return a value with the secret for each of its texts."""
    if isinstance(value, dict):
        return {key: planted(one, secret) for key, one in value.items()}
    if isinstance(value, list):
        return [planted(one, secret) for one in value]
    return secret if isinstance(value, str) else value


def everything_done() -> Meeting:
    """The meeting through every verb there is, to the open data and the archive."""
    meeting = planned()
    with at(meeting.starts_at.replace(day=15)):
        make.called(meeting)
        approvals.work_off()
    with at(meeting.starts_at):
        approvals.decide(meeting)
        secret, *others = approvals.items_of(meeting)
        fill(secret)
        tell_of_protected(others[0])
    meetings.close_meeting(meeting=meeting, ends_at=NOON, by=None)
    done = [approvals.signed(meeting, items=chosen) for chosen in (others, [secret])]
    for approval in done:
        approvals.posted(approval, NOON)
        for item in approval.items.filter(recipients__isnull=False, legal_ground=""):
            dispatch_extracts(item=item, by=meeting.secretary)
        approvals.work_off()
    besides(meeting)
    gate.let_through()
    make_year_files()
    return meeting


def tell_of_protected(item: MinutesItem) -> None:
    """Have the protected member vote, take part and be written about in an open §."""
    fill_all(item)
    text = f"<p>Eva {PROTECTED} (S), {PROTECTED}s fråga, {PHONE}.</p>"
    make_items.written(item, text, item.meeting.secretary)


def besides(meeting: Meeting) -> None:
    """Publish what is no minutes: papers, kungörelser, how accessible the pages are."""
    paper = diary.document(
        diary.case(meeting.board),
        file=store_file(approvals.a_pdf("Allmän handling"), "application/pdf"),
        file_name="handling.pdf",
    )
    consider(document=paper, by=None)
    consider(document=report_in(paper.case), by=None)
    proclaim(meeting.board, "Granskning av en detaljplan")
    taken_down = proclaim(meeting.board, f"{SECRET} sökte tillstånd")
    for row in taken_down:
        notices.withdraw_proclamation(proclamation=row, reason="Fel.", by=None)
    statements.statement(meeting.board)
    for item in meeting.items.filter(decision_points__isnull=False).distinct():
        mark(
            point=item.decision_points.first(),
            kind=FollowUpKind.CARRIED_OUT,
            done_on=meeting.held_on,
            text=f"{SECRET} betalades ut." if item.is_secret else "Det är utfört.",
            by=None,
        )
    approvals.work_off()


def report_in(case: Case) -> Document:
    """Freeze an interim report, with its PDF in the ärende."""
    period = publications.MEETING_DAY.replace(month=8, day=31)
    report = reports.start_report(
        case=case, title="Delårsrapport", period_end=period, by=None
    )
    table = reports.add_table(
        report=report, kind=TableKind.INCOME, heading="IT", by=None
    )
    figures = Amounts(budget_year=500_000, actual_to_date=300_000, forecast_year=-10)
    rows = [Row(RowKind.LINE, "Personal", figures)]
    reports.set_figures(table=table, rows=rows, by=None)
    words = {"description": "", "comment": "<p>Därför.</p>", "note": ""}
    reports.set_table_text(table=table, **words, by=None)
    reports.set_measure(
        table=table, measure="Inköp väntar.", follow_up_on=None, by=None
    )
    return reports.freeze_report(report=report, by=None)


def proclaim(board: Board, heading: str) -> list[Proclamation]:
    """Put up what another law asks for."""
    said = notices.Proclaimed(
        kind="other_law",
        heading=heading,
        text=f"{heading}: förslaget finns i kommunhuset.",
        law="PBL 5:18",
        requested_by="Miljönämnden",
        required_days=21,
    )
    return notices.proclaim(board=board, municipality=None, said=said, by=None)


def everything_named() -> Meeting:
    """A meeting with somebody in everything published, before they are protected."""
    who = Person.objects.filter(family_name="Ledamot0")
    board = make_items.larger_board(4, "itvt")
    who.update(given_name="Eva", family_name=PROTECTED, phone=PHONE)
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
        text = f"<p>{name} (S), Eva <strong>{PROTECTED}</strong>s, {PHONE}.</p>"
        fill_all(first)
        make_items.written(first, text, meeting.secretary)
        items.add_appendix(item=last, document=paper, by=None)
    meetings.close_meeting(meeting=meeting, ends_at=NOON, by=None)
    publications.published(meeting)
    consider(document=paper, by=None)
    gate.let_through()
    return meeting
