"""A letter that came as mail: its format is one the archivist has to decide about."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from boards.shared.clock import at, local
from boards.shared.files import store_file
from cases.document.actions import register_document
from cases.document.enums import Direction, DocumentKind
from cases.preservation.actions import look_at

if TYPE_CHECKING:
    from cases.case.models import Case
    from config.demo.registers import Registers

CAME = date(2020, 10, 12)
SUBJECT = "Fråga om kontrollen av växeln"
MAIL = f"""From: Berga kommun <kommun@berga.example>
To: itvt@alby.example
Subject: {SUBJECT}
Content-Type: text/plain; charset=utf-8

Hej! Vilka kontroller av växeln tas med i planen för 2021?
"""


def build_formats(made: Registers, case: Case) -> None:
    """Register the letter as it came, and look at its file."""
    with at(local(CAME, 9)):
        document = register_document(
            case=case,
            direction=Direction.RECEIVED,
            kind=DocumentKind.LETTER,
            subject=SUBJECT,
            counterparty="Berga kommun",
            handled_on=CAME,
            file=store_file(MAIL.encode(), "message/rfc822"),
            file_name="fraga.eml",
            by=made.users["rolf"],
        )
        look_at(document=document)
