"""Reads of people that rooms share."""

from __future__ import annotations

from boards.person.models import Person


def protected_words() -> list[str]:
    """Return what points out a protected person anywhere (OSL 21:3, 22:1; D-20)."""
    return [
        word
        for person in Person.objects.filter(is_protected=True)
        for word in words_of(person)
    ]


def words_of(person: Person) -> list[str]:
    """Return name, e-mail and phone of a person, as somebody might have typed them."""
    turned = f"{person.family_name}, {person.given_name}"
    words = [person.name, turned, turned.replace(",", ""), person.email, person.phone]
    return [word for word in words if word]
