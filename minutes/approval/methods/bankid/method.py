"""Signing with BankID: an order begun, followed and verified (docs/bankid.md)."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.urls import reverse

from boards.board.enums import Assurance
from boards.person import identity
from boards.shared.clock import now
from minutes.approval.enums import EvidenceKind, StepOutcome
from minutes.approval.methods import (
    EvidenceItem,
    NotProved,
    Proof,
    SigningRequest,
    Step,
    Unreachable,
)
from minutes.approval.methods.bankid import showing, verifying
from minutes.approval.methods.bankid.client import (
    BankIDError,
    Client,
    Collected,
    InProgressError,
    NoAnswerError,
    client,
)
from minutes.approval.methods.bankid.configuration import (
    Configuration,
    certificates,
    configuration,
)
from minutes.approval.methods.bankid.hints import FAILED, OPENABLE, PENDING

if TYPE_CHECKING:
    from boards.person.models import User

logger = logging.getLogger("justera.bankid")

# BankID asks for two seconds between questions; the page asks each second, for the
# sake of the QR code. A little less, so that every second look is a question.
ASK_EVERY = timedelta(seconds=1.8)
# An order that nobody opened in its 30 seconds is followed by a new one for so long.
RENEW_FOR = timedelta(minutes=3)
NOBODYS_ADDRESS = "127.0.0.1"


class BankIDMethod:
    """BankID by its RP API v6: by QR code, or in the app on the same device."""

    identifier = "bankid"
    label = "BankID"
    level = Assurance.SUBSTANTIAL
    template = "minutes/approval/methods/bankid.html"
    visits = False
    polls = True

    def is_open_to(self, user: User) -> bool:
        """Say whether BankID is set up here; a fault of that is for the log."""
        try:
            return configuration() is not None and user.person_id is not None
        except ImproperlyConfigured:
            logger.exception("BankID is not offered")
            return False

    def start(self, request: SigningRequest) -> Step:
        """Begin an order, unless there is no number to compare the answer with."""
        person = request.user.person
        if person is None or not identity.is_known(person):
            return Step(StepOutcome.FAILED, "sign.identity_unknown")
        return order(request, now())

    def poll(self, request: SigningRequest, state: Mapping[str, Any]) -> Step:
        """Ask BankID every other second; the QR code moves every second."""
        moment = now()
        if "completion" in state:
            return Step(StepOutcome.ANSWERED, state=state)
        if "order" not in state:
            # The process ended between the attempt and its order.
            return Step(StepOutcome.FAILED, "bankid.failed")
        if moment - at(state, "asked_at") < ASK_EVERY:
            return waiting(request, state)
        state = {**state, "asked_at": moment.isoformat()}
        try:
            found = connection().collect(state["order"])
        except NoAnswerError:
            return waiting(request, state, "bankid.no_answer")
        except BankIDError as error:
            logger.warning("BankID refused to say how an order goes: %s", error)
            return Step(StepOutcome.FAILED, "bankid.failed")
        return after(request, state, found)

    def cancel(
        self,
        request: SigningRequest,  # noqa: ARG002  the contract's
        state: Mapping[str, Any],
    ) -> None:
        """Call the order off; one that is over cannot be, which is as well."""
        if "order" in state:
            with contextlib.suppress(BankIDError, Unreachable):
                connection().cancel(state["order"])

    def verify(
        self,
        request: SigningRequest,
        answer: Mapping[str, Any],  # noqa: ARG002  it came by `poll`
        state: Mapping[str, Any] | None = None,
    ) -> Proof:
        """Verify signature, certificate and status, and that it is this person."""
        given = (state or {}).get("completion")
        if not state or not given:
            raise NotProved("sign.not_authenticated_anew")
        roots = certificates(connected().user_ca)
        signed = verifying.signed_text(given, roots)
        said = verifying.status_of(given, signed, at(state, "ordered_at"))
        verifying.check_texts(request, state, signed)
        verifying.check_person(request.user, given, signed)
        return Proof(
            method=self.identifier,
            user_id=request.user.pk,
            shown_sha256=request.shown_sha256,
            authenticated_at=min(said.produced_at, now()),
            level=self.level,
            identity_provider="BankID",
            evidence=self.evidence(request)
            | verifying.found_out(state, given, signed, said),
            files=(
                EvidenceItem(
                    EvidenceKind.EID_SIGNATURE,
                    "bankid-signature.xml",
                    "application/xml",
                    signed.xml,
                ),
                EvidenceItem(
                    EvidenceKind.EID_STATUS,
                    "bankid-ocsp.der",
                    "application/ocsp-response",
                    said.der,
                ),
            ),
        )

    def evidence(self, request: SigningRequest) -> dict[str, Any]:
        """Return the account and the address it came from."""
        return {
            "account": request.user.get_username(),
            "address": address_of(request),
        }


def connected() -> Configuration:
    """Return the configuration; raises `Unreachable` without one."""
    found = configuration()
    if found is None:
        raise Unreachable("BankID is not set up")
    return found


def connection() -> Client:
    """Return the connection to BankID."""
    return client(connected())


def order(request: SigningRequest, begun_at: datetime) -> Step:
    """Begin an order; `begun_at` is when the person did, also of a renewed one."""
    agent, moment = agent_of(request), now()
    visible = showing.as_sent(showing.visible_text(request))
    said = {
        "endUserIp": address_of(request),
        "userVisibleData": visible,
        "userVisibleDataFormat": showing.FORMAT,
        "userNonVisibleData": showing.as_sent(showing.hidden_text(request)),
    }
    if back := showing.way_back(agent, page_of(request)):
        said["returnUrl"] = back
    try:
        made = connection().sign(said)
    except InProgressError:
        return Step(StepOutcome.FAILED, "bankid.in_progress")
    except BankIDError as error:
        logger.warning("BankID began no order: %s", error)
        raise Unreachable(str(error)) from error
    state = {
        "order": made.reference,
        "start_token": made.start_token,
        "qr_token": made.qr_token,
        "qr_secret": made.qr_secret,
        "visible": visible,
        "hint": "outstandingTransaction",
        "begun_at": begun_at.isoformat(),
        "ordered_at": moment.isoformat(),
        "asked_at": moment.isoformat(),
    }
    return waiting(request, state)


def after(request: SigningRequest, state: Mapping[str, Any], found: Collected) -> Step:
    """Return where the attempt stands after BankID's answer."""
    if found.status == "complete":
        state = {**state, "completion": dict(found.completion)}
        return Step(StepOutcome.ANSWERED, state=state)
    if found.status == "pending":
        return waiting(request, {**state, "hint": found.hint})
    may_renew = now() - at(state, "begun_at") < RENEW_FOR
    if found.hint == "startFailed" and may_renew:
        with contextlib.suppress(Unreachable):
            return order(request, at(state, "begun_at"))
    return Step(StepOutcome.FAILED, FAILED.get(found.hint, "bankid.failed"))


def waiting(
    request: SigningRequest, state: Mapping[str, Any], message: str = ""
) -> Step:
    """Return what is shown while the person is about it."""
    hint = state["hint"]
    message = message or PENDING.get(hint, "bankid.going_on")
    shown = openings(request, state) if hint in OPENABLE else {}
    return Step(StepOutcome.WAITING, message, shown=shown, state=state)


def openings(request: SigningRequest, state: Mapping[str, Any]) -> dict[str, Any]:
    """Return the ways to open the app: this second's QR code, and the link."""
    seconds = int((now() - at(state, "ordered_at")).total_seconds())
    text = showing.qr_text(state["qr_token"], state["qr_secret"], max(seconds, 0))
    token, agent, page = state["start_token"], agent_of(request), page_of(request)
    link = showing.start_link(token, agent, page)
    if connected().is_simulated and settings.BANKID_APP_URL:
        link = showing.simulated_link(settings.BANKID_APP_URL, token, page)
    return {
        "qr": showing.qr_picture(text),
        "link": link,
        "is_mobile": showing.is_mobile(agent),
    }


def at(state: Mapping[str, Any], name: str) -> datetime:
    """Return a remembered moment."""
    return datetime.fromisoformat(state[name])


def agent_of(request: SigningRequest) -> str:
    """Return what the browser says it is."""
    return str(request.http.META.get("HTTP_USER_AGENT", "")) if request.http else ""


def address_of(request: SigningRequest) -> str:
    """Return the person's address as our own proxies saw it."""
    return request.address or NOBODYS_ADDRESS


def page_of(request: SigningRequest) -> str:
    """Return the attempt's page, where the person goes on after the app."""
    path = reverse("attempt", args=[request.reference])
    return f"{settings.SITE_URL}{path}"
