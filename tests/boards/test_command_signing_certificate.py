"""`manage.py signing_certificate` makes the certificate and tries the key."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from django.core.management import CommandError, call_command
from django.test import override_settings

from tests.boards.shared.seal.keys.files import write_key


@pytest.fixture
def key_file(tmp_path: Path) -> Iterator[Path]:
    """Set a key in a file, and a folder without its certificate."""
    file = write_key(tmp_path / "key.pem", ec.generate_private_key(ec.SECP256R1()))
    with override_settings(SIGNING_KEY=f"file:{file}", SIGNING_DIR=tmp_path / "s"):
        yield file


def test_signing_certificate_when_named_then_made_and_the_key_signs(
    key_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("signing_certificate", name="Exempel kommun", years=2)
    made = capsys.readouterr().out
    call_command("signing_certificate")
    tried = capsys.readouterr().out
    assert "O=Exempel kommun,CN=Exempel kommun" in made
    assert tried.splitlines()[0] == "Nyckeln signerar."
    assert tried.splitlines()[1:] == made.splitlines()


def test_signing_certificate_when_a_request_is_asked_for_then_nothing_is_kept(
    key_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("signing_certificate", name="Exempel kommun", request=True)
    request = x509.load_pem_x509_csr(capsys.readouterr().out.encode())
    assert request.is_signature_valid
    assert not (tmp_path / "s").exists()


def test_signing_certificate_when_it_or_the_key_is_missing_then_says_so(
    key_file: Path,
) -> None:
    with pytest.raises(CommandError, match=r"no signing\.cert\.pem"):
        call_command("signing_certificate")
    key_file.unlink()
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("signing_certificate", name="Exempel kommun")


def test_signing_certificate_when_no_key_is_set_then_it_is_on_trial(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with override_settings(SIGNING_DIR=tmp_path):
        with pytest.raises(CommandError, match="provdrift"):
            call_command("signing_certificate", name="Exempel kommun")
        call_command("signing_certificate")
    assert "endast för provdrift" in capsys.readouterr().out
