"""A passkey in software: what a phone would answer, and what a liar would."""

import hashlib
import json
from dataclasses import dataclass, field

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2 import cbor
from fido2.cose import ES256
from fido2.utils import websafe_decode, websafe_encode

UP, UV, AT = 0x01, 0x04, 0x40


@dataclass
class Authenticator:
    """One device with one key."""

    origin: str = "http://testserver"
    rp_id: str = "testserver"
    flags: int = UP | UV
    count: int = 0
    key: ec.EllipticCurvePrivateKey = field(
        default_factory=lambda: ec.generate_private_key(ec.SECP256R1())
    )
    credential_id: bytes = b"a key of a test!"

    def client_data(self, kind: str, challenge: str) -> bytes:
        said = {"type": kind, "challenge": challenge, "origin": self.origin}
        return json.dumps(said).encode()

    def authenticator_data(self, extra: bytes = b"", flags: int = 0) -> bytes:
        self.count += 1
        head = hashlib.sha256(self.rp_id.encode()).digest()
        flag = (self.flags | flags).to_bytes(1, "big")
        return head + flag + self.count.to_bytes(4, "big") + extra

    def answer(self, **response: bytes) -> str:
        packed = {name: websafe_encode(value) for name, value in response.items()}
        identifier = websafe_encode(self.credential_id)
        said = {"id": identifier, "rawId": identifier, "type": "public-key"}
        return json.dumps(said | {"response": packed})

    def make(self, options: dict) -> str:
        """Answer to the question for a new passkey."""
        public = bytes(cbor.encode(ES256.from_cryptography_key(self.key.public_key())))
        length = len(self.credential_id).to_bytes(2, "big")
        attested = b"\x00" * 16 + length + self.credential_id + public
        data = self.authenticator_data(attested, AT)
        stated = {"fmt": "none", "attStmt": {}, "authData": data}
        client = self.client_data("webauthn.create", options["publicKey"]["challenge"])
        return self.answer(clientDataJSON=client, attestationObject=cbor.encode(stated))

    def sign(self, options: dict, challenge: str = "") -> str:
        """Answer to the question for a signature."""
        asked = challenge or options["publicKey"]["challenge"]
        assert websafe_decode(asked)
        client = self.client_data("webauthn.get", asked)
        data = self.authenticator_data()
        signed = data + hashlib.sha256(client).digest()
        signature = self.key.sign(signed, ec.ECDSA(hashes.SHA256()))
        return self.answer(
            clientDataJSON=client, authenticatorData=data, signature=signature
        )
