"""Time stamps (RFC 3161): asked of an authority, or made by the installation itself."""

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime
from http.client import HTTPException
from typing import Any
from urllib.request import Request, urlopen

from asn1crypto import algos, cms, core, tsp, x509
from cryptography import x509 as cryptography_x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from pyhanko.sign.general import as_signing_certificate_v2, simple_cms_attribute
from pyhanko.sign.timestamps import TimeStamper

from boards.shared.seal.authority import Authority
from boards.shared.seal.errors import TimestampUnavailable

TIMEOUT = 10
ANSWER_LIMIT = 200_000
QUERY, REPLY = "application/timestamp-query", "application/timestamp-reply"
# A name of our own under the UUID arc, which nobody has to hand out: trial stamps.
TRIAL_POLICY = "2.25.329800735698586629295641978511506172918"


@dataclass(frozen=True, slots=True)
class StampService:
    """A time stamp authority at an address, and whom its certificate goes back to."""

    url: str
    roots: tuple[cryptography_x509.Certificate, ...] = ()
    authorization: str = ""


class OwnStamps(TimeStamper):  # type: ignore[misc]  # comes without types
    """Stamps made here, with the moment of the act: for trial, and no network.

    A demonstration replays meetings of past years, so the moment is given.
    """

    def __init__(self, authority: Authority, at: datetime) -> None:
        super().__init__()
        self.key = authority.stamping.key
        self.certificate = asn1_certificate(authority.stamping.certificate)
        self.at = at.astimezone(UTC).replace(microsecond=0)

    async def async_request_tsa_response(self, req: Any) -> Any:
        """Answer the request as an authority would."""
        signed = self._signed(self._info(req))
        token = cms.ContentInfo({"content_type": "signed_data", "content": signed})
        granted = tsp.PKIStatusInfo({"status": "granted"})
        return tsp.TimeStampResp({"status": granted, "time_stamp_token": token})

    def _info(self, req: Any) -> Any:
        return tsp.TSTInfo(
            {
                "version": "v1",
                "policy": TRIAL_POLICY,
                "message_imprint": req["message_imprint"],
                "serial_number": cryptography_x509.random_serial_number(),
                "gen_time": self.at,
                "accuracy": {"seconds": 1},
                "nonce": req["nonce"],
                "tsa": x509.GeneralName("directory_name", self.certificate.subject),
            }
        )

    def _signed(self, info: Any) -> Any:
        content = info.dump()
        attributes = cms.CMSAttributes(
            [
                simple_cms_attribute("content_type", "tst_info"),
                simple_cms_attribute("message_digest", sha256(content)),
                simple_cms_attribute(
                    "signing_certificate_v2",
                    as_signing_certificate_v2(self.certificate),
                ),
            ]
        )
        digest = algos.DigestAlgorithm({"algorithm": "sha256"})
        return cms.SignedData(
            {
                "version": "v3",
                "digest_algorithms": [digest],
                "encap_content_info": {
                    "content_type": "tst_info",
                    "content": core.ParsableOctetString(content),
                },
                "certificates": [self.certificate],
                "signer_infos": [self._signer(attributes, digest)],
            }
        )

    def _signer(self, attributes: Any, digest: Any) -> Any:
        signature = self.key.sign(attributes.dump(), ec.ECDSA(hashes.SHA256()))
        identifier = cms.IssuerAndSerialNumber(
            {
                "issuer": self.certificate.issuer,
                "serial_number": self.certificate.serial_number,
            }
        )
        return cms.SignerInfo(
            {
                "version": "v1",
                "sid": cms.SignerIdentifier("issuer_and_serial_number", identifier),
                "digest_algorithm": digest,
                "signature_algorithm": {"algorithm": "sha256_ecdsa"},
                "signed_attrs": attributes,
                "signature": signature,
            }
        )


class ServiceStamps(TimeStamper):  # type: ignore[misc]  # as above
    """Stamps asked of an authority over HTTP; whatever goes wrong has one name."""

    def __init__(self, service: StampService) -> None:
        super().__init__()
        self.service = service

    async def async_timestamp(self, message_digest: bytes, md_algorithm: str) -> Any:
        """Return the token; an answer of another shape is no answer."""
        try:
            token = await super().async_timestamp(message_digest, md_algorithm)
            token["content"]["encap_content_info"]["content"].parsed.native  # noqa: B018  reads all of it
        except TimestampUnavailable:
            raise
        except (OSError, HTTPException, ValueError, TypeError, LookupError) as error:
            raise TimestampUnavailable(f"a bad answer: {error}") from error
        except AttributeError as error:
            # The library stumbles over the words of its own complaint on a bad nonce.
            raise TimestampUnavailable("the answer is to another question") from error
        return token

    async def async_request_tsa_response(self, req: Any) -> Any:
        """Ask over HTTP, beside the event loop."""
        answer = await asyncio.to_thread(self._asked, req.dump())
        return tsp.TimeStampResp.load(answer, strict=True)

    def _asked(self, query: bytes) -> bytes:
        headers = {"Content-Type": QUERY, "Accept": REPLY}
        if self.service.authorization:
            headers["Authorization"] = self.service.authorization
        request = Request(self.service.url, query, headers)  # noqa: S310  set by the administrator, checked in `setup`
        try:
            with urlopen(request, timeout=TIMEOUT) as answer:  # noqa: S310  as above
                kind = answer.headers.get_content_type()
                body = bytes(answer.read(ANSWER_LIMIT + 1))
        except (OSError, HTTPException) as error:
            message = f"the time stamp authority does not answer: {error}"
            raise TimestampUnavailable(message) from error
        if kind != REPLY or len(body) > ANSWER_LIMIT:
            raise TimestampUnavailable("the time stamp authority sent something else")
        return body


def stamps(
    authority: Authority, service: StampService | None, at: datetime
) -> TimeStamper:
    """Return who stamps: the service, or else the installation itself."""
    if service is None:
        return OwnStamps(authority, at)
    return ServiceStamps(service)


def asn1_certificate(certificate: cryptography_x509.Certificate) -> x509.Certificate:
    """Return a certificate as the PDF library takes it."""
    return x509.Certificate.load(certificate.public_bytes(serialization.Encoding.DER))


def sha256(data: bytes) -> bytes:
    """Return the digest of some bytes."""
    digest = hashes.Hash(hashes.SHA256())
    digest.update(data)
    return digest.finalize()
