"""The certificate of a key that is kept elsewhere: made, asked for, tried."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding

from boards.shared.seal.authority import (
    EARLIER_FOLDER,
    KEPT_CERTIFICATE_FILE,
    Authority,
)
from boards.shared.seal.certificates import (
    CLOCK_TOLERANCE,
    authoritys_certificate,
    authoritys_request,
    named,
)
from boards.shared.seal.keys.kept import Keeper, KeptKey

PROBE = b"Justera tries the key of its signing authority"
YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Installing:
    """What the signing authority is to be called, and where its key is."""

    keeper: Keeper
    name: str
    organization: str

    @property
    def key(self) -> KeptKey:
        """The key, with the public half its keeper shows."""
        return KeptKey(self.keeper, self.keeper.public_key())

    @property
    def subject(self) -> x509.Name:
        """The authority as a certificate names it."""
        return named(self.name, self.organization)


def make_certificate(
    folder: Path, installing: Installing, at: datetime, years: int
) -> x509.Certificate:
    """Make a certificate signed by its own key, and put it into the folder.

    The one before goes among the earlier ones, which signatures still go back to.
    """
    span = (at - CLOCK_TOLERANCE, at + years * YEAR)
    made = authoritys_certificate(installing.key, span, installing.subject)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    file = folder / KEPT_CERTIFICATE_FILE
    if file.exists():
        earlier = folder / EARLIER_FOLDER
        earlier.mkdir(exist_ok=True)
        before = x509.load_pem_x509_certificate(file.read_bytes())
        file.rename(earlier / f"{before.serial_number:x}.pem")
    file.write_bytes(made.public_bytes(Encoding.PEM))
    return made


def request_certificate(installing: Installing) -> bytes:
    """Return the request another authority makes the certificate from (PKCS#10)."""
    return authoritys_request(installing.key, installing.subject).public_bytes(
        Encoding.PEM
    )


def try_key(authority: Authority, at: datetime) -> None:
    """Sign something that is thrown away; raises `SealError` when that fails."""
    authority.refuse_unless_in_force(at)
    authority.key.sign(PROBE, ec.ECDSA(hashes.SHA256()))
