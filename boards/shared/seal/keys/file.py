"""A key in a file of one's own, read anew each time it is used."""

from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import Prehashed

from boards.shared.seal.errors import KeyUnreachable


@dataclass(frozen=True, slots=True)
class KeyFile:
    """A PEM file without a password: whoever may read it may sign."""

    path: Path

    def public_key(self) -> ec.EllipticCurvePublicKey:
        """Return the public half."""
        return self._key().public_key()

    def sign(self, digest: bytes, algorithm: hashes.HashAlgorithm) -> bytes:
        """Return the signature of a digest."""
        return self._key().sign(digest, ec.ECDSA(Prehashed(algorithm)))

    def _key(self) -> ec.EllipticCurvePrivateKey:
        try:
            pem = self.path.read_bytes()
            key = serialization.load_pem_private_key(pem, password=None)
        except OSError as error:
            message = f"the key file cannot be read: {error.strerror}"
            raise KeyUnreachable(message) from error
        except (ValueError, TypeError) as error:
            raise KeyUnreachable("the key file holds no readable key") from error
        if not isinstance(key, ec.EllipticCurvePrivateKey):
            raise KeyUnreachable("the key file holds no elliptic curve key")
        return key
