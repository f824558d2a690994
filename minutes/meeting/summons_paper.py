"""The kallelse as a document: when, where, the agenda, and who is called (KL 6:17)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from boards.membership.enums import MemberRole
from boards.shared.clock import STOCKHOLM
from boards.shared.paper.tree import (
    Block,
    Column,
    Document,
    Field,
    FieldTable,
    Footer,
    Heading,
    Table,
    bullets,
    cells,
    paragraph,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from boards.membership.models import Membership
    from minutes.meeting.agenda_snapshot import Point
    from minutes.meeting.models import Meeting


def summons_document(
    meeting: Meeting,
    agenda: Sequence[Point],
    called: Sequence[Membership],
    news: Sequence[str] = (),
) -> Document:
    """Return the kallelse; `news` makes it a supplementary one."""
    title = _("Supplementary summons") if news else _("Summons")
    substitutes = [row for row in called if row.role == MemberRole.SUBSTITUTE]
    members = [row for row in called if row.role != MemberRole.SUBSTITUTE]
    blocks: list[Block] = [Heading(1, title), facts(meeting)]
    if news:
        blocks += [Heading(2, _("What is new")), bullets(*news)]
    blocks += [Heading(2, _("Agenda")), agenda_table(agenda)]
    blocks += [Heading(2, _("Called as members")), bullets(*map(name_line, members))]
    if substitutes:
        heading = Heading(2, _("Called as substitutes"))
        blocks += [heading, bullets(*map(name_line, substitutes))]
    blocks.append(paragraph(notice_of_absence(meeting)))
    return Document(
        title=f"{title}, {meeting.board.name} {meeting.held_on:%Y-%m-%d}",
        kind=title,
        organ=meeting.board.name,
        municipality=meeting.board.host.name,
        meeting_date=meeting.held_on,
        blocks=tuple(blocks),
        footer=Footer.TEXT,
        footer_text=meeting.board.name,
    )


def when(meeting: Meeting) -> str:
    """Return day and clock of the meeting in words."""
    local = meeting.starts_at.astimezone(STOCKHOLM)
    return _("%(day)s at %(clock)s") % {
        "day": date_format(local, "l j F Y"),
        "clock": f"{local:%H.%M}",
    }


def facts(meeting: Meeting) -> FieldTable:
    """Return the labelled facts at the top."""
    fields = [
        Field(_("Time"), (when(meeting),)),
        Field(_("Place"), (meeting.place,)),
    ]
    if meeting.secretary:
        fields.append(Field(_("Secretary"), (str(meeting.secretary),)))
    if meeting.approval_planned_at:
        local = meeting.approval_planned_at.astimezone(STOCKHOLM)
        place = f"{meeting.approval_place}, {local:%Y-%m-%d %H.%M}".lstrip(", ")
        fields.append(Field(_("Approval of the minutes"), (place,)))
    return FieldTable(tuple(fields))


def agenda_table(agenda: Sequence[Point]) -> Table:
    """Return the points in order, each with number, ärende and handlingar."""
    columns = (
        Column(_("No."), width=1),
        Column(_("Matter"), width=6),
        Column(_("Case number"), width=2.5),
        Column(_("Rapporteur"), width=3),
    )
    return Table(columns, tuple(cells(*agenda_row(row)) for row in agenda))


def agenda_row(row: Point) -> tuple[str, str, str, str]:
    """Return a point's cells; its handlingar stand under the heading."""
    late = _("added after the summons") if row["is_late"] else ""
    heading = f"{row['heading']} ({late})" if late else row["heading"]
    papers = [f"– {paper['label']}" for paper in row["papers"]]
    matter = "\n".join([heading, *papers])
    return str(row["position"]), matter, row["dnr"], row["rapporteur"]


def name_line(row: Membership) -> str:
    """Return somebody called, with party and what they are."""
    if row.role in {MemberRole.SUBSTITUTE, MemberRole.MEMBER}:
        return f"{row.person.name} ({row.party_label})"
    return f"{row.person.name} ({row.party_label}), {row.get_role_display().lower()}"


def notice_of_absence(meeting: Meeting) -> str:
    """Return the request to say so when one cannot come."""
    values = {"email": meeting.board.email}
    return _("If you cannot come, write to %(email)s as soon as possible.") % values
