"""Papers, which are ärenden and handlingar, and where ärenden were treated."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from minutes.opendata.oparl.addresses import board_url, object_url
from minutes.opendata.oparl.enums import Kind
from minutes.opendata.oparl.objects import outcomes
from minutes.opendata.oparl.objects.files import WAYS_BACK, paper_file
from minutes.opendata.oparl.objects.registers import owner_url
from minutes.opendata.oparl.values import Object, day, web, without, written


def case(row: Any) -> Object:
    """Return an ärende; of a secret one its number alone (OSL 5:2)."""
    held = list(row.papers.all())
    values = {
        "body": owner_url(row.board),
        "name": row.title or (_("Secret matter") if row.is_secret else None),
        "reference": row.dnr,
        "date": day(row.opened_on),
        "paperType": _("Matter"),
        "subordinatedPaper": [document_url(one) for one in held],
        "auxiliaryFile": [without(paper_file(one), *WAYS_BACK) for one in held],
        "underDirectionOf": [board_url(row.board_id)],
        "consultation": [
            without(consultation(one), "paper") for one in row.points.all()
        ],
        "web": web(row),
        "justera:closedOn": day(row.closed_on),
    }
    return written(Kind.PAPER, case_key(row.pk), row, values)


def document(row: Any) -> Object:
    """Return a handling, which belongs to an ärende or stands by itself."""
    values = {
        "body": owner_url(row.board),
        "name": row.heading,
        "reference": row.designation,
        "date": day(row.handled_on),
        "paperType": _("Document"),
        "superordinatedPaper": [case_url(row.case_id)] if row.case_id else None,
        "mainFile": without(paper_file(row), *WAYS_BACK),
        "underDirectionOf": [board_url(row.board_id)],
        "web": web(row),
    }
    return written(Kind.PAPER, f"document-{row.pk}", row, values)


def consultation(row: Any) -> Object:
    """Return that a meeting treats or treated an ärende, and whether it decided it."""
    item = next(iter(row.items.all()), None)
    facts = item.facts if item else {}
    values = {
        "paper": case_url(row.case_id),
        "agendaItem": object_url(Kind.AGENDA_ITEM, row.pk),
        "meeting": object_url(Kind.MEETING, row.meeting_id),
        "organization": [board_url(row.meeting.board_id)],
        "authoritative": outcomes.is_deciding(facts),
        "role": outcomes.role(facts),
    }
    return written(Kind.CONSULTATION, row.pk, row, values)


def case_key(pk: int) -> str:
    """Return how an ärende is named among papers."""
    return f"case-{pk}"


def case_url(pk: int) -> str:
    """Return the id of an ärende."""
    return object_url(Kind.PAPER, case_key(pk))


def document_url(row: Any) -> str:
    """Return the id of a handling."""
    return object_url(Kind.PAPER, f"document-{row.pk}")
