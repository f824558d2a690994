"""Noting what was issued, as its bytes are made."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from django.db import models

from boards.shared.clock import now
from boards.shared.issued.codes import new_code
from boards.shared.issued.enums import IssuedKind
from boards.shared.issued.identity import identifiers
from boards.shared.issued.models import IssuedDocument


class Organ(Protocol):
    """What is told of a board: its name, and the one in addresses."""

    slug: Any
    name: Any


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signed, as what and when."""

    name: str
    role: str
    at: datetime


@dataclass(frozen=True, slots=True)
class About:
    """What a PDF is, and what may be told of it to whoever holds it.

    `minutes`: the key of the justering whose publication decides. `is_public` is
    false for what is secret: nothing is told of that at all (OSL 8:1).
    """

    kind: IssuedKind
    source: models.Model
    board: Organ
    day: date | None
    is_public: bool
    items_label: str = ""
    minutes: int | None = None
    signers: Sequence[Signer] = ()


def issue(content: bytes, about: About, *, code: str = "") -> IssuedDocument:
    """Note a PDF that leaves us; the same bytes are noted once.

    `code` is the one already printed in it, drawn by `new_code` before it was made.
    """
    found = identifiers(content)
    noted, _created = IssuedDocument.objects.get_or_create(
        sha256=hashlib.sha256(content).hexdigest(),
        defaults={
            "code": code or new_code(),
            "length": len(content),
            "identifier": found[0] if found else "",
            "kind": about.kind,
            "revision": len(about.signers),
            "board_slug": about.board.slug,
            "board_name": about.board.name,
            "day": about.day,
            "items_label": about.items_label,
            "signers": [
                {"name": one.name, "role": one.role, "at": one.at.isoformat()}
                for one in about.signers
            ],
            "minutes_id": about.minutes,
            "source_model": about.source._meta.label_lower,
            "source_id": about.source.pk,
            "is_public": about.is_public,
            "made_at": now(),
        },
    )
    return noted
