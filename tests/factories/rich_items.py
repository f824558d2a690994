"""A § with everything a real protokoll may say, as rows."""

from datetime import date
from typing import Any

from boards.board.models import Recipient
from boards.shared.clock import local, now
from cases.delegation.models import DelegatedDecision
from minutes.item.enums import (
    AppealRegime,
    AskedKind,
    NoteKind,
    PointOutcome,
    ProposalKind,
    RoundMethod,
    RoundPurpose,
    SettledBy,
    VoteChoice,
)
from minutes.item.models import FloorProposal, MinutesItem, PropositionRound
from minutes.meeting.models import Attendance, Meeting
from tests.factories import items as make
from tests.factories.meetings import MEETING_DAY

SECRET_DECISION = "Namnlös Person får bistånd"


def meeting_of_four(points: int = 3, slug: str = "kultur") -> Meeting:
    """A meeting in session of four seats and two substitutes, all there."""
    return make.in_session(make.larger_board(4, slug))


def people(meeting: Meeting) -> list[Attendance]:
    """Members first, then substitutes, then staff."""
    return list(meeting.attendances.all())


def filled(item: MinutesItem) -> MinutesItem:
    """Give a § every kind of part once or twice."""
    with_lists(item)
    first, second = with_floor(item)
    with_rounds(item, first, second)
    with_decision(item)
    with_dissent(item, first)
    return item


def with_lists(item: MinutesItem) -> None:
    board, number = item.board, item.pk * 10
    item.reference = "KF handling nr 12"
    item.proposed_by = "Arbetsutskottet"
    item.save()
    point = item.agenda_item
    point.case = make.case_of(board, number, "Ärendet")
    point.save()
    point.other_cases.add(make.case_of(board, number + 1))
    item.earlier_handlings.create(label="Arbetsutskottet § 50/2020")
    item.asked_questions.create(
        kind=AskedKind.INTERPELLATION,
        asked_by="Eva Dahl (V)",
        asked_to="ordföranden",
        text="Hur går det?",
        answered_by="Göran Ekström (M)",
        answer="Det går bra.",
    )
    for place, secret in enumerate((False, True)):
        marks = {"legal_ground": "OSL 26:1", "marked_on": MEETING_DAY} if secret else {}
        row = DelegatedDecision.objects.create(
            board=board,
            number=f"D {item.pk}-{place}",
            decided_on=date(2020, 9, 1 + place),
            delegate="Jan Hedlund, IT-chef",
            ground="D 3.1",
            text=SECRET_DECISION if secret else "Avtal om skrivare förlängs",
            **marks,
        )
        item.reported_decisions.create(decision=row, position=place)
    outer = item.proposed.create(text="Planen antas.", position=1)
    item.proposed.create(text="Bilaga A tas med.", parent=outer, position=1)
    item.proposed.create(text="Planen följs upp.", position=2)
    item.recipients.create(
        recipient=Recipient.objects.get_or_create(
            board=board, name="Kommunfullmäktige", defaults={"email": "kf@alby.example"}
        )[0]
    )


def with_floor(item: MinutesItem) -> tuple[FloorProposal, FloorProposal]:
    chair, vice, third, fourth = people(item.meeting)[:4]
    point = item.proposed.filter(parent=None).last()
    first = item.floor_proposals.create(
        kind=ProposalKind.ADD,
        text="Planen får en bilaga.",
        on_behalf_of="Centerpartiet",
        position=1,
    )
    first.proposer_set.create(attendance=vice)
    first.proposer_set.create(attendance=third, is_seconder=True)
    first.targets.add(point)
    second = item.floor_proposals.create(
        kind=ProposalKind.REJECT, text="", position=2, not_put_because="Nytt ärende."
    )
    second.proposer_set.create(attendance=fourth)
    second.about.add(first)
    later = item.floor_proposals.create(
        kind=ProposalKind.POSTPONE, text="", until=date(2020, 11, 3), position=3
    )
    later.proposer_set.create(attendance=chair)
    item.floor_proposals.create(
        kind=ProposalKind.REJECT, text="Det tillbakatagna", withdrawn_at=now()
    )
    return first, second


def with_rounds(
    item: MinutesItem, first: FloorProposal, second: FloorProposal
) -> PropositionRound:
    voters = people(item.meeting)[:4]
    item.rounds.create(
        purpose=RoundPurpose.PROCEDURAL,
        question="ärendet avgörs i dag",
        is_yes=True,
        settled_by=SettledBy.ACCLAMATION,
        position=1,
    )
    vote = item.rounds.create(
        purpose=RoundPurpose.MAIN,
        question="planen antas",
        method=RoundMethod.OPEN_VOTE,
        found_yes=True,
        asked_by=voters[2],
        yes_proposal=first,
        no_proposal=second,
        yes_means="bifall till planen",
        no_means="avslag på planen",
        is_yes=True,
        settled_by=SettledBy.CASTING_VOTE,
        yes_count=1,
        no_count=1,
        abstain_count=2,
        position=2,
    )
    choices = (VoteChoice.YES, VoteChoice.NO, VoteChoice.ABSTAIN, VoteChoice.ABSTAIN)
    for voter, choice in zip(voters, choices, strict=True):
        vote.votes.create(attendance=voter, choice=choice)
    ballot = item.rounds.create(
        purpose=RoundPurpose.ELECTION,
        question="Vem väljs till ersättare?",
        method=RoundMethod.CLOSED_VOTE,
        is_yes=True,
        settled_by=SettledBy.LOT,
        yes_count=2,
        no_count=2,
        position=3,
    )
    ballot.options.create(label="Anna Holm (L)", votes=2, is_elected=True, position=1)
    ballot.options.create(label="Bo Falk (S)", votes=2, position=2)
    return vote


def with_decision(item: MinutesItem) -> None:
    outer = point(item, "Planen antas.", 1, appeal=AppealRegime.NONE)
    point(item, "Bilaga A tas med.", 1, parent=outer)
    point(
        item,
        "Bidraget till den sökande avslås.",
        2,
        outcome=PointOutcome.REJECTED,
        appeal=AppealRegime.ADMINISTRATIVE,
        appeal_text="Skriv till förvaltningsrätten inom tre veckor.",
    )
    elected = point(item, "Ersättare väljs.", 3, outcome=PointOutcome.ELECTED)
    elected.elected.create(
        name="Anna Holm",
        party="L",
        post="ersättare",
        valid_from=date(2020, 10, 1),
        valid_to=date(2022, 12, 31),
        in_place_of="Bo Ås (L)",
    )
    point(
        item,
        "Budgeten ökas.",
        4,
        outcome=PointOutcome.PROPOSES,
        proposed_to="kommunfullmäktige",
        appeal=AppealRegime.NONE,
    )


def point(item: MinutesItem, text: str, position: int, **values: Any) -> Any:
    return item.decision_points.create(text=text, position=position, **values)


def with_dissent(item: MinutesItem, favoured: FloorProposal) -> None:
    chair, vice, third, fourth, substitute, *_rest = people(item.meeting)
    row = item.reservations.create(
        announced_at=local(MEETING_DAY, 9, 30),
        in_favour_of=favoured,
        on_behalf_of="Centerpartiet",
        text="Planen räcker inte.",
    )
    row.people.add(vice)
    row.points.add(item.decision_points.get(position=2))
    other = item.reservations.create(
        announced_at=local(MEETING_DAY, 9, 31), in_favour_of=favoured
    )
    other.people.add(chair)
    item.non_participations.create(attendance=third)
    item.recusals.create(attendance=fourth, reason="släkting", is_finding=True)
    for place, (kind, person) in enumerate(
        (
            (NoteKind.NOTE, third),
            (NoteKind.STATEMENT, vice),
            (NoteKind.OPINION, substitute),
        )
    ):
        note = item.notes.create(
            kind=kind, text=f"Det som {kind} säger.", position=place
        )
        note.people.add(person)


def filled_again(item: MinutesItem) -> None:
    """Give a § that has everything one more of each."""
    first = item.floor_proposals.get(position=1)
    with_rounds(item, first, item.floor_proposals.get(position=2))
    with_decision(item)
    row = item.reservations.create(announced_at=now(), in_favour_of=first)
    row.people.set(people(item.meeting)[:2])
