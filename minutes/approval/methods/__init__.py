"""How somebody signs: each way behind the same interface, found by its identifier.

A method proves that the person is there, now, and means this document. The PDF is then
signed by `boards.shared.seal` with a certificate issued for that one signature, so what
a method has to answer for is the person, not the cryptography.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Protocol

from django.http import HttpRequest

if TYPE_CHECKING:
    from boards.person.models import User

# How long a proof can be used: the time between proving and signing, not more.
FRESHNESS = timedelta(minutes=5)


@dataclass(frozen=True)
class SigningRequest:
    """Somebody about to sign: who, and the hash of the document on their screen."""

    user: User
    shown_sha256: str
    http: HttpRequest | None = None


@dataclass(frozen=True)
class Start:
    """What the person is asked for: form fields to show, or an address to go to."""

    fields: tuple[str, ...] = ()
    redirect_to: str = ""
    state: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Proof:
    """That a person authenticated anew, for which document, by which method."""

    method: str
    user_id: int
    shown_sha256: str
    authenticated_at: datetime
    evidence: Mapping[str, Any] = field(default_factory=dict)


class NotProved(Exception):  # noqa: N818  the method's no, as `Refused` is a rule's
    """The person was not recognised; `code` has a sentence, `field` takes it."""

    def __init__(self, code: str, field_name: str = "") -> None:
        self.code, self.field = code, field_name
        super().__init__(code)


class SigningMethod(Protocol):
    """One way to sign.

    `start` begins and says what the person is asked for; it changes nothing in the
    minutes and may be called any number of times. `verify` takes what came back and
    returns the proof, or raises `NotProved`; it binds the proof to the user and the
    hash of the request. `evidence` returns what is stored with the signature for ever:
    plain JSON, no secret and no personal number in it.
    """

    identifier: str
    label: Any

    def start(self, request: SigningRequest) -> Start:
        """Begin, and say what the person is asked for."""

    def verify(self, request: SigningRequest, answer: Mapping[str, Any]) -> Proof:
        """Return the proof that the person is there and means this document."""

    def evidence(self, request: SigningRequest) -> dict[str, Any]:
        """Return what is kept with the signature."""


_methods: dict[str, SigningMethod] = {}


def register(method: SigningMethod) -> None:
    """Make a method known under its identifier."""
    _methods[method.identifier] = method


def get(identifier: str) -> SigningMethod:
    """Return the method; `KeyError` when there is none."""
    return _methods[identifier]


def available() -> list[SigningMethod]:
    """Return every method that can be chosen."""
    return list(_methods.values())
