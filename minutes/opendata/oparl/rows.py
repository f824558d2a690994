"""Published rows as OParl counts them: when each last changed, and whether it is gone.

What stands inside an object is part of it: a meeting has changed when a point of its
agenda has (chapter 2.8). Every queryset here has `modified` and `gone`.
"""

from __future__ import annotations

from typing import Any

from django.db.models import (
    BooleanField,
    DateTimeField,
    Exists,
    ExpressionWrapper,
    F,
    Max,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Greatest

from minutes.opendata.oparl.terms import latest_start
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

WITHDRAWN = Q(withdrawn_at__isnull=False)
Rows = QuerySet[Any]


def dated(rows: Rows, *others: Any, gone: Q = WITHDRAWN) -> Rows:
    """Say of each row when it or one of the others changed, and whether it is gone."""
    # PostgreSQL's GREATEST passes over what is null.
    found: Rows = rows.annotate(
        modified=Greatest(F("changed_at"), F("withdrawn_at"), *others),
        gone=ExpressionWrapper(gone, output_field=BooleanField()),
    )
    return found


def newest(model: Any, link: str, of: str = "pk") -> Subquery:
    """Return when one of the rows that hang on a row last changed."""
    hanging = model.objects.filter(**{link: OuterRef(of)}).order_by()
    moments = hanging.values(link).annotate(
        last=Max(Greatest(F("changed_at"), F("withdrawn_at")))
    )
    return Subquery(moments.values("last")[:1], output_field=DateTimeField())


def bodies() -> Rows:
    """Municipalities; a new term of office is a change of each."""
    begun = Value(latest_start(), output_field=DateTimeField())
    return dated(PublishedMunicipality.objects.all(), begun)


def boards() -> Rows:
    """Boards, whose members' uppdrag are part of them."""
    return dated(PublishedBoard.objects.all(), newest(PublishedSeat, "board"))


def parties() -> Rows:
    """Each party of a municipality, as the first uppdrag that names it."""
    first = Exists(
        PublishedSeat.objects.filter(
            municipality=OuterRef("municipality"),
            party=OuterRef("party"),
            withdrawn_at=None,
            pk__lt=OuterRef("pk"),
        )
    )
    rows = PublishedSeat.objects.filter(Q(~first, ~Q(party="")) | WITHDRAWN)
    return dated(rows)


def people() -> Rows:
    """People with their uppdrag."""
    return dated(PublishedPerson.objects.all(), newest(PublishedSeat, "person"))


def seats() -> Rows:
    """Uppdrag, each with the first of its municipality that names the same party."""
    same = PublishedSeat.objects.filter(
        municipality=OuterRef("municipality"),
        party=OuterRef("party"),
        withdrawn_at=None,
    ).order_by()
    first = same.values("party").annotate(first=Min("pk")).values("first")
    return dated(PublishedSeat.objects.annotate(of_party=Subquery(first)))


def meetings() -> Rows:
    """Meetings with their agenda, minutes, decisions and papers."""
    return dated(
        PublishedMeeting.objects.all(),
        newest(PublishedAgendaPoint, "meeting"),
        newest(PublishedMinutes, "meeting"),
        newest(PublishedItem, "minutes__meeting"),
        newest(PublishedNotice, "minutes__meeting"),
        # A paper that was withdrawn has lost its points, and still has its ärende.
        newest(PublishedPaper, "points__meeting"),
        newest(PublishedPaper, "case__points__meeting"),
    )


def points() -> Rows:
    """Points of agendas with their decisions and what came of them."""
    return dated(
        PublishedAgendaPoint.objects.all(),
        newest(PublishedItem, "point"),
        newest(PublishedMinutes, "meeting", "meeting"),
        newest(PublishedNotice, "minutes__meeting", "meeting"),
        newest(PublishedPaper, "points"),
        newest(PublishedPaper, "case", "case"),
        newest(PublishedAgendaPoint, "case", "case"),
    )


def consultations() -> Rows:
    """Points that treat an ärende: one that no longer does is a deleted one."""
    gone = WITHDRAWN | Q(case=None) | Q(case__withdrawn_at__isnull=False)
    return dated(
        PublishedAgendaPoint.objects.all(),
        F("case__withdrawn_at"),
        newest(PublishedItem, "point"),
        gone=gone,
    )


def cases() -> Rows:
    """Ärenden with where they were treated and their papers."""
    return dated(
        PublishedCase.objects.all(),
        newest(PublishedAgendaPoint, "case"),
        newest(PublishedItem, "point__case"),
        newest(PublishedPaper, "case"),
    )


def papers() -> Rows:
    """Published handlingar."""
    return dated(PublishedPaper.objects.all()).defer("text")


def minutes() -> Rows:
    """Published minutes, without their text."""
    return dated(PublishedMinutes.objects.all()).defer("html")


def body_places() -> Rows:
    """Where municipalities are."""
    return dated(PublishedMunicipality.objects.all(), gone=WITHDRAWN | Q(address=""))


def meeting_places() -> Rows:
    """Where meetings are held: each meeting has a place of its own."""
    return dated(PublishedMeeting.objects.all(), gone=WITHDRAWN | Q(place=""))
