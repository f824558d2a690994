"""Signing by authenticating anew with OpenID Connect (docs/federation.md)."""

from __future__ import annotations

import hashlib
import hmac
import logging
import secrets
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

import httpx
import jwt
from django.conf import settings
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

if TYPE_CHECKING:
    from boards.person.models import User

logger = logging.getLogger("justera.oidc")

# What may sign an ID token, by the kind of key: never "none", never a shared secret.
ALGORITHMS = {
    "RSA": ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"],
    "EC": ["ES256", "ES384", "ES512"],
}
REQUIRED = ["iss", "sub", "aud", "exp", "iat", "nonce", "auth_time", "acr"]
TIMEOUT = 10


class OIDCMethod:
    """An authorization code with PKCE, and an ID token that names the document."""

    identifier = "oidc"
    label = _("e-ID through the identity provider")
    level = Assurance.HIGH
    template = "minutes/approval/methods/federation.html"
    visits = True
    polls = False

    def is_open_to(self, user: User) -> bool:
        """Say whether a provider is set up, and the account somebody's."""
        is_set_up = bool(settings.OIDC_ISSUER and settings.OIDC_CLIENT_ID)
        return is_set_up and user.person_id is not None

    def start(self, request: SigningRequest) -> Step:
        """Make the address to visit, which demands a new authentication."""
        person = request.user.person
        if person is None or not identity.is_known(person):
            return Step(StepOutcome.FAILED, "sign.identity_unknown")
        random, verifier = secrets.token_urlsafe(32), secrets.token_urlsafe(48)
        state = {
            "random": random,
            "verifier": verifier,
            "state": f"{request.reference}.{secrets.token_urlsafe(32)}",
            "nonce": federation.bound(request, random),
            "begun_at": now().isoformat(),
        }
        endpoint = discovered()["authorization_endpoint"]
        address = f"{endpoint}{'&' if '?' in endpoint else '?'}"
        state["visit"] = address + urlencode(asked(request, state))
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
        return federation.reference_in(http.GET.get("state", ""))

    def answer_of(self, http: HttpRequest) -> dict[str, Any]:
        """Return what the provider sent; nothing of it is believed yet."""
        return {
            name: http.GET.get(name, "") for name in ("state", "code", "error", "iss")
        }

    def verify(
        self,
        request: SigningRequest,
        answer: Mapping[str, Any],
        state: Mapping[str, Any] | None = None,
    ) -> Proof:
        """Exchange the code, and verify the token, level, time and person."""
        if not state or not answer:
            raise NotProved("sign.not_authenticated_anew")
        check_answer(answer, state)
        if federation.bound(request, state["random"]) != state["nonce"]:
            raise NotProved("sign.document_changed", is_final=True)
        try:
            token, key = exchanged(request, answer, state)
        except Unreachable as error:
            # The code may be used up by now, and it is taken once.
            raise NotProved("sign.service_unreachable", is_final=True) from error
        claims = claims_of(token, key, state["nonce"])
        level = federation.check_level(str(claims["acr"]), request.needed)
        given_at = moment_of(claims["auth_time"])
        federation.check_anew(
            given_at, datetime.fromisoformat(state["begun_at"]), now()
        )
        number = str(claims.get(settings.OIDC_PERSONAL_NUMBER_CLAIM, ""))
        federation.check_person(request.user, number)
        return Proof(
            method=self.identifier,
            user_id=request.user.pk,
            shown_sha256=request.shown_sha256,
            authenticated_at=min(given_at, now()),
            level=level,
            identity_provider=settings.OIDC_ISSUER,
            evidence=self.evidence(request)
            | found_out(request, state, token)
            | {"level": str(claims["acr"]), "key": key},
            files=(as_file(token),),
        )

    def evidence(self, request: SigningRequest) -> dict[str, Any]:
        """Return the account and the address it came from."""
        return {
            "account": request.user.get_username(),
            "address": request.address,
        }


def asked(request: SigningRequest, state: Mapping[str, str]) -> dict[str, str]:
    """Return what the provider is asked (OpenID Connect Core 3.1.2.1, RFC 7636)."""
    digest = hashlib.sha256(state["verifier"].encode()).digest()
    return {
        "response_type": "code",
        "client_id": settings.OIDC_CLIENT_ID,
        "redirect_uri": request.return_url,
        "scope": settings.OIDC_SCOPE,
        "state": state["state"],
        "nonce": state["nonce"],
        "prompt": "login",
        "max_age": "0",
        "acr_values": " ".join(federation.accepted(request.needed)),
        "code_challenge": urlsafe_b64encode(digest).rstrip(b"=").decode(),
        "code_challenge_method": "S256",
    }


def check_answer(answer: Mapping[str, Any], state: Mapping[str, Any]) -> None:
    """Refuse an answer to another go, from another provider (RFC 9207), or a no."""
    returned = str(answer.get("state", "")).encode()
    is_ours = hmac.compare_digest(returned, state["state"].encode())
    if not is_ours or answer.get("iss") not in {None, "", settings.OIDC_ISSUER}:
        raise NotProved("federation.bad_answer", is_final=True)
    if answer.get("error") or not answer.get("code"):
        raise NotProved("federation.declined", is_final=True)


def exchanged(
    request: SigningRequest, answer: Mapping[str, Any], state: Mapping[str, Any]
) -> tuple[str, dict[str, Any]]:
    """Return the ID token for the code, and the key it says it is signed with."""
    found = discovered()
    said = {
        "grant_type": "authorization_code",
        "code": str(answer["code"]),
        "redirect_uri": request.return_url,
        "code_verifier": state["verifier"],
    }
    # RFC 6749 2.3.1: both are form-encoded before they are joined.
    who = quote(settings.OIDC_CLIENT_ID, ""), quote(settings.OIDC_CLIENT_SECRET, "")
    token = str(fetched(found["token_endpoint"], said, who).get("id_token", ""))
    return token, key_of(token, fetched(found["jwks_uri"]).get("keys", []))


def key_of(token: str, keys: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the provider's only key of that name; a final no without one."""
    try:
        name = jwt.get_unverified_header(token).get("kid")
    except jwt.PyJWTError as error:
        raise NotProved("federation.bad_answer", is_final=True) from error
    fitting = [
        key
        for key in keys
        if key.get("kty") in ALGORITHMS
        and key.get("use", "sig") == "sig"
        and key.get("kid") == name
    ]
    if len(fitting) != 1:
        raise NotProved("federation.bad_answer", is_final=True)
    return fitting[0]


def claims_of(token: str, key: Mapping[str, Any], nonce: str) -> dict[str, Any]:
    """Return a token's verified claims (OpenID Connect Core 3.1.3.7)."""
    ours = settings.OIDC_CLIENT_ID
    try:
        claims: dict[str, Any] = jwt.decode(
            token,
            jwt.PyJWK.from_dict(dict(key)).key,
            algorithms=ALGORITHMS[key["kty"]],
            audience=ours,
            issuer=settings.OIDC_ISSUER,
            leeway=federation.SKEW,
            options={"require": REQUIRED},
        )
    except jwt.PyJWTError as error:
        logger.warning("An ID token does not hold: %s", error)
        raise NotProved("federation.bad_answer", is_final=True) from error
    is_for_many = isinstance(claims["aud"], list) and len(claims["aud"]) > 1
    party = claims.get("azp", None if is_for_many else ours)
    if party != ours or str(claims["nonce"]) != nonce:
        raise NotProved("federation.bad_answer", is_final=True)
    return claims


def found_out(
    request: SigningRequest, state: Mapping[str, Any], token: str
) -> dict[str, Any]:
    """Return what the nonce is made of, and which token has it."""
    return {
        "issuer": settings.OIDC_ISSUER,
        "nonce": state["nonce"],
        "random": state["random"],
        "reference": request.reference,
        "token_sha256": hashlib.sha256(token.encode()).hexdigest(),
    }


def as_file(token: str) -> EvidenceItem:
    """Return the token as it is kept beside the PDF."""
    kind, name = EvidenceKind.EID_ASSERTION, "oidc-id-token.jwt"
    return EvidenceItem(kind, name, "application/jwt", token.encode())


def moment_of(seconds: Any) -> datetime:
    """Return a moment of the token; a final no when it is none."""
    try:
        return datetime.fromtimestamp(int(seconds), UTC)
    except (TypeError, ValueError, OverflowError, OSError) as error:
        raise NotProved("federation.bad_answer", is_final=True) from error


def discovered() -> dict[str, Any]:
    """Return the provider's own description (OpenID Connect Discovery 4)."""
    issuer = settings.OIDC_ISSUER
    found = fetched(f"{issuer.rstrip('/')}/.well-known/openid-configuration")
    names = ("authorization_endpoint", "token_endpoint", "jwks_uri")
    if found.get("issuer") != issuer or not all(
        federation.is_safe(found.get(n)) for n in names
    ):
        raise Unreachable("the provider describes itself wrongly")
    return found


def fetched(
    address: str,
    said: Mapping[str, str] | None = None,
    who: tuple[str, str] | None = None,
) -> dict[str, Any]:
    """Return the provider's JSON; a code it does not take is a final no."""
    if not federation.is_safe(address):
        raise Unreachable("the provider is not asked unencrypted")
    try:
        with httpx.Client(timeout=TIMEOUT, trust_env=False, auth=who) as client:
            answer = client.post(address, data=said) if said else client.get(address)
        found = answer.json() if answer.is_success else None
    except (httpx.HTTPError, ValueError) as error:
        raise Unreachable(str(error)) from error
    if said and answer.is_client_error:
        raise NotProved("federation.bad_answer", is_final=True)
    if not isinstance(found, dict):
        raise Unreachable("the provider answered something else")
    return found
