"""A key that is used where it is kept, as the makers of certificates take it."""

from typing import Any, NoReturn, Protocol

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

from boards.shared.seal.errors import KeyMismatch


class Keeper(Protocol):
    """Whoever keeps the key; each call raises `KeyUnreachable` with the reason."""

    def public_key(self) -> ec.EllipticCurvePublicKey:
        """Return the public half, to make a certificate for it."""

    def sign(self, digest: bytes, algorithm: hashes.HashAlgorithm) -> bytes:
        """Return the ECDSA signature of a digest, as DER."""


class KeptKey(ec.EllipticCurvePrivateKey):
    """A private key that stays with its keeper, known by its public half.

    Every signature is verified before it is used: a keeper that has changed keys, or
    answers with something else, makes no certificate.
    """

    def __init__(self, keeper: Keeper, public: ec.EllipticCurvePublicKey) -> None:
        self._keeper, self._public = keeper, public

    def sign(
        self, data: Any, signature_algorithm: ec.EllipticCurveSignatureAlgorithm
    ) -> bytes:
        """Return the keeper's signature; `KeyMismatch` when it is another key's."""
        algorithm = signature_algorithm.algorithm
        if not isinstance(algorithm, hashes.HashAlgorithm):
            raise TypeError("the data is hashed here")
        hashed = hashes.Hash(algorithm)
        hashed.update(data)
        signature = self._keeper.sign(hashed.finalize(), algorithm)
        try:
            self._public.verify(signature, data, signature_algorithm)
        except InvalidSignature as error:
            message = "what the key signed does not hold under its certificate"
            raise KeyMismatch(message) from error
        return signature

    def public_key(self) -> ec.EllipticCurvePublicKey:
        """Return the public half."""
        return self._public

    @property
    def curve(self) -> ec.EllipticCurve:
        """The curve of the key."""
        return self._public.curve

    @property
    def key_size(self) -> int:
        """The size of the key in bits."""
        return self._public.key_size

    def exchange(self, *_given: Any) -> NoReturn:
        """Refuse: the key signs."""
        raise NotImplementedError

    def private_numbers(self) -> NoReturn:
        """Refuse: the key stays where it is."""
        raise NotImplementedError

    def private_bytes(self, *_given: Any) -> NoReturn:
        """Refuse: the key stays where it is."""
        raise NotImplementedError

    def __copy__(self) -> "KeptKey":
        return self

    def __deepcopy__(self, _memo: dict[int, Any]) -> "KeptKey":
        return self
