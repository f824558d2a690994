"""What signing by authentication at an identity provider rests on, OIDC or SAML."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from uuid import UUID

from boards.board.enums import Assurance
from boards.person import identity
from minutes.approval.methods import FRESHNESS, NotProved, SigningRequest

if TYPE_CHECKING:
    from boards.person.models import User

# How far the provider's clock may be from ours.
SKEW = timedelta(seconds=60)
LOOPBACK = {"127.0.0.1", "localhost", "::1"}

# Sweden Connect's registry of levels; DIGG's three above one's own word.
LEVELS = {
    "http://id.elegnamnden.se/loa/1.0/loa2": Assurance.LOW,
    "http://id.elegnamnden.se/loa/1.0/loa3": Assurance.SUBSTANTIAL,
    "http://id.swedenconnect.se/loa/1.0/uncertified-loa3": Assurance.SUBSTANTIAL,
    "http://id.elegnamnden.se/loa/1.0/eidas-sub": Assurance.SUBSTANTIAL,
    "http://id.elegnamnden.se/loa/1.0/eidas-nf-sub": Assurance.SUBSTANTIAL,
    "http://id.elegnamnden.se/loa/1.0/loa4": Assurance.HIGH,
    "http://id.elegnamnden.se/loa/1.0/eidas-high": Assurance.HIGH,
    "http://id.elegnamnden.se/loa/1.0/eidas-nf-high": Assurance.HIGH,
}


def accepted(needed: Assurance) -> list[str]:
    """Return the levels to ask the provider for: the one needed and those above."""
    return [uri for uri, level in LEVELS.items() if level >= needed]


def check_level(uri: str, needed: Assurance) -> Assurance:
    """Return the level reached; an unknown one is refused (eIDAS art. 8)."""
    level = LEVELS.get(uri)
    if level is None or level < needed:
        raise NotProved("federation.assurance_too_low", is_final=True)
    return level


def check_person(user: User, number: str) -> None:
    """Refuse anybody but the signer (eIDAS art. 26 a and b)."""
    person = user.person
    if person is None or not identity.is_known(person):
        raise NotProved("sign.identity_unknown", is_final=True)
    if not identity.is_same(person, number):
        raise NotProved("sign.wrong_person", is_final=True)


def check_anew(
    authenticated_at: datetime, begun_at: datetime, moment: datetime
) -> None:
    """Refuse an authentication older than this go, too old, or yet to come."""
    is_of_this_go = begun_at - SKEW <= authenticated_at <= moment + SKEW
    if not is_of_this_go or moment - authenticated_at > FRESHNESS:
        raise NotProved("sign.not_authenticated_anew", is_final=True)


def bound(request: SigningRequest, random: str) -> str:
    """Return what the provider signs for us: the document and the go (art. 26 d)."""
    text = f"{random}\n{request.shown_sha256}\n{request.reference}"
    return hashlib.sha256(text.encode()).hexdigest()


def reference_in(text: str) -> str:
    """Return the attempt named before the full stop, or nothing."""
    try:
        return str(UUID(text.partition(".")[0]))
    except ValueError:
        return ""


def is_safe(address: Any) -> bool:
    """Say whether an address is encrypted, or on this very machine."""
    parts = urlsplit(str(address or ""))
    return parts.scheme == "https" or (
        parts.scheme == "http" and parts.hostname in LOOPBACK
    )
