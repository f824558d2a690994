"""Personal numbers: checked, compared, and never stored as they are."""

from __future__ import annotations

import re

from django.conf import settings
from django.utils.crypto import salted_hmac

from boards.person.models import Person, PersonIdentity
from boards.shared.refusals import Refusal, Refused

SALT = "justera.personal-number"
# Twelve digits; days of coordination numbers are 60 higher (folkbokföringslagen 18 §,
# lag 2022:1697).
PATTERN = re.compile(r"^(\d{8})[-+]?(\d{4})$")


class NoPersonalNumber(ValueError):  # noqa: N818  says what was met
    """The text is no Swedish personal or coordination number of twelve digits."""


def normal(number: str) -> str:
    """Return the twelve digits; raises `NoPersonalNumber` (the last is a check)."""
    found = PATTERN.match(number.replace(" ", ""))
    digits = found[1] + found[2] if found else ""
    if not digits or luhn(digits[2:]) != 0:
        message = "no personal number of twelve digits"
        raise NoPersonalNumber(message)
    return digits


def luhn(digits: str) -> int:
    """Return what is left of the check sum: 0 when the last digit is right."""
    doubled = (int(one) * (2 - place % 2) for place, one in enumerate(digits))
    return sum(one // 10 + one % 10 for one in doubled) % 10


def digest_of(number: str) -> str:
    """Return what is stored in the number's place; raises `NoPersonalNumber`."""
    secret = settings.IDENTITY_KEY or settings.SECRET_KEY
    return salted_hmac(
        SALT, normal(number), secret=secret, algorithm="sha256"
    ).hexdigest()


def is_known(person: Person) -> bool:
    """Say whether a number is kept for the person, to compare an e-ID with."""
    return PersonIdentity.objects.filter(person=person).exists()


def is_same(person: Person, number: str) -> bool:
    """Say whether an e-ID's number is this person's."""
    try:
        digest = digest_of(number)
    except NoPersonalNumber:
        return False
    return PersonIdentity.objects.filter(person=person, digest=digest).exists()


def check_free(person: Person, number: str) -> str:
    """Return the number's digest; refused when it is none, or somebody else's."""
    field = "personal_number"
    try:
        digest = digest_of(number)
    except NoPersonalNumber as error:
        raise Refused([Refusal("identity.no_number", "", {}, field)]) from error
    others = PersonIdentity.objects.filter(digest=digest)
    if others.exclude(person_id=person.pk).exists():
        raise Refused([Refusal("identity.somebody_elses", "", {}, field)])
    return digest


def remember(person: Person, number: str) -> PersonIdentity:
    """Keep a person's number; refused as by `check_free`."""
    digest = check_free(person, number)
    row, _new = PersonIdentity.objects.update_or_create(
        person=person, defaults={"digest": digest}
    )
    return row
