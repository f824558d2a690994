"""Every address and every role, held against the table in urls.csv.

`ok` is any answer that is no refusal to let the user in: a page, a way on, or a rule's
no. `login` sends to the login page; 403, 404 and 405 are what they are. Another board's
things do not exist (404); one's own board's are told to be closed (403).
"""

import csv
from collections.abc import Iterator, Sequence
from copy import deepcopy
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import override_settings
from django.urls import URLPattern, get_resolver

from tests.access.objects import NOW, ROLES, World, url_of

pytestmark = pytest.mark.time_machine(NOW, tick=False)

TABLE = Path(__file__).parent / "urls.csv"
LOGIN_PAGES = ("/konto/logga-in/", "/admin/login/")
SERVER_ERROR = 500


@cache
def rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


def names(patterns: list[Any], space: str = "") -> Iterator[str]:
    """Walk every address that has a name."""
    for pattern in patterns:
        if not isinstance(pattern, URLPattern):
            inner = f"{pattern.namespace}:" if pattern.namespace else ""
            yield from names(pattern.url_patterns, space + inner)
        elif pattern.name:
            yield space + pattern.name
        else:
            # Only the admin has addresses without a name: they lead on inside it.
            assert space == "admin:", pattern


NAMES = set(names(get_resolver().url_patterns))
# Django's admin sends strangers on before it looks at the method, and changes nothing.
LEADS_ON = {"admin:logout"}


def row_of(name: str) -> dict[str, str]:
    """Return the first row whose name, or pattern of names, is the address's."""
    return next((row for row in rows() if fnmatchcase(name, row["name"])), {})


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    with override_settings(SIGNING_DIR=tmp_path):
        yield World()


def answer_to(response: HttpResponse) -> str:
    """Return the answer in the table's words."""
    if response.headers.get("Location", "").startswith(LOGIN_PAGES):
        return "login"
    status = response.status_code
    is_in = status not in {403, 404, 405} and status < SERVER_ERROR
    return "ok" if is_in else str(status)


def asked(client: Any, method: str, url: str) -> str:
    """Ask once and leave nothing behind."""
    cookies = deepcopy(client.cookies)
    with transaction.atomic():
        response = client.post(url) if method == "POST" else client.get(url)
        transaction.set_rollback(True)
    client.cookies = cookies
    return answer_to(response)


def answers(
    world: World, name: str, method: str, roles: Sequence[str] = ROLES
) -> dict[str, str]:
    """Ask for one address as each in turn."""
    url = url_of(world, name)
    return {role: asked(world.browsers[role], method, url) for role in roles}


def report(wrong: dict[Any, Any]) -> str:
    """Return one line for each address: role, as the table says, as it is."""
    return "\n".join(f"{name}: {found}" for name, found in wrong.items())


def test_table_when_an_address_is_new_then_it_has_a_row() -> None:
    assert [name for name in sorted(NAMES) if not row_of(name)] == []


@pytest.mark.django_db
def test_address_when_asked_by_each_role_then_answers_as_the_table_says(
    world: World,
) -> None:
    wrong = {}
    for name in sorted(NAMES):
        row = row_of(name)
        told = answers(world, name, row["method"])
        if found := {r: (row[r], told[r]) for r in ROLES if told[r] != row[r]}:
            wrong[name] = found
    assert not wrong, report(wrong)


@pytest.mark.django_db
def test_address_when_asked_the_other_way_then_opens_for_nobody_else(
    world: World,
) -> None:
    """What is only posted to cannot be fetched; a form's page and its form agree."""
    wrong = {}
    for name in sorted(NAMES - LEADS_ON):
        row = row_of(name)
        is_verb = row["method"] == "POST"
        asking = {"ok"} if is_verb else {"403", "404"}
        roles = [role for role in ROLES if row[role] in asking]
        told = answers(world, name, "GET" if is_verb else "POST", roles)
        for role in roles:
            if told[role] != "405" and (is_verb or told[role] != row[role]):
                wrong[name, role] = told[role]
    assert not wrong, report(wrong)


def test_table_when_an_address_is_gone_then_its_row_too() -> None:
    unused = [
        row["name"] for row in rows() if not any(row_of(name) == row for name in NAMES)
    ]
    assert unused == []
