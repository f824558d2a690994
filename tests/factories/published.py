"""Published rows of two municipalities, written as publishing writes them."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count
from typing import Any

from boards.shared.clock import local
from boards.shared.files import store_file
from boards.shared.published.snapshots import publish_row, withdraw_row
from minutes.publication.models import (
    PublishedAgendaPoint,
    PublishedBoard,
    PublishedCase,
    PublishedItem,
    PublishedMeeting,
    PublishedMinutes,
    PublishedMunicipality,
    PublishedNotice,
    PublishedPaper,
    PublishedPerson,
    PublishedSeat,
)

HELD = date(2020, 9, 29)
serial = count(1)

VOTED: dict[str, Any] = {
    "kind": "decision",
    "proposed": ["Planen antas."],
    "floor": [{"text": "Avslag.", "by": ["Sven Sundell (M)"]}],
    "points": [
        {
            "number": "1",
            "text": "Planen antas.",
            "outcome": "adopted",
            "appeal": "none",
        },
        {
            "number": "2",
            "text": "Rapport i maj.",
            "outcome": "adopted",
            "appeal": "none",
        },
    ],
    "rounds": [
        {
            "question": "Bifall till planen?",
            "method": "open_vote",
            "yes_means": "bifall",
            "no_means": "avslag",
            "yes": 2,
            "no": 1,
            "abstain": 0,
            "is_yes": True,
            "settled_by": "majority",
            "votes": [
                {"name": "Anna Ek", "party": "S", "choice": "yes"},
                {"name": "", "party": "C", "choice": "yes"},
                {"name": "Sven Sundell", "party": "M", "choice": "no"},
            ],
        },
        {
            "question": "Vem väljs?",
            "method": "closed_vote",
            "yes": None,
            "no": None,
            "abstain": None,
            "is_yes": None,
            "settled_by": "majority",
            "votes": [],
            "options": [{"label": "Anna Ek", "votes": 2}, {"label": "Bo", "votes": 1}],
        },
    ],
    "reservations": [{"names": ["Sven Sundell (M)"], "text": "Avslag."}],
    "notes": [],
    "recipients": ["Kommunstyrelsen"],
}


def municipality(name: str, **values: Any) -> PublishedMunicipality:
    slug = name.lower()
    said = {
        "slug": slug,
        "name": name,
        "email": f"kommun@{slug}.example",
        "address": f"Torget 1\n123 45 {name}",
        "website": f"https://{slug}.example",
    }
    return publish_row(
        PublishedMunicipality, {"source_id": next(serial)}, said | values
    )


def board(slug: str, *municipalities: PublishedMunicipality) -> PublishedBoard:
    made = publish_row(
        PublishedBoard,
        {"source_id": next(serial)},
        {
            "slug": slug,
            "name": f"Nämnden {slug}",
            "prefix": slug.upper(),
            "email": f"{slug}@alby.example",
        },
    )
    made.municipalities.set(municipalities)
    return made


def person(name: str) -> PublishedPerson:
    return publish_row(PublishedPerson, {"source_id": next(serial)}, {"name": name})


def seat(
    of: PublishedBoard,
    who: PublishedPerson | None,
    party: str,
    home: PublishedMunicipality,
    **values: Any,
) -> PublishedSeat:
    said = {
        "board": of,
        "person": who,
        "role": "member",
        "party": party,
        "party_name": f"Partiet {party}",
        "municipality": home,
        "starts_on": date(2019, 1, 1),
    }
    return publish_row(PublishedSeat, {"source_id": next(serial)}, said | values)


def meeting(of: PublishedBoard, day: date = HELD, **values: Any) -> PublishedMeeting:
    said = {
        "board": of,
        "starts_at": local(day, 9),
        "ends_at": local(day, 11),
        "held_on": day,
        "place": "Stadshuset, Alby",
    }
    return publish_row(PublishedMeeting, {"source_id": next(serial)}, said | values)


def case(of: PublishedBoard, title: str = "Plan", **values: Any) -> PublishedCase:
    number = next(serial)
    said = {
        "board": of,
        "dnr": f"{of.prefix} {number}/2020",
        "title": title,
        "opened_on": date(2020, 3, 1),
    }
    return publish_row(PublishedCase, {"source_id": number}, said | values)


def point(
    at: PublishedMeeting, about: PublishedCase | None = None, **values: Any
) -> PublishedAgendaPoint:
    said = {
        "meeting": at,
        "case": about,
        "position": at.points.count() + 1,
        "heading": f"Punkt om {about}" if about else "Information",
    }
    return publish_row(PublishedAgendaPoint, {"source_id": next(serial)}, said | values)


def paper(
    of: PublishedCase, *points: PublishedAgendaPoint, **values: Any
) -> PublishedPaper:
    content = f"%PDF-1.7 {next(serial)}".encode()
    stored = store_file(content, "application/pdf")
    said = {
        "board": of.board,
        "case": of,
        "designation": f"{of.dnr}-1",
        "heading": "Tjänsteskrivelse",
        "handled_on": date(2020, 9, 1),
        "sha256": stored.sha256,
        "media_type": "application/pdf",
        "file_name": "skrivelse på åtta sidor.pdf",
        "size": len(content),
        "text": "Skrivelsens text.",
    }
    made = publish_row(PublishedPaper, {"source_id": next(serial)}, said | values)
    made.points.set(points)
    return made


def minutes(of: PublishedMeeting, **values: Any) -> PublishedMinutes:
    stored = store_file(
        f"%PDF-1.7 protokoll {next(serial)}".encode(), "application/pdf"
    )
    number = next(serial)
    said = {
        "meeting": of,
        "items_label": "1-2",
        "approved_on": of.held_on,
        "html": "<p>Protokoll</p>",
        "pdf_sha256": stored.sha256,
        "signed_sha256": stored.sha256,
        "akn_sha256": stored.sha256,
        "first_source_id": number,
    }
    return publish_row(PublishedMinutes, {"source_id": number}, said | values)


def item(
    of: PublishedMinutes, at: PublishedAgendaPoint, number: int = 1, **values: Any
) -> PublishedItem:
    prefix = of.meeting.board.prefix
    said = {
        "minutes": of,
        "point": at,
        "case": at.case,
        "number": number,
        "citation": f"{prefix} § {number}/{of.meeting.held_on}",
        "heading": at.heading,
        "html": "<p>Text</p>",
        "text": "Text",
        "facts": VOTED,
    }
    return publish_row(PublishedItem, {"source_id": next(serial)}, said | values)


def notice(of: PublishedMinutes, on: PublishedMunicipality) -> PublishedNotice:
    return publish_row(
        PublishedNotice,
        {"source_id": next(serial)},
        {
            "municipality": on,
            "board": of.meeting.board,
            "minutes": of,
            "held_on": of.meeting.held_on,
            "items_label": of.items_label,
            "approved_on": of.approved_on,
            "storage_place": "Kansliet",
            "posted_on": HELD,
            "posted_at": local(HELD, 12),
            "last_appeal_day": HELD + timedelta(days=21),
            "explanation": "Tre veckor från det sista anslaget.",
        },
    )


@dataclass
class World:
    """Two municipalities, a joint board of both, and a board of the second alone."""

    alby: PublishedMunicipality = field(default_factory=lambda: municipality("Alby"))
    berga: PublishedMunicipality = field(default_factory=lambda: municipality("Berga"))

    def __post_init__(self) -> None:
        self.joint = board("itvt", self.alby, self.berga)
        self.own = board("ks", self.berga)
        self.anna, self.sven = person("Anna Ek"), person("Sven Sundell")
        self.seats = [
            seat(self.joint, self.anna, "S", self.alby, role="chair"),
            seat(self.joint, self.sven, "M", self.berga),
            seat(self.own, self.sven, "M", self.berga, ends_on=date(2022, 12, 31)),
            seat(self.joint, None, "C", self.alby, role="substitute"),
        ]
        self.case = case(self.joint)
        self.secret = case(self.joint, "", is_secret=True)
        self.meeting = meeting(self.joint)
        self.next = meeting(self.joint, date(2020, 12, 1), ends_at=None)
        self.elsewhere = meeting(self.own, date(2020, 10, 20), is_cancelled=True)
        self.point = point(self.meeting, self.case)
        self.hidden = point(self.meeting, self.secret, is_secret=True)
        self.plain = point(self.meeting)
        self.again = point(self.next, self.case)
        self.paper = paper(self.case, self.point)
        self.minutes = minutes(self.meeting)
        self.corrected = minutes(
            self.meeting, version=2, first_source_id=self.minutes.source_id
        )
        self.masked = minutes(
            self.meeting, pdf_sha256="", akn_sha256="", is_secret=True
        )
        self.item = item(self.corrected, self.point)
        self.secret_item = item(self.masked, self.hidden, 2, facts={})
        self.notices = [
            notice(self.minutes, self.alby),
            notice(self.minutes, self.berga),
        ]


def withdraw(row: Any) -> None:
    """Take a published row back, as the privacy gate does: a tombstone is left."""
    withdraw_row(row)
