"""Reads the interface as a client does: from the system on, by its links alone."""

from typing import Any
from urllib.parse import urlsplit

from django.core.cache import caches
from django.test import Client

Object = dict[str, Any]
LISTS = (
    "organization",
    "person",
    "meeting",
    "paper",
    "agendaItem",
    "consultation",
    "file",
    "locationList",
    "legislativeTermList",
    "membership",
)


def get(url: str, status: int = 200, **said: str) -> Object:
    """Follow a link of this site."""
    parts = urlsplit(url)
    caches["pages"].clear()
    query = said or (f"?{parts.query}" if parts.query else "")
    path = parts.path if said else parts.path + str(query)
    answer = Client().get(path, said or None)
    assert answer.status_code == status, (url, answer.content)
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer["Content-Type"] == "application/json"
    found: Object = answer.json()
    return found


def every(url: str, **said: str) -> list[Object]:
    """Read a list to its end."""
    page = get(url, **said)
    found = list(page["data"])
    while "next" in page["links"]:
        page = get(page["links"]["next"])
        found += page["data"]
    return found


def bodies() -> list[Object]:
    return every(get("/oparl/v1.1/system")["body"])


def body(name: str) -> Object:
    return next(one for one in bodies() if one["name"] == name)


def everything(**said: str) -> dict[str, Object]:
    """Read every object of every list by its id."""
    found = {one["id"]: one for one in bodies()}
    for one in list(found.values()):
        for name in LISTS:
            found |= {made["id"]: made for made in every(one[name], **said)}
    return found
