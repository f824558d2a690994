"""The simulator's RP API v6: JSON over TLS, for those with a certificate alone."""

from __future__ import annotations

import json
import ssl
from base64 import b64decode
from collections.abc import Callable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from typing import Any, ClassVar

from config.bankid_simulator.orders import Order, Orders, Refusal

PATH = "/rp/v6.0/"
LIMITS = {"userVisibleData": 40_000, "userNonVisibleData": 200_000}
KNOWN = {
    "endUserIp",
    "requirement",
    "returnUrl",
    "returnRisk",
    "userVisibleData",
    "userVisibleDataFormat",
    "userNonVisibleData",
    "app",
    "web",
}
REQUIREMENTS = {
    "cardReader",
    "certificatePolicies",
    "mrtd",
    "personalNumber",
    "pinCode",
}
FORMATS = (None, "plaintext", "simpleMarkdownV1")
RETURN_URL_LIMIT = 512
BODY_LIMIT = 1_000_000


def invalid(details: str) -> Refusal:
    """Return the API's no to an argument."""
    return Refusal(400, "invalidParameters", details)


def check_order(said: Mapping[str, Any]) -> None:
    """Refuse an order to sign that BankID would refuse."""
    if unknown := said.keys() - KNOWN:
        raise invalid(f"Unsupported parameter {min(unknown)}")
    try:
        ip_address(said.get("endUserIp", ""))
    except ValueError:
        raise invalid("Invalid endUserIp") from None
    if not said.get("userVisibleData"):
        raise invalid("Invalid userVisibleData")
    for name, limit in LIMITS.items():
        check_text(name, said.get(name, ""), limit)
    if said.get("userVisibleDataFormat") not in FORMATS:
        raise invalid("Invalid userVisibleDataFormat")
    requirement = said.get("requirement", {})
    if not isinstance(requirement, dict) or requirement.keys() - REQUIREMENTS:
        raise invalid("Invalid requirement")
    if len(said.get("returnUrl", "")) > RETURN_URL_LIMIT:
        raise invalid("Invalid returnUrl")


def check_text(name: str, text: Any, limit: int) -> None:
    """Refuse what is no base64 of UTF-8, or too long."""
    try:
        b64decode(text, validate=True).decode()
    except (ValueError, TypeError):
        raise invalid(f"Invalid {name}") from None
    if len(text) > limit:
        raise invalid(f"Invalid {name}")


class RpApi(BaseHTTPRequestHandler):
    """One call of a relying party's."""

    protocol_version = "HTTP/1.1"
    server_version = "BankIDSimulator"
    orders: ClassVar[Orders]

    def do_GET(self) -> None:
        """Refuse: everything is a POST."""
        self.refuse(Refusal(405, "methodNotAllowed", "Only http POST is allowed"))

    def do_POST(self) -> None:
        """Carry out one call."""
        try:
            said = self.body()
            self.fail_if_told()
            self.reply(200, self.verb()(said))
        except Refusal as no:
            self.refuse(no)

    def fail_if_told(self) -> None:
        """Refuse because a test wants trouble."""
        if self.orders.trouble:
            raise self.orders.trouble.pop(0)

    def verb(self) -> Callable[[Mapping[str, Any]], Mapping[str, Any]]:
        """Return what is called."""
        verbs = {"sign": self.sign, "collect": self.collect, "cancel": self.cancel}
        found = verbs.get(self.path.removeprefix(PATH))
        if found is None or not self.path.startswith(PATH):
            raise Refusal(404, "notFound", "No such resource")
        return found

    def body(self) -> Mapping[str, Any]:
        """Return the JSON of the call."""
        length = int(self.headers.get("Content-Length") or 0)
        content = self.rfile.read(min(length, BODY_LIMIT))
        if self.headers.get_content_type() != "application/json":
            details = "Adding a Content-Type header of application/json is required"
            raise Refusal(415, "unsupportedMediaType", details)
        try:
            said = json.loads(content)
        except ValueError:
            raise invalid("Invalid JSON") from None
        if not isinstance(said, dict):
            raise invalid("Invalid JSON")
        return said

    def sign(self, said: Mapping[str, Any]) -> Mapping[str, Any]:
        """Begin an order."""
        check_order(said)
        order = self.orders.begin(said)
        return {
            "orderRef": order.reference,
            "autoStartToken": order.start_token,
            "qrStartToken": order.qr_token,
            "qrStartSecret": order.qr_secret,
        }

    def collect(self, said: Mapping[str, Any]) -> Mapping[str, Any]:
        """Say how an order goes."""
        return self.order_of(said).answer()

    def cancel(self, said: Mapping[str, Any]) -> Mapping[str, Any]:
        """Call an order off."""
        self.orders.cancel(self.order_of(said).reference)
        return {}

    def order_of(self, said: Mapping[str, Any]) -> Order:
        """Return the order a call is about."""
        reference = said.get("orderRef")
        if not isinstance(reference, str):
            raise invalid("Invalid orderRef")
        return self.orders.get(reference)

    def refuse(self, no: Refusal) -> None:
        """Answer with a no."""
        self.reply(no.status, {"errorCode": no.code, "details": no.details})

    def reply(self, status: int, said: Mapping[str, Any]) -> None:
        """Answer in JSON."""
        content = json.dumps(said).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *words: Any) -> None:  # noqa: A002  its name
        """Be quiet: what is asked for names people."""


class TlsServer(ThreadingHTTPServer):
    """A server whose handshakes are made in the threads of the calls."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Be quiet: a refused certificate is an answer, not a fault."""


def api_server(
    address: tuple[str, int], orders: Orders, folder: Path
) -> ThreadingHTTPServer:
    """Return the RP API, open to certificates of the folder's authority alone."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.load_cert_chain(folder / "server.pem", folder / "server.key")
    context.load_verify_locations(folder / "tls-ca.pem")
    context.verify_mode = ssl.CERT_REQUIRED
    server = TlsServer(address, type("Handler", (RpApi,), {"orders": orders}))
    server.socket = context.wrap_socket(
        server.socket, server_side=True, do_handshake_on_connect=False
    )
    return server
