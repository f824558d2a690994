"""Passkeys: made on somebody's own device, asked to answer for one thing at a time.

The library does the cryptography; here is what it is asked. A passkey is bound to the
host it was made on, and every answer needs the person, not only the device.
"""

from __future__ import annotations

import json
import struct
from base64 import b64decode, b64encode
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from cryptography.exceptions import InvalidSignature
from django.db import transaction
from fido2.cose import CoseKey
from fido2.server import Fido2Server
from fido2.utils import websafe_encode
from fido2.webauthn import (
    AttestedCredentialData,
    AuthenticationResponse,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialUserEntity,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from boards.person.models import Passkey, User
from boards.shared.clock import now
from boards.shared.history import acting, record
from boards.shared.outbox import enqueue
from boards.shared.refusals import Refusal, Refused

if TYPE_CHECKING:
    from django.http import HttpRequest

REQUIRED = UserVerificationRequirement.REQUIRED
# What the library raises on an answer that is rubbish or was cut off: anybody can send
# one, so it is a no and not a fault of ours.
UNREADABLE = (
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    NotImplementedError,
    RecursionError,
    struct.error,
)


class NotAnswered(ValueError):  # noqa: N818  the passkey's no
    """The answer is none, or not to what was asked; `code` has a sentence."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


def server(http: HttpRequest) -> Fido2Server:
    """Return what asks passkeys in the name of the host the page came from."""
    host = http.get_host()
    origin = f"{http.scheme}://{host}"
    entity = PublicKeyCredentialRpEntity(name="Justera", id=host.rsplit(":", 1)[0])
    return Fido2Server(entity, verify_origin=lambda found: found == origin)


def in_use(user: User) -> list[Passkey]:
    """Return a user's passkeys that were not removed."""
    return list(user.passkeys.filter(removed_at__isnull=True))


def credential_of(passkey: Passkey) -> AttestedCredentialData:
    """Return the public half as the library reads it."""
    return AttestedCredentialData(b64decode(passkey.credential))


def ask_to_make(http: HttpRequest, user: User) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return what the browser is asked for a new passkey, and what to remember."""
    entity = PublicKeyCredentialUserEntity(
        id=str(user.pk).encode(), name=user.get_username(), display_name=str(user)
    )
    known = [credential_of(one) for one in in_use(user)]
    options, state = server(http).register_begin(
        entity,
        known,
        resident_key_requirement=ResidentKeyRequirement.PREFERRED,
        user_verification=REQUIRED,
    )
    return dict(options), dict(state)


@transaction.atomic
def add_passkey(
    *, http: HttpRequest, user: User, name: str, answer: str, state: Mapping[str, Any]
) -> Passkey:
    """Keep a new passkey, and mail its owner that there is one."""
    acting(user)
    try:
        made = server(http).register_complete(state, json.loads(answer))
    except UNREADABLE as error:
        raise Refused([Refusal("passkey.not_made")]) from error
    found = made.credential_data
    if found is None or not is_usable(found.public_key):
        raise Refused([Refusal("passkey.not_made")])
    key = websafe_encode(found.credential_id)
    if Passkey.objects.filter(credential_id=key).exists():
        raise Refused([Refusal("passkey.known_already")])
    passkey = Passkey.objects.create(
        user=user,
        name=name.strip(),
        credential_id=key,
        credential=b64encode(bytes(found)).decode(),
        sign_count=made.counter,
        added_at=now(),
    )
    record(passkey, "passkey.added", by=user, name=passkey.name)
    enqueue("person.tell_passkey", passkey)
    return passkey


def is_usable(key: CoseKey) -> bool:
    """Say whether the key is of a kind whose answers can be checked at all."""
    try:
        key.verify(b"", b"")
    except InvalidSignature:
        return True
    except UNREADABLE:
        return False
    return False


@transaction.atomic
def remove_passkey(*, passkey: Passkey, by: User) -> Passkey:
    """Let a passkey answer no more, and mail its owner."""
    acting(by)
    passkey = Passkey.objects.select_for_update().get(pk=passkey.pk)
    if passkey.removed_at is None:
        passkey.removed_at = now()
        passkey.save(update_fields=["removed_at"])
        record(passkey, "passkey.removed", by=by, name=passkey.name)
        enqueue("person.tell_passkey", passkey)
    return passkey


def ask_to_answer(
    http: HttpRequest, user: User, challenge: bytes
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return what the browser is asked of one of the user's passkeys."""
    known = [credential_of(one) for one in in_use(user)]
    options, state = server(http).authenticate_begin(known, REQUIRED, challenge)
    return dict(options), dict(state)


@transaction.atomic
def check_answer(
    http: HttpRequest, user: User, answer: str, challenge: bytes
) -> tuple[Passkey, dict[str, Any]]:
    """Return the passkey that answered to the challenge, and the answer itself.

    Raises `NotAnswered`. A count that does not rise is a copied key (WebAuthn 6.1.1).
    """
    keys = {one.credential_id: one for one in in_use(user)}
    state = {"challenge": websafe_encode(challenge), "user_verification": REQUIRED}
    try:
        said = json.loads(answer)
        found = AuthenticationResponse.from_dict(said)
        known = [credential_of(one) for one in keys.values()]
        used = server(http).authenticate_complete(state, known, found)
    except UNREADABLE as error:
        raise NotAnswered("passkey.not_answered") from error
    rows = Passkey.objects.select_for_update().filter(removed_at__isnull=True)
    passkey = rows.filter(credential_id=websafe_encode(used.credential_id)).first()
    if passkey is None:
        raise NotAnswered("passkey.not_answered")
    count = found.response.authenticator_data.counter
    if (count or passkey.sign_count) and count <= passkey.sign_count:
        raise NotAnswered("passkey.copied")
    passkey.sign_count, passkey.last_used_at = count, now()
    passkey.save(update_fields=["sign_count", "last_used_at"])
    return passkey, said
