"""Objects, lists and files without login, open to every page on the web."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.http import content_disposition_header

from boards.shared.published.answers import to_wait
from boards.shared.published.limits import OPEN_DATA, limited
from boards.shared.published.pages import public_page
from boards.shared.storage import read_bytes
from minutes.opendata.oparl import lists
from minutes.opendata.oparl.addresses import bodies_url
from minutes.opendata.oparl.asking import read
from minutes.opendata.oparl.enums import LISTED, Kind
from minutes.opendata.oparl.problems import Problem
from minutes.opendata.oparl.sources import OF_BOARD
from minutes.opendata.oparl.values import Object, tombstone

KINDS = {kind.path: kind for kind in LISTED} | {Kind.BODY.path: Kind.BODY}


def open_data(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Answer in JSON, problems too, and let scripts of every site read the answer."""

    @limited(OPEN_DATA, told=asked_too_much)
    @public_page
    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except Problem as problem:
            return as_json(problem.as_json(), problem.status)

    @wraps(answered)
    def shared(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = answered(request, *args, **kwargs)
        response["Access-Control-Allow-Origin"] = "*"
        return response

    return shared


def asked_too_much(_request: HttpRequest, *, retry_after: int) -> HttpResponse:
    """Say in JSON how long somebody has to wait."""
    problem = Problem.too_many(retry_after)
    return to_wait(as_json(problem.as_json(), problem.status), retry_after)


def as_json(said: Object, status: int = 200) -> JsonResponse:
    """Return an object as UTF-8 that a person can read as well."""
    return JsonResponse(said, status=status, json_dumps_params={"ensure_ascii": False})


@open_data
def system(_request: HttpRequest) -> HttpResponse:
    """Where all of it begins."""
    return as_json(lists.system())


@open_data
def bodies(request: HttpRequest) -> HttpResponse:
    """The municipalities."""
    return as_json(lists.all_bodies(read(request.GET), bodies_url()))


@open_data
def one(_request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """One object at its id."""
    wanted = KINDS.get(kind)
    if wanted is None:
        raise Problem.unknown()
    return as_json(lists.find(wanted, key))


@open_data
def body_list(request: HttpRequest, key: str, kind: str) -> HttpResponse:
    """What a municipality has of one kind."""
    wanted = KINDS.get(kind)
    if wanted not in LISTED:
        raise Problem.unknown()
    return as_json(lists.body_list(key, wanted, read(request.GET)))


@open_data
def organization_list(request: HttpRequest, key: str, kind: str) -> HttpResponse:
    """An organisation's meetings, or what it has treated."""
    wanted = KINDS.get(kind)
    if wanted not in OF_BOARD:
        raise Problem.unknown()
    return as_json(lists.organization_list(key, wanted, read(request.GET)))


@open_data
def content(_request: HttpRequest, key: str, *, save: bool = False) -> HttpResponse:
    """A file's bytes, shown where they are or saved; nothing in them may run."""
    source, row = lists.found(Kind.FILE, key)
    if row.gone:
        return as_json(tombstone(Kind.FILE, key, row), 410)
    made = source.show(row)
    sha256 = made.get("justera:sha256Checksum", "")
    if not sha256:
        raise Problem.unknown()
    response = HttpResponse(read_bytes(sha256), content_type=made["mimeType"])
    response["Content-Disposition"] = content_disposition_header(save, made["fileName"])
    response["X-Content-Type-Options"] = "nosniff"
    # Browsers show a PDF by itself, and none in a sandbox.
    if made["mimeType"] != "application/pdf":
        response["Content-Security-Policy"] = "sandbox"
    return response


@open_data
def nothing(_request: HttpRequest, _rest: str) -> HttpResponse:
    """An address that nobody gave."""
    raise Problem.unknown()
