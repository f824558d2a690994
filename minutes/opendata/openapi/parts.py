"""What many addresses share: keys, the parameters of lists, answers and problems."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from minutes.opendata.oparl.asking import PAGE_SIZE
from minutes.opendata.openapi.shapes import ref

Object = dict[str, Any]
JSON = "application/json"
NUMBER = "[1-9][0-9]{0,17}"
MOST = 999_999_999
# As the filters read a moment: RFC 3339, with an offset that clocks on Earth have.
MOMENT = {"type": "string", "format": "date-time"}


def key(name: str, pattern: str, meaning: str) -> Object:
    """Return a part of the path."""
    return {
        "name": name,
        "in": "path",
        "required": True,
        "description": meaning,
        "schema": {"type": "string", "pattern": f"^{pattern}$"},
    }


def query(name: str, schema: Object, meaning: str) -> Object:
    """Return a parameter behind the question mark."""
    return {"name": name, "in": "query", "description": meaning, "schema": schema}


def of_lists() -> dict[str, Object]:
    """Return the parameters that every list takes, by name."""
    counted = {"type": "integer", "minimum": 1, "maximum": MOST}
    made = [
        query("page", counted | {"default": 1}, _("Which page of the list.")),
        query(
            "limit",
            counted | {"default": PAGE_SIZE},
            _("How many objects a page has; never more than a hundred."),
        ),
        query("created_since", MOMENT, _("Only what came at this moment or later.")),
        query("created_until", MOMENT, _("Only what came at this moment or before.")),
        query(
            "modified_since",
            MOMENT,
            _("Only what changed at this moment or later, deleted objects as well."),
        ),
        query(
            "modified_until", MOMENT, _("Only what changed at this moment or before.")
        ),
        query(
            "omit_internal",
            {"type": "boolean"},
            _("Leave out the lists inside objects."),
        ),
    ]
    return {one["name"]: one for one in made}


def listing() -> list[Object]:
    """Return the ways to the parameters of lists."""
    return [{"$ref": f"#/components/parameters/{name}"} for name in of_lists()]


def answer(meaning: str, media_type: str, schema: Object | None = None) -> Object:
    """Return one answer."""
    content = {media_type: {"schema": schema} if schema else {}}
    return {"description": meaning, "content": content}


def problems() -> dict[str, Object]:
    """Return what is answered when a question cannot be."""
    error = ref("Error")
    return {
        "unclear": answer(_("A parameter that cannot be read."), JSON, error),
        "unknown": answer(_("Nothing at this address."), JSON, error),
        "waiting": waiting(),
    }


def waiting() -> Object:
    """Return what is answered to somebody who asks too often (RFC 6585)."""
    said = answer(_("Too many requests: wait as long as Retry-After says."), JSON)
    said["content"] |= {"text/plain": {}, "text/html": {}}
    seconds = {"type": "integer", "minimum": 1}
    said["headers"] = {
        "Retry-After": {"description": _("Seconds to wait"), "schema": seconds}
    }
    return said


def with_waiting(paths: dict[str, Object]) -> dict[str, Object]:
    """Say of every address that it may ask a client to wait."""
    for methods in paths.values():
        for operation in methods.values():
            operation["responses"]["429"] = problem("waiting")
    return paths


def problem(name: str) -> Object:
    """Return the way to a problem."""
    return {"$ref": f"#/components/responses/{name}"}


def reading(
    tag: str, summary: str, schema: str, parameters: list[Object], *, is_list: bool
) -> Object:
    """Return a GET that answers with one object or one page."""
    responses = {"200": answer(summary, JSON, ref(schema))}
    if is_list:
        responses["400"] = problem("unclear")
    if is_list or parameters:
        responses["404"] = problem("unknown")
    return {
        "get": {
            "tags": [tag],
            "summary": summary,
            "parameters": parameters + (listing() if is_list else []),
            "responses": responses,
        }
    }
