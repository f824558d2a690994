"""The one address of every object: the site's own name, whatever the request said."""

from __future__ import annotations

from django.conf import settings

from minutes.opendata.oparl.enums import Kind

ROOT = "oparl/v1.1"
# Where the votes are as Popolo has them.
POPOLO = "data/popolo"


def absolute(path: str) -> str:
    """Return a path of this site as an address."""
    return f"{settings.SITE_URL}{path}"


def object_url(kind: Kind, key: int | str) -> str:
    """Return an object's id."""
    return absolute(f"/{ROOT}/{kind.path}/{key}")


def list_url(owner: Kind, key: int | str, kind: Kind) -> str:
    """Return where the list of a body's or an organisation's objects begins."""
    return f"{object_url(owner, key)}/{kind.path}"


def system_url() -> str:
    """Return where all of it begins."""
    return absolute(f"/{ROOT}/system")


def bodies_url() -> str:
    """Return the list of all bodies."""
    return absolute(f"/{ROOT}/body")


def board_url(pk: int) -> str:
    """Return the id of a board's organisation."""
    return object_url(Kind.ORGANIZATION, f"board-{pk}")


def party_url(pk: int) -> str:
    """Return the id of the party that a municipality's first such uppdrag names."""
    return object_url(Kind.ORGANIZATION, f"party-{pk}")


def content_url(key: str, *, save: bool = False) -> str:
    """Return where a file's bytes are, to be shown or to be saved."""
    return f"{object_url(Kind.FILE, key)}/{'download' if save else 'content'}"
