"""What an e-archive answers, read from its receipt: docs/formats/kvitto.md."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from xml.etree import ElementTree as ET

from boards.shared.refusals import Refusal, Refused
from minutes.archive.sip.enums import Answer

LONGEST = 1 << 20
ANSWERS = {"mottaget": Answer.ACCEPTED, "nekat": Answer.REFUSED}
FIELDS = ("paket", "sha256", "svar", "referens", "datum")
REFERENCE = 120


@dataclass(frozen=True)
class ArchiveReceipt:
    """A receipt as the e-archive wrote it: of which file, what, when, what faults."""

    name: str
    sha256: str
    answer: Answer
    reference: str
    answered_on: date
    faults: tuple[str, ...] = ()


def read_receipt(content: bytes) -> ArchiveReceipt:
    """Return what a receipt says.

    Raises:
        Refused: when it cannot be read, or lacks something; it says what.
    """
    if len(content) > LONGEST:
        raise _unreadable("receipt.too_long")
    said = _values(content)
    missing = [name for name in FIELDS if not said.get(name)]
    if missing:
        raise _unreadable("receipt.lacks", fields=", ".join(missing))
    if said["svar"] == "nekat" and not said["fel"]:
        raise _unreadable("receipt.lacks", fields="fel")
    if said["svar"] not in ANSWERS:
        raise _unreadable("receipt.answer")
    try:
        day = date.fromisoformat(said["datum"])
    except ValueError as error:
        raise _unreadable("receipt.day") from error
    return ArchiveReceipt(
        name=said["paket"],
        sha256=said["sha256"].lower(),
        answer=ANSWERS[said["svar"]],
        reference=said["referens"][:REFERENCE],
        answered_on=day,
        faults=tuple(said["fel"]),
    )


def blocks_taking(
    receipt: ArchiveReceipt, *, names: tuple[str, ...], sha256: str
) -> list[Refusal]:
    """Refuse a receipt of another file: by its name, or by what is in it."""
    values = {"name": receipt.name}
    if receipt.name not in names:
        return [Refusal("receipt.other_package", values=values, field="file")]
    if receipt.sha256 != sha256:
        return [Refusal("receipt.other_content", values=values, field="file")]
    return []


def _values(content: bytes) -> dict[str, Any]:
    text = content.decode("utf-8-sig", errors="replace").replace("\x00", "").strip()
    try:
        found = _of_xml(text) if text.startswith("<") else _of_json(text)
    except (
        ValueError,
        TypeError,
        ET.ParseError,
        RecursionError,
        AttributeError,
    ) as error:
        raise _unreadable("receipt.unreadable") from error
    said: dict[str, Any] = {name: str(found.get(name) or "").strip() for name in FIELDS}
    faults = found.get("fel") or []
    rows = faults if isinstance(faults, list) else [faults]
    return said | {"fel": [str(one).strip() for one in rows if str(one).strip()]}


def _of_json(text: str) -> Mapping[str, Any]:
    found = json.loads(text)
    if not isinstance(found, dict):
        raise TypeError(text[:20])
    return found


def _of_xml(text: str) -> Mapping[str, Any]:
    # A document type could grow without end: a receipt has none.
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise ValueError(text[:20])
    root = ET.fromstring(text)  # noqa: S314  nothing that can grow is left in it
    plain = {_local(one.tag): one.text or "" for one in root}
    return plain | {"fel": [one.text or "" for one in root if _local(one.tag) == "fel"]}


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _unreadable(code: str, **values: str) -> Refused:
    return Refused([Refusal(code, values=values, field="file")])
