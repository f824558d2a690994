"""A delivery for reading (DIP): plain pages that open from a disk, with no server."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils import translation

from minutes.archive.sip.facts import Delivery, PackageFile, Record, of_bytes
from minutes.archive.sip.mets import REPRESENTATION

PAGE, LOOKS = "index.html", "utseende.css"
STYLE_SHEET = "css/dip.css"


def reading_parts(delivery: Delivery) -> Sequence[PackageFile]:
    """Return the page, its looks and the files beside it."""
    shown = for_reading(delivery)
    with translation.override("sv"):
        page = render_to_string("minutes/archive/dip.html", {"delivery": shown})
    made = delivery.made_at
    return [
        of_bytes(PAGE, PAGE, "text/html", made, page.encode()),
        of_bytes(LOOKS, LOOKS, "text/css", made, style_sheet()),
        *shown.data(),
        *shown.documentation,
    ]


def for_reading(delivery: Delivery) -> Delivery:
    """Return the same delivery with its files where a reader finds them."""
    return replace(
        delivery,
        aggregations=tuple(
            replace(one, records=tuple(map(_moved, one.records)))
            for one in delivery.aggregations
        ),
    )


def _moved(record: Record) -> Record:
    prefix = f"{REPRESENTATION}/"
    files = tuple(
        replace(file, path=file.path.removeprefix(prefix)) for file in record.files
    )
    return replace(record, files=files)


def style_sheet() -> bytes:
    """Return the looks of the page."""
    path = finders.find(STYLE_SHEET)
    if not isinstance(path, str):
        raise FileNotFoundError(STYLE_SHEET)
    with open(path, "rb") as sheet:  # noqa: PTH123  a path of the finders
        return sheet.read()
