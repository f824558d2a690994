"""A key in a service: it signs in full, and every bad answer is refused by its name."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from time import sleep

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from boards.shared.seal.authority import Authority
from boards.shared.seal.errors import KeyMismatch, KeyUnreachable
from boards.shared.seal.keys import service
from boards.shared.seal.keys.kept import Keeper
from boards.shared.seal.pades import archive_timestamp, sign_pdf, untouched, verify_pdf
from tests.boards.shared.seal.keys.transit import (
    TOKEN,
    Answer,
    Transit,
    data,
    tls_pair,
)
from tests.boards.shared.seal.making import signing
from tests.boards.shared.seal.readers import poppler_says_valid, pyhanko_passes

LATER = datetime(2020, 9, 30, 8, tzinfo=UTC)
Installed = Callable[[str], Authority]


@pytest.mark.law("P-08")
@pytest.mark.filterwarnings("ignore::UserWarning")
def test_sign_pdf_when_a_service_has_the_key_then_every_reader_agrees(
    transit: Transit, installed: Installed, unsigned: bytes, tmp_path: Path
) -> None:
    authority = installed(transit.address)
    pdf = sign_pdf(unsigned, signing("chair"), authority).pdf
    assert untouched(verify_pdf(pdf, authority))
    assert poppler_says_valid(pdf, tmp_path) == 1
    archived = archive_timestamp(pdf, authority, LATER)
    assert pyhanko_passes(archived, authority) == [True]


def test_verify_pdf_when_the_service_is_down_then_nothing_is_asked_of_it(
    transit: Transit, installed: Installed, unsigned: bytes
) -> None:
    authority = installed(transit.address)
    pdf = sign_pdf(unsigned, signing("chair"), authority).pdf
    transit.asked.clear()
    assert verify_pdf(pdf, authority)[0].valid
    assert transit.asked == []


def test_sign_pdf_when_the_service_is_slow_then_refuses(
    transit: Transit,
    installed: Installed,
    unsigned: bytes,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    authority = installed(transit.address)
    monkeypatch.setattr(service, "TIMEOUT", 0.3)

    def slow() -> Answer:
        sleep(1)
        return 200, b""

    transit.instead = slow
    with pytest.raises(KeyUnreachable, match=r"does not answer|does not end"):
        sign_pdf(unsigned, signing("chair"), authority)


@pytest.mark.parametrize(
    ("instead", "reason"),
    [
        (lambda: (403, b'{"errors":["permission denied"]}'), "does not let us use"),
        (lambda: (404, b'{"errors":[]}'), "no such key"),
        (lambda: (503, b'{"errors":["Vault is sealed"]}'), "sealed or down"),
        (lambda: (500, b"<h1>Oops</h1>"), "HTTP 500"),
        (lambda: (307, b""), "HTTP 307"),
        (lambda: (799, b""), "HTTP 799"),
        (lambda: (200, b"<p>Welcome</p>"), "something else"),
        (lambda: (200, b"[]"), "something else"),
        (lambda: (200, b'{"data": 1}'), "something else"),
        (lambda: data({"signature": None}), "no signature"),
        (lambda: data({"signature": "vault:v1:%%%"}), "no signature"),
        (lambda: data({"signature": "vault:v1:å"}), "no signature"),
        (lambda: (200, b"x" * 200_000), "does not end"),
    ],
)
def test_sign_pdf_when_the_service_answers_badly_then_refuses(
    transit: Transit,
    installed: Installed,
    unsigned: bytes,
    instead: Callable[[], Answer],
    reason: str,
) -> None:
    authority = installed(transit.address)
    transit.instead = instead
    with pytest.raises(KeyUnreachable, match=reason) as refused:
        sign_pdf(unsigned, signing("chair"), authority)
    assert refused.value.code == "seal.key_unreachable"
    assert TOKEN not in repr(refused.getrepr(showlocals=False))


@pytest.mark.parametrize("signature", ["MEUCIQ==", "", "AAAA"])
def test_sign_pdf_when_the_signature_is_garbage_then_refuses(
    transit: Transit, installed: Installed, unsigned: bytes, signature: str
) -> None:
    authority = installed(transit.address)
    transit.instead = lambda: data({"signature": f"vault:v1:{signature}"})
    with pytest.raises(KeyMismatch):
        sign_pdf(unsigned, signing("chair"), authority)


def test_sign_pdf_when_the_service_turns_the_key_over_then_refuses(
    transit: Transit, installed: Installed, unsigned: bytes
) -> None:
    authority = installed(transit.address)
    transit.keys.append(ec.generate_private_key(ec.SECP256R1()))
    with pytest.raises(KeyMismatch) as refused:
        sign_pdf(unsigned, signing("chair"), authority)
    assert refused.value.code == "seal.key_mismatch"


def test_sign_pdf_when_the_version_is_kept_to_then_a_newer_one_does_no_harm(
    transit: Transit, installed: Installed, unsigned: bytes
) -> None:
    authority = installed(f"{transit.address}?version=1")
    transit.keys.append(ec.generate_private_key(ec.SECP256R1()))
    assert sign_pdf(unsigned, signing("chair"), authority).evidence.report.valid


def test_service_when_it_is_down_then_says_so(
    transit: Transit, keeper_of: Callable[[str], Keeper]
) -> None:
    keeper = keeper_of("https://127.0.0.1:9/v1/transit/keys/justera")
    with pytest.raises(KeyUnreachable, match="does not answer: ConnectError"):
        keeper.public_key()


def test_service_when_its_certificate_is_not_believed_then_nothing_is_sent(
    transit: Transit, keeper_of: Callable[[str], Keeper], tmp_path: Path
) -> None:
    tls_pair(tmp_path)
    with pytest.raises(KeyUnreachable, match="does not answer: ConnectError"):
        keeper_of(transit.address).public_key()
    assert transit.asked == []


@pytest.mark.parametrize("content", [None, "another", "å"])
def test_service_when_our_token_is_gone_or_wrong_then_says_so(
    transit: Transit,
    keeper_of: Callable[[str], Keeper],
    tmp_path: Path,
    content: str | None,
) -> None:
    if content is None:
        (tmp_path / "token").unlink()
    else:
        (tmp_path / "token").write_text(content)
    with pytest.raises(KeyUnreachable, match=r"token cannot be read|not let us use"):
        keeper_of(transit.address).public_key()


@pytest.mark.parametrize("shown", [{}, {"latest_version": 1, "keys": {"1": "aes"}}])
def test_service_when_the_key_shows_no_public_half_then_says_so(
    transit: Transit, keeper_of: Callable[[str], Keeper], shown: dict[str, object]
) -> None:
    transit.instead = lambda: data(shown)
    with pytest.raises(KeyUnreachable, match="no public key"):
        keeper_of(transit.address).public_key()
