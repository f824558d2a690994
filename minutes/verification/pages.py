"""An answer as the page shows it and as the API gives it."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from django.conf import settings
from django.utils.dateparse import parse_datetime

from boards.shared.clock import STOCKHOLM
from minutes.verification import texts
from minutes.verification.enums import Verdict
from minutes.verification.queries import Answer, Found


def shown(answer: Answer) -> dict[str, Any]:
    """Return what the template of an answer needs."""
    found = answer.found
    return {
        "answer": answer,
        "found": found,
        "tone": texts.TONES.get(answer.verdict, "bad"),
        "headline": texts.headline(answer),
        "meaning": texts.meaning(answer),
        "closed": texts.CLOSED if answer.is_closed else "",
        "kind": texts.KINDS[found.row.kind] if found else "",
        "is_early": bool(
            found and answer.verdict == Verdict.IDENTICAL and not found.is_newest
        ),
        "is_trial": any(one.is_trial for one in answer.signatures),
        "signatures": [
            {"said": one, "at": local_text(one.at)} for one in answer.signatures
        ],
    }


def local_text(moment: str) -> str:
    """Return a moment as it stands on Swedish clocks."""
    read = parse_datetime(moment) if moment else None
    return f"{read.astimezone(STOCKHOLM):%Y-%m-%d %H.%M}" if read else ""


def as_json(answer: Answer) -> dict[str, Any]:
    """Return the answer as the API gives it; docs/formats/verifiering.md explains."""
    return {
        "verdict": answer.verdict.value,
        "text": f"{texts.headline(answer)}. {texts.meaning(answer)}",
        "sha256": answer.sha256,
        "length": answer.length,
        "whole_length": answer.whole,
        "is_closed": answer.is_closed,
        "problem": answer.problem.value,
        "document": document(answer.found) if answer.found else None,
        "signatures": [asdict(one) for one in answer.signatures],
    }


def document(found: Found) -> dict[str, Any]:
    """Return what is told of the issued document."""
    row, minutes, newer = found.row, found.minutes, found.newer
    return {
        "kind": row.kind,
        "code": row.printed_code,
        "sha256": row.sha256,
        "board": row.board_name,
        "day": row.day.isoformat() if row.day else None,
        "items": row.items_label,
        "signatures": row.revision,
        "is_newest_revision": found.is_newest,
        "version": minutes.version if minutes else None,
        "url": address(minutes.get_absolute_url()) if minutes else None,
        "newer_version": newer.version if newer else None,
        "newer_url": address(newer.get_absolute_url()) if newer else None,
        "corrections": list(found.corrections),
        "appeals": [
            {
                "municipality": one.municipality,
                "last_day": one.last_day.isoformat(),
                "is_over": one.is_over,
            }
            for one in found.appeals
        ],
    }


def address(path: str) -> str:
    """Return the whole address of a page of ours."""
    return f"{settings.SITE_URL}{path}"
