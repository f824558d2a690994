"""What the detectors are told: who may be named, and how offices are reached."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from django.db.models import Q

from boards.board.models import Board, Municipality, Recipient, Regulations
from boards.person.models import Person
from minutes.meeting.enums import AttendanceKind
from minutes.privacy.detectors import Known, emails, phones

if TYPE_CHECKING:
    from minutes.meeting.models import Meeting


def known(meeting: Meeting | None = None) -> Known:
    """Return elected and staff of all boards, and the offices' own addresses (D-18)."""
    # A protected name is masked whatever anybody decides (D-20): nothing to choose.
    is_known = (
        Q(memberships__isnull=False)
        | Q(staff_posts__isnull=False)
        | Q(user__isnull=False)
        | Q(is_protected=True)
    )
    people = Person.objects.filter(is_known).distinct()
    said = [(row.given_name, row.family_name) for row in people]
    names = {form for given, family in said for form in forms_of(given, family)}
    contacts = set(office_texts())
    if meeting is not None:
        names |= set(present(meeting))
        contacts.add(meeting.place)
    return Known(frozenset(names), frozenset(split_up(contacts)))


def present(meeting: Meeting) -> Iterator[str]:
    """Return those who took part in their office; a guest is nobody's servant."""
    rows = meeting.attendances.exclude(kind=AttendanceKind.GUEST)
    for name in rows.values_list("name", flat=True):
        given, _space, family = name.rpartition(" ")
        yield from forms_of(given, family)


def forms_of(given: str, family: str) -> Iterator[str]:
    """Return a name as texts shorten it: one given name, one part of a double name."""
    firsts, lasts = given.split() or [given], family.split() or [family]
    yield f"{given} {family}"
    for first in {given, firsts[0]}:
        for last in {lasts[0], lasts[-1]}:
            yield f"{first} {last}"


def office_texts() -> Iterator[str]:
    """Return how municipalities, boards, courts and recipients are reached."""
    for row in Municipality.objects.all():
        yield from (row.email, row.phone, row.address)
    yield from Board.objects.values_list("email", flat=True)
    yield from Recipient.objects.values_list("email", flat=True)
    for place, appeal in Regulations.objects.values_list(
        "storage_place", "notice_of_appeal"
    ):
        yield from (place, appeal)


def split_up(texts: Iterable[str]) -> Iterator[str]:
    """Return the texts, and each number and e-mail address in them by itself."""
    nothing = Known()
    for text in filter(None, texts):
        yield text
        for find in (emails, phones):
            yield from (text[start:end] for start, end in find(text, nothing))
