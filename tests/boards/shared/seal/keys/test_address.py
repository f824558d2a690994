"""What may stand in `SIGNING_KEY`, and what is refused before anything is asked."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from boards.shared.seal.keys.address import keeper_at
from boards.shared.seal.keys.file import KeyFile
from boards.shared.seal.keys.pkcs11 import TokenKey
from boards.shared.seal.keys.service import ServiceKey

PIN = "?module-path=/usr/lib/m.so&pin-source=file:/etc/pin"


def test_keeper_at_when_it_is_a_file_then_its_path_is_read() -> None:
    assert keeper_at("file:/etc/a%20key.pem") == KeyFile(Path("/etc/a key.pem"))
    assert keeper_at("file:///etc/key.pem") == KeyFile(Path("/etc/key.pem"))


def test_keeper_at_when_it_is_a_token_then_all_is_unescaped() -> None:
    address = (
        f"pkcs11:token=A%3BB;serial=77;object=the%20CA;id=%01%ff;type=private{PIN}"
    )
    assert keeper_at(address) == TokenKey(
        module="/usr/lib/m.so",
        pin_file=Path("/etc/pin"),
        token="A;B",
        serial="77",
        label="the CA",
        identifier=b"\x01\xff",
    )


def test_keeper_at_when_it_is_a_service_then_mount_name_and_version_are_read() -> None:
    found = keeper_at(
        "https://vault.example.se:8200/v1/eu/transit/keys/justera?version=3",
        token_file="/run/token",
        authorities="/etc/ca.pem",
    )
    assert found == ServiceKey(
        address="https://vault.example.se:8200/v1/eu/transit",
        name="justera",
        version=3,
        token_file=Path("/run/token"),
        authorities=Path("/etc/ca.pem"),
    )
    assert keeper_at("http://127.0.0.1:8100/v1/transit/keys/k") == ServiceKey(
        "http://127.0.0.1:8100/v1/transit", "k"
    )


@pytest.mark.parametrize(
    "address",
    [
        "hemligt",
        "ftp://hemligt/v1/transit/keys/k",
        "file:hemligt.pem",
        f"pkcs11:object=hemligt{PIN}",
        f"pkcs11:token=hemligt{PIN}",
        "pkcs11:token=hemligt;object=k",
        "pkcs11:token=a;object=k?module-path=/m.so&pin-value=hemligt",
        "pkcs11:token=a;object=k?module-path=/m.so&pin-source=hemligt",
        f"pkcs11:token=a;object=k;slot-id=1;model=hemligt{PIN}",
        "https://hemligt@vault.example.se/v1/transit/keys/k",
        "https://vault.example.se/hemligt",
        "https://vault.example.se/v1/transit/keys/hemligt/../k",
        "https://vault.example.se/v1/transit/keys/k?version=hemligt",
        "http://vault.example.se/v1/transit/keys/hemligt",
        "https:///v1/transit/keys/hemligt",
    ],
)
def test_keeper_at_when_it_is_wrong_then_says_so_without_repeating_it(
    address: str,
) -> None:
    with pytest.raises(ImproperlyConfigured) as refused:
        keeper_at(address)
    assert "hemligt" not in str(refused.value)
