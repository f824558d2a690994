"""A key in a key management service that speaks Vault's transit protocol."""

import base64
import json
import ssl
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Any

import httpx
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from boards.shared.seal.errors import KeyUnreachable

# A signature needs two answers, and somebody waits for it.
TIMEOUT = 5.0
ANSWER_LIMIT = 100_000
ALGORITHMS = {"sha256": "sha2-256", "sha384": "sha2-384", "sha512": "sha2-512"}
REASONS: dict[int, str] = {
    httpx.codes.UNAUTHORIZED: "the key service does not know us",
    httpx.codes.FORBIDDEN: "the key service does not let us use the key",
    httpx.codes.NOT_FOUND: "the key service has no such key",
    httpx.codes.SERVICE_UNAVAILABLE: "the key service is sealed or down",
}


@dataclass(frozen=True, slots=True)
class ServiceKey:
    """A key by its address, `https://host/v1/transit/keys/name`, and how we get in.

    A service of that kind turns keys over: `version` keeps to the certificate's.
    """

    address: str
    name: str
    version: int | None = None
    token_file: Path | None = None
    authorities: Path | None = None

    def public_key(self) -> ec.EllipticCurvePublicKey:
        """Return the public half of the version that is used."""
        data = self._asked("GET", f"{self.address}/keys/{self.name}")
        try:
            version = self.version or int(data["latest_version"])
            pem = data["keys"][str(version)]["public_key"]
            key = serialization.load_pem_public_key(pem.encode())
        except (LookupError, TypeError, ValueError, AttributeError) as error:
            raise KeyUnreachable("the key service shows no public key") from error
        if not isinstance(key, ec.EllipticCurvePublicKey):
            raise KeyUnreachable("the key service's key is no elliptic curve key")
        return key

    def sign(self, digest: bytes, algorithm: hashes.HashAlgorithm) -> bytes:
        """Return the signature of a digest."""
        asked: dict[str, Any] = {
            "input": base64.b64encode(digest).decode(),
            "prehashed": True,
            "hash_algorithm": ALGORITHMS[algorithm.name],
            "marshaling_algorithm": "asn1",
        }
        if self.version:
            asked["key_version"] = self.version
        data = self._asked("POST", f"{self.address}/sign/{self.name}", asked)
        try:
            # "vault:v3:MEUC…": who signed, with which version, and the signature.
            return base64.b64decode(data["signature"].split(":")[-1], validate=True)
        except (LookupError, TypeError, AttributeError, ValueError) as error:
            raise KeyUnreachable("the key service sent no signature") from error

    def _asked(self, verb: str, url: str, said: Any = None) -> dict[str, Any]:
        try:
            status, body = self._answer(verb, url, said)
        except httpx.HTTPError as error:
            message = f"the key service does not answer: {type(error).__name__}"
            raise KeyUnreachable(message) from error
        if status != httpx.codes.OK:
            other = f"the key service answers with HTTP {status}"
            raise KeyUnreachable(REASONS.get(status, other))
        try:
            data = json.loads(body)["data"]
        except (ValueError, LookupError, TypeError) as error:
            raise KeyUnreachable("the key service sent something else") from error
        if not isinstance(data, dict):
            raise KeyUnreachable("the key service sent something else")
        return data

    def _answer(self, verb: str, url: str, said: Any) -> tuple[int, bytes]:
        body, until = b"", monotonic() + TIMEOUT
        # No proxy and no authority out of the environment, as for BankID.
        client = httpx.Client(verify=self._tls(), trust_env=False, timeout=TIMEOUT)
        with (
            client,
            client.stream(verb, url, json=said, headers=self._headers()) as answer,
        ):
            for part in answer.iter_bytes():
                body += part
                if len(body) > ANSWER_LIMIT or monotonic() > until:
                    raise KeyUnreachable("the key service's answer does not end")
            return answer.status_code, body

    def _headers(self) -> dict[str, str]:
        if self.token_file is None:
            return {}
        try:
            # Read each time: an agent beside us renews it.
            return {"X-Vault-Token": self.token_file.read_text("ascii").strip()}
        except (OSError, ValueError) as error:
            message = "the file with the key service's token cannot be read"
            raise KeyUnreachable(message) from error

    def _tls(self) -> ssl.SSLContext:
        try:
            return ssl.create_default_context(cafile=self.authorities)
        except (OSError, ValueError) as error:
            message = "the file with the key service's authority cannot be read"
            raise KeyUnreachable(message) from error
