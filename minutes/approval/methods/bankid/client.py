"""The client of BankID's RP API v6: orders begun, asked about and called off."""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import httpx

from minutes.approval.methods.bankid.configuration import Configuration

PATH = "/rp/v6.0"
# A request for a page waits for this: better to ask once more than to wait long.
TIMEOUT = httpx.Timeout(5.0, connect=3.0)


class BankIDError(Exception):
    """BankID said no: `code` is its own `errorCode`."""

    def __init__(self, code: str, details: str = "") -> None:
        self.code, self.details = code, details
        super().__init__(f"{code}: {details}")


class MisuseError(BankIDError):
    """The call was wrong: configuration, certificate or arguments."""


class InProgressError(BankIDError):
    """The person has another order going; BankID calls off both."""


class NoOrderError(MisuseError):
    """The order is unknown: over since long, or never made."""


class NoAnswerError(BankIDError):
    """The service is down, slow or unreachable: asking again may help."""


ERRORS: Mapping[str, type[BankIDError]] = {
    "alreadyInProgress": InProgressError,
    "invalidParameters": MisuseError,
    "unauthorized": MisuseError,
    "notFound": MisuseError,
    "methodNotAllowed": MisuseError,
    "unsupportedMediaType": MisuseError,
    "requestTimeout": NoAnswerError,
    "internalError": NoAnswerError,
    "Maintenance": NoAnswerError,
    "maintenance": NoAnswerError,
}
TRY_AGAIN = (408, 429)
NO_SUCH_ORDER = "No such order"


@dataclass(frozen=True)
class Order:
    """An order just begun, with what starts the person's app."""

    reference: str
    start_token: str
    qr_token: str
    qr_secret: str


@dataclass(frozen=True)
class Collected:
    """How an order goes: `pending`, `failed` or `complete`."""

    status: str
    hint: str = ""
    completion: Mapping[str, Any] = field(default_factory=dict)


class Client:
    """One connection to BankID; threads may share it."""

    def __init__(self, configuration: Configuration) -> None:
        # No proxy and no authority out of the environment: the address and the
        # authorities are those of the settings, and nobody else's.
        self._http = httpx.Client(
            base_url=configuration.url + PATH,
            verify=tls(configuration),
            trust_env=False,
            timeout=TIMEOUT,
        )

    def sign(self, said: Mapping[str, Any]) -> Order:
        """Begin an order to sign."""
        found = self._call("sign", said)
        try:
            return Order(
                reference=found["orderRef"],
                start_token=found["autoStartToken"],
                qr_token=found["qrStartToken"],
                qr_secret=found["qrStartSecret"],
            )
        except KeyError as error:
            raise NoAnswerError("incomplete", str(error)) from error

    def collect(self, reference: str) -> Collected:
        """Ask how an order goes; a complete one answers once."""
        found = self._call("collect", {"orderRef": reference})
        return Collected(
            status=str(found.get("status", "")),
            hint=str(found.get("hintCode", "")),
            completion=found.get("completionData") or {},
        )

    def cancel(self, reference: str) -> None:
        """Call an order off."""
        self._call("cancel", {"orderRef": reference})

    def close(self) -> None:
        """Let go of the connections."""
        self._http.close()

    def _call(self, verb: str, said: Mapping[str, Any]) -> Mapping[str, Any]:
        try:
            response = self._http.post(f"/{verb}", json=said)
            found = response.json() if response.content else {}
        except httpx.HTTPError as error:
            raise NoAnswerError("unreachable", str(error)) from error
        except ValueError as error:
            raise NoAnswerError("not JSON", str(error)) from error
        if not isinstance(found, dict):
            raise NoAnswerError("not JSON", "no object")
        if response.status_code != httpx.codes.OK:
            raise error_of(response.status_code, found)
        return found


def error_of(status: int, found: Mapping[str, Any]) -> BankIDError:
    """Return BankID's no as an error of its kind."""
    code, details = str(found.get("errorCode", status)), str(found.get("details", ""))
    if details == NO_SUCH_ORDER:
        return NoOrderError(code, details)
    if status >= httpx.codes.INTERNAL_SERVER_ERROR or status in TRY_AGAIN:
        return NoAnswerError(code, details)
    return ERRORS.get(code, MisuseError)(code, details)


def tls(configuration: Configuration) -> ssl.SSLContext:
    """Return what a connection stands on: our certificate, their one authority."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.load_verify_locations(cafile=configuration.ca)
    context.load_cert_chain(configuration.certificate, configuration.key)
    return context


@lru_cache(maxsize=4)
def client(configuration: Configuration) -> Client:
    """Return the connection of this process."""
    return Client(configuration)
