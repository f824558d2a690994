"""What a § says in data: decisions, proposals, votes by name where they were open.

The facts were masked when they were published: nobody protected is named in them, and a
closed ballot names nobody.
"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from minutes.opendata.oparl.values import ABSENT, Object
from minutes.publication.labels import OUTCOMES, named

# Our own properties, and what the facts call them.
EXTENSIONS = {
    "justera:decisionPoints": "points",
    "justera:proposed": "proposed",
    "justera:proposals": "floor",
    "justera:votes": "rounds",
    "justera:reservations": "reservations",
    "justera:notes": "notes",
    "justera:recipients": "recipients",
}
# What a decision makes of the treatment of an ärende.
PREPARES = ("proposes", "remitted", "referred_back", "postponed")
INFORMS = ("noted",)


def extensions(facts: Object) -> Object:
    """Return our own properties of a point's decision."""
    return {ours: said(facts.get(theirs)) for ours, theirs in EXTENSIONS.items()}


def said(value: Any) -> Any:
    """Leave out what is not known or empty, however deep it lies (chapter 2.4)."""
    if isinstance(value, list):
        return [said(one) for one in value]
    if isinstance(value, dict):
        kept = {name: said(one) for name, one in value.items()}
        return {name: one for name, one in kept.items() if one not in ABSENT}
    return value


def outcomes(facts: Object) -> list[str]:
    """Return what the points of a decision do, each once, in order."""
    said = [str(point.get("outcome", "")) for point in facts.get("points", ())]
    return list(dict.fromkeys(one for one in said if one))


def result(facts: Object) -> str:
    """Return what became of the matter, in a few words."""
    return ", ".join(named(OUTCOMES, one) for one in outcomes(facts))


def resolution(facts: Object) -> str:
    """Return the words of the decision, point by point."""
    points = facts.get("points", ())
    if len(points) == 1:
        return str(points[0].get("text", ""))
    return "\n".join(f"{one.get('number', '')}. {one['text']}" for one in points)


def role(facts: Object) -> str | None:
    """Return what a meeting did with an ärende: prepared, decided, took note."""
    found = outcomes(facts)
    if not found:
        return None
    if all(one in INFORMS for one in found):
        return _("For information")
    return _("Preparation") if is_preparing(found) else _("Decision")


def is_deciding(facts: Object) -> bool | None:
    """Say whether the matter was decided here; nothing when nobody knows yet."""
    found = outcomes(facts)
    if not found:
        return None
    return not is_preparing(found) and not all(one in INFORMS for one in found)


def is_preparing(found: list[str]) -> bool:
    """Say whether somebody else, or another day, has the last word."""
    return all(one in PREPARES for one in found)
