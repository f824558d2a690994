"""Taking in a whole sammanträde: all of it by the rules, or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import transaction

from boards.access.permissions import require
from boards.board.models import Board
from boards.shared.clock import now
from boards.shared.history import record
from boards.shared.refusals import Refusal
from minutes.exchange import fields
from minutes.exchange.loading import (
    BEGUN,
    ENDED,
    Loading,
    finish_meeting,
    load_adjournments,
    load_agenda,
    load_approvers,
    load_people,
    load_presence,
    load_services,
)
from minutes.exchange.loading_items import load_all_recusals, load_what_happened
from minutes.exchange.numbering import load_numbers
from minutes.exchange.parsing import parse
from minutes.exchange.problems import Problem, Problems
from minutes.exchange.registers import Registers
from minutes.exchange.replacing import blocks_replacing, clear
from minutes.exchange.signed import load_approvals
from minutes.exchange.structure import check_structure
from minutes.meeting.enums import MeetingKind, MeetingState
from minutes.meeting.models import Meeting

if TYPE_CHECKING:
    from boards.person.models import User

LONGEST_LIST = 500


@dataclass(frozen=True)
class Report:
    """What came of a file: the meeting, or everything that was wrong with it."""

    problems: tuple[Problem, ...] = ()
    meeting: Meeting | None = None
    title: str = ""
    people: int = 0
    points: int = 0
    items: int = 0
    is_replaced: bool = False
    is_dry: bool = False

    @property
    def shown(self) -> tuple[Problem, ...]:
        """The first of the problems, when there are very many."""
        return self.problems[:LONGEST_LIST]


def import_meeting(
    *,
    content: bytes,
    by: User | None,
    is_dry: bool = False,
    may_replace: bool = False,
) -> Report:
    """Take in one sammanträde in one transaction; a dry run leaves nothing behind."""
    parsed = parse(content)
    problems = Problems(parsed)
    for fault in parsed.faults:
        problems.refuse(fault.pointer, [Refusal(fault.code, values=fault.values)])
        parsed.lines.setdefault(fault.pointer, fault.line)
    if not problems:
        check_structure(parsed.value, problems)
    if problems:
        return Report(problems=tuple(problems.listed()), is_dry=is_dry)
    with transaction.atomic():
        report = written(parsed.value, problems, by, may_replace=may_replace)
        if is_dry or report.problems:
            transaction.set_rollback(True)
    if is_dry or report.problems:
        return Report(**{**vars_of(report), "meeting": None, "is_dry": is_dry})
    return report


def vars_of(report: Report) -> dict[str, Any]:
    """Return the fields of a report."""
    return {name: getattr(report, name) for name in Report.__dataclass_fields__}


def written(
    data: dict[str, Any], problems: Problems, by: User | None, *, may_replace: bool
) -> Report:
    """Write the meeting inside the caller's transaction and say what came of it."""
    board = board_of(data, problems)
    if board is None:
        return Report(problems=tuple(problems.listed()))
    require(by, "meeting.import", board)
    found = meeting_row(data, board, problems, may_replace=may_replace)
    if found is None:
        return Report(problems=tuple(problems.listed()))
    meeting, is_replaced = found
    registers = Registers(board, meeting.held_on, problems)
    loading = Loading(data, meeting, registers, problems, by)
    secretary = data["meeting"].get("secretary")
    meeting.secretary = registers.user(secretary, "/meeting/secretary")
    load(loading)
    code = "meeting.import_replaced" if is_replaced else "meeting.imported"
    record(meeting, code, by=by, migrated_from=meeting.migrated_from)
    return Report(
        problems=tuple(problems.listed()),
        meeting=meeting,
        title=str(meeting),
        people=len(loading.people),
        points=len(loading.points),
        items=len(loading.items),
        is_replaced=is_replaced,
    )


def load(loading: Loading) -> None:
    """Write everything in the order it came about.

    Nobody is judged by a roll with holes: while somebody is unknown to the registers,
    what rests on who was there waits for the next try.
    """
    load_people(loading)
    load_agenda(loading)
    load_adjournments(loading)
    if loading.is_whole and loading.has_begun:
        load_all_recusals(loading)
        load_presence(loading)
        load_services(loading)
    if loading.is_whole:
        load_what_happened(loading)
        load_approvers(loading)
    finish_meeting(loading)
    if loading.has_begun:
        load_numbers(loading)
    load_approvals(loading)


def board_of(data: dict[str, Any], problems: Problems) -> Board | None:
    """Return the board by its host municipality and abbreviation."""
    said = data["board"]
    rows = Board.objects.select_related("host")
    board = rows.filter(host__name=said["host"], prefix=said["prefix"]).first()
    if board is None:
        problems.add("/board", "exchange.no_board", **said)
    elif not board.regulations.exists():
        values = {"board": board.name}
        problems.add("/board", "meeting.no_regulations", "KL 6:44", **values)
        return None
    return board


def meeting_row(
    data: dict[str, Any], board: Board, problems: Problems, *, may_replace: bool
) -> tuple[Meeting, bool] | None:
    """Return the row to write to, emptied when it was there; None when it may not be.

    Whatever happens at a meeting is written while it is in session.
    """
    said = data["meeting"]
    values = fields.load(Meeting, said, fields.MEETING)
    values.pop("ends_at", None)
    begins = values["starts_at"]
    meeting = (
        Meeting.objects.select_for_update().filter(board=board, starts_at=begins)
    ).first()
    is_there = meeting is not None
    if meeting:
        problems.refuse("/meeting/starts_at", blocks_replacing(meeting, may_replace))
        if problems:
            return None
        clear(meeting)
    if said["state"] in BEGUN and begins > now():
        problems.add("/meeting/starts_at", "exchange.in_future")
    if (
        said["state"] in ENDED
        and fields.moment(said.get("ends_at") or "1900-01-01T00:00") > now()
    ):
        problems.add("/meeting/ends_at", "exchange.in_future")
    meeting = meeting or Meeting(board=board)
    for name, value in values.items():
        setattr(meeting, name, value)
    meeting.ends_at = None
    meeting.continues = continued(data, board, problems)
    is_begun = said["state"] in BEGUN
    meeting.state = MeetingState.IN_SESSION if is_begun else said["state"]
    if problems:
        return None
    return (
        (meeting, is_there)
        if problems.attempt("/meeting", lambda: saved(meeting))
        else None
    )


def saved(meeting: Meeting) -> Meeting:
    """Save the meeting and return it."""
    meeting.save()
    return meeting


def continued(data: dict[str, Any], board: Board, problems: Problems) -> Meeting | None:
    """Return the meeting that this one goes on with."""
    said = data["meeting"]
    begins = said.get("continues")
    is_continued = said.get("kind") == MeetingKind.CONTINUED
    if bool(begins) != is_continued:
        problems.add("/meeting/continues", "exchange.continues_nothing")
    if not begins:
        return None
    rows = Meeting.objects.filter(board=board, starts_at=fields.moment(begins))
    row = rows.first()
    if row is None:
        problems.add("/meeting/continues", "exchange.no_meeting", day=begins)
    return row
