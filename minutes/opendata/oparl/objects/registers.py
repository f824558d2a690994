"""System, bodies, their terms, organisations, people and memberships."""

from __future__ import annotations

from datetime import datetime
from types import SimpleNamespace
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from boards.shared.clock import local
from boards.shared.masking import PROTECTED
from minutes.opendata.oparl.addresses import (
    POPOLO,
    absolute,
    board_url,
    bodies_url,
    list_url,
    object_url,
    party_url,
    system_url,
)
from minutes.opendata.oparl.enums import SCHEMA, Kind
from minutes.opendata.oparl.objects.places import body_place
from minutes.opendata.oparl.terms import Term, terms
from minutes.opendata.oparl.values import (
    ABSENT,
    Object,
    day,
    moment,
    web,
    without,
    written,
)
from minutes.publication.labels import ROLES, named

# Who votes without being called in.
VOTING = ("chair", "vice_chair", "second_vice_chair", "member")


def system(first: Any, last: Any) -> Object:
    """Return the installation: when its first body came and one last changed."""
    values = {
        "id": system_url(),
        "type": Kind.SYSTEM.type,
        "oparlVersion": SCHEMA,
        "license": settings.OPEN_DATA_LICENCE,
        "body": bodies_url(),
        "name": "Justera",
        "website": absolute("/"),
        "web": absolute("/"),
        "created": moment(first),
        "modified": moment(last),
    }
    return {name: value for name, value in values.items() if value not in ABSENT}


def body(row: Any) -> Object:
    """Return a municipality."""
    lists = {
        kind.path: list_url(Kind.BODY, row.pk, kind)
        for kind in (
            Kind.ORGANIZATION,
            Kind.PERSON,
            Kind.MEETING,
            Kind.PAPER,
            Kind.AGENDA_ITEM,
            Kind.CONSULTATION,
            Kind.FILE,
            Kind.MEMBERSHIP,
        )
    }
    place = body_place(row) if row.address else {}
    values = {
        "system": system_url(),
        "name": row.name,
        "website": row.website,
        "contactEmail": row.email,
        "classification": _("Municipality"),
        **lists,
        "locationList": list_url(Kind.BODY, row.pk, Kind.LOCATION),
        "legislativeTermList": list_url(Kind.BODY, row.pk, Kind.TERM),
        "location": without(place, "bodies"),
        "justera:motions": absolute(f"/{POPOLO}/body/{row.pk}/motion"),
        "web": web(row),
    }
    made = written(Kind.BODY, row.pk, row, values)
    made["legislativeTerm"] = [without(one, "body") for one in terms_of(row)]
    return made


def terms_of(row: Any) -> list[Object]:
    """Return a municipality's terms of office, the oldest first."""
    return [made for made, _since in dated_terms(row)]


def dated_terms(row: Any) -> list[tuple[Object, datetime]]:
    """Return the terms with since when they are here: they began, or the body came."""
    found = [(one, max(row.created_at, local(one.starts_on))) for one in terms()]
    return [(term(row, one, since), since) for one, since in found]


def term(row: Any, of: Term, since: datetime) -> Object:
    """Return one term of office; once it is there it never changes."""
    values = {
        "body": object_url(Kind.BODY, row.pk),
        "name": of.name,
        "startDate": day(of.starts_on),
        "endDate": day(of.ends_on),
    }
    times = SimpleNamespace(created_at=since, modified=since)
    return written(Kind.TERM, f"{row.pk}-{of.code}", times, values)


def board(row: Any) -> Object:
    """Return a board; a joint one belongs to the first of its municipalities.

    The others have it in their lists as well, and `justera:bodies` names them all.
    """
    key = f"board-{row.pk}"
    values = {
        "body": owner_url(row),
        "name": row.name,
        "shortName": row.prefix,
        "membership": [object_url(Kind.MEMBERSHIP, one.pk) for one in row.seats.all()],
        "meeting": list_url(Kind.ORGANIZATION, key, Kind.MEETING),
        "consultation": list_url(Kind.ORGANIZATION, key, Kind.CONSULTATION),
        "organizationType": _("Board"),
        "website": web(row),
        "web": web(row),
        "justera:email": row.email,
        "justera:bodies": [object_url(Kind.BODY, pk) for pk in owners(row)],
    }
    return written(Kind.ORGANIZATION, key, row, values)


def owners(row: Any) -> list[int]:
    """Return the municipalities a board concerns, the one that owns it first."""
    return sorted(one.pk for one in row.municipalities.all())


def owner_url(row: Any) -> str | None:
    """Return the body that a board and all that is its own belongs to."""
    first = owners(row)[:1]
    return object_url(Kind.BODY, first[0]) if first else None


def party(row: Any) -> Object:
    """Return a party of a municipality, from the first uppdrag that names it."""
    key = f"party-{row.pk}"
    values = {
        "body": object_url(Kind.BODY, row.municipality_id),
        "name": row.party_name or row.party,
        "shortName": row.party,
        "organizationType": _("Party"),
        "meeting": list_url(Kind.ORGANIZATION, key, Kind.MEETING),
        "consultation": list_url(Kind.ORGANIZATION, key, Kind.CONSULTATION),
    }
    return written(Kind.ORGANIZATION, key, row, values)


def person(row: Any) -> Object:
    """Return somebody elected with their uppdrag; the first says whose they are."""
    held = list(row.seats.all())
    values = {
        "body": object_url(Kind.BODY, held[0].municipality_id) if held else None,
        "name": row.name,
        "membership": [without(membership(one), "person") for one in held],
        "web": web(row),
    }
    return written(Kind.PERSON, row.pk, row, values)


def membership(row: Any) -> Object:
    """Return an uppdrag; somebody's with protected data has no person (D-20)."""
    values = {
        "person": object_url(Kind.PERSON, row.person_id) if row.person_id else None,
        "organization": board_url(row.board_id),
        "role": named(ROLES, row.role),
        "votingRight": row.role in VOTING,
        "startDate": day(row.starts_on),
        "endDate": day(row.ends_on),
        "justera:person": None if row.person_id else PROTECTED,
        "onBehalfOf": party_url(row.of_party) if row.party and row.of_party else None,
    }
    return written(Kind.MEMBERSHIP, row.pk, row, values)
