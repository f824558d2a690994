"""From rows to what the sentences of a § ask for; all its parts are loaded."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from minutes.item import sentences
from minutes.item.enums import (
    NoteKind,
    ProposalKind,
    RoundMethod,
    RoundPurpose,
    SettledBy,
    VoteChoice,
)
from minutes.item.generated import (
    FloorFact,
    NoteFact,
    OptionFact,
    RecusalFact,
    ReservationFact,
    RoundFact,
    VoteFact,
    genitive,
    proposal_name,
)
from minutes.item.labels import paper_name, point_labels

if TYPE_CHECKING:
    from datetime import date

    from minutes.item.models import (
        FloorProposal,
        MinutesItem,
        PropositionRound,
        Reservation,
    )
    from minutes.item.service import Service


def floor_facts(item: MinutesItem) -> list[FloorFact]:
    """Return the yrkanden that stand; withdrawn ones are not in the minutes (P-01)."""
    labels = point_labels(item.proposed.all())
    names = proposal_names(item)
    return [
        FloorFact(
            kind=ProposalKind(row.kind),
            text=row.text,
            people=makers(row),
            seconders=makers(row, seconding=True),
            on_behalf_of=row.on_behalf_of,
            points=labels_of(labels, row.targets.all()),
            about=tuple(names[one.pk] for one in row.about.all() if one.pk in names),
            until=day(row.until),
            not_put_because=row.not_put_because,
        )
        for row in item.floor_proposals.all()
        if row.withdrawn_at is None
    ]


def makers(row: FloorProposal, *, seconding: bool = False) -> tuple[str, ...]:
    """Return those who made a yrkande, or those who agreed with them."""
    people = sorted(row.proposer_set.all(), key=lambda one: one.pk)
    return tuple(str(one.attendance) for one in people if one.is_seconder == seconding)


def proposal_names(item: MinutesItem) -> dict[int, str]:
    """Return what others call each yrkande that stands."""
    return {
        row.pk: proposal_name(ProposalKind(row.kind), makers(row))
        for row in item.floor_proposals.all()
        if row.withdrawn_at is None
    }


def labels_of(labels: dict[int, str], rows: Iterable[object]) -> tuple[str, ...]:
    """Return the labels of some points, in the order of the list they stand in."""
    chosen = {getattr(row, "pk", None) for row in rows}
    return tuple(label for pk, label in labels.items() if pk in chosen)


def day(value: date | None) -> str:
    """Return a date as minutes print it: "2020-09-14"."""
    return f"{value:%Y-%m-%d}" if value else ""


def round_facts(item: MinutesItem) -> list[RoundFact]:
    """Return the rounds of a § as the wording needs them."""
    return [round_fact(item, row) for row in item.rounds.all()]


def round_fact(item: MinutesItem, row: PropositionRound) -> RoundFact:
    """Return one round as the wording needs it; votes as they were given."""
    votes = sorted(row.votes.all(), key=lambda vote: vote.pk)
    names = proposal_names(item)
    return RoundFact(
        question=row.question,
        method=RoundMethod(row.method),
        is_yes=row.is_yes,
        settled_by=SettledBy(row.settled_by) if row.settled_by else None,
        meanings=(row.yes_means, row.no_means),
        totals=(row.yes_count or 0, row.no_count or 0, row.abstain_count or 0),
        votes=tuple(
            VoteFact(str(vote.attendance), VoteChoice(vote.choice)) for vote in votes
        ),
        purpose=RoundPurpose(row.purpose),
        found_yes=row.found_yes,
        asked_by=str(row.asked_by) if row.asked_by else "",
        options=tuple(
            OptionFact(one.label, one.votes, one.is_elected)
            for one in row.options.all()
        ),
        yes_name=names.get(row.yes_proposal_id or 0, proposed_name(item)),
        no_name=names.get(row.no_proposal_id or 0, ""),
        points=labels_of(point_labels(item.proposed.all()), row.targets.all()),
    )


def proposed_name(item: MinutesItem) -> str:
    """Return what the proposal the meeting started from is called."""
    owner = genitive(item.proposed_by) if item.proposed_by else ""
    return sentences.PROPOSED_NAME.format(owner=owner or sentences.PROPOSED_OWNER)


def recusal_facts(item: MinutesItem, service: Service) -> list[RecusalFact]:
    """Return the jäv of a § with who sat instead (KL 6:28)."""
    instead = {
        member.pk: str(substitute)
        for substitute, member in service.replacements
        if member is not None
    }
    return [
        RecusalFact(
            person=str(row.attendance),
            reason=row.reason,
            substitute=instead.get(row.attendance_id, ""),
            found_by=item.board.name if row.is_finding else "",
        )
        for row in item.recusals.all()
    ]


def dissent_facts(item: MinutesItem) -> list[ReservationFact]:
    """Return the reservations of a § (KL 5:67 p. 6)."""
    labels = point_labels(item.decision_points.all())
    return [
        ReservationFact(
            people=tuple(str(person) for person in row.people.all()),
            text=row.text,
            on_behalf_of=row.on_behalf_of,
            points=labels_of(labels, row.points.all()),
            in_favour_of=favoured(item, row),
            document=paper_name(item, row.document),
        )
        for row in item.reservations.all()
    ]


def favoured(item: MinutesItem, row: Reservation) -> str:
    """Return the yrkande a reservation is in favour of: "eget yrkande" for one's own.

    One that was withdrawn is not in the minutes, nor is a mention of it (P-01).
    """
    for proposal in item.floor_proposals.all():
        if proposal.pk != row.in_favour_of_id or proposal.withdrawn_at:
            continue
        people = {one.pk for one in row.people.all()}
        owners = {one.attendance_id for one in proposal.proposer_set.all()}
        if people and people <= owners:
            return sentences.OWN_PROPOSAL
        return proposal_names(item)[proposal.pk]
    return ""


def note_facts(item: MinutesItem) -> list[NoteFact]:
    """Return what people had noted beside the decision (KL-12)."""
    return [
        NoteFact(
            kind=NoteKind(row.kind),
            people=tuple(str(person) for person in row.people.all()),
            text=row.text,
            on_behalf_of=row.on_behalf_of,
            dated=day(row.dated_on),
            document=paper_name(item, row.document),
        )
        for row in item.notes.all()
    ]
