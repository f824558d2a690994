"""What can be followed: read from an address, named, and linked to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from minutes.portal.queries import case_url
from minutes.publication.models import (
    PublishedBoard,
    PublishedCase,
    PublishedMunicipality,
)
from minutes.search.questions import Question, question_of
from minutes.subscription.enums import Topic
from minutes.subscription.rules import LONGEST_TARGET

# What an address says is followed.
NAMES = {
    Topic.BOARD: "namnd",
    Topic.CASE: "arende",
    Topic.NOTICE_BOARD: "kommun",
    Topic.SEARCH: "sok",
}
LARGEST = 2**63 - 1
Pair = tuple[str, str]


@dataclass(frozen=True)
class Followed:
    """Something that can be followed; `label` names no person."""

    topic: str
    target: str
    label: str
    url: str

    @property
    def address(self) -> str:
        """Where it is subscribed to."""
        query = urlencode({NAMES[Topic(self.topic)]: self.target})
        return f"{reverse('subscribe')}?{query}"


def asked_in(query: Mapping[str, str]) -> Pair | None:
    """Return what an address asks to follow; nothing when it names nothing."""
    for topic, name in NAMES.items():
        said = query.get(name, "").replace("\x00", "")
        if said:
            target = canonical(said) if topic == Topic.SEARCH else said
            return topic, target
    return None


def canonical(said: str) -> str:
    """Return a question of search as it is kept; empty when it asks for nothing."""
    question = question_in(said)
    return question.but(order="").address if question.words else ""


def question_in(said: str) -> Question:
    """Read a question from the query of an address."""
    try:
        return question_of(dict(parse_qsl(said, max_num_fields=20)))
    except ValueError:
        return Question()


def followed(pair: Pair) -> Followed | None:
    """Return one thing that can be followed."""
    return named([pair]).get(pair)


def named(pairs: Iterable[Pair]) -> dict[Pair, Followed]:
    """Return what can be followed by what it is kept as, in one query for each kind."""
    wanted: dict[str, set[str]] = {topic: set() for topic in Topic}
    for topic, target in pairs:
        if topic in wanted and 0 < len(target) <= LONGEST_TARGET:
            wanted[topic].add(target)
    found = [
        *boards(wanted[Topic.BOARD]),
        *cases(wanted[Topic.CASE]),
        *notice_boards(wanted[Topic.NOTICE_BOARD]),
        *(search(said) for said in wanted[Topic.SEARCH]),
    ]
    return {(one.topic, one.target): one for one in found}


def boards(slugs: set[str]) -> list[Followed]:
    """Return boards by their names in addresses."""
    rows = PublishedBoard.objects.filter(slug__in=slugs) if slugs else ()
    return [board(row) for row in rows]


def board(row: PublishedBoard) -> Followed:
    """Return a board as something to follow."""
    return Followed(Topic.BOARD, row.slug, row.name, row.get_absolute_url())


def notice_boards(slugs: set[str]) -> list[Followed]:
    """Return notice boards by their municipalities' names in addresses."""
    rows = PublishedMunicipality.objects.filter(slug__in=slugs) if slugs else ()
    return [notice_board(row) for row in rows]


def notice_board(row: PublishedMunicipality) -> Followed:
    """Return a municipality's notice board as something to follow."""
    label = _("Notice board, %(name)s") % {"name": row.name}
    return Followed(Topic.NOTICE_BOARD, row.slug, label, row.get_absolute_url())


def cases(targets: set[str]) -> list[Followed]:
    """Return ärenden by number alone: a title can name somebody."""
    ids = [
        int(one)
        for one in targets
        if one.isascii() and one.isdecimal() and len(one) < len(str(LARGEST))
    ]
    if not ids:
        return []
    rows = PublishedCase.objects.filter(pk__in=ids, withdrawn_at=None)
    return [
        Followed(
            Topic.CASE,
            str(row.pk),
            _("Case %(dnr)s") % {"dnr": row.dnr},
            case_url(row),
        )
        for row in rows.select_related("board")
    ]


def search(said: str) -> Followed:
    """Return a saved search by its words."""
    label = _("Search: %(words)s") % {"words": question_in(said).words}
    return Followed(Topic.SEARCH, said, label, f"{reverse('public-search')}?{said}")
