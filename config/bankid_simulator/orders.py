"""The simulator's orders: what becomes of one, and when."""

from __future__ import annotations

import hashlib
import hmac
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from config.bankid_simulator.authority import Authority
from config.bankid_simulator.people import TestPerson
from config.bankid_simulator.signing import make

# The app has to be started within this, the whole be done within the other, and the
# result fetched within the last: seconds, as BankID's documentation has them.
START_WITHIN, DONE_WITHIN, KEPT_FOR = 30, 180, 300
# How far a scanned QR code may be from the second it is scanned in.
QR_SLACK = 5


class Refusal(Exception):  # noqa: N818  an answer of the API's
    """The API's no: HTTP status, `errorCode` and `details`."""

    def __init__(self, status: int, code: str, details: str) -> None:
        self.status, self.code, self.details = status, code, details
        super().__init__(details)


@dataclass
class Order:
    """One order to sign."""

    said: Mapping[str, Any]
    made_at: float
    reference: str = field(default_factory=lambda: str(uuid4()))
    start_token: str = field(default_factory=lambda: str(uuid4()))
    qr_token: str = field(default_factory=lambda: str(uuid4()))
    qr_secret: str = field(default_factory=lambda: str(uuid4()))
    status: str = "pending"
    hint: str = "outstandingTransaction"
    is_started: bool = False
    is_same_device: bool = False
    ended_at: float = 0.0
    completion: dict[str, Any] = field(default_factory=dict)

    def end(self, status: str, hint: str, moment: float) -> None:
        """End it."""
        self.status, self.hint, self.ended_at = status, hint, moment

    def answer(self) -> dict[str, Any]:
        """Return what `collect` says of it."""
        if self.status == "complete":
            done = {"status": self.status, "completionData": self.completion}
            return {"orderRef": self.reference, **done}
        return {
            "orderRef": self.reference,
            "status": self.status,
            "hintCode": self.hint,
        }


class Orders:
    """All orders, with a clock that tests may put forward."""

    def __init__(self, authority: Authority, people: dict[str, TestPerson]) -> None:
        self.authority, self.people = authority, people
        self.lock = threading.RLock()
        self.ahead = 0.0
        # Answers that the API gives instead of working: Maintenance, for instance.
        self.trouble: list[Refusal] = []
        self._orders: dict[str, Order] = {}

    def now(self) -> float:
        """Return the seconds of the simulator's clock."""
        return time.monotonic() + self.ahead

    def begin(self, said: Mapping[str, Any]) -> Order:
        """Begin an order; a person has one at a time, where the order names one."""
        with self.lock:
            number = said.get("requirement", {}).get("personalNumber")
            for other in self.waiting():
                named = other.said.get("requirement", {}).get("personalNumber")
                if number and named == number:
                    other.end("failed", "cancelled", self.now())
                    details = "Order already in progress for pno"
                    raise Refusal(400, "alreadyInProgress", details)
            order = Order(said=said, made_at=self.now())
            self._orders[order.reference] = order
            return order

    def get(self, reference: str) -> Order:
        """Return an order as it stands now; over for long, there is none."""
        with self.lock:
            order = self._orders.get(reference)
            if order is not None:
                self._age(order)
            if order is None or self._is_forgotten(order):
                raise Refusal(400, "invalidParameters", "No such order")
            return order

    def waiting(self) -> list[Order]:
        """Return the orders that can still be signed, the newest first."""
        with self.lock:
            for order in self._orders.values():
                self._age(order)
            found = [one for one in self._orders.values() if one.status == "pending"]
            return found[::-1]

    def cancel(self, reference: str) -> None:
        """Call an order off; one that is over cannot be."""
        with self.lock:
            order = self.get(reference)
            if order.status != "pending":
                raise Refusal(400, "invalidParameters", "No such order")
            del self._orders[reference]

    def scan(self, text: str) -> Order:
        """Start by QR code: the right code, of these seconds."""
        with self.lock:
            parts = text.strip().split(".")
            token = parts[1] if len(parts) == 4 else ""  # noqa: PLR2004  its parts
            order = self._startable(qr_token=token)
            seconds, code = parts[2], parts[3]
            right = hmac.new(order.qr_secret.encode(), seconds.encode(), hashlib.sha256)
            age = int(self.now() - order.made_at)
            is_fresh = seconds.isdigit() and abs(int(seconds) - age) <= QR_SLACK
            if not hmac.compare_digest(right.hexdigest(), code) or not is_fresh:
                raise Refusal(400, "qr", "QR-koden är för gammal eller fel.")
            return self.start(order)

    def open(self, token: str) -> Order:
        """Start on the same device, by the token in the link."""
        with self.lock:
            order = self._startable(start_token=token)
            order.is_same_device = True
            return self.start(order)

    def start(self, order: Order) -> Order:
        """Let the app show the order."""
        order.is_started, order.hint = True, "userSign"
        return order

    def sign(self, reference: str, number: str, spoil: str = "") -> Order:
        """Let a person sign."""
        with self.lock:
            order, person = self.get(reference), self.people.get(number)
            if order.status != "pending" or person is None:
                raise Refusal(400, "phone", "Det finns inget att skriva under.")
            texts = (
                order.said["userVisibleData"],
                order.said.get("userNonVisibleData", ""),
            )
            made = make(self.authority, person, texts, spoil)
            claimed = "191212121212" if spoil == "other_number" else number
            order.completion = completion(person, claimed)
            order.completion |= {
                "signature": made.signature,
                "ocspResponse": made.status,
            }
            order.end("complete", "", self.now())
            return order

    def set_hint(self, reference: str, status: str, hint: str) -> Order:
        """Let an order stand as a test says."""
        with self.lock:
            order = self.get(reference)
            if status == "failed":
                order.end(status, hint, self.now())
            else:
                order.is_started, order.hint = True, hint
            return order

    def _startable(self, **tokens: str) -> Order:
        for order in self.waiting():
            if all(getattr(order, name) == token for name, token in tokens.items()):
                return order
        raise Refusal(400, "phone", "Det finns ingen sådan underskrift att påbörja.")

    def _age(self, order: Order) -> None:
        age = self.now() - order.made_at
        if order.status != "pending":
            return
        if age >= DONE_WITHIN:
            order.end("failed", "expiredTransaction", self.now())
        elif age >= START_WITHIN and not order.is_started:
            order.end("failed", "startFailed", self.now())

    def _is_forgotten(self, order: Order) -> bool:
        return bool(order.ended_at) and self.now() - order.ended_at > KEPT_FOR


def completion(person: TestPerson, number: str) -> dict[str, Any]:
    """Return what `completionData` says of person and device."""
    return {
        "user": {
            "personalNumber": number,
            "name": person.name,
            "givenName": person.given,
            "surname": person.family,
        },
        "device": {"ipAddress": "127.0.0.1", "uhi": "simulator"},
        "bankIdIssueDate": "2026-01-01",
        "stepUp": None,
    }
