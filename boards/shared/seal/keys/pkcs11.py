"""A key in a security module or on a smart card, through PKCS#11."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

import pkcs11
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from pkcs11 import Attribute, KeyType, Mechanism, ObjectClass
from pkcs11.util.ec import encode_ec_public_key, encode_ecdsa_signature

from boards.shared.seal.errors import KeyUnreachable

# How long a signature waits for another one that the module is busy with.
WAIT = 10
# One login holds for the whole process: two threads would log each other out.
_turn = Lock()
# A module locks itself after a few wrong PINs, so one it refused is not tried again.
_refused: set[bytes] = set()

REASONS: tuple[tuple[type[Exception], str], ...] = (
    (pkcs11.NoSuchToken, "the token is not there"),
    (pkcs11.TokenNotPresent, "the token is not there"),
    (pkcs11.TokenNotRecognised, "the token is not recognised"),
    (pkcs11.MultipleTokensReturned, "several tokens are called that"),
    (pkcs11.NoSuchKey, "the token has no such elliptic curve key"),
    (pkcs11.MultipleObjectsReturned, "the token has several such keys"),
    (pkcs11.PinIncorrect, "the PIN is wrong"),
    (pkcs11.PinLenRange, "the PIN is wrong"),
    (pkcs11.PinInvalid, "the PIN is wrong"),
    (pkcs11.PinLocked, "the PIN is locked"),
    (pkcs11.PinExpired, "the PIN has expired"),
)
WRONG_PIN = (pkcs11.PinIncorrect, pkcs11.PinLenRange, pkcs11.PinInvalid)


@dataclass(frozen=True, slots=True)
class TokenKey:
    """A key on a token: which module, token and object, and where the PIN is."""

    module: str
    pin_file: Path
    token: str | None = None
    serial: str | None = None
    label: str | None = None
    identifier: bytes | None = None

    def public_key(self) -> ec.EllipticCurvePublicKey:
        """Return the public half, which the token has to hold as well."""
        with self._session() as session:
            der = encode_ec_public_key(self._found(session, ObjectClass.PUBLIC_KEY))
        key = serialization.load_der_public_key(der)
        if not isinstance(key, ec.EllipticCurvePublicKey):
            raise KeyUnreachable("the token's key is no elliptic curve key")
        return key

    def sign(self, digest: bytes, algorithm: hashes.HashAlgorithm) -> bytes:  # noqa: ARG002  the digest is taken as it is
        """Return the signature of a digest."""
        with self._session() as session:
            key = self._found(session, ObjectClass.PRIVATE_KEY)
            return encode_ecdsa_signature(key.sign(digest, mechanism=Mechanism.ECDSA))

    def _found(self, session: Any, kind: ObjectClass) -> Any:
        which: dict[Attribute, Any] = {
            Attribute.CLASS: kind,
            Attribute.KEY_TYPE: KeyType.EC,
        }
        if self.label is not None:
            which[Attribute.LABEL] = self.label
        if self.identifier is not None:
            which[Attribute.ID] = self.identifier
        found = list(session.get_objects(which))
        if not found:
            raise pkcs11.NoSuchKey
        if len(found) > 1:
            raise pkcs11.MultipleObjectsReturned
        return found[0]

    @contextmanager
    def _session(self) -> Iterator[Any]:
        pin = self._pin()
        attempt = hashlib.sha256(f"{self}\0{pin}".encode()).digest()
        if attempt in _refused:
            raise KeyUnreachable("the PIN is wrong; it is not tried again")
        if not _turn.acquire(timeout=WAIT):
            raise KeyUnreachable("the security module is busy")
        try:
            library = pkcs11.lib(self.module)
            with self._token(library).open(user_pin=pin) as session:
                yield session
        except (RuntimeError, OSError, ValueError) as error:
            if isinstance(error, WRONG_PIN):
                _refused.add(attempt)
            _begin_afresh(self.module)
            raise KeyUnreachable(_reason(error)) from error
        finally:
            _turn.release()

    def _token(self, library: Any) -> Any:
        serial = self.serial.encode() if self.serial else None
        return library.get_token(token_label=self.token, token_serial=serial)

    def _pin(self) -> str:
        try:
            return self.pin_file.read_text().strip()
        except (OSError, ValueError) as error:
            raise KeyUnreachable("the file with the PIN cannot be read") from error


def _reason(error: Exception) -> str:
    for kind, reason in REASONS:
        if isinstance(error, kind):
            return reason
    # The class alone: a module's own words are not known to hold no secret.
    return f"the security module failed: {type(error).__name__}"


def _begin_afresh(module: str) -> None:
    """Let go of the module: many do not find the way back after a fault."""
    library = pkcs11._loaded.get(module)
    if library is not None and library.initialized:
        library.finalize()
