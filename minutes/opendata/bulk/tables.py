"""The tables of a year's file: which published rows, and which columns they give.

The names are Swedish: they are what those who open the file read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from boards.shared.clock import STOCKHOLM
from minutes.opendata.oparl.addresses import absolute
from minutes.publication.models import (
    PublishedItem,
    PublishedMeeting,
    PublishedMinutes,
    PublishedNotice,
)

Row = dict[str, Any]


@dataclass(frozen=True)
class Table:
    """One file of the year: `source` names the rows behind it."""

    name: str
    source: str
    columns: Callable[[Any], Iterator[Row]]


def sources(year: int) -> dict[str, QuerySet[Any]]:
    """Return the rows of a year, those taken back as well: they are a change."""
    items = PublishedItem.objects.filter(minutes__meeting__held_on__year=year)
    minutes = PublishedMinutes.objects.filter(meeting__held_on__year=year)
    return {
        "meetings": PublishedMeeting.objects.filter(held_on__year=year)
        .select_related("board")
        .defer("agenda"),
        "minutes": minutes.select_related("meeting__board").defer(
            "html", "meeting__agenda"
        ),
        "items": items.select_related("minutes__meeting__board").defer(
            "html", "minutes__html", "minutes__meeting__agenda"
        ),
        "notices": PublishedNotice.objects.filter(posted_on__year=year).select_related(
            "board", "municipality"
        ),
    }


def of_meeting(row: PublishedMeeting) -> Iterator[Row]:
    """A meeting."""
    yield {
        **board_and_day(row),
        "borjar": moment(row.starts_at),
        "slutar": moment(row.ends_at),
        "plats": row.place,
        "installt": row.is_cancelled,
        "sida": absolute(row.get_absolute_url()),
    }


def of_minutes(row: PublishedMinutes) -> Iterator[Row]:
    """Minutes, each version by itself."""
    page = absolute(row.get_absolute_url())
    yield {
        **board_and_day(row.meeting),
        "paragrafer": row.items_label,
        "justerat": row.approved_on.isoformat(),
        "publicerat": moment(row.published_at),
        "version": row.version,
        "maskerat": row.is_masked,
        "sekretess": row.is_secret,
        "sida": page,
        "akoma_ntoso": f"{page}akn.xml" if row.akn_sha256 else "",
    }


def of_item(row: PublishedItem) -> Iterator[Row]:
    """A §."""
    yield {
        **item_key(row),
        "nummer": row.number,
        "rubrik": row.heading,
        "diarienummer": row.dnr,
        "text": row.text,
        "sida": absolute(row.get_absolute_url()),
    }


def of_points(row: PublishedItem) -> Iterator[Row]:
    """The beslutspunkter of a §."""
    for point in row.facts.get("points", ()):
        yield {
            **item_key(row),
            "punkt": point.get("number", ""),
            "text": point.get("text", ""),
            "utfall": point.get("outcome", ""),
        }


def of_rounds(row: PublishedItem) -> Iterator[Row]:
    """The questions of a § that were put, with how many answered what."""
    for number, put in enumerate(row.facts.get("rounds", ()), start=1):
        yield {
            **item_key(row),
            "fraga": number,
            "lydelse": put.get("question", ""),
            "satt": put.get("method", ""),
            "ja_betyder": put.get("yes_means", ""),
            "nej_betyder": put.get("no_means", ""),
            "ja": put.get("yes"),
            "nej": put.get("no"),
            "avstar": put.get("abstain"),
            "avgjort_av": put.get("settled_by", ""),
        }


def of_votes(row: PublishedItem) -> Iterator[Row]:
    """Who answered what; a protected person has no name here, a closed vote no rows."""
    for number, put in enumerate(row.facts.get("rounds", ()), start=1):
        for vote in put.get("votes", ()):
            yield {
                **item_key(row),
                "fraga": number,
                "namn": vote.get("name", ""),
                "parti": vote.get("party", ""),
                "rost": vote.get("choice", ""),
            }


def of_notice(row: PublishedNotice) -> Iterator[Row]:
    """A notice that minutes were approved."""
    yield {
        "kommun": row.municipality.name,
        "namnd": row.board.name,
        "dag": row.held_on.isoformat(),
        "paragrafer": row.items_label,
        "uppsatt": row.posted_on.isoformat(),
        "sista_overklagandedag": day(row.last_appeal_day),
        "nedtaget": day(row.taken_down_on),
    }


def board_and_day(meeting: PublishedMeeting) -> Row:
    """Return what tells a meeting from others."""
    return {"namnd": meeting.board.name, "dag": meeting.held_on.isoformat()}


def item_key(row: PublishedItem) -> Row:
    """Return what tells a § from others."""
    return {"paragraf": row.citation, **board_and_day(row.minutes.meeting)}


def moment(value: Any) -> str:
    """Return a moment in Swedish time with its offset."""
    return value.astimezone(STOCKHOLM).isoformat(timespec="seconds") if value else ""


def day(value: Any) -> str:
    """Return a day as ISO writes it."""
    return value.isoformat() if value else ""


TABLES = (
    Table("moten", "meetings", of_meeting),
    Table("protokoll", "minutes", of_minutes),
    Table("paragrafer", "items", of_item),
    Table("beslutspunkter", "items", of_points),
    Table("omrostningar", "items", of_rounds),
    Table("roster", "items", of_votes),
    Table("anslag", "notices", of_notice),
)
