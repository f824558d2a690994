"""Files nobody has looked at, files somebody has to, and copies that are gone."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from django.db.models import Count, OuterRef, QuerySet, Subquery

from boards.access.enums import Role
from boards.access.queries import boards_with_role
from boards.shared.enums import OutboxState
from boards.shared.models import OutboxMessage, StoredFile
from cases.document.models import Document
from cases.preservation.enums import Outcome, Reason
from cases.preservation.models import FormatCheck

if TYPE_CHECKING:
    from boards.board.models import Board

KIND = "format.look"


def kept_documents() -> QuerySet[Document]:
    """Return the registered handlingar whose file is still here."""
    return Document.objects.registered().filter(
        file__isnull=False, disposal__isnull=True
    )


def newest(field: str) -> Subquery:
    """Return a field of a handling's newest check."""
    rows = FormatCheck.objects.filter(document=OuterRef("pk")).order_by("-number")
    return Subquery(rows.values(field)[:1])


def unseen() -> QuerySet[Document]:
    """Return handlingar whose file nobody has looked at, and is not about to."""
    waiting = OutboxMessage.objects.filter(kind=KIND, state=OutboxState.PENDING)
    rows = kept_documents().filter(format_checks__isnull=True)
    return rows.exclude(pk__in=waiting.values("object_id")).order_by("pk")


def without_program() -> QuerySet[Document]:
    """Return handlingar that would have a copy if the machine had had the program."""
    waiting = OutboxMessage.objects.filter(kind=KIND, state=OutboxState.PENDING)
    rows = kept_documents().annotate(why=newest("reason"))
    rows = rows.filter(why=Reason.NO_PROGRAM)
    return rows.exclude(pk__in=waiting.values("object_id")).order_by("pk")


def boards_seen(user: Any) -> QuerySet[Board]:
    """Return the boards whose archive the user keeps or whose secretary the user is."""
    return boards_with_role(user, Role.ARCHIVIST, Role.SECRETARY)


def unsettled(boards: QuerySet[Board]) -> QuerySet[FormatCheck]:
    """Return what somebody has to look at in some boards, the oldest first."""
    rows = kept_documents().filter(case__board__in=boards.values("pk"))
    rows = rows.annotate(last=newest("pk"))
    found = FormatCheck.objects.filter(
        pk__in=rows.values("last"), outcome=Outcome.UNSETTLED
    )
    related = ("document__case__board", "document__file")
    return found.select_related(*related).order_by("looked_at", "pk")


def counts(boards: QuerySet[Board]) -> dict[str, int]:
    """Return how many files have come to each outcome; "waiting" is not looked at."""
    rows = kept_documents().filter(case__board__in=boards.values("pk"))
    rows = rows.annotate(come=newest("outcome")).order_by()
    said = rows.values_list("come").annotate(rows=Count("pk"))
    return {come or "waiting": count for come, count in said}


def newest_check(document: Document) -> FormatCheck | None:
    """Return the check that counts."""
    return document.format_checks.select_related("copy").order_by("number").last()


def newest_checks(documents: Collection[Document]) -> dict[int, FormatCheck]:
    """Return the check that counts of each handling that has one."""
    rows = FormatCheck.objects.filter(document__in=documents)
    rows = rows.select_related("copy").order_by("number")
    return {row.document_id: row for row in rows}


def ordered(documents: Collection[int]) -> set[int]:
    """Return those of some handlingar that are about to be looked at."""
    rows = OutboxMessage.objects.filter(
        kind=KIND, state=OutboxState.PENDING, object_id__in=documents
    )
    return set(rows.values_list("object_id", flat=True))


def copies_of(document: Document) -> QuerySet[StoredFile]:
    """Return every copy that was made of a handling's file."""
    rows = FormatCheck.objects.filter(document=document, copy__isnull=False)
    return StoredFile.objects.filter(pk__in=rows.values("copy"))


def removed_copies(keys: Collection[int]) -> set[int]:
    """Return those of stored files that were copies of what has been disposed of."""
    rows = FormatCheck.objects.filter(copy__in=keys)
    gone = rows.filter(document__disposal__isnull=False).values_list("copy", flat=True)
    kept = rows.filter(document__disposal__isnull=True).values_list("copy", flat=True)
    return set(gone) - set(kept)
