"""An encrypted assertion opened: RSA-OAEP and AES-GCM, nothing else.

CBC is not taken: without a check of its own it tells whoever alters it what is inside.
"""

from __future__ import annotations

from base64 import b64decode
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.asymmetric.padding import MGF1, OAEP
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from minutes.approval.methods.saml.xml import NAMESPACES, name

XENC, XENC11 = NAMESPACES["xenc"], NAMESPACES["xenc11"]
# Length of the key in bytes, by algorithm.
CIPHERS = {f"{XENC11}aes128-gcm": 16, f"{XENC11}aes256-gcm": 32}
OAEP_MGF1P, OAEP_ANY = f"{XENC}rsa-oaep-mgf1p", f"{XENC11}rsa-oaep"
DIGESTS: dict[str, type[hashes.HashAlgorithm]] = {
    "http://www.w3.org/2000/09/xmldsig#sha1": hashes.SHA1,
    f"{XENC}sha256": hashes.SHA256,
    f"{XENC}sha512": hashes.SHA512,
}
MASKS: dict[str, type[hashes.HashAlgorithm]] = {
    f"{XENC11}mgf1sha1": hashes.SHA1,
    f"{XENC11}mgf1sha256": hashes.SHA256,
    f"{XENC11}mgf1sha512": hashes.SHA512,
}
NONCE = 12
# Nobody encrypts to more recipients than this.
MOST_KEYS = 5


class NotDecrypted(ValueError):  # noqa: N818  says what was met
    """It was not encrypted for us, or in a way that is not taken."""


def decrypted(encrypted: Any, key: rsa.RSAPrivateKey) -> bytes:
    """Return what an EncryptedAssertion holds; raises `NotDecrypted`."""
    data = encrypted.findall(name("xenc:EncryptedData"))
    keys = list(encrypted.iter(name("xenc:EncryptedKey")))
    if len(data) != 1 or not 1 <= len(keys) <= MOST_KEYS:
        raise NotDecrypted
    length = CIPHERS.get(algorithm_of(data[0].find(name("xenc:EncryptionMethod"))))
    content = value_of(data[0])
    for one in keys:
        try:
            secret = key.decrypt(value_of(one), padding_of(one))
            if len(secret) == length:
                opener = AESGCM(secret)
                return opener.decrypt(content[:NONCE], content[NONCE:], None)
        except (ValueError, KeyError, InvalidTag):
            continue
    raise NotDecrypted


def padding_of(encrypted_key: Any) -> OAEP:
    """Return how the key is packed; `KeyError` for a way that is not taken."""
    method = encrypted_key.find(name("xenc:EncryptionMethod"))
    way = algorithm_of(method)
    if way not in {OAEP_MGF1P, OAEP_ANY}:
        raise KeyError(way)
    digest = algorithm_of(method.find(name("ds:DigestMethod")))
    mask = algorithm_of(method.find(name("xenc11:MGF"))) if way == OAEP_ANY else ""
    return OAEP(
        mgf=MGF1(MASKS[mask]() if mask else hashes.SHA1()),  # noqa: S303  as the standard has it
        algorithm=DIGESTS[digest]() if digest else hashes.SHA1(),  # noqa: S303  likewise
        label=None,
    )


def algorithm_of(element: Any) -> str:
    """Return the algorithm an element names, or nothing."""
    return "" if element is None else str(element.get("Algorithm", ""))


def value_of(element: Any) -> bytes:
    """Return the bytes of an encrypted element."""
    path = f"{name('xenc:CipherData')}/{name('xenc:CipherValue')}"
    return b64decode(element.findtext(path, ""))
