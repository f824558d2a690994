"""Every open address: OParl, Popolo, files, and the check of documents."""

from __future__ import annotations

from django.utils.translation import gettext as _

from minutes.opendata.oparl.addresses import POPOLO, ROOT
from minutes.opendata.oparl.enums import LISTED, Kind
from minutes.opendata.oparl.sources import OF_BOARD, SOURCES
from minutes.opendata.openapi.parts import (
    JSON,
    NUMBER,
    Object,
    answer,
    key,
    problem,
    reading,
)
from minutes.opendata.openapi.shapes import ref

TERM = f"{NUMBER}-(assembly|boards)-20[0-9]{{2}}"


def paths() -> Object:
    """Return every address with what it answers."""
    return {
        **oparl(),
        **files(),
        **popolo(),
        **protocols(),
        **reports(),
        **subscriptions(),
        **whole(),
        **verification(),
    }


def oparl() -> Object:
    """Return the addresses of OParl 1.1."""
    made = {
        f"/{ROOT}/system": _read("System", _("The installation"), []),
        f"/{ROOT}/body": _list("BodyList", _("The municipalities"), []),
    }
    for kind in (Kind.BODY, *LISTED):
        summary = _("One object of the kind %(kind)s") % {"kind": kind}
        made[f"/{ROOT}/{kind.path}/{{key}}"] = _read(kind, summary, [_key(kind)])
    for kind in LISTED:
        summary = _("What a municipality has of the kind %(kind)s") % {"kind": kind}
        made[f"/{ROOT}/body/{{key}}/{kind.path}"] = _list(
            f"{kind}List", summary, [_key(Kind.BODY)]
        )
    for kind in OF_BOARD:
        summary = _("What a board has of the kind %(kind)s") % {"kind": kind}
        made[f"/{ROOT}/organization/{{key}}/{kind.path}"] = _list(
            f"{kind}List", summary, [_key(Kind.ORGANIZATION)]
        )
    return made


def _read(schema: str, summary: str, parameters: list[Object]) -> Object:
    return reading("OParl", summary, schema, parameters, is_list=False)


def _list(schema: str, summary: str, parameters: list[Object]) -> Object:
    return reading("OParl", summary, schema, parameters, is_list=True)


def _key(kind: Kind) -> Object:
    leads = "|".join(source.lead for source in SOURCES.get(kind, ()) if source.lead)
    numbered = f"({leads}){NUMBER}" if leads else NUMBER
    pattern = TERM if kind is Kind.TERM else numbered
    return key("key", pattern, _("The last part of the object's id."))


def files() -> Object:
    """Return where the bytes of files are."""
    made = {}
    for way, summary in {
        "content": _("A file, to be shown"),
        "download": _("A file, to be saved"),
    }.items():
        made[f"/{ROOT}/file/{{key}}/{way}"] = {
            "get": {
                "tags": ["OParl"],
                "summary": summary,
                "parameters": [_key(Kind.FILE)],
                "responses": {
                    "200": answer(summary, "*/*"),
                    "404": problem("unknown"),
                    "410": answer(_("A file that was withdrawn."), JSON, ref("File")),
                },
            }
        }
    return made


def popolo() -> Object:
    """Return the addresses of votes as Popolo has them."""
    whose = key("key", NUMBER, _("The number of the municipality in its id."))
    which = key("key", NUMBER, _("The last part of the motion's id."))
    event = key("key", f"{NUMBER}-[1-9][0-9]{{0,2}}", _("The last part of its id."))
    return {
        f"/{POPOLO}/body/{{key}}/motion": reading(
            "Popolo",
            _("What a municipality's boards have voted on"),
            "MotionList",
            [whose],
            is_list=True,
        ),
        f"/{POPOLO}/motion/{{key}}": reading(
            "Popolo", _("A motion with its votes"), "Motion", [which], is_list=False
        ),
        f"/{POPOLO}/vote_event/{{key}}": reading(
            "Popolo", _("One vote"), "VoteEvent", [event], is_list=False
        ),
    }


def subscriptions() -> Object:
    """Return the calendars and feeds, which programs come back to."""
    slug = key("slug", "[-a-zA-Z0-9_]{1,50}", _("The short name in its address."))
    calendar, feed = "text/calendar", "application/atom+xml"
    known = {
        "/kalender/{slug}.ics": (calendar, _("A board's meetings")),
        "/kalender/kommun/{slug}.ics": (calendar, _("A municipality's meetings")),
        "/namnd/{slug}/atom.xml": (feed, _("What is new of a board")),
        "/kommun/{slug}/atom.xml": (feed, _("What is new of a municipality")),
        "/anslagstavla/{slug}/atom.xml": (feed, _("What is on the notice board")),
    }
    tag = _("Subscriptions")
    return {path: _fetched(tag, *said, slug) for path, said in known.items()}


def protocols() -> Object:
    """Return the minutes as data."""
    tag, which = _("Minutes"), key("pk", NUMBER, _("The number of the minutes."))
    known = {
        "/protokoll/{pk}/akn.xml": ("application/akn+xml", _("As Akoma Ntoso 3.0")),
        "/protokoll/{pk}/protokoll.json": (JSON, _("As JSON")),
    }
    return {path: _fetched(tag, *said, which) for path, said in known.items()}


def reports() -> Object:
    """Return the figures of published reports."""
    tag, which = _("Finance"), key("pk", NUMBER, _("The number of the report."))
    known = {
        "/ekonomi/{pk}/data.json": (JSON, _("The figures as JSON, in öre")),
        "/ekonomi/{pk}/data.csv": ("text/csv", _("The figures as a table")),
    }
    return {path: _fetched(tag, *said, which) for path, said in known.items()}


def whole() -> Object:
    """Return the catalogue of it all, and each year's file."""
    tag = _("All of it")
    year = key("year", "20[0-9]{2}", _("The year of the meetings."))
    a_year = _fetched(tag, "application/zip", _("A year's minutes"), year)
    again = answer(_("The file is being made anew."), "text/plain")
    a_year["get"]["responses"]["503"] = again
    catalogue = answer(_("The catalogue (DCAT-AP-SE)"), "application/rdf+xml")
    return {
        "/dcat.rdf": {
            "get": {
                "tags": [tag],
                "summary": _("The catalogue (DCAT-AP-SE)"),
                "responses": {"200": catalogue},
            }
        },
        "/data/{year}.zip": a_year,
    }


def _fetched(tag: str, media_type: str, summary: str, parameter: Object) -> Object:
    missing = answer(_("Nothing at this address."), "text/html")
    gone = answer(_("What was published here was taken down."), "text/html")
    said = {"200": answer(summary, media_type), "404": missing, "410": gone}
    return {
        "get": {
            "tags": [tag],
            "summary": summary,
            "parameters": [parameter],
            "responses": said,
        }
    }


def verification() -> Object:
    """Return the check of a document, by its file or by the code printed on it."""
    verdict = answer(_("What the document is."), JSON, ref("Verdict"))
    refused = answer(_("No file, or one that is too large."), JSON, ref("Refused"))
    unknown = answer(_("No document has this code."), JSON, ref("Refused"))
    code = key("code", "[0-9A-Za-z-]{1,40}", _("The code printed on the document."))
    return {
        "/api/verifiera/": {
            "post": {
                "tags": ["Verifiering"],
                "summary": _("Check a file"),
                "requestBody": {
                    "required": True,
                    "content": {"application/pdf": {"schema": {"minLength": 1}}},
                },
                "responses": {"200": verdict, "400": refused, "413": refused},
            }
        },
        "/api/verifiera/{code}/": {
            "get": {
                "tags": ["Verifiering"],
                "summary": _("Look up a code"),
                "parameters": [code],
                "responses": {"200": verdict, "404": unknown},
            }
        },
    }
