"""The bevis om anslag as a document: what was up, where, from when to when (A-11)."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from boards.shared.clock import STOCKHOLM
from boards.shared.paper.tree import (
    Document,
    Field,
    FieldTable,
    Footer,
    Heading,
    paragraph,
)
from minutes.notice.queries import uptime_of

if TYPE_CHECKING:
    from minutes.notice.models import Notice, Proclamation

KIND = "BEVIS OM ANSLAG"
TEXT = (
    "Härmed intygas att tillkännagivandet av att nedanstående protokoll är justerat har"
    " varit uppsatt på anslagstavlan under hela den tid som anges."
)
PROCLAIMED = (
    "Härmed intygas att nedanstående kungörelse har varit uppsatt på kommunens"
    " anslagstavla under hela den tid som krävs."
)
PROCLAIMED_LAW = "Kommunallagen (2017:725) 8 kap. 10 §."
LAW = "Kommunallagen (2017:725) 8 kap. 12 § och 13 kap. 5 §."


def certificate_document(notice: Notice) -> Document:
    """Return the certificate of a notice that was up and has come down."""
    approval = notice.approval
    meeting = approval.meeting
    rows = (
        ("Organ", meeting.board.name),
        ("Sammanträdesdatum", f"{meeting.held_on:%Y-%m-%d}"),
        ("Paragrafer", approval.items_label),
        ("Protokollet justerat", f"{approval.approved_on:%Y-%m-%d}"),
        ("Anslagstavla", f"{notice.municipality.name} kommun"),
        ("Anslaget uppsatt", up_text(notice)),
        ("Anslaget uppsatt på nytt", again_text(notice)),
        ("Sista dag för överklagande", f"{notice.last_appeal_day:%Y-%m-%d}"),
        ("Anslaget nedtaget", down_text(notice)),
        ("Läsbart på anslagstavlan", uptime_text(notice)),
        ("Förvaringsplats för protokollet", approval.storage_place),
    )
    return Document(
        title=f"Bevis om anslag, {meeting.board.name} {meeting.held_on:%Y-%m-%d}",
        kind=KIND,
        organ=meeting.board.name,
        meeting_date=meeting.held_on,
        municipality=notice.municipality.name,
        blocks=(
            Heading(1, "Bevis om anslag"),
            paragraph(TEXT),
            FieldTable(tuple(Field(label, (value,)) for label, value in rows if value)),
            *([paragraph(f"Underlag: {proof_text(notice)}")] if notice.proof else []),
            paragraph(LAW),
        ),
        footer=Footer.TEXT,
        footer_text="Beviset är framställt i Justera.",
    )


def proclamation_document(row: Proclamation) -> Document:
    """Return the certificate of a kungörelse that was up its whole time."""
    asked = f"{row.required_days} dagar, " if row.required_days else ""
    rows = (
        ("Rubrik", row.heading),
        ("Begärd av", row.requested_by),
        ("Anslagen enligt", row.law),
        ("Anslagstavla", f"{row.municipality.name} kommun"),
        ("Anslaget uppsatt", clock(row.posted_at)),
        ("Krävd tid", f"{asked}till och med {row.last_day:%Y-%m-%d}"),
        ("Anslaget nedtaget", clock(row.taken_down_at) if row.taken_down_at else ""),
        ("Handlingarna förvaras", row.storage_place),
    )
    return Document(
        title=f"Bevis om anslag, {row.heading}",
        kind=KIND,
        organ=row.board.name,
        meeting_date=row.posted_on,
        municipality=row.municipality.name,
        blocks=(
            Heading(1, "Bevis om anslag"),
            paragraph(PROCLAIMED),
            FieldTable(tuple(Field(label, (value,)) for label, value in rows if value)),
            paragraph(PROCLAIMED_LAW),
        ),
        footer=Footer.TEXT,
        footer_text="Beviset är framställt i Justera.",
    )


def again_text(notice: Notice) -> str:
    """Return when it went up anew, after an interruption."""
    return clock(notice.reposted_at) if notice.reposted_at else ""


def uptime_text(notice: Notice) -> str:
    """Return what the record says: seen from when to when, and every interruption."""
    record = uptime_of(notice)
    if record.seen_from is None or record.seen_until is None:
        return ""
    said = (
        f"Kontrollerat löpande {clock(record.seen_from)} till"
        f" {clock(record.seen_until)}."
    )
    breaks = [
        f"{clock(row.from_at)} till {clock(row.until_at or row.found_at)}"
        f" ({row.ground.rstrip('.')})"
        for row in notice.interruptions.all()
    ]
    told = f"Bedömda avbrott: {'; '.join(breaks)}." if breaks else "Inga avbrott."
    return f"{said} {told}"


def proof_text(notice: Notice) -> str:
    """Return how a posting on another's board is known."""
    file = notice.proof_file
    seen = f"fil med SHA-256 {file.sha256}" if file else ""
    return ", ".join(part for part in (notice.proof, notice.proof_url, seen) if part)


def up_text(notice: Notice) -> str:
    """Return the day it went up; the clock too when it went up here."""
    if notice.municipality.is_served_here and notice.posted_at:
        return clock(notice.posted_at)
    return f"{notice.posted_on:%Y-%m-%d}"


def down_text(notice: Notice) -> str:
    """Return the day it came down; the clock too when it came down here."""
    if notice.municipality.is_served_here and notice.taken_down_at:
        return clock(notice.taken_down_at)
    return f"{notice.taken_down_on:%Y-%m-%d}"


def clock(moment: datetime) -> str:
    """Return a moment as the certificate prints it."""
    return f"{moment.astimezone(STOCKHOLM):%Y-%m-%d kl. %H.%M}"
