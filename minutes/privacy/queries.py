"""Reads of the gate: what waits, what is masked, what was decided."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from boards.access.queries import boards_with_role
from minutes.privacy.enums import Choice, FindingKind, GateState, Step
from minutes.privacy.models import Publication, PublicationDecision

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import QuerySet

    from cases.case.models import Case
    from minutes.approval.models import Approval
    from minutes.meeting.models import Meeting


def with_document() -> QuerySet[Publication]:
    """Documents at the gate with what their pages show."""
    return Publication.objects.select_related(
        "approval__meeting__board",
        "document__case",
        "document__file",
        "meeting__board",
        "board",
    )


def waiting(user: Any) -> QuerySet[Publication]:
    """Return what waits in the user's boards, the oldest first."""
    boards = boards_with_role(user)
    undecided = Publication.objects.undecided().filter(board__in=boards)
    return with_document().filter(pk__in=undecided).order_by("since", "pk")


def decided(user: Any) -> QuerySet[Publication]:
    """Return what is published or withdrawn in the user's boards, the latest first."""
    states = [GateState.PUBLISHED, GateState.WITHDRAWN]
    rows = with_document().filter(state__in=states, board__in=boards_with_role(user))
    return rows.order_by("-since", "-pk")


def decisions_of(publication: Publication) -> QuerySet[PublicationDecision]:
    """Return what was decided about a document, the latest first."""
    return publication.decisions.select_related("decided_by__person").order_by("-pk")


def last_decision(publication: Publication) -> PublicationDecision | None:
    """Return the decision to publish that counts."""
    return publication.decisions.filter(step=Step.PUBLISH).order_by("-pk").first()


def versions_of(publication: Publication) -> list[Publication]:
    """Return the document with the other versions of the same minutes."""
    approval = publication.approval
    if approval is None:
        return [publication]
    first = approval.first
    rows = Publication.objects.filter(approval=first)
    rows |= Publication.objects.filter(approval__origin=first)
    return list(rows.order_by("pk"))


def masked_words(meeting: Meeting) -> list[str]:
    """Return the words taken out of everything public about a meeting (D-16, D-18)."""
    return words_of(Publication.objects.filter(approval__meeting=meeting))


def masked_about(case: Case) -> list[str]:
    """Return the words taken out of the minutes of an ärende."""
    rows = Publication.objects.filter(approval__items__agenda_item__case=case)
    return words_of(rows.distinct())


def words_of(rows: Iterable[Publication]) -> list[str]:
    """Return the words that are masked in some documents."""
    return [
        word
        for row in rows
        for one in row.found
        if one.choice == Choice.MASK
        for word in one.words
    ]


def left_out(approval: Approval) -> set[str]:
    """Return the keys of the appendices that are not part of the public copy."""
    row = Publication.objects.filter(approval=approval).first()
    found = row.found if row else []
    return {one.key for one in found if one.key and one.choice == Choice.MASK}


def holds_secret(publication: Publication) -> bool:
    """Say whether a handling in the document is marked secret."""
    return any(one.kind == FindingKind.SECRET_DOCUMENT for one in publication.found)
