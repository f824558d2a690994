"""How somebody signs: each way behind the same interface, found by its identifier.

A method proves that the person is there, now, and means this document. The PDF is then
signed by `boards.shared.seal` with a certificate issued for that one signature, so what
a method has to answer for is the person, not the cryptography.

One go at signing is a `SigningAttempt`. Its actions call the method in this order:
`start`, then `poll` as often as the page asks, then `verify` with what the person or a
visited service gave; `cancel` ends it before that.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Protocol

from django.http import HttpRequest

from boards.board.enums import Assurance
from boards.shared.clients import client_address
from boards.shared.refusals import Refusal
from boards.shared.texts import sentence
from minutes.approval.enums import EvidenceKind, StepOutcome

if TYPE_CHECKING:
    from boards.person.models import User

# How long a proof can be used: the time between proving and signing, not more.
FRESHNESS = timedelta(minutes=5)


@dataclass(frozen=True)
class SigningRequest:
    """Somebody about to sign: who, as what, and the hash of the document shown.

    `what` says in one sentence what is signed, for the screen of an e-ID. `reference`
    is the attempt's own, unguessable name, and `return_url` where a visited service
    sends the person back to. `needed` is the level of assurance the board asks for.
    """

    user: User
    shown_sha256: str
    http: HttpRequest | None = None
    what: str = ""
    as_role: str = ""
    reference: str = ""
    return_url: str = ""
    needed: Assurance = Assurance.OWN_WORD

    @property
    def address(self) -> str:
        """Where the person is; empty when nobody asked over the web."""
        return client_address(self.http) if self.http else ""


@dataclass(frozen=True)
class Step:
    """Where an attempt stands with its method.

    `shown` is for the page and the person; `state` is what the method has to remember,
    never shown; `message` is a code that has a sentence; `fields` are form fields to
    ask for; `redirect_to` is an address the person has to visit.
    """

    outcome: StepOutcome = StepOutcome.WAITING
    message: str = ""
    fields: tuple[str, ...] = ()
    redirect_to: str = ""
    shown: Mapping[str, Any] = field(default_factory=dict)
    state: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class EvidenceItem:
    """One file of evidence a method leaves: the e-ID's own signature, for instance."""

    kind: EvidenceKind
    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True)
class Proof:
    """That a person authenticated anew, for which document, by which method.

    `evidence` is plain JSON kept with the signature: no secret, no personal number.
    `files` are kept beside the PDF, restricted. `level` is the assurance reached, and
    `given_at` when the attempt took the proof: `None` is now.
    """

    method: str
    user_id: int
    shown_sha256: str
    authenticated_at: datetime
    level: Assurance = Assurance.OWN_WORD
    identity_provider: str = ""
    evidence: Mapping[str, Any] = field(default_factory=dict)
    files: tuple[EvidenceItem, ...] = ()
    given_at: datetime | None = None


class NotProved(Exception):  # noqa: N818  the method's no, as `Refused` is a rule's
    """The person was not recognised; `code` has a sentence, `field` takes it.

    `is_final`: the attempt is over, and signing begins again with a new one.
    """

    def __init__(
        self, code: str, field_name: str = "", *, is_final: bool = False
    ) -> None:
        self.code, self.field, self.is_final = code, field_name, is_final
        super().__init__(code)


class Unreachable(Exception):  # noqa: N818  nobody's fault here
    """The service a method asks did not answer; trying again may help."""


class SigningMethod(Protocol):
    """One way to sign.

    A method that sends people to another service (`visits`) also has `reference_of`
    and `answer_of`, which read the service's answer out of the request it makes.

    `level` is what the method can reach at most. `start` begins and says what the
    person is asked for; it changes nothing in the minutes and may be called any number
    of times. `poll` looks how it goes, from the state `start` or `poll` left. `verify`
    takes what came back and returns the proof, or raises `NotProved`; it binds the
    proof to the user and the hash of the request. `evidence` returns what is stored
    with the signature for ever: plain JSON, no secret and no personal number in it.
    """

    identifier: str
    label: Any
    level: Assurance
    template: str
    visits: bool
    polls: bool

    def is_open_to(self, user: User) -> bool:
        """Say whether the method is set up here, and for this person."""

    def start(self, request: SigningRequest) -> Step:
        """Begin, and say what the person is asked for."""

    def poll(self, request: SigningRequest, state: Mapping[str, Any]) -> Step:
        """Look how it goes; `ANSWERED` when `verify` can be called."""

    def cancel(self, request: SigningRequest, state: Mapping[str, Any]) -> None:
        """End what was begun with a visited service; never raises."""

    def verify(
        self,
        request: SigningRequest,
        answer: Mapping[str, Any],
        state: Mapping[str, Any] | None = None,
    ) -> Proof:
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


def visited(identifier: str) -> Any:
    """Return the method when it sends people to another service, else `None`."""
    method = _methods.get(identifier)
    return method if method is not None and method.visits else None


def words(code: str) -> str:
    """Return the sentence of a method's no."""
    return sentence(Refusal(code))


def open_to(user: User, needed: Assurance) -> list[SigningMethod]:
    """Return the methods a person can choose that reach the level asked for."""
    return [
        method
        for method in _methods.values()
        if method.level >= needed and method.is_open_to(user)
    ]
