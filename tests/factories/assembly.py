"""A fullmäktige of many members, with a meeting of many §§ and votes by name.

The rows of what has been decided are written in bulk: a bench asks how the pages read
them, not how they came about.
"""

from boards.board.models import Board, Regulations
from boards.membership.enums import MemberRole
from boards.membership.models import Membership
from boards.shared.clock import at, local
from minutes.item.enums import (
    ProposalKind,
    RoundMethod,
    SectionKind,
    SettledBy,
    VoteChoice,
)
from minutes.item.models import (
    DecisionPoint,
    FloorProposal,
    ItemSection,
    MinutesItem,
    Proposer,
    PropositionRound,
    Recusal,
    Reservation,
    Reservist,
    Vote,
)
from minutes.meeting import actions
from minutes.meeting.enums import AgendaKind
from minutes.meeting.models import AgendaItem, Attendance, Meeting, PresenceSpan
from tests.factories import meetings as make

PARTIES = ("S", "M", "C", "V", "L", "KD", "MP")
ROLES = (MemberRole.CHAIR, MemberRole.VICE_CHAIR, MemberRole.SECOND_VICE_CHAIR)


def assembly(seats: int = 61, slug: str = "kf", substitutes: int = 14) -> Board:
    """A fullmäktige with its presidium first and substitutes of every party."""
    board = Board.objects.create(
        host=make.municipality("Alby"),
        kind="assembly",
        name=f"Kommunfullmäktige {slug}",
        genitive=f"Kommunfullmäktige {slug}s",
        prefix=slug.upper(),
        slug=slug,
        seats=seats,
        email=f"{slug}@alby.example",
        valid_from=make.TERM,
    )
    Regulations.objects.create(
        board=board, valid_from=make.TERM, storage_place="Kommunhuset, Alby"
    )
    for order in range(seats + substitutes):
        role = MemberRole.SUBSTITUTE
        if order < seats:
            role = ROLES[order] if order < len(ROLES) else MemberRole.MEMBER
        Membership.objects.create(
            board=board,
            person=make.person("Ledamot", f"Nr{order}", f"{slug}{order}@alby.example"),
            role=role,
            party=make.party(PARTIES[order % len(PARTIES)]),
            municipality=board.host,
            valid_from=make.TERM,
            call_order=order,
        )
    return board


def sitting(board: Board, items: int, votes: int) -> Meeting:
    """A meeting in session of so many §§, so many of them decided by name."""
    with at(local(make.MEETING_DAY, 8)):
        meeting = actions.plan_meeting(
            board=board,
            starts_at=local(make.MEETING_DAY, 9),
            place="Stora salen",
            by=make.secretary_of(board),
        )
    add_points(meeting, items)
    with at(local(make.MEETING_DAY, 9)):
        Meeting.objects.filter(pk=meeting.pk).update(state="called")
        meeting = actions.open_meeting(meeting=meeting, by=meeting.secretary)
    PresenceSpan.objects.bulk_create(
        PresenceSpan(attendance=row) for row in meeting.attendances.all()
    )
    everybody = list(meeting.attendances.all())
    drafts = list(meeting.items.order_by("agenda_item__position"))
    for place, item in enumerate(drafts):
        with_text(item)
        if place < votes:
            with_vote(item, everybody[: board.seats])
    meeting.refresh_from_db()
    return meeting


def add_points(meeting: Meeting, items: int) -> None:
    rows = AgendaItem.objects.bulk_create(
        AgendaItem(
            meeting=meeting,
            position=position,
            kind=AgendaKind.DECISION,
            heading=f"Ärende {position}",
        )
        for position in range(1, items + 1)
    )
    drafts = MinutesItem.objects.bulk_create(
        MinutesItem(
            agenda_item=row,
            meeting=meeting,
            board=meeting.board,
            year=meeting.held_on.year,
            heading=row.heading,
        )
        for row in rows
    )
    ItemSection.objects.bulk_create(
        ItemSection(item=item, kind=SectionKind.SUMMARY, position=1) for item in drafts
    )


def with_text(item: MinutesItem) -> None:
    item.sections.update(body="<p>Ärendet har beretts av förvaltningen.</p>" * 4)
    item.proposed.create(text="Förslaget antas.", position=1)
    DecisionPoint.objects.create(item=item, text="Förslaget antas.", position=1)
    MinutesItem.objects.filter(pk=item.pk).update(
        decided_at=local(make.MEETING_DAY, 10)
    )


def with_vote(item: MinutesItem, voters: list[Attendance]) -> None:
    """Two proposals, a vote of everybody but one with jäv, and a reservation."""
    chair, *others = voters
    recused, *rest = others
    Recusal.objects.create(item=item, attendance=recused)
    for kind, person in ((ProposalKind.ADOPT, chair), (ProposalKind.REJECT, rest[0])):
        proposal = FloorProposal.objects.create(item=item, kind=kind, text="")
        Proposer.objects.create(proposal=proposal, attendance=person)
    round_ = PropositionRound.objects.create(
        item=item,
        question="förslaget antas eller avslås",
        method=RoundMethod.OPEN_VOTE,
        yes_means="förslaget antas",
        no_means="förslaget avslås",
        is_yes=True,
        settled_by=SettledBy.MAJORITY,
        yes_count=len(rest),
        no_count=1,
        position=1,
    )
    Vote.objects.bulk_create(
        Vote(
            round=round_,
            attendance=person,
            choice=VoteChoice.NO if person == rest[0] else VoteChoice.YES,
        )
        for person in (*rest, chair)
    )
    reservation = Reservation.objects.create(
        item=item, announced_at=local(make.MEETING_DAY, 10), text="Avslag."
    )
    Reservist.objects.create(reservation=reservation, attendance=rest[0])
