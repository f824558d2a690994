"""Which plain fields of each table the file holds, and how they are written."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import models

from boards.shared.clock import STOCKHOLM

MEETING = (
    "starts_at",
    "ends_at",
    "place",
    "kind",
    "minutes_number",
    "migrated_from",
    "approval_place",
    "approval_planned_at",
)
ADJOURNMENT = ("from_at", "to_at", "reason")
PERSON = (
    "name",
    "kind",
    "role",
    "party",
    "mode",
    "belongs_to",
    "title",
    "admitted_by",
)
STAY = ("from_part", "to_part", "arrived_at", "left_at")
SERVICE = ("cause", "reason")
POINT = (
    "kind",
    "heading",
    "section",
    "cause",
    "rapporteur",
    "is_late",
    "agreed_at",
    "withdrawn_at",
)
ITEM = (
    "number",
    "heading",
    "is_information",
    "is_authority",
    "reference",
    "proposed_by",
    "decided_at",
)
SECTION = ("kind", "heading", "body", "generated_from")
PROPOSAL = (
    "kind",
    "text",
    "on_behalf_of",
    "until",
    "not_put_because",
    "withdrawn_at",
)
ROUND = (
    "purpose",
    "question",
    "found_yes",
    "method",
    "yes_means",
    "no_means",
    "is_yes",
    "settled_by",
    "yes_count",
    "no_count",
    "abstain_count",
)
OPTION = ("label", "votes", "is_elected")
DECISION = (
    "text",
    "outcome",
    "appeal",
    "appeal_text",
    "proposed_to",
    "until",
    "addressee",
    "reason",
)
ELECTED = ("name", "party", "post", "valid_from", "valid_to", "in_place_of")
RESERVATION = ("announced_at", "on_behalf_of", "text")
NOTE = ("kind", "on_behalf_of", "text", "dated_on")
RECUSAL = ("reason", "is_finding")
QUESTION = ("kind", "asked_by", "asked_to", "text", "answered_by", "answer")
APPROVAL = ("is_immediate", "approved_on", "storage_place")
REPORTED = ("decided_on", "number", "delegate", "text")


def dump(row: models.Model, names: Sequence[str]) -> dict[str, Any]:
    """Return the fields of a row as JSON says them."""
    return {name: as_json(getattr(row, name)) for name in names}


def as_json(value: Any) -> Any:
    """Return a moment in local time with its offset, a day as ISO, else the value."""
    if isinstance(value, datetime):
        return value.astimezone(STOCKHOLM).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return value


def load(
    model: type[models.Model], data: dict[str, Any], names: Sequence[str]
) -> dict[str, Any]:
    """Return the values of a row; what the file leaves out keeps the model's own."""
    found = {}
    for name in names:
        if name not in data:
            continue
        field = model._meta.get_field(name)
        value = data[name]
        if value is not None and isinstance(field, models.DateTimeField):
            value = moment(value)
        elif value is not None and isinstance(field, models.DateField):
            value = date.fromisoformat(value)
        found[name] = value
    return found


def moment(said: str) -> datetime:
    """Return a moment; without an offset it is local time."""
    found = datetime.fromisoformat(said)
    return found if found.tzinfo else found.replace(tzinfo=STOCKHOLM)
