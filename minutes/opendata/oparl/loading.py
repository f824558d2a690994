"""What each kind of object needs read with it: the same queries however many rows."""

from __future__ import annotations

from django.db.models import Prefetch

from minutes.opendata.oparl import rows
from minutes.opendata.oparl.rows import Rows
from minutes.publication.models import (
    PublishedAgendaPoint,
    PublishedItem,
    PublishedMeeting,
    PublishedNotice,
    PublishedSeat,
)


def live(found: Rows) -> Rows:
    """Leave out what was taken back: inside another object it is not shown."""
    return found.filter(withdrawn_at=None)


def boards(found: Rows) -> Rows:
    """Boards with their municipalities and the keys of their uppdrag."""
    keys = live(PublishedSeat.objects.only("pk", "board")).order_by("pk")
    return found.prefetch_related("municipalities", Prefetch("seats", keys))


def people(found: Rows) -> Rows:
    """People with their uppdrag, in the order they came."""
    held = live(rows.seats()).order_by("pk")
    return found.prefetch_related(Prefetch("seats", held))


def items() -> Prefetch[str]:
    """The §§ of points, without their text."""
    found = live(PublishedItem.objects.defer("html", "text"))
    return Prefetch("items", found.select_related("minutes").defer("minutes__html"))


def of_point() -> list[Prefetch[str]]:
    """What a point shows of itself: its §, its papers, its ärende's other points."""
    others = live(PublishedAgendaPoint.objects.select_related("meeting"))
    return [
        items(),
        Prefetch("papers", live(rows.papers()).order_by("pk")),
        Prefetch("case__points", others),
    ]


def of_meeting() -> list[Prefetch[str]]:
    """What is shown of a meeting at each of its points: minutes and notices."""
    notices = live(PublishedNotice.objects.order_by("pk"))
    return [
        Prefetch("minutes", live(rows.minutes()).order_by("pk")),
        Prefetch("minutes__notices", notices),
    ]


def meetings(found: Rows) -> Rows:
    """Meetings with their agendas."""
    agenda = live(rows.points()).select_related("case").order_by("position", "pk")
    return found.select_related("board").prefetch_related(
        *of_meeting(), Prefetch("points", agenda.prefetch_related(*of_point()))
    )


def points(found: Rows) -> Rows:
    """Points by themselves, each with the meeting it stands in."""
    agenda = live(PublishedAgendaPoint.objects.order_by("position", "pk"))
    meeting = PublishedMeeting.objects.select_related("board").prefetch_related(
        *of_meeting(), Prefetch("points", agenda.only("pk", "position", "meeting"))
    )
    return found.select_related("case").prefetch_related(
        Prefetch("meeting", meeting), *of_point()
    )


def consultations(found: Rows) -> Rows:
    """Treatments of ärenden, with the § that says how they ended."""
    return found.select_related("case", "meeting").prefetch_related(items())


def cases(found: Rows) -> Rows:
    """Ärenden with where they were treated and their papers."""
    treated = consultations(live(rows.consultations()))
    return found.select_related("board").prefetch_related(
        "board__municipalities",
        Prefetch("points", treated.order_by("meeting__starts_at", "position")),
        Prefetch("papers", live(rows.papers()).order_by("pk")),
    )


def papers(found: Rows) -> Rows:
    """Handlingar as papers."""
    return found.select_related("board").prefetch_related("board__municipalities")


def paper_files(found: Rows) -> Rows:
    """Handlingar as files, with the points they lie at."""
    agenda = live(PublishedAgendaPoint.objects.order_by("pk"))
    return found.prefetch_related(Prefetch("points", agenda.only("pk")))


def minutes(found: Rows) -> Rows:
    """Minutes with the meeting they name."""
    return found.select_related("meeting__board")
