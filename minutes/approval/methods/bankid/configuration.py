"""Where BankID is reached and whom it is trusted by, from the settings."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from cryptography import x509
from cryptography.x509.oid import NameOID
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

# The organisation in every certificate authority our simulator makes.
SIMULATOR = "Justera BankID-simulator"
HERE = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True)
class Configuration:
    """One connection: the address, the two authorities, our certificate and key.

    `ca` is the only authority believed about the server, `user_ca` the only one
    believed about people.
    """

    url: str
    ca: Path
    user_ca: Path
    certificate: Path
    key: Path

    @property
    def is_simulated(self) -> bool:
        """Say whether it is the simulator's: anybody can be anybody there."""
        host = urlsplit(self.url).hostname or ""
        return host in HERE or any(map(_is_simulators, (self.ca, self.user_ca)))


def configuration() -> Configuration | None:
    """Return what is set, or `None` where BankID is not set up.

    Raises `ImproperlyConfigured` for half of it, and for the simulator where people
    sign for real.
    """
    names = ("URL", "CA", "USER_CA", "CERTIFICATE", "KEY")
    values = {name: getattr(settings, f"BANKID_{name}") for name in names}
    missing = [f"BANKID_{name}" for name, value in values.items() if not value]
    if len(missing) == len(names):
        return None
    if missing:
        raise ImproperlyConfigured(f"BankID is half set up: {', '.join(missing)}")
    paths = {name.lower(): Path(values[name]) for name in names[1:]}
    found = Configuration(url=values["URL"].rstrip("/"), **paths)
    if found.is_simulated and not settings.BANKID_MAY_BE_SIMULATED:
        raise ImproperlyConfigured("BankID's simulator is set up in production")
    return found


def certificates(path: Path) -> list[x509.Certificate]:
    """Return the certificates of a PEM file."""
    return x509.load_pem_x509_certificates(path.read_bytes())


def _is_simulators(path: Path) -> bool:
    try:
        found = certificates(path)
    except (OSError, ValueError):
        return False
    return any(
        name.value == SIMULATOR
        for one in found
        for name in one.subject.get_attributes_for_oid(NameOID.ORGANIZATION_NAME)
    )
