"""The simulator as a process of its own, reached over mutual TLS."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
from django.http import HttpRequest
from django.test import RequestFactory

from boards.person.identity import remember
from config.local.services import BankID
from minutes.approval.enums import StepOutcome
from minutes.approval.methods import SigningRequest, Step
from minutes.approval.methods.bankid.method import BankIDMethod
from tests.factories import registers

GORAN, BIRGITTA = "195703169812", "196207089845"
SHA256 = "0123456789abcdef" * 4
REFERENCE = "7d0e4dd5-6d2a-4e0f-8a3c-0c0f0f1c2d3e"


@dataclass
class Phone:
    """The simulator's controls."""

    address: str

    def control(self, verb: str, **said: Any) -> dict[str, Any]:
        response = httpx.post(f"{self.address}control/{verb}", json=said)
        response.raise_for_status()
        found: dict[str, Any] = response.json()
        return found

    def sign(self, step: Step, spoil: str = "", number: str = GORAN) -> None:
        order = step.state["order"]
        self.control("sign", order=order, number=number, spoil=spoil)

    def hint(self, step: Step, status: str, hint: str) -> None:
        self.control("hint", order=step.state["order"], status=status, hint=hint)


@pytest.fixture(scope="session")
def simulator(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    folder: Path = tmp_path_factory.mktemp("bankid")
    service = BankID(folder, folder / "bankid.log")
    service.start()
    yield service.settings()
    service.stop()


@pytest.fixture
def bankid(simulator: dict[str, str], settings: Any) -> BankIDMethod:
    for name, value in simulator.items():
        setattr(settings, name, value)
    return BankIDMethod()


@pytest.fixture
def phone(simulator: dict[str, str]) -> Phone:
    return Phone(simulator["BANKID_APP_URL"])


@pytest.fixture
def goran(db: None) -> Any:
    user = registers.user("goran")
    remember(user.person, GORAN)
    return user


def a_visit(agent: str = "Mozilla/5.0 (X11; Linux x86_64)") -> HttpRequest:
    return RequestFactory().get("/", HTTP_USER_AGENT=agent, REMOTE_ADDR="192.0.2.7")


@pytest.fixture
def request_to_sign(goran: Any) -> SigningRequest:
    return SigningRequest(
        user=goran,
        shown_sha256=SHA256,
        http=a_visit(),
        what="Protokoll Nämnden 2026-03-03, §§ 1–5",
        as_role="Ordförande",
        reference=REFERENCE,
    )


def asked(step: Step) -> dict[str, Any]:
    """Return the state as it is when the next look asks BankID again."""
    return {**step.state, "asked_at": "2020-01-01T00:00:00+00:00"}


def answered(method: BankIDMethod, request: SigningRequest, step: Step) -> Step:
    step = method.poll(request, asked(step))
    assert step.outcome == StepOutcome.ANSWERED
    return step
