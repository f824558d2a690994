"""The agenda as a kallelse sends it: kept as JSON, masked where something is secret."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cases.document.models import Document
    from minutes.meeting.models import AgendaItem, Meeting

Point = dict[str, Any]


def snapshot(meeting: Meeting) -> list[Point]:
    """Return the points that are not withdrawn, as they may be mailed."""
    items = meeting.agenda_items.select_related("case").prefetch_related(
        "papers__document__case"
    )
    return [point(item) for item in items if item.withdrawn_at is None]


def point(item: AgendaItem) -> Point:
    """Return one point; a secret ärende is named by its number alone (OSL 8:1)."""
    case = item.case
    is_secret = case is not None and case.is_secret
    return {
        "item": item.pk,
        "position": item.position,
        "kind": item.kind,
        "heading": _("Matter with secrecy") if is_secret else item.heading,
        "dnr": case.dnr if case else "",
        "rapporteur": item.rapporteur,
        "section": item.section,
        "is_late": item.is_late,
        "papers": [paper(row.document) for row in item.papers.all()],
    }


def paper(document: Document) -> Point:
    """Return a handling's entry; what is secret is read after login only."""
    is_secret = document.is_secret or document.case.is_secret
    label = _("Document with secrecy") if is_secret else document.subject
    return {
        "document": document.pk,
        "label": label,
        "designation": document.designation,
        "is_secret": is_secret,
    }


def what_is_new(before: Sequence[Point], after: Sequence[Point]) -> list[str]:
    """Return the points and handlingar that an earlier kallelse did not have."""
    known = {row["item"]: {p["document"] for p in row["papers"]} for row in before}
    news = []
    for row in after:
        if row["item"] not in known:
            news.append(_("New point: %(heading)s") % row)
            continue
        news += [
            _("New document under %(heading)s: %(label)s")
            % {"heading": row["heading"], "label": added["label"]}
            for added in row["papers"]
            if added["document"] not in known[row["item"]]
        ]
    news += renamed_or_moved(before, after)
    gone = known.keys() - {row["item"] for row in after}
    headings = {row["item"]: row["heading"] for row in before}
    news += [_("Withdrawn: %(heading)s") % {"heading": headings[pk]} for pk in gone]
    return news


def renamed_or_moved(before: Sequence[Point], after: Sequence[Point]) -> list[str]:
    """Return the points that got another heading, or another place among the rest."""
    was = {row["item"]: row for row in before}
    kept = [row for row in after if row["item"] in was]
    news = [
        _("Renamed: %(was)s is now %(heading)s")
        % {"was": was[row["item"]]["heading"], "heading": row["heading"]}
        for row in kept
        if was[row["item"]]["heading"] != row["heading"]
    ]
    order = [row["item"] for row in before if row["item"] in {k["item"] for k in kept}]
    return news + [
        _("Moved: %(heading)s") % row
        for row, earlier in zip(kept, order, strict=True)
        if row["item"] != earlier
    ]
