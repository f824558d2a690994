"""Accessibility statements, published by the product's action."""

from typing import Any

from boards.board.models import Board
from cases.report.actions import publish_statement
from cases.report.enums import Compliance
from cases.report.models import AccessibilityStatement
from tests.factories import registers


def statement(of: Board | None = None, **values: Any) -> AccessibilityStatement:
    """A statement of Alby's that says what is lacking."""
    defaults = {
        "name": "Alby kommun",
        "slug": "alby",
        "email": "tillganglig@alby.example",
        "phone": "0512-00 00 00",
        "compliance": Compliance.PARTIAL,
        "deficiencies": "Inskannade handlingar kan inte läsas upp.",
        "method": "Egen granskning.",
    }
    return publish_statement(
        board=of or registers.board(), by=None, **defaults | values
    )
