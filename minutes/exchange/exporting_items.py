"""A § with all its parts, as the format says it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from minutes.exchange import fields

if TYPE_CHECKING:
    from cases.document.models import Document
    from minutes.item.models import (
        FloorProposal,
        MinutesItem,
        PropositionRound,
        Reservation,
    )


@dataclass(frozen=True)
class Keys:
    """The file's own names of people and points, by key of the row."""

    people: dict[int, str]
    points: dict[int, str]
    parts: dict[tuple[str, int], str] = field(default_factory=dict)

    def point(self, pk: int | None) -> str | None:
        """Return the name of a point, if one is meant."""
        return None if pk is None else self.points[pk]

    def span(self, row: Any) -> dict[str, str | None]:
        """Return from which point to which; open ends are null."""
        return {"from": self.point(row.from_item_id), "to": self.point(row.to_item_id)}

    def named(self, letter: str, rows: Iterable[Any]) -> list[Any]:
        """Give the parts of a § their names, in order: y1, y2."""
        found = list(rows)
        for place, row in enumerate(found, start=1):
            self.parts[letter, row.pk] = f"{letter}{place}"
        return found

    def part(self, letter: str, pk: int | None) -> str | None:
        """Return the name of a part, if one is meant."""
        return None if pk is None else self.parts[letter, pk]

    def those(self, letter: str, rows: Iterable[Any]) -> list[str]:
        """Return the names of several parts, in their order."""
        found = [self.parts[letter, row.pk] for row in rows]
        return sorted(found, key=lambda name: int(name[1:]))

    def who(self, rows: Iterable[Any]) -> list[str]:
        """Return the names of the people of joining rows, in the roll's order."""
        found = [self.people[row.attendance_id] for row in rows]
        return sorted(found, key=lambda name: int(name[1:]))


def exported_item(item: MinutesItem, keys: Keys) -> dict[str, Any]:
    """Return one § with everything that was said and decided in it."""
    proposed = keys.named("f", item.proposed.all())
    proposals = keys.named("y", item.floor_proposals.all())
    rounds = keys.named("o", item.rounds.all())
    points = keys.named("b", item.decision_points.all())
    return {
        **fields.dump(item, fields.ITEM),
        "secrecy": exported_secrecy(item),
        "sections": [fields.dump(row, fields.SECTION) for row in item.sections.all()],
        "proposed": nested(
            proposed, lambda row: {"key": keys.part("f", row.pk), "text": row.text}
        ),
        "proposals": [exported_proposal(row, keys) for row in proposals],
        "rounds": [exported_round(row, keys) for row in rounds],
        "not_taking_part": keys.who(item.non_participations.all()),
        "decision": nested(points, lambda row: exported_decision(row, keys)),
        "reservations": [
            exported_reservation(row, keys) for row in item.reservations.all()
        ],
        "notes": [
            {
                **fields.dump(row, fields.NOTE),
                "people": keys.who(row.notemaker_set.all()),
                "document": document_of(row.document),
            }
            for row in item.notes.all()
        ],
        "recusals": [
            {
                "person": keys.people[row.attendance_id],
                **fields.dump(row, fields.RECUSAL),
            }
            for row in sorted(item.recusals.all(), key=lambda row: row.pk)
        ],
        **exported_papers(item),
    }


def exported_secrecy(item: MinutesItem) -> dict[str, Any] | None:
    """Return the secrecy mark with its ground, if there is one (TF 2:20)."""
    if not item.is_secret:
        return None
    return fields.dump(item, ("legal_ground", "marked_on"))


def nested(rows: Iterable[Any], said: Any) -> list[dict[str, Any]]:
    """Return rows with those below them inside."""
    top: list[dict[str, Any]] = []
    found: dict[int, dict[str, Any]] = {}
    for row in rows:
        found[row.pk] = {**said(row), "below": []}
        above = found[row.parent_id]["below"] if row.parent_id in found else top
        above.append(found[row.pk])
    return top


def exported_proposal(row: FloorProposal, keys: Keys) -> dict[str, Any]:
    """Return a yrkande with who made it and what it is about."""
    people = list(row.proposer_set.all())
    return {
        "key": keys.part("y", row.pk),
        **fields.dump(row, fields.PROPOSAL),
        "proposers": keys.who(one for one in people if not one.is_seconder),
        "seconders": keys.who(one for one in people if one.is_seconder),
        "targets": keys.those("f", row.targets.all()),
        "about": keys.those("y", row.about.all()),
    }


def exported_round(row: PropositionRound, keys: Keys) -> dict[str, Any]:
    """Return a question of the chair with its answer."""
    return {
        "key": keys.part("o", row.pk),
        **fields.dump(row, fields.ROUND),
        "yes_proposal": keys.part("y", row.yes_proposal_id),
        "no_proposal": keys.part("y", row.no_proposal_id),
        "asked_by": keys.people.get(row.asked_by_id or 0),
        "targets": keys.those("f", row.targets.all()),
        "votes": [
            {"person": keys.people[vote.attendance_id], "choice": vote.choice}
            for vote in sorted(row.votes.all(), key=lambda vote: vote.pk)
        ],
        "options": [fields.dump(one, fields.OPTION) for one in row.options.all()],
    }


def exported_decision(row: Any, keys: Keys) -> dict[str, Any]:
    """Return a beslutspunkt."""
    return {
        "key": keys.part("b", row.pk),
        **fields.dump(row, fields.DECISION),
        "round": keys.part("o", row.round_id),
        "elected": [fields.dump(one, fields.ELECTED) for one in row.elected.all()],
    }


def exported_reservation(row: Reservation, keys: Keys) -> dict[str, Any]:
    """Return a reservation with who made it, against what."""
    return {
        "people": keys.who(row.reservist_set.all()),
        **fields.dump(row, fields.RESERVATION),
        "against": keys.those("b", row.points.all()),
        "in_favour_of": keys.part("y", row.in_favour_of_id),
        "document": document_of(row.document),
    }


def exported_papers(item: MinutesItem) -> dict[str, Any]:
    """Return what goes with a §: underlag, bilagor, lists and receivers."""
    return {
        "earlier": [
            {"label": row.label, "item": cited(row.earlier)}
            for row in item.earlier_handlings.all()
        ],
        "questions": [
            {
                **fields.dump(row, fields.QUESTION),
                "document": document_of(row.document),
            }
            for row in item.asked_questions.all()
        ],
        "recipients": [row.recipient.name for row in item.recipients.all()],
        "basis": [
            {"label": row.label, "document": document_of(row.document)}
            for row in item.basis.all()
        ],
        "appendices": [
            {"number": row.number, "document": document_of(row.document)}
            for row in item.appendices.all()
        ],
        "communications": [
            {
                "heading": row.communication.heading,
                "received_on": fields.as_json(row.communication.received_on),
                "case": row.communication.case.dnr if row.communication.case else None,
            }
            for row in item.communications.all()
        ],
        "reported": [
            fields.dump(row.decision, fields.REPORTED)
            for row in item.reported_decisions.all()
        ],
    }


def cited(earlier: MinutesItem | None) -> dict[str, Any] | None:
    """Return an earlier § by body, year and number, once it has one."""
    if earlier is None or earlier.number is None:
        return None
    board = earlier.board
    return {
        "host": board.host.name,
        "prefix": board.prefix,
        "year": earlier.year,
        "number": earlier.number,
    }


def document_of(row: Document | None) -> dict[str, Any] | None:
    """Return a handling by its ärende and number, with what its file weighs in at."""
    if row is None:
        return None
    return {
        "case": row.case.dnr,
        "act": row.act_number,
        "sha256": row.file.sha256 if row.file else None,
    }
