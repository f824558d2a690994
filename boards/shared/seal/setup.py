"""Where this installation keeps its signing authority, and who stamps the time."""

from pathlib import Path

from cryptography import x509
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from boards.shared.seal.authority import Authority, load_authority
from boards.shared.seal.keys.address import keeper_at
from boards.shared.seal.keys.kept import Keeper
from boards.shared.seal.stamping import StampService


def own_authority() -> Authority:
    """Return the authority of `SIGNING_DIR`; without `SIGNING_KEY` it is for trial."""
    keeper = None if is_on_trial() else own_keeper()
    return load_authority(Path(settings.SIGNING_DIR), keeper)


def is_on_trial() -> bool:
    """Say whether the installation signs with a key it made itself."""
    return not settings.SIGNING_KEY


def own_keeper() -> Keeper:
    """Return who keeps the key that is set."""
    return keeper_at(
        settings.SIGNING_KEY,
        token_file=settings.SIGNING_TOKEN_FILE,
        authorities=settings.SIGNING_CA,
    )


def own_stamps() -> StampService | None:
    """Return the time stamp authority that is set; `None`: we stamp ourselves."""
    if not settings.TIMESTAMP_URL:
        return None
    if not settings.TIMESTAMP_URL.startswith(("https://", "http://")):
        raise ImproperlyConfigured("TIMESTAMP_URL is no web address")
    if not settings.TIMESTAMP_ROOTS:
        raise ImproperlyConfigured("TIMESTAMP_URL needs TIMESTAMP_ROOTS")
    roots = x509.load_pem_x509_certificates(Path(settings.TIMESTAMP_ROOTS).read_bytes())
    return StampService(
        settings.TIMESTAMP_URL, tuple(roots), settings.TIMESTAMP_AUTHORIZATION
    )
