"""The simulator's telephone and its controls, over http on this machine alone.

A person uses the pages; tests use `/control/…`, which takes and answers JSON.
"""

from __future__ import annotations

import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar
from urllib.parse import parse_qs, parse_qsl, urlsplit

from config.bankid_simulator.orders import Order, Orders, Refusal
from config.bankid_simulator.pages import end_page, front, order_page, page

HTML = "text/html; charset=utf-8"
SCHEMES = ("http", "https")


class Phone(BaseHTTPRequestHandler):
    """One request of the telephone's user, or of a test."""

    protocol_version = "HTTP/1.1"
    orders: ClassVar[Orders]
    # Where an order opened by a link leads back to.
    ways_back: ClassVar[dict[str, str]]

    def do_GET(self) -> None:
        """Show a page; a link with a token opens the order, as it opens the app."""
        address = urlsplit(self.path)
        said = {name: values[0] for name, values in parse_qs(address.query).items()}
        try:
            if token := said.get("autostarttoken"):
                order = self.orders.open(token)
                self.ways_back[order.reference] = safe(said.get("redirect", ""))
                self.go_to(order)
            elif address.path.startswith("/order/"):
                order = self.orders.get(address.path.split("/")[2])
                self.reply(order_page(order, self.orders.people.values()))
            else:
                self.reply(front(self.orders.waiting()))
        except Refusal as no:
            self.reply(page("Det gick inte", f"<p>{no.details}</p>"), status=404)

    def do_POST(self) -> None:
        """Do what a button, or a test, says."""
        length = int(self.headers.get("Content-Length") or 0)
        content = self.rfile.read(length)
        try:
            if self.path.startswith("/control/"):
                said = json.loads(content or b"{}")
                done = self.control(self.path.removeprefix("/control/"), said)
                self.reply(json.dumps(done).encode(), "application/json")
            else:
                self.press(dict(parse_qsl(content.decode())))
        except Refusal as no:
            if self.path.startswith("/control/"):
                self.reply(no.details.encode(), "text/plain", no.status)
            else:
                self.reply(page("Det gick inte", f"<p>{no.details}</p>"), status=400)

    def press(self, said: dict[str, str]) -> None:
        """Carry out one button."""
        parts = self.path.strip("/").split("/")
        if parts == ["scan"]:
            self.go_to(self.orders.scan(said.get("qr", "")))
            return
        if len(parts) != 3:  # noqa: PLR2004  /order/<reference>/<verb>
            raise Refusal(404, "phone", "Sidan finns inte.")
        reference, verb = parts[1], parts[2]
        back = self.ways_back.get(reference, "")
        if verb == "start":
            self.go_to(self.orders.start(self.orders.get(reference)))
        elif verb == "sign":
            number, spoil = said.get("number", ""), said.get("spoil", "")
            self.orders.sign(reference, number, spoil)
            self.reply(end_page("Underskriften är klar", back))
        else:
            self.orders.set_hint(reference, "failed", "userCancel")
            self.reply(end_page("Du avbröt", back))

    def control(self, verb: str, said: dict[str, Any]) -> dict[str, Any]:
        """Do what a test says."""
        if verb == "clock":
            self.orders.ahead += float(said["ahead"])
            return {"ahead": self.orders.ahead}
        if verb == "trouble":
            no = Refusal(said["status"], said["errorCode"], said.get("details", ""))
            self.orders.trouble += [no] * int(said.get("calls", 1))
            return {}
        if verb == "waiting":
            return {"orders": [one.reference for one in self.orders.waiting()]}
        return self.control_order(verb, said).answer()

    def control_order(self, verb: str, said: dict[str, Any]) -> Order:
        """Do what a test says with one order."""
        if verb == "scan":
            return self.orders.scan(said["qr"])
        if verb == "open":
            return self.orders.open(said["token"])
        if verb == "hint":
            return self.orders.set_hint(said["order"], said["status"], said["hint"])
        if verb == "sign":
            number, spoil = said["number"], said.get("spoil", "")
            return self.orders.sign(said["order"], number, spoil)
        raise Refusal(404, "control", "no such control")

    def go_to(self, order: Order) -> None:
        """Lead to an order's page."""
        self.send_response(303)
        self.send_header("Location", f"/order/{order.reference}")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def reply(self, content: bytes, kind: str = HTML, status: int = 200) -> None:
        """Answer."""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *words: Any) -> None:  # noqa: A002  its name
        """Be quiet."""


def safe(address: str) -> str:
    """Return an address a link may lead to, or nothing."""
    return address if urlsplit(address).scheme in SCHEMES else ""


def phone_server(address: tuple[str, int], orders: Orders) -> ThreadingHTTPServer:
    """Return the telephone."""
    handler = type("Handler", (Phone,), {"orders": orders, "ways_back": {}})
    return ThreadingHTTPServer(address, handler)
