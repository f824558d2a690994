"""SAML as a way to sign: a visit to the provider, and an answer that is verified."""

from __future__ import annotations

import hashlib
import re
import secrets
from base64 import b64decode, b64encode
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

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
    federation,
)
from minutes.approval.methods.saml import conditions, configuration
from minutes.approval.methods.saml import request as asking
from minutes.approval.methods.saml import response as answering
from minutes.approval.methods.saml.xml import SIZE_LIMIT

if TYPE_CHECKING:
    from boards.person.models import User

BASE64 = re.compile(r"[A-Za-z0-9+/=\s]*")
XML = "application/xml"


class SAMLMethod:
    """A signed request that names the document, and a signed answer to it."""

    identifier = "saml"
    label = _("e-ID through Sweden Connect")
    level = Assurance.HIGH
    template = "minutes/approval/methods/federation.html"
    visits = True
    polls = False

    def is_open_to(self, user: User) -> bool:
        """Say whether a provider is set up, and the account somebody's."""
        return configuration.is_set_up() and user.person_id is not None

    def start(self, request: SigningRequest) -> Step:
        """Make the address to visit, which demands a new authentication."""
        person = request.user.person
        if person is None or not identity.is_known(person):
            return Step(StepOutcome.FAILED, "sign.identity_unknown")
        own, provider = configuration.own(), configuration.provider()
        random, moment = secrets.token_urlsafe(32), now()
        identifier = asking.identifier_of(request, random)
        xml = asking.authn_request(
            request, own, provider, identifier, moment.astimezone(UTC)
        )
        state = {
            "random": random,
            "id": identifier,
            "begun_at": moment.isoformat(),
            "message": asking.message_of(request).decode(),
            "request": b64encode(xml).decode(),
            "visit": asking.visit(xml, request.reference, own, provider),
        }
        return self.poll(request, state)

    def poll(
        self,
        request: SigningRequest,  # noqa: ARG002  the contract's
        state: Mapping[str, Any],
    ) -> Step:
        """Wait for the person to come back."""
        return Step(redirect_to=state["visit"], state=state)

    def cancel(self, request: SigningRequest, state: Mapping[str, Any]) -> None:
        """Nothing is kept at the provider."""

    def reference_of(self, http: HttpRequest) -> str:
        """Return which attempt the provider answers."""
        return federation.reference_in(http.POST.get("RelayState", ""))

    def answer_of(self, http: HttpRequest) -> dict[str, Any]:
        """Return what the provider sent; nothing of it is believed yet."""
        text = http.POST.get("SAMLResponse", "")
        is_kept = len(text) <= 2 * SIZE_LIMIT and BASE64.fullmatch(text)
        return {"response": text if is_kept else ""}

    def verify(
        self,
        request: SigningRequest,
        answer: Mapping[str, Any],
        state: Mapping[str, Any] | None = None,
    ) -> Proof:
        """Verify the assertion, its receiver, document, time, level and person."""
        if not state or not answer:
            raise NotProved("sign.not_authenticated_anew")
        if asking.identifier_of(request, state["random"]) != state["id"]:
            raise NotProved("sign.document_changed", is_final=True)
        try:
            own, provider = configuration.own(), configuration.provider()
        except Unreachable as error:
            raise NotProved("sign.service_unreachable", is_final=True) from error
        opened = answering.opened(str(answer.get("response", "")), own, provider)
        expected = conditions.Expected(
            request, state["id"], state["message"].encode(), own, provider, now()
        )
        said = conditions.read(opened, expected)
        level = federation.check_level(said.level, request.needed)
        begun_at = datetime.fromisoformat(state["begun_at"])
        federation.check_anew(said.authenticated_at, begun_at, now())
        federation.check_person(request.user, said.number)
        return Proof(
            method=self.identifier,
            user_id=request.user.pk,
            shown_sha256=request.shown_sha256,
            authenticated_at=min(said.authenticated_at, now()),
            level=level,
            identity_provider=provider.entity_id,
            evidence=self.evidence(request) | found_out(request, state, opened, said),
            files=as_files(state, opened, provider),
        )

    def evidence(self, request: SigningRequest) -> dict[str, Any]:
        """Return the account and the address it came from."""
        return {
            "account": request.user.get_username(),
            "address": request.address,
        }


def found_out(
    request: SigningRequest,
    state: Mapping[str, Any],
    opened: answering.Opened,
    said: conditions.Said,
) -> dict[str, Any]:
    """Return what the request's ID is made of, and what answered it."""
    return {
        "request_id": state["id"],
        "random": state["random"],
        "reference": request.reference,
        "visited": state["visit"],
        "level": said.level,
        "transaction": said.transaction,
        "response_sha256": hashlib.sha256(opened.xml).hexdigest(),
    }


def as_files(
    state: Mapping[str, Any],
    opened: answering.Opened,
    provider: configuration.Provider,
) -> tuple[EvidenceItem, ...]:
    """Return the request, the answer as received, its assertion, and the metadata.

    The assertion is kept readable: our key will not be there for as long as minutes.
    """
    kept = {
        "saml-response.xml": opened.xml,
        "saml-assertion.xml": opened.assertion_xml,
        "saml-request.xml": b64decode(state["request"]),
        "saml-idp-metadata.xml": provider.metadata,
    }
    kind = EvidenceKind.EID_ASSERTION
    return tuple(EvidenceItem(kind, name, XML, xml) for name, xml in kept.items())
