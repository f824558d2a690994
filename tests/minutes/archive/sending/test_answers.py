"""Packages that go to e-archives of each kind, and the answers that come back."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from boards.shared.clock import today
from cases.case.models import Case
from minutes.archive.sending import actions, answers
from minutes.archive.sending.actions import send_package, trouble
from minutes.archive.sending.buckets import BucketTarget
from minutes.archive.sending.enums import TransferState
from minutes.archive.sending.errors import NotLetIn, StrangeHost
from minutes.archive.sending.models import Transfer
from minutes.archive.sending.tasks import fetch_answers
from minutes.archive.sip.deliveries import delivered_cases
from minutes.archive.sip.enums import Answer
from minutes.archive.sip.models import SipPackage, SipReceipt
from tests.factories import approvals as make
from tests.minutes.archive.sending.servers import Archive
from tests.minutes.archive.sip.test_deliveries import agreed, built  # noqa: F401
from tests.minutes.archive.sip.test_sip import case  # noqa: F401  a fixture

SVAR = "svar-"


@pytest.fixture
def package(agreed: Case) -> SipPackage:  # noqa: F811  the fixture
    return built(agreed)


@pytest.fixture
def place(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> Archive:
    """The e-archive, where the product looks for it."""
    if isinstance(archive.target, BucketTarget):
        archive.target = replace(archive.target, answers=SVAR)
    for module in (actions, answers):
        monkeypatch.setattr(module, "targets", lambda: {"arkiv": archive.target})
    return archive


def sent(package: SipPackage) -> Transfer:
    transfer = send_package(package=package, target="arkiv", by=None)
    make.work_off()
    transfer.refresh_from_db()
    return transfer


def answer(package: SipPackage, **values: Any) -> bytes:
    said = {
        "paket": package.sent_name,
        "sha256": package.file.sha256,
        "svar": "mottaget",
        "referens": "AIP-17",
        "datum": today().isoformat(),
    }
    return json.dumps(said | values).encode()


def test_package_when_sent_then_there_and_the_answer_is_taken_in_once(
    package: SipPackage, place: Archive
) -> None:
    assert sent(package).state == TransferState.DELIVERED
    assert place.there()[package.name] == package.file.read()
    fetch_answers()
    assert not SipReceipt.objects.exists()
    place.put(f"{SVAR}1.json", answer(package))
    fetch_answers()
    fetch_answers()
    receipt = SipReceipt.objects.get()
    assert (receipt.package, receipt.reference) == (package, "AIP-17")
    assert receipt.file.read() == answer(package)
    assert delivered_cases([package.case_id]) == {package.case_id}


def test_answer_when_the_package_is_refused_then_its_faults_are_kept(
    package: SipPackage, place: Archive
) -> None:
    sent(package)
    faults = {"svar": "nekat", "fel": ["Avtalet saknas."]}
    place.put(f"{SVAR}1.json", answer(package, **faults))
    assert answers.fetch_receipts() == 1
    receipt = SipReceipt.objects.get()
    assert (receipt.answer, receipt.note) == (Answer.REFUSED, "Avtalet saknas.")


def test_answer_when_it_cannot_be_taken_then_said_and_the_others_are(
    package: SipPackage, place: Archive
) -> None:
    transfer = sent(package)
    stem = package.name.removesuffix(".zip")
    start = SVAR if isinstance(place.target, BucketTarget) else ""
    # Its own beginning of names is not part of what an S3 store calls the answer.
    place.put(f"{start}{stem}.json", b"{")
    place.put(f"{start}annat.json", answer(package, sha256="0" * 64))
    place.put(f"{start}stor.json", b" " * (1 << 21))
    place.put(f"{start}bild.png", b"x")
    assert answers.fetch_receipts() == 0
    transfer.refresh_from_db()
    assert f"{stem}.json" in transfer.fault
    place.put(f"{start}z.json", answer(package))
    assert answers.fetch_receipts() == 1


def test_answer_when_nothing_waits_then_nobody_is_asked(
    package: SipPackage, place: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(place.target), "receipts", None)
    assert package.is_built
    assert answers.fetch_receipts() == 0


def test_answer_when_the_place_is_gone_then_the_others_are_asked(
    package: SipPackage, place: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent(package)
    place.put(f"{SVAR}1.json", answer(package))

    class Gone:
        def receipts(self, _longest: int) -> Any:
            raise ConnectionError

    Transfer.objects.create(
        package=package,
        target="borta",
        state=TransferState.DELIVERED,
        ordered_at=package.built_at,
        ended_at=package.built_at,
    )
    found = {"borta": Gone(), "arkiv": place.target}
    monkeypatch.setattr(answers, "targets", lambda: found)
    assert answers.fetch_receipts() == 1


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (StrangeHost("arkiv"), "transfer.strange_host"),
        (NotLetIn("justera"), "transfer.not_let_in"),
        (ConnectionError(), "transfer.no_answer"),
        (TimeoutError(), "transfer.no_answer"),
        (FileNotFoundError(), "transfer.no_place"),
        (ValueError(), "transfer.trouble"),
    ],
)
def test_trouble_when_sending_then_said_what_it_is(error: Exception, code: str) -> None:
    assert trouble(error, is_final=False).code == code
