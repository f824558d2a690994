"""What each object has, in short: `name:shape`, where a shape in brackets is a list."""

from __future__ import annotations

import re
from typing import Any

from minutes.opendata.oparl.enums import Kind

Object = dict[str, Any]

PLAIN: dict[str, Object] = {
    "text": {"type": "string"},
    "url": {"type": "string", "format": "uri"},
    "day": {"type": "string", "format": "date"},
    "moment": {"type": "string", "format": "date-time"},
    "count": {"type": "integer", "minimum": 0},
    "yes": {"type": "boolean"},
    "any": {"type": "object"},
}
EVERY = "id:url type:url created:moment modified:moment web:url deleted:yes"
SHAPES: dict[str, str] = {
    Kind.SYSTEM: "oparlVersion:url license:url body:url name:text website:url",
    Kind.BODY: """
        system:url name:text website:url contactEmail:text classification:text
        organization:url person:url meeting:url paper:url agendaItem:url
        consultation:url file:url membership:url locationList:url
        legislativeTermList:url location:Location legislativeTerm:[LegislativeTerm]
        justera:motions:url""",
    Kind.TERM: "body:url name:text startDate:day endDate:day",
    Kind.ORGANIZATION: """
        body:url name:text shortName:text membership:[url] meeting:url
        consultation:url organizationType:text website:url justera:email:text
        justera:bodies:[url]""",
    Kind.PERSON: "body:url name:text membership:[Membership]",
    Kind.MEMBERSHIP: """
        person:url organization:url role:text votingRight:yes startDate:day
        endDate:day onBehalfOf:url justera:person:text""",
    Kind.MEETING: """
        name:text meetingState:text cancelled:yes start:moment end:moment
        location:Location organization:[url] resultsProtocol:File
        auxiliaryFile:[File] agendaItem:[AgendaItem]""",
    Kind.AGENDA_ITEM: """
        meeting:url number:text order:count name:text public:yes consultation:url
        result:text resolutionText:text resolutionFile:File auxiliaryFile:[File]
        justera:citation:text justera:decisionPoints:[any] justera:proposed:[text]
        justera:proposals:[any] justera:votes:[any] justera:reservations:[any]
        justera:notes:[any] justera:recipients:[text] justera:referredTo:[url]
        justera:followUp:[FollowUp]""",
    Kind.PAPER: """
        body:url name:text reference:text date:day paperType:text
        superordinatedPaper:[url] subordinatedPaper:[url] mainFile:File
        auxiliaryFile:[File] underDirectionOf:[url] consultation:[Consultation]
        justera:closedOn:day""",
    Kind.CONSULTATION: """
        paper:url agendaItem:url meeting:url organization:[url] authoritative:yes
        role:text""",
    Kind.FILE: """
        name:text fileName:text mimeType:text date:day size:count text:text
        accessUrl:url downloadUrl:url meeting:[url] agendaItem:[url] paper:[url]
        justera:sha256Checksum:text justera:version:count justera:isMasked:yes""",
    Kind.LOCATION: "description:text bodies:[url] meetings:[url]",
}
OTHERS: dict[str, str] = {
    "FollowUp": "body:url postedOn:day lastAppealDay:day takenDownOn:day",
    "Error": "type:url message:text debug:text",
    "Pagination": """
        totalElements:count elementsPerPage:count currentPage:count
        totalPages:count""",
    "Links": "first:url prev:url self:url next:url last:url",
    "Motion": """
        id:url organization_id:url legislative_session_id:url text:text
        identifier:text classification:text date:moment result:text
        vote_events:[VoteEvent] created_at:moment updated_at:moment sources:[any]""",
    "VoteEvent": """
        id:url organization_id:url legislative_session_id:url motion_id:url
        identifier:text classification:text start_date:moment result:text
        counts:[Count] votes:[Vote] created_at:moment updated_at:moment
        sources:[any]""",
    "Count": "option:text value:count",
    "Vote": "voter_id:url voter:any option:text group:any",
}
REQUIRED = {
    "Error": ["type", "message"],
    "Pagination": ["totalElements", "elementsPerPage", "currentPage", "totalPages"],
    "Links": ["first", "self", "last"],
    "Motion": ["id", "vote_events"],
    "VoteEvent": ["id", "motion_id"],
    "Count": ["option", "value"],
}
# The check of documents is explained in docs/formats/verifiering.md.
VERDICT: Object = {
    "type": "object",
    "required": ["verdict", "text"],
    "properties": {"verdict": {"type": "string"}, "text": {"type": "string"}},
}
PROPERTY = re.compile(r"(\S+):(\[?)(\w+)\]?")


def schemas() -> Object:
    """Return every schema by its name."""
    made = {str(kind): of_kind(kind) for kind in Kind}
    made |= {
        name: {**shape(said), "required": REQUIRED.get(name, [])}
        for name, said in OTHERS.items()
    }
    made |= {
        "Verdict": VERDICT,
        "Refused": {**shape("error:text"), "required": ["error"]},
    }
    return made | {f"{name}List": listed(name) for name in (*LISTS, "Motion")}


LISTS = tuple(str(kind) for kind in Kind if kind is not Kind.SYSTEM)


def of_kind(kind: Kind) -> Object:
    """Return an OParl object; a deleted one has nothing but what is required."""
    made = shape(f"{EVERY} {SHAPES[kind]}")
    made["properties"]["type"] = {"const": kind.type}
    since = [] if kind is Kind.SYSTEM else ["created", "modified"]
    return {**made, "required": ["id", "type", *since]}


def shape(said: str) -> Object:
    """Return a schema that knows these properties and no others."""
    properties = {
        name: {"type": "array", "items": of(inner)} if is_list else of(inner)
        for name, is_list, inner in PROPERTY.findall(said)
    }
    return {"type": "object", "properties": properties, "additionalProperties": False}


def of(inner: str) -> Object:
    """Return what one value is."""
    return dict(PLAIN[inner]) if inner in PLAIN else ref(inner)


def ref(name: str) -> Object:
    """Return the way to a schema."""
    return {"$ref": f"#/components/schemas/{name}"}


def listed(name: str) -> Object:
    """Return a page of a list."""
    properties = {
        "data": {"type": "array", "items": ref(name)},
        "pagination": ref("Pagination"),
        "links": ref("Links"),
    }
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
