"""Meetings with §§ to write, vote and decide in; among them the model meeting."""

from datetime import date
from typing import Any

from boards.board.models import Board, Recipient
from boards.membership.enums import MemberRole
from boards.membership.models import Membership
from boards.person.models import StaffPost, User
from boards.shared.clock import at, local, now
from boards.shared.files import store_file
from cases.case.models import Case
from cases.communication.models import Communication
from cases.document.enums import Direction, DocumentKind
from cases.document.models import Document
from minutes.item import actions
from minutes.item.drafts import create_draft
from minutes.item.enums import ProposalKind, SectionKind
from minutes.item.models import ItemSection, MinutesItem
from minutes.meeting import actions as meetings
from minutes.meeting.enums import AgendaKind, AttendanceMode
from minutes.meeting.models import Meeting
from tests.factories.meetings import (
    MEETING_DAY,
    attendance,
    board_with_roster,
    called,
    municipality,
    party,
    person,
    planned,
    with_points,
)

SUMMONED = local(date(2020, 9, 15), 10)
GAVEL = local(MEETING_DAY, 9, 5)
ORGAN = "Gemensam servicenämnd för IT, växel och telefoni"
ORGAN_IN_TEXT = ORGAN[0].lower() + ORGAN[1:]
PROPOSED_PLAN = f"Internkontrollplan 2021 för {ORGAN_IN_TEXT} antas."
ADDED_PROCESS = (
    f"Process för incidenthantering läggs till internkontrollplan 2021 för"
    f" {ORGAN_IN_TEXT}."
)
PROPOSED_REPORT = f"Delårsrapport per 2020-08-31 för {ORGAN_IN_TEXT} godkänns."
STAFF = (
    ("Ingrid", "Bergqvist", "kommundirektör", "Alby kommun"),
    ("Lars", "Björnfot", "kommunchef", "Berga kommun"),
    ("Jan", "Hedlund", "IT-chef", "Alby och Berga kommuner"),
    ("Jenny", "Nygård", "controller", "Alby och Berga kommuner"),
    ("Sara", "Gårdman", "kommunsekreterare/kanslichef", "Berga kommun"),
)


def case_of(
    board: Board, number: int, title: str = "Ett ärende", **values: Any
) -> Case:
    return Case.objects.create(
        board=board,
        year=MEETING_DAY.year,
        number=number,
        dnr=f"{board.prefix} {number}/{MEETING_DAY.year}",
        title=title,
        opened_on=MEETING_DAY,
        **values,
    )


def handling(
    case: Case, subject: str = "En handling", content: bytes = b"", **values: Any
) -> Document:
    case.last_act += 1
    case.save(update_fields=["last_act"])
    media = values.pop("media_type", "application/pdf")
    given: dict[str, Any] = {
        "direction": Direction.DRAWN_UP,
        "handled_on": MEETING_DAY,
        "registered_at": now(),
        "act_number": case.last_act,
        "file": store_file(content, media) if content else None,
    }
    return Document.objects.create(case=case, subject=subject, **{**given, **values})


def section_of(
    item: MinutesItem, kind: SectionKind = SectionKind.SUMMARY
) -> ItemSection:
    return item.sections.get(kind=kind)


def item_in_session(**rules: Any) -> MinutesItem:
    """The first § of a meeting in session where everybody is present."""
    return in_session(board_with_roster(**rules)).items.first()


def in_session(board: Board) -> Meeting:
    """A meeting of three points where everybody is present."""
    with at(SUMMONED):
        meeting = planned(board)
    return in_session_of(meeting)


def in_session_of(meeting: Meeting) -> Meeting:
    """A planned meeting summoned and begun, where everybody is present."""
    with at(SUMMONED):
        meeting = called(meeting)
    with at(GAVEL):
        meetings.open_meeting(meeting=meeting, by=meeting.secretary)
        for row in meeting.attendances.all():
            meetings.set_attendance(attendance=row, is_present=True, by=None)
    meeting.refresh_from_db()
    return meeting


def larger_board(seats: int = 3, slug: str = "kultur") -> Board:
    """A board of three seats: two as in the model and one plain member."""
    board = board_with_roster(slug)
    board.seats = seats
    board.save()
    for order in range(seats - 2):
        Membership.objects.create(
            board=board,
            person=person("Karin", f"Ledamot{order}"),
            role=MemberRole.MEMBER,
            party=party("L"),
            municipality=municipality("Alby"),
            valid_from=date(2019, 1, 1),
        )
    return board


def decided(item: MinutesItem, *texts: str) -> MinutesItem:
    points = [actions.Point(text) for text in texts or ("Förslaget antas.",)]
    return actions.set_decision(item=item, points=points, by=None)


def model_board() -> Board:
    """The model's board under its full name, with its staff."""
    board = board_with_roster("itvt", approver_count=1)
    board.name, board.genitive = ORGAN, f"{ORGAN}s"
    board.save()
    board.regulations.update(storage_place="Kommunhuset, Alby kommun")
    StaffPost.objects.filter(board=board).delete()
    for given, family, title, employer in STAFF:
        StaffPost.objects.create(
            board=board,
            person=person(given, family),
            title=title,
            employer=employer,
            valid_from=date(2019, 1, 1),
        )
    return board


def model_meeting(report: bytes = b"") -> Meeting:
    """The model's meeting, built by the actions as the secretary would."""
    board = model_board()
    meeting = planned(board, local(MEETING_DAY, 9))
    by = meeting.secretary
    rename_secretary(by, board)
    add_model_agenda(meeting, by)
    with at(SUMMONED):
        called(meeting)
    meetings.open_meeting(meeting=meeting, by=by)
    for row in meeting.attendances.all():
        is_remote = row.name == "Lars Björnfot"
        mode = AttendanceMode.DISTANCE if is_remote else AttendanceMode.ON_SITE
        meetings.set_attendance(attendance=row, is_present=True, mode=mode, by=by)
    fill_information(meeting.items.get(heading="IT-chefen informerar"), by)
    fill_report(meeting.items.get(heading__startswith="Delårsrapport"), by, report)
    fill_plan(meeting.items.get(heading__startswith="Internkontrollplan"), by)
    fill_communications(meeting.items.get(heading="Meddelande"), by)
    return finished(meeting, by)


def rename_secretary(by: User, board: Board) -> None:
    by.person.family_name = "Sundell"
    by.person.save()
    StaffPost.objects.create(
        board=board,
        person=by.person,
        title="nämndsamordnare",
        employer="Alby kommun",
        valid_from=date(2019, 1, 1),
    )


def add_model_agenda(meeting: Meeting, by: User) -> None:
    board = meeting.board
    report = case_of(board, 4, f"Delårsrapport per 2020-08-31 för {ORGAN_IN_TEXT}")
    plan = case_of(board, 5, f"Internkontrollplan 2021 för {ORGAN_IN_TEXT}")
    for heading, kind, case in (
        ("Val av justerare", AgendaKind.OPENING, None),
        ("IT-chefen informerar", AgendaKind.INFORMATION, None),
        (report.title, AgendaKind.DECISION, report),
        (plan.title, AgendaKind.DECISION, plan),
        ("Meddelande", AgendaKind.COMMUNICATIONS, None),
    ):
        meetings.add_agenda_item(
            meeting=meeting, heading=heading, kind=kind, case=case, by=by
        )


def written(item: MinutesItem, body: str, by: User) -> None:
    section = section_of(item)
    actions.save_section(section=section, body=body, version=section.version, by=by)


def fill_information(item: MinutesItem, by: User) -> None:
    written(item, "<p>IT-chefen går igenom läget i nämndens uppdrag.</p>", by)
    for heading in ("Större leveransavvikelser", "Projekt Caterpillar"):
        actions.add_section(
            item=item,
            kind=SectionKind.DETAILS,
            heading=heading,
            body=f"<p>Text om {heading.lower()}.</p>",
            by=by,
        )
    noted = actions.Point("Informationen tas emot och läggs till handlingarna.")
    actions.set_decision(item=item, points=[noted], by=by)


def fill_report(item: MinutesItem, by: User, content: bytes) -> None:
    written(item, "<p>Underskottet är 2&nbsp;791 tkr; prognosen 3 850 tkr.</p>", by)
    case = item.agenda_item.case
    letter = handling(
        case,
        "Tjänsteskrivelse",
        kind=DocumentKind.STAFF_REPORT,
        dated_on=date(2020, 9, 14),
    )
    report = handling(
        case,
        "Delårsrapport gemensamma servicenämnder",
        content,
        kind=DocumentKind.INTERIM_REPORT,
        dated_on=date(2020, 8, 31),
    )
    basis = [
        actions.Basis("Tjänsteskrivelse daterad 2020-09-14", letter),
        actions.Basis("Delårsrapport daterad 2020-08-31", report),
    ]
    actions.set_basis(item=item, basis=basis, by=by)
    actions.set_proposed(item=item, texts=[PROPOSED_REPORT], by=by)
    acclaimed(item, "förvaltningens förslag till beslut antas", by)
    actions.add_appendix(item=item, document=report, by=by)
    actions.set_decision(item=item, points=[actions.Point(PROPOSED_REPORT)], by=by)
    actions.set_recipients(item=item, recipients=[executive(item.board)], by=by)


def fill_plan(item: MinutesItem, by: User) -> None:
    written(
        item,
        "<table><tbody><tr><th>Risk</th><th>Kontrollmoment</th></tr>"
        "<tr><td>IT-säkerhet</td><td>Kontroll av behörigheter</td></tr></tbody>"
        "</table>",
        by,
    )
    letter = handling(item.agenda_item.case, "Tjänsteskrivelse")
    basis = [actions.Basis("Tjänsteskrivelse daterad 2020-09-21", letter)]
    actions.set_basis(item=item, basis=basis, by=by)
    actions.set_proposed(item=item, texts=[PROPOSED_PLAN], by=by)
    actions.add_floor_proposal(
        item=item,
        kind=ProposalKind.ADD,
        text=ADDED_PROCESS,
        proposers=[attendance(item.meeting, "Lindqvist")],
        by=by,
    )
    acclaimed(
        item,
        "förvaltningens förslag till beslut med Birgitta Lindqvists (C)"
        " tilläggsförslag antas",
        by,
    )
    points = [actions.Point(PROPOSED_PLAN), actions.Point(ADDED_PROCESS)]
    actions.set_decision(item=item, points=points, by=by)
    actions.set_recipients(item=item, recipients=[executive(item.board)], by=by)


def fill_communications(item: MinutesItem, by: User) -> None:
    budget = Communication.objects.create(
        board=item.board,
        case=case_of(item.board, 1, "Rambeslut"),
        heading="KF § 80/2020-06-16 Rambeslut för budget 2021–2023",
        received_on=date(2020, 6, 17),
    )
    actions.set_communications(item=item, communications=[budget], by=by)
    noted = actions.Point("Meddelandet läggs till handlingarna.")
    actions.set_decision(item=item, points=[noted], by=by)


def acclaimed(item: MinutesItem, question: str, by: User | None = None) -> None:
    row = actions.put_round(item=item, question=actions.Question(question), by=by)
    actions.settle_round(round_=row, is_yes=True, by=by)


def executive(board: Board) -> Recipient:
    return Recipient.objects.get_or_create(
        board=board,
        name="Kommunstyrelsen i Alby kommun",
        defaults={"email": "ks@alby.example"},
    )[0]


def finished(meeting: Meeting, by: User) -> Meeting:
    """Approver chosen, justering planned, meeting closed at 10.10."""
    meetings.choose_approvers(
        meeting=meeting, chosen=[attendance(meeting, "Lindqvist")], by=by
    )
    meetings.change_meeting(
        meeting=meeting,
        approval_place="Kommunhuset, Berga kommun",
        approval_planned_at=local(MEETING_DAY, 12),
        by=by,
    )
    return meetings.close_meeting(
        meeting=meeting, ends_at=local(MEETING_DAY, 10, 10), by=by
    )


def copy_of_plan(meeting: Meeting, number: int) -> MinutesItem:
    """One more § with every kind of part, on a meeting that is over."""
    case = case_of(meeting.board, number, f"Ärende {number}")
    point = meeting.agenda_items.create(
        position=meeting.agenda_items.count() + 1,
        kind=AgendaKind.DECISION,
        heading=case.title,
        case=case,
    )
    item = create_draft(point)
    fill_plan(item, meeting.secretary)
    return item


__all__ = ["attendance", "planned", "with_points"]
