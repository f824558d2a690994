"""Motions and votes without login, open to every page on the web."""

from __future__ import annotations

import re

from django.http import HttpRequest, HttpResponse

from minutes.opendata.oparl.addresses import POPOLO, absolute
from minutes.opendata.oparl.asking import Asked, read
from minutes.opendata.oparl.enums import Kind
from minutes.opendata.oparl.lists import found, key_of, listed, start_of
from minutes.opendata.oparl.problems import Problem
from minutes.opendata.oparl.values import Object
from minutes.opendata.oparl.views import as_json, open_data
from minutes.opendata.popolo.objects import events, motion, motions

EVENT = re.compile(r"([1-9][0-9]{0,18})-([1-9][0-9]{0,3})", re.ASCII)


@open_data
def body_motions(request: HttpRequest, key: str) -> HttpResponse:
    """What a municipality's boards have voted on."""
    body = found(Kind.BODY, key)[1]
    return as_json(motions_of(body.pk, read(request.GET)))


def motions_of(body: int, asked: Asked) -> Object:
    """Return a page of a municipality's motions."""
    rows = motions().filter(
        minutes__meeting__board__municipalities=body, **asked.between
    )
    total = rows.count()
    start = start_of(asked, total)
    data = [motion(row) for row in rows[start : start + asked.limit]]
    return listed(data, total, asked, absolute(f"/{POPOLO}/body/{body}/motion"))


@open_data
def one_motion(_request: HttpRequest, key: str) -> HttpResponse:
    """One motion with its vote events."""
    row = motions().filter(pk=key_of(key)).first()
    if row is None:
        raise Problem.unknown()
    return as_json(motion(row))


@open_data
def one_event(_request: HttpRequest, key: str) -> HttpResponse:
    """One vote event with its votes."""
    match = EVENT.fullmatch(key)
    row = motions().filter(pk=key_of(match[1])).first() if match else None
    held = events(row) if row else []
    if match is None or int(match[2]) > len(held):
        raise Problem.unknown()
    return as_json(held[int(match[2]) - 1])
