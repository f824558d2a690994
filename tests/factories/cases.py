"""Ärenden and handlingar, made by the product's actions."""

from datetime import date
from itertools import count
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from boards.board.models import Board
from boards.shared.files import store_file
from cases.case import actions as cases
from cases.case.models import Case
from cases.communication.actions import add_communication
from cases.communication.models import Communication
from cases.document import actions as documents
from cases.document.enums import Direction
from cases.document.models import Document
from cases.secrecy.actions import mark_secret
from tests.factories import registers

DAY = date(2020, 9, 14)

serial = count(1)


def case(
    of: Board | None = None,
    *,
    secret: bool = False,
    closed: bool = False,
    **values: Any,
) -> Case:
    """An open ärende; `secret` marks it, `closed` closes it."""
    defaults = {"title": f"Ärende {next(serial)}", "opened_on": DAY, "by": None}
    made = cases.open_case(board=of or registers.board(), **defaults | values)
    if secret:
        made = mark_secret(obj=made, legal_ground="OSL 21:1", by=None)
    return cases.close_case(case=made, by=None) if closed else made


def document(
    of: Case | None = None,
    *,
    draft: bool = False,
    secret: bool = False,
    with_file: bool = False,
    **values: Any,
) -> Document:
    """A registered handling that came in; `draft` leaves it unregistered."""
    if with_file:
        content = f"%PDF-1.7 {next(serial)}".encode()
        values |= {
            "file": store_file(content, "application/pdf"),
            "file_name": "yttrande.pdf",
        }
    defaults = {
        "direction": Direction.RECEIVED,
        "subject": f"Yttrande {next(serial)}",
        "counterparty": "Berga kommun",
        "handled_on": DAY,
        "by": None,
    }
    make = documents.add_draft if draft else documents.register_document
    made = make(case=of or case(), **defaults | values)
    return mark_secret(obj=made, legal_ground="OSL 21:1", by=None) if secret else made


def communication(of: Board, about: Case | None = None) -> Communication:
    return add_communication(
        board=of, heading="Skrivelse", received_on=DAY, case=about, by=None
    )


def upload(
    name: str = "skrivelse.txt", content: bytes = b"En skrivelse."
) -> SimpleUploadedFile:
    """What a browser sends when somebody has chosen a file."""
    return SimpleUploadedFile(name, content)
