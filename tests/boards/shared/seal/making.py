"""Signed files of the model protokoll, for the tests of the seal."""

from datetime import UTC, datetime

from boards.shared.seal.authentication import Authentication
from boards.shared.seal.pades import Signing

MOMENTS = {
    "secretary": ("Fatima Sundell", "Sekreterare", 10, 0),
    "chair": ("Göran Ekström", "Ordförande", 10, 5),
    "approver-1": ("Birgitta Lindqvist", "Justerande", 10, 9),
}
PASSKEY = Authentication(
    "passkey",
    "http://id.elegnamnden.se/loa/1.0/loa3",
    datetime(2020, 9, 29, 9, 59, tzinfo=UTC),
    "https://idp.example.se",
)


def signing(field: str) -> Signing:
    """Return who signs in a field of the model protokoll, and when."""
    name, role, hour, minute = MOMENTS[field]
    at = datetime(2020, 9, 29, hour, minute, tzinfo=UTC)
    return Signing(field, name, role, at, "Justering", authentication=PASSKEY)
