"""A key that cannot be used: the signer is told why, and can sign when it can."""

import logging
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from django.test import Client, override_settings
from django.urls import reverse

from boards.shared.clock import now
from boards.shared.models import HistoryEvent
from boards.shared.seal.authority import KEPT_CERTIFICATE_FILE
from boards.shared.seal.installing import Installing, make_certificate
from boards.shared.seal.pades import untouched, verify_pdf
from boards.shared.seal.setup import own_authority, own_keeper
from minutes.approval.enums import AttemptState
from minutes.approval.models import Approval, SigningAttempt
from tests.boards.shared.seal.keys.files import write_key
from tests.boards.shared.seal.keys.tokens import PIN, Token, make_token
from tests.factories import approvals as make

pytestmark = [pytest.mark.django_db, pytest.mark.law("P-08")]


@pytest.fixture
def token(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Token]:
    """Set a key on a token, with a certificate of its own."""
    made = make_token(tmp_path, monkeypatch)
    with override_settings(SIGNING_KEY=made.address, SIGNING_DIR=tmp_path / "kept"):
        certify(tmp_path / "kept", now())
        yield made


def certify(folder: Path, at: datetime, years: int = 10) -> None:
    installing = Installing(own_keeper(), "Exempel kommun", "Exempel kommun")
    make_certificate(folder, installing, at, years)


def sign(client: Client, approval: Approval) -> str:
    """Do what the chair does on the page of signing; return the page that follows."""
    approval.refresh_from_db()
    client.force_login(make.user_of(approval.approvers.get(role="chair").person))
    sent = {"shown_sha256": approval.document.sha256, "password": make.PASSWORD}
    url = reverse("approval-sign", args=[approval.pk])
    return client.post(url, sent, follow=True).content.decode()


def is_signed(approval: Approval) -> bool:
    approval.refresh_from_db()
    reports = verify_pdf(approval.document.read(), own_authority())
    assert untouched(reports) == bool(reports)
    return len(reports) == 1


def test_sign_when_the_key_is_on_a_token_then_signed_and_nothing_says_trial(
    client: Client, token: Token
) -> None:
    approval = make.sealed()
    sign(client, approval)
    assert is_signed(approval)
    client.force_login(make.user_of(approval.approvers.get(role="secretary").person))
    url = reverse("approval-sign", args=[approval.pk])
    assert "provdrift" not in client.get(url).content.decode()


def test_sign_when_the_key_cannot_be_reached_then_waits_says_so_and_is_given_later(
    client: Client, token: Token, caplog: pytest.LogCaptureFixture
) -> None:
    approval = make.sealed()
    token.pin_file.rename(token.pin_file.with_name("elsewhere"))
    with caplog.at_level(logging.WARNING):
        page = sign(client, approval)
    assert "kan inte nås" in page
    assert "Nytt försök görs automatiskt" in page
    attempt = SigningAttempt.objects.get()
    assert (attempt.state, attempt.failure) == ("proved", "seal.key_unreachable")
    assert HistoryEvent.objects.filter(code="attempt.waits").count() == 1
    assert "the file with the PIN cannot be read" in caplog.text
    assert PIN not in caplog.text
    token.pin_file.with_name("elsewhere").rename(token.pin_file)
    make.work_off()
    attempt.refresh_from_db()
    assert (attempt.state, attempt.failure) == (AttemptState.SIGNED, "")
    assert is_signed(approval)


def test_sign_when_the_pin_is_wrong_then_the_pin_is_nowhere_and_the_slot_stays(
    client: Client, token: Token, caplog: pytest.LogCaptureFixture
) -> None:
    approval = make.sealed()
    token.pin_file.write_text("998877")
    page = sign(client, approval)
    make.work_off()
    assert "the PIN is wrong" in caplog.text
    assert "998877" not in caplog.text + page
    assert not is_signed(approval)


@pytest.mark.parametrize(
    ("fault", "code", "said"),
    [
        ("another key", "seal.key_mismatch", "hör inte ihop med sitt certifikat"),
        ("expired", "seal.authority_expired", "gäller inte nu"),
        ("no certificate", "seal.not_installed", "saknas"),
    ],
)
def test_sign_when_key_and_certificate_do_not_hold_then_refused_and_open_again(
    client: Client, token: Token, tmp_path: Path, fault: str, code: str, said: str
) -> None:
    approval = make.sealed()
    folder = tmp_path / "kept"
    if fault == "another key":
        other = ec.generate_private_key(ec.SECP256R1())
        file = write_key(tmp_path / "other.pem", other)
        with override_settings(SIGNING_KEY=f"file:{file}"):
            certify(folder, now())
    elif fault == "expired":
        certify(folder, now().replace(year=2001), years=1)
    else:
        (folder / KEPT_CERTIFICATE_FILE).unlink()
    page = sign(client, approval)
    assert said in page
    attempt = SigningAttempt.objects.get()
    assert (attempt.state, attempt.failure) == ("failed", code)
    make.work_off()
    certify(folder, now())
    sign(client, approval)
    assert is_signed(approval)


def test_sign_page_when_no_key_is_set_then_says_that_it_is_for_trial(
    client: Client,
) -> None:
    approval = make.sealed()
    client.force_login(make.user_of(approval.approvers.get(role="chair").person))
    url = reverse("approval-sign", args=[approval.pk])
    assert "provdrift" in client.get(url).content.decode()
