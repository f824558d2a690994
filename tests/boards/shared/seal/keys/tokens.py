"""A security module in software (SoftHSM), with a token and a key of our own."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import pkcs11
import pytest
from pkcs11 import KeyType
from pkcs11.util.ec import encode_named_curve_parameters

from boards.shared.seal.keys.pkcs11 import _begin_afresh

PIN = "471 147"
MODULES = (
    "/usr/lib/softhsm/libsofthsm2.so",
    "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
    "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so",
)


@dataclass(frozen=True)
class Token:
    """A token with one key, and the file that has its PIN."""

    module: str
    pin_file: Path

    @property
    def address(self) -> str:
        return self.called("Justera signing", "the CA")

    def called(self, token: str, key: str) -> str:
        path = f"token={quote(token)};object={quote(key)};type=private"
        return (
            f"pkcs11:{path}?module-path={quote(self.module)}"
            f"&pin-source=file:{quote(str(self.pin_file))}"
        )


def module() -> str:
    """Return where SoftHSM is; where everything is installed it may not be missing."""
    for path in MODULES:
        if Path(path).exists():
            return path
    if os.environ.get("CI"):
        pytest.fail("softhsm2 is missing")
    pytest.skip("softhsm2 is missing")


def make_token(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Token:
    """Make a token with a key in a folder of its own."""
    library = module()
    (folder / "tokens").mkdir()
    configuration = folder / "softhsm2.conf"
    configuration.write_text(f"directories.tokendir = {folder / 'tokens'}\n")
    monkeypatch.setenv("SOFTHSM2_CONF", str(configuration))
    _begin_afresh(library)
    named = ["--label", "Justera signing", "--pin", PIN, "--so-pin", "00000000"]
    command = ["softhsm2-util", "--init-token", "--free", *named]
    subprocess.run(command, check=True, capture_output=True)
    pin_file = folder / "pin"
    pin_file.write_text(f"{PIN}\n")
    make_key(library, "the CA")
    return Token(library, pin_file)


def make_key(library: str, label: str) -> None:
    """Make a P-256 key that never leaves the token."""
    token = pkcs11.lib(library).get_token(token_label="Justera signing")
    with token.open(rw=True, user_pin=PIN) as session:
        curve = encode_named_curve_parameters("secp256r1")
        parameters = session.create_domain_parameters(
            KeyType.EC, {pkcs11.Attribute.EC_PARAMS: curve}, local=True
        )
        parameters.generate_keypair(store=True, label=label)
