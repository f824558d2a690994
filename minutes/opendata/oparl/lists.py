"""Objects by their key, and lists of them page by page."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from django.db.models import Q, Value

from minutes.opendata.oparl.addresses import list_url
from minutes.opendata.oparl.asking import Asked
from minutes.opendata.oparl.enums import INTERNAL_LISTS, Kind
from minutes.opendata.oparl.objects import registers
from minutes.opendata.oparl.objects.files import with_text
from minutes.opendata.oparl.problems import Problem
from minutes.opendata.oparl.rows import Rows, bodies
from minutes.opendata.oparl.sources import OF_BOARD, SOURCES, Source
from minutes.opendata.oparl.values import Object, tombstone, without

# The largest key PostgreSQL gives.
MOST = 2**63 - 1
KEY = re.compile(r"([a-z]+-)?([1-9][0-9]{0,18})", re.ASCII)
Scope = Callable[[Source], Q]


def find(kind: Kind, key: str) -> Object:
    """Return one object, or what is left of it; a key has one way to be written."""
    if kind is Kind.TERM:
        return find_term(key)
    source, row = found(kind, key)
    if row.gone:
        return tombstone(kind, key, row)
    return with_text(source.show(row), row) if kind is Kind.FILE else source.show(row)


def found(kind: Kind, key: str) -> tuple[Source, Any]:
    """Return the row behind a key, gone or not."""
    match = KEY.fullmatch(key)
    if match is None:
        raise Problem.unknown()
    for source in SOURCES[kind]:
        if source.lead == (match[1] or ""):
            row = source.load(source.rows()).filter(pk=key_of(match[2])).first()
            if row is not None:
                return source, row
    raise Problem.unknown()


def key_of(text: str) -> int:
    """Return a row's key; it has one way to be written."""
    match = KEY.fullmatch(text)
    if match is None or match[1] or int(match[2]) > MOST:
        raise Problem.unknown()
    return int(match[2])


def find_term(key: str) -> Object:
    """Return one term of office of one municipality."""
    lead, _dash, code = key.partition("-")
    row = found(Kind.BODY, lead)[1]
    for one in registers.terms_of(row):
        if one["id"].endswith(f"/{row.pk}-{code}"):
            return one
    raise Problem.unknown()


def body_list(body: str, kind: Kind, asked: Asked) -> Object:
    """Return a page of what a municipality has of one kind."""
    row = found(Kind.BODY, body)[1]
    address = list_url(Kind.BODY, row.pk, kind)
    if kind is Kind.TERM:
        return terms_page(row, asked, address)
    return page(kind, lambda source: source.of_body(row.pk), asked, address)


def organization_list(key: str, kind: Kind, asked: Asked) -> Object:
    """Return a page of what an organisation has met about; a party has nothing."""
    source, row = found(Kind.ORGANIZATION, key)
    board = row.pk if source.lead == "board-" else None
    of_board = Q(**{OF_BOARD[kind]: board}) if board else Q(pk=None)
    address = list_url(Kind.ORGANIZATION, key, kind)
    return page(kind, lambda _source: of_board, asked, address)


def page(kind: Kind, scope: Scope, asked: Asked, address: str) -> Object:
    """Return a page of rows, each kind of row in the order of its keys."""
    sources = SOURCES[kind]
    parts = [
        chosen(source, scope, asked)
        .annotate(rank=Value(rank))
        .order_by()
        .values("rank", "pk")
        for rank, source in enumerate(sources)
    ]
    refs = parts[0].union(*parts[1:], all=True) if parts[1:] else parts[0]
    total = refs.count()
    start = start_of(asked, total)
    kept = list(refs.order_by("rank", "pk")[start : start + asked.limit])
    data: list[Object] = []
    for rank, source in enumerate(sources):
        pks = [ref["pk"] for ref in kept if ref["rank"] == rank]
        if pks:
            data += shown(kind, source, pks)
    return listed([trimmed(kind, one, asked) for one in data], total, asked, address)


def chosen(source: Source, scope: Scope, asked: Asked) -> Rows:
    """Return a source's rows within the scope and the times that were asked for."""
    rows = source.rows().filter(scope(source), **asked.between)
    return rows if asked.shows_deleted else rows.filter(gone=False)


def shown(kind: Kind, source: Source, pks: list[int]) -> list[Object]:
    """Return the objects of the keys, in their order."""
    rows = source.load(source.rows()).filter(pk__in=pks).order_by("pk")
    return [
        tombstone(kind, source.key(row.pk), row) if row.gone else source.show(row)
        for row in rows
    ]


def terms_page(row: Any, asked: Asked, address: str) -> Object:
    """Return a municipality's terms of office, which have no rows."""
    since = {"created_at__gte", "modified__gte"}
    kept = []
    for one, begun in registers.dated_terms(row):
        inside = all(
            begun >= moment if name in since else begun < moment
            for name, moment in asked.between.items()
        )
        if inside:
            kept.append(one)
    start = start_of(asked, len(kept))
    return listed(kept[start : start + asked.limit], len(kept), asked, address)


def all_bodies(asked: Asked, address: str) -> Object:
    """Return a page of municipalities."""
    return page(Kind.BODY, lambda _source: Q(), asked, address)


def trimmed(kind: Kind, one: Object, asked: Asked) -> Object:
    """Leave the lists inside an object out where that was asked for."""
    return without(one, *INTERNAL_LISTS.get(kind, ())) if asked.omits_internal else one


def start_of(asked: Asked, total: int) -> int:
    """Return where the page begins; the first page is there though it be empty."""
    start = (asked.page - 1) * asked.limit
    if start and start >= total:
        raise Problem.past_the_end(pages_of(asked, total))
    return start


def pages_of(asked: Asked, total: int) -> int:
    """Return how many pages a list has: at least one."""
    return max(1, -(-total // asked.limit))


def listed(data: list[Object], total: int, asked: Asked, address: str) -> Object:
    """Return a page with its place among the others."""
    last = pages_of(asked, total)
    links = {"first": 1, "self": asked.page, "last": last}
    if asked.page > 1:
        links["prev"] = asked.page - 1
    if asked.page < last:
        links["next"] = asked.page + 1
    return {
        "data": data,
        "pagination": {
            "totalElements": total,
            "elementsPerPage": asked.limit,
            "currentPage": asked.page,
            "totalPages": last,
        },
        "links": {name: address + asked.query(at) for name, at in links.items()},
    }


def system() -> Object:
    """Return the installation: there since its first municipality is."""
    rows = list(bodies())
    return registers.system(
        min((row.created_at for row in rows), default=None),
        max((row.modified for row in rows), default=None),
    )
