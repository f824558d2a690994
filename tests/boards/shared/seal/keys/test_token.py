"""A key in a security module: it signs in full, and every fault has its reason."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pkcs11
import pytest
from cryptography import x509

from boards.shared.seal.authority import Authority
from boards.shared.seal.errors import KeyMismatch, KeyUnreachable
from boards.shared.seal.keys import pkcs11 as modules
from boards.shared.seal.keys.kept import Keeper
from boards.shared.seal.pades import archive_timestamp, sign_pdf, untouched, verify_pdf
from boards.shared.seal.reports import Level
from tests.boards.shared.seal.keys.tokens import PIN, Token, make_key
from tests.boards.shared.seal.making import MOMENTS, signing
from tests.boards.shared.seal.readers import (
    blobs,
    openssl_verifies,
    poppler_says_valid,
    pyhanko_passes,
)

AT = datetime(2020, 9, 29, 10, tzinfo=UTC)
LATER = datetime(2020, 9, 30, 8, tzinfo=UTC)
Installed = Callable[[str], Authority]


@pytest.mark.law("P-08")
@pytest.mark.filterwarnings("ignore::UserWarning")
def test_sign_pdf_when_the_key_is_on_a_token_then_every_reader_agrees(
    token: Token, installed: Installed, unsigned: bytes, tmp_path: Path
) -> None:
    authority = installed(token.address)
    pdf = unsigned
    for field in MOMENTS:
        pdf = sign_pdf(pdf, signing(field), authority).pdf
    reports = verify_pdf(pdf, authority)
    assert [one.level for one in reports] == [Level.LT] * 3
    assert untouched(reports)
    assert poppler_says_valid(pdf, tmp_path) == 3
    archived = archive_timestamp(pdf, authority, LATER)
    assert pyhanko_passes(archived, authority) == [True] * 3
    for blob in blobs(pdf):
        assert openssl_verifies(blob, authority, tmp_path)


def test_token_when_many_threads_sign_at_once_then_all_are_signed(
    token: Token, installed: Installed
) -> None:
    authority = installed(token.address)

    def issue(count: int) -> x509.Certificate:
        return authority.issue(name=f"Nr {count}", role="", at=AT).certificate

    with ThreadPoolExecutor(8) as pool:
        issued = list(pool.map(issue, range(24)))
    assert len({one.serial_number for one in issued}) == 24
    for one in issued:
        one.verify_directly_issued_by(authority.certificate)


def test_token_when_the_pin_is_wrong_then_it_is_tried_once_only(
    token: Token,
    keeper_of: Callable[[str], Keeper],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    token.pin_file.write_text("wrong pin")
    keeper = keeper_of(token.address)
    with pytest.raises(KeyUnreachable, match="the PIN is wrong") as refused:
        keeper.public_key()
    assert "wrong pin" not in str(refused.value)
    monkeypatch.setattr(pkcs11, "lib", None)
    with pytest.raises(KeyUnreachable, match="not tried again"):
        keeper.public_key()


def test_token_when_the_pin_is_mended_then_it_signs(
    token: Token, keeper_of: Callable[[str], Keeper]
) -> None:
    keeper = keeper_of(token.address)
    token.pin_file.write_text("wrong pin")
    with pytest.raises(KeyUnreachable):
        keeper.public_key()
    token.pin_file.write_text(PIN)
    assert keeper.public_key().key_size == 256


@pytest.mark.parametrize(
    ("called", "reason"),
    [
        (("Another", "the CA"), "the token is not there"),
        (("Justera signing", "gone"), "no such elliptic curve key"),
    ],
)
def test_token_when_it_or_the_key_is_gone_then_says_which(
    token: Token,
    keeper_of: Callable[[str], Keeper],
    called: tuple[str, str],
    reason: str,
) -> None:
    keeper = keeper_of(token.called(*called))
    with pytest.raises(KeyUnreachable, match=reason):
        keeper.public_key()


def test_token_when_two_keys_are_called_the_same_then_refuses(
    token: Token, keeper_of: Callable[[str], Keeper]
) -> None:
    make_key(token.module, "the CA")
    with pytest.raises(KeyUnreachable, match="several such keys"):
        keeper_of(token.address).public_key()


def test_token_when_the_module_is_missing_then_says_so(
    token: Token, keeper_of: Callable[[str], Keeper]
) -> None:
    address = token.address.replace("libsofthsm2", "libgone")
    with pytest.raises(KeyUnreachable, match="the security module failed"):
        keeper_of(address).public_key()


def test_token_when_the_file_with_the_pin_is_gone_then_says_so(
    token: Token, keeper_of: Callable[[str], Keeper]
) -> None:
    token.pin_file.unlink()
    with pytest.raises(KeyUnreachable, match="the file with the PIN"):
        keeper_of(token.address).public_key()


def test_token_when_another_signature_does_not_end_then_is_busy(
    token: Token,
    keeper_of: Callable[[str], Keeper],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(modules, "WAIT", 0.01)
    keeper = keeper_of(token.address)
    with modules._turn, pytest.raises(KeyUnreachable, match="busy"):
        keeper.public_key()


def test_sign_pdf_when_the_certificate_is_another_keys_then_refuses(
    token: Token, installed: Installed, unsigned: bytes
) -> None:
    authority = installed(token.address)
    library = pkcs11.lib(token.module)
    with library.get_token(token_label="Justera signing").open(
        rw=True, user_pin=PIN
    ) as session:
        for one in list(session.get_objects({pkcs11.Attribute.LABEL: "the CA"})):
            one.destroy()
    make_key(token.module, "the CA")
    with pytest.raises(KeyMismatch) as refused:
        sign_pdf(unsigned, signing("chair"), authority)
    assert refused.value.code == "seal.key_mismatch"
