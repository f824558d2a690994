"""Looking through one document: what is found in it, and what was chosen before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from minutes.item.models import Appendix
from minutes.pdf.keys import appendix_key
from minutes.privacy.detectors import findings
from minutes.privacy.enums import Choice, FindingKind
from minutes.privacy.facts import known
from minutes.privacy.findings import Found, Place, gathered, with_choices
from minutes.privacy.models import Publication
from minutes.privacy.reading import Reading, read_handling, read_minutes
from minutes.privacy.titles import found_in_titles

if TYPE_CHECKING:
    from minutes.approval.models import Approval

Choices = dict[tuple[str, str], Choice]


def screened(publication: Publication) -> list[Found]:
    """Return what is found, with what was chosen for the same in earlier versions."""
    approval = publication.approval
    if publication.meeting is not None:
        return found_in_titles(publication.meeting)
    if publication.document is not None:
        return in_reading(read_handling(publication.document))
    if approval is None:
        return []
    found = in_reading(read_minutes(approval), approval)
    found += secret_appendices(approval)
    return with_choices(found, chosen_before(publication))


def in_reading(reading: Reading, approval: Approval | None = None) -> list[Found]:
    """Return what the detectors find, and what nobody can read."""
    meeting = approval.meeting if approval else None
    found = gathered(findings(reading.passages, known(meeting)), reading.passages)
    return found + [
        Found(FindingKind.UNREADABLE, text, Choice.NONE, (Place(text),), key)
        for key, text in reading.unreadable
    ]


def secret_appendices(approval: Approval) -> list[Found]:
    """Return the appendices that were marked secret after the § was approved."""
    rows = Appendix.objects.filter(item__in=approval.first.items.all())
    marked = rows.exclude(document__legal_ground="").select_related("document")
    return [
        Found(
            kind=FindingKind.SECRET_DOCUMENT,
            text=row.document.designation,
            choice=Choice.MASK,
            places=(Place(row.document.legal_ground),),
            key=appendix_key(row),
        )
        for row in marked
    ]


def chosen_before(publication: Publication) -> Choices:
    """Return what was chosen for the document itself and for its other versions."""
    approval = publication.approval
    rows = [publication]
    if approval is not None:
        versions = Publication.objects.filter(
            approval__origin=approval.first
        ) | Publication.objects.filter(approval=approval.first)
        rows = [*versions.order_by("approval__version"), publication]
    return {
        one.identity: one.choice
        for row in rows
        if row.pk and row.decisions.exists()
        for one in row.found
    }
