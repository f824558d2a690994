"""Signing with a passkey: what it answers to is bound to the document (WebAuthn)."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _
from fido2.utils import websafe_decode, websafe_encode
from fido2.webauthn import AttestedCredentialData, AuthenticationResponse

from boards.board.enums import Assurance
from boards.person import passkeys
from boards.shared.clock import now
from minutes.approval.enums import EvidenceKind
from minutes.approval.methods import (
    EvidenceItem,
    NotProved,
    Proof,
    SigningRequest,
    Step,
)

if TYPE_CHECKING:
    from django.http import HttpRequest

    from boards.person.models import Passkey, User

FILE = "passkey.json"


class PasskeyMethod:
    """One's own device: the finger, the face or the code opens the key on it."""

    identifier = "passkey"
    label = _("a passkey")
    level = Assurance.LOW
    template = "minutes/approval/methods/passkey.html"
    visits = False
    polls = False

    def is_open_to(self, user: User) -> bool:
        """Say whether the person has a passkey."""
        return bool(passkeys.in_use(user))

    def start(self, request: SigningRequest) -> Step:
        """Ask the device to answer to this document in this attempt."""
        nonce = secrets.token_hex(32)
        asked, _state = passkeys.ask_to_answer(
            page_of(request), request.user, challenge_of(request, nonce)
        )
        return Step(shown={"options": asked}, state={"nonce": nonce})

    def poll(
        self,
        request: SigningRequest,  # noqa: ARG002  the contract's
        state: Mapping[str, Any],
    ) -> Step:
        """Wait: the device answers with the page's form."""
        return Step(state=state)

    def cancel(self, request: SigningRequest, state: Mapping[str, Any]) -> None:
        """Nothing was begun anywhere."""

    def verify(
        self,
        request: SigningRequest,
        answer: Mapping[str, Any],
        state: Mapping[str, Any] | None = None,
    ) -> Proof:
        """Return the proof that the person's own key answered to this document."""
        nonce = str((state or {}).get("nonce", ""))
        if not nonce:
            raise NotProved("passkey.not_answered", is_final=True)
        try:
            passkey, said = passkeys.check_answer(
                page_of(request),
                request.user,
                str(answer.get("credential", "")),
                challenge_of(request, nonce),
            )
        except passkeys.NotAnswered as no:
            raise NotProved(no.code, is_final=True) from no
        kept = kept_of(request, nonce, passkey, said)
        return Proof(
            method=self.identifier,
            user_id=request.user.pk,
            shown_sha256=request.shown_sha256,
            authenticated_at=now(),
            level=self.level,
            identity_provider="WebAuthn",
            evidence=self.evidence(request) | {"passkey": passkey.name},
            files=(
                EvidenceItem(
                    EvidenceKind.EID_ASSERTION,
                    FILE,
                    "application/json",
                    json.dumps(kept, indent=2).encode(),
                ),
            ),
        )

    def evidence(self, request: SigningRequest) -> dict[str, Any]:
        """Return the account and the address it came from."""
        return {
            "account": request.user.get_username(),
            "address": request.address,
        }


def page_of(request: SigningRequest) -> HttpRequest:
    """Return the page that asks; a key answers to a browser only."""
    if request.http is None:
        raise NotProved("passkey.not_answered", is_final=True)
    return request.http


def challenge_of(request: SigningRequest, nonce: str) -> bytes:
    """Return what the key has to answer to: this document, this attempt, once."""
    return challenge(nonce, request.shown_sha256, request.reference)


def challenge(nonce: str, document_sha256: str, reference: str) -> bytes:
    """Return the hash that binds a random number to a document and an attempt."""
    return sha256(f"{nonce}:{document_sha256}:{reference}".encode()).digest()


def kept_of(
    request: SigningRequest, nonce: str, passkey: Passkey, said: dict[str, Any]
) -> dict[str, Any]:
    """Return what is needed to check the answer again, years later and without us."""
    return {
        "credential": websafe_encode(bytes(passkeys.credential_of(passkey))),
        "nonce": nonce,
        "document_sha256": request.shown_sha256,
        "reference": request.reference,
        "answer": said,
    }


def recheck(kept: Mapping[str, Any]) -> bool:
    """Say whether a kept answer is the key's own, to that document and attempt."""
    answer = AuthenticationResponse.from_dict(kept["answer"]).response
    asked = challenge(kept["nonce"], kept["document_sha256"], kept["reference"])
    key = AttestedCredentialData(websafe_decode(kept["credential"])).public_key
    try:
        key.verify(
            answer.authenticator_data + answer.client_data.hash, answer.signature
        )
    except Exception:  # noqa: BLE001  the library's key types raise their own
        return False
    is_verified: bool = answer.authenticator_data.is_user_verified()
    return is_verified and answer.client_data.challenge == asked
