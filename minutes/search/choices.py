"""What a reader can narrow a search with: each choice, its name and how many it has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from minutes.publication.labels import OUTCOMES, named
from minutes.publication.models import PublishedBoard, PublishedMunicipality
from minutes.search.labels import KINDS
from minutes.search.queries import Hits
from minutes.search.questions import Question

# More choices than this help nobody.
MOST_CHOICES = 10
GROUPS: dict[str, Promise] = {
    "board": _("Board"),
    "year": _("Year"),
    "kind": _("Kind"),
    "outcome": _("Outcome"),
    "party": _("Party"),
}


@dataclass(frozen=True)
class Choice:
    """One way to narrow, or to stop narrowing: `address` is the question it asks."""

    name: str
    address: str
    number: int = 0


@dataclass(frozen=True)
class Group:
    """The choices of one kind."""

    label: Promise
    choices: list[Choice]


def groups(question: Question, hits: Hits) -> list[Group]:
    """Return what could narrow the hits further; a lone choice narrows nothing."""
    boards = list(PublishedBoard.objects.only("pk", "slug", "name"))
    names = naming(boards)
    slugs = {str(board.pk): board.slug for board in boards}
    found = []
    for key, label in GROUPS.items():
        counts = hits.counts.get(key, {})
        if getattr(question, key) or len(counts) < 2:  # noqa: PLR2004  nothing to choose
            continue
        rows = list(counts.items())[:MOST_CHOICES]
        choices = [
            Choice(
                names[key].get(slugs.get(value, value), value),
                question.but(**{key: slugs.get(value, value)}).address
                if key == "board"
                else question.but(**{key: value}).address,
                number,
            )
            for value, number in rows
        ]
        found.append(Group(label, choices))
    return found


def naming(boards: list[PublishedBoard]) -> dict[str, Mapping[str, str]]:
    """Return what every value is called, by what it narrows."""
    return {
        "board": {board.slug: board.name for board in boards},
        "year": {},
        "kind": {str(code): str(name) for code, name in KINDS.items()},
        "outcome": {code: named(OUTCOMES, code) for code in OUTCOMES},
        "party": {},
    }


def narrowed(question: Question) -> list[Choice]:
    """Return what narrows the question now, each with the question without it."""
    names = naming(list(PublishedBoard.objects.only("pk", "slug", "name")))
    municipality = PublishedMunicipality.objects.filter(slug=question.municipality)
    found = []
    if question.municipality:
        name = municipality.values_list("name", flat=True).first()
        found.append(("municipality", name or question.municipality))
    said = {key: value for key in GROUPS if (value := getattr(question, key))}
    found += [(key, names[key].get(value, value)) for key, value in said.items()]
    return [Choice(name, question.but(**{key: ""}).address) for key, name in found]
