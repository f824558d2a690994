"""Where this installation keeps its signing authority."""

from pathlib import Path

from django.conf import settings

from boards.shared.seal.authority import Authority, load_authority


def own_authority() -> Authority:
    """Return the authority of `SIGNING_DIR`, made on first use."""
    return load_authority(Path(settings.SIGNING_DIR))
