"""Keeping people, their posts and their accounts."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from boards.access.permissions import require
from boards.board.models import Board
from boards.person.identity import remember
from boards.person.models import Person, StaffPost, User
from boards.shared.history import record
from boards.shared.refusals import Refusal, refuse_if


@transaction.atomic
def add_person(*, by: User | None, **fields: Any) -> Person:
    """Register a person."""
    require(by, "register.edit")
    person = Person.objects.create(**fields)
    record(person, "person.added", by=by)
    return person


@transaction.atomic
def set_personal_number(*, person: Person, number: str, by: User | None) -> Person:
    """Keep a person's number for comparing e-IDs with; it cannot be read again."""
    require(by, "register.edit")
    remember(person, number)
    record(person, "person.identity_set", by=by)
    return person


@transaction.atomic
def add_user(
    *,
    username: str,
    password: str,
    by: User | None,
    person: Person | None = None,
    is_staff: bool = False,
) -> User:
    """Make an account; `is_staff` makes a systemförvaltare, who keeps the registers."""
    require(by, "register.edit")
    user = User.objects.create_user(
        username,
        person.email if person else "",
        password,
        person=person,
        is_staff=is_staff,
        # Superuser opens every register of the admin, and nothing outside it.
        is_superuser=is_staff,
    )
    record(user, "user.added", by=by)
    return user


@transaction.atomic
def add_staff_post(
    *,
    person: Person,
    board: Board,
    title: str,
    employer: str,
    valid_from: date,
    by: User | None,
    valid_to: date | None = None,
) -> StaffPost:
    """Register a post with the title and employer that minutes print."""
    require(by, "register.edit", board)
    if valid_to and valid_to < valid_from:
        refuse_if([Refusal("staff_post.ends_before_start", field="valid_to")])
    post = StaffPost.objects.create(
        person=person,
        board=board,
        title=title,
        employer=employer,
        valid_from=valid_from,
        valid_to=valid_to,
    )
    record(post, "staff_post.added", by=by)
    return post
