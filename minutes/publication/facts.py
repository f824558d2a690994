"""What a § says, as data: proposed, put, voted and decided, for whoever counts.

Read from the parts of an approved §, which are frozen with it; the words that a
correction put right are put right here too. Whoever publishes masks it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from minutes.item.enums import RoundMethod
from minutes.item.labels import point_labels

if TYPE_CHECKING:
    from collections.abc import Iterable

    from minutes.approval.models import Correction
    from minutes.item.models import (
        DecisionPoint,
        FloorProposal,
        MinutesItem,
        PropositionRound,
    )
    from minutes.meeting.models import Attendance

# What `facts_of` asks of each §: to be prefetched where many are published.
PARTS = (
    "proposed",
    "floor_proposals__proposers",
    "rounds__options",
    "rounds__votes__attendance",
    "decision_points__elected",
    "reservations__people",
    "notes__people",
    "recipients__recipient",
)


def facts_of(
    item: MinutesItem, corrections: Iterable[Correction] = ()
) -> dict[str, Any]:
    """Return what the § says; a closed ballot holds numbers and no names (KL 5:55)."""
    facts = {
        "kind": item.agenda_item.kind,
        "proposed": [row.text for row in item.proposed.all()],
        "floor": [proposal(row) for row in item.floor_proposals.all() if is_put(row)],
        "rounds": [put_question(row) for row in item.rounds.all()],
        "points": points(item),
        "reservations": [
            {"names": names(row.people.all()), "text": row.text}
            for row in item.reservations.all()
        ],
        "notes": [
            {"kind": row.kind, "names": names(row.people.all()), "text": row.text}
            for row in item.notes.all()
        ],
        "recipients": [row.recipient.name for row in item.recipients.all()],
    }
    said = [(row.wrong, row.right) for row in corrections]
    return {key: put_right(value, said) for key, value in facts.items()}


def is_put(row: FloorProposal) -> bool:
    """Say whether a yrkande is in the minutes: one that was withdrawn is not."""
    return row.withdrawn_at is None


def proposal(row: FloorProposal) -> dict[str, Any]:
    """Return one yrkande."""
    return {"kind": row.kind, "text": row.text, "by": names(row.proposers.all())}


def put_question(row: PropositionRound) -> dict[str, Any]:
    """Return one question and its answer."""
    by_name = row.method == RoundMethod.OPEN_VOTE
    votes = row.votes.all() if by_name else ()
    return {
        "purpose": row.purpose,
        "question": row.question,
        "method": row.method,
        "yes_means": row.yes_means,
        "no_means": row.no_means,
        "yes": row.yes_count,
        "no": row.no_count,
        "abstain": row.abstain_count,
        "is_yes": row.is_yes,
        "settled_by": row.settled_by,
        "votes": [
            {
                "name": vote.attendance.name,
                "party": vote.attendance.party,
                "choice": vote.choice,
            }
            for vote in votes
        ],
        "options": [
            {"label": one.label, "votes": one.votes, "is_elected": one.is_elected}
            for one in row.options.all()
        ],
    }


def points(item: MinutesItem) -> list[dict[str, Any]]:
    """Return the beslutspunkter with the numbers they are printed with."""
    rows = list(item.decision_points.all())
    labels = point_labels(rows)
    return [decision(row, labels[row.pk]) for row in rows]


def decision(row: DecisionPoint, label: str) -> dict[str, Any]:
    """Return one beslutspunkt."""
    return {
        "number": label,
        "text": row.text,
        "outcome": row.outcome,
        "appeal": row.appeal,
        "proposed_to": row.proposed_to,
        "until": f"{row.until:%Y-%m-%d}" if row.until else "",
        "elected": [
            {"name": one.name, "party": one.party, "post": one.post}
            for one in row.elected.all()
        ],
    }


def names(people: Iterable[Attendance]) -> list[str]:
    """Return people as the minutes name them, with their party."""
    return [str(one) for one in people]


def put_right(data: Any, corrections: list[tuple[str, str]]) -> Any:
    """Return the data with what was corrected as it now reads (P-05)."""
    if isinstance(data, str):
        for wrong, right in corrections:
            data = data.replace(wrong, right)
        return data
    if isinstance(data, list):
        return [put_right(one, corrections) for one in data]
    if isinstance(data, dict):
        return {key: put_right(one, corrections) for key, one in data.items()}
    return data
