"""What readers we did not write say of a file: poppler, OpenSSL and pyHanko."""

import asyncio
import subprocess
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives import serialization
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.ades.report import AdESPassed
from pyhanko.sign.validation.ades import ades_lta_validation
from pyhanko.sign.validation.policy_decl import (
    PdfSignatureValidationSpec,
    RevinfoOnlineFetchingRule,
    RevocationInfoGatheringSpec,
    SignatureValidationSpec,
)
from pyhanko_certvalidator.context import CertValidationPolicySpec
from pyhanko_certvalidator.policy_decl import (
    CertRevTrustPolicy,
    RevocationCheckingPolicy,
    RevocationCheckingRule,
)
from pyhanko_certvalidator.registry import SimpleTrustManager

from boards.shared.seal.authority import Authority
from boards.shared.seal.differences import policy
from boards.shared.seal.evidence import token_of
from boards.shared.seal.stamping import asn1_certificate

PEM = serialization.Encoding.PEM


@dataclass(frozen=True)
class Blob:
    """One signature cut out of a file: what it covers, and its container."""

    content: bytes
    container: bytes
    value: bytes
    stamp: bytes
    at: int


def blobs(pdf: bytes) -> list[Blob]:
    """Cut the signatures out by their byte ranges."""
    reader = PdfFileReader(BytesIO(pdf), strict=False)
    return [_blob(pdf, one) for one in reader.embedded_regular_signatures]


def _blob(pdf: bytes, one: Any) -> Blob:
    begin, size, start, length = (int(number) for number in one.byte_range)
    hexadecimal = pdf[begin + size + 1 : start - 1]
    padded = bytes.fromhex(hexadecimal.decode())
    return Blob(
        content=pdf[begin : begin + size] + pdf[start : start + length],
        container=padded[: der_length(padded)],
        value=one.signer_info["signature"].native,
        stamp=token_of(one),
        at=int(one.self_reported_timestamp.timestamp()),
    )


def der_length(value: bytes) -> int:
    """Return how long the first DER value is, header and all (X.690 8.1.3).

    What follows it is filling; the value itself may well end in a zero.
    """
    first = value[1]
    if first < 0x80:
        return 2 + first
    counted = first & 0x7F
    return 2 + counted + int.from_bytes(value[2 : 2 + counted])


def poppler_says_valid(pdf: bytes, folder: Path) -> int:
    """Return how many signatures pdfsig calls valid."""
    file = folder / "read.pdf"
    file.write_bytes(pdf)
    done = _run("pdfsig", "-nocert", str(file))
    return done.stdout.count(b"Signature is Valid")


def openssl_verifies(blob: Blob, authority: Authority, folder: Path) -> bool:
    """Say whether `openssl cms` finds the container to sign the content."""
    (folder / "content").write_bytes(blob.content)
    (folder / "cms").write_bytes(blob.container)
    (folder / "ca").write_bytes(authority.certificate.public_bytes(PEM))
    files = ["-content", str(folder / "content"), "-in", str(folder / "cms")]
    trust = ["-CAfile", str(folder / "ca"), "-attime", str(blob.at)]
    how = ["-verify", "-inform", "DER", "-binary", "-cades", "-out", "/dev/null"]
    return _run("openssl", "cms", *how, *files, *trust).returncode == 0


def openssl_verifies_stamp(blob: Blob, authority: Authority, folder: Path) -> bool:
    """Say whether `openssl ts` finds the time stamp to be one of the signature."""
    (folder / "stamp").write_bytes(blob.stamp)
    (folder / "tsa").write_bytes(authority.stamping.certificate.public_bytes(PEM))
    files = ["-token_in", "-in", str(folder / "stamp"), "-CAfile", str(folder / "tsa")]
    digest = sha256(blob.value).hexdigest()
    done = _run("openssl", "ts", "-verify", "-digest", digest, *files)
    return done.returncode == 0


def pyhanko_passes(pdf: bytes, authority: Authority) -> list[bool]:
    """Say of each signature whether the full offline validation of today passes."""
    reader = PdfFileReader(BytesIO(pdf), strict=False)
    return [
        asyncio.run(ades_lta_validation(one, _policy(authority))).ades_subindic
        == AdESPassed.OK
        for one in reader.embedded_regular_signatures
    ]


def total_is_signed(pdf: bytes, folder: Path) -> bool:
    """Say whether pdfsig finds a signature over all of the file."""
    file = folder / "read.pdf"
    file.write_bytes(pdf)
    return b"Total document signed" in _run("pdfsig", "-nocert", str(file)).stdout


def _policy(authority: Authority) -> PdfSignatureValidationSpec:
    roots = (authority.certificate, authority.stamping.certificate)
    checking = RevocationCheckingPolicy(
        ee_certificate_rule=RevocationCheckingRule.CRL_OR_OCSP_REQUIRED,
        intermediate_ca_cert_rule=RevocationCheckingRule.CRL_OR_OCSP_REQUIRED,
    )
    certificates = CertValidationPolicySpec(
        trust_manager=SimpleTrustManager.build(
            [asn1_certificate(one) for one in roots]
        ),
        revinfo_policy=CertRevTrustPolicy(checking),
    )
    gathering = RevocationInfoGatheringSpec(
        online_fetching_rule=RevinfoOnlineFetchingRule.LOCAL_ONLY
    )
    return PdfSignatureValidationSpec(
        SignatureValidationSpec(certificates, revinfo_gathering_policy=gathering),
        diff_policy=policy(),
    )


def _run(*command: str) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(command, capture_output=True, check=False, timeout=60)
