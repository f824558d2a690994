"""Reads of the archive: what is ready, what is not and why, what is built."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Prefetch, QuerySet

from boards.access.enums import Role
from boards.access.queries import boards_with_role
from boards.shared.enums import OutboxState
from boards.shared.models import OutboxMessage
from boards.shared.texts import sentence
from minutes.approval.enums import ApprovalState
from minutes.approval.models import Approval
from minutes.archive.models import ArchivePackage
from minutes.archive.rules import PackageFacts, blocks_packaging
from minutes.item.models import MinutesItem
from minutes.notice.models import Notice

if TYPE_CHECKING:
    from boards.person.models import User

KIND = "archive.build"


@dataclass(frozen=True)
class Candidate:
    """An approved justering on its way to the archive."""

    approval: Approval
    reasons: tuple[str, ...]
    error: str = ""
    may_build: bool = False

    @property
    def is_ready(self) -> bool:
        """Whether nothing stands against the package."""
        return not self.reasons


def approvals() -> QuerySet[Approval]:
    """Approved justeringar with what the archive asks about them."""
    notices = Notice.objects.select_related("municipality", "certificate")
    items = MinutesItem.objects.select_related("agenda_item__case").order_by("number")
    return (
        Approval.objects.filter(state=ApprovalState.APPROVED)
        .select_related("meeting__board__host", "document", "archive_package__package")
        .prefetch_related(Prefetch("notices", notices), Prefetch("items", items))
    )


def package_facts(approval: Approval, *, is_ordered: bool) -> PackageFacts:
    """Return a justering as the rule asks about it."""
    rows = list(approval.notices.all())
    is_approved = approval.state == ApprovalState.APPROVED
    return PackageFacts(
        is_approved=is_approved,
        boards_up=tuple(
            row.municipality.name for row in rows if row.taken_down_on is None
        ),
        boards_without_certificate=tuple(
            row.municipality.name
            for row in rows
            if row.taken_down_on is not None and not hasattr(row, "certificate")
        ),
        is_built=hasattr(approval, "archive_package"),
        is_ordered=is_ordered,
    )


def orders(keys: list[int]) -> dict[int, OutboxMessage]:
    """Return the latest order of a package for each justering that has one."""
    rows = OutboxMessage.objects.filter(kind=KIND, object_id__in=keys)
    return {row.object_id: row for row in rows.order_by("pk")}


def is_under_way(row: OutboxMessage | None) -> bool:
    """Say whether a package is being made."""
    return row is not None and row.state == OutboxState.PENDING


def candidates(user: User) -> list[Candidate]:
    """Return what is not in the archive yet, what is ready first."""
    boards = boards_with_role(user, Role.ARCHIVIST, Role.SECRETARY)
    builds = set(boards_with_role(user, Role.ARCHIVIST).values_list("pk", flat=True))
    rows = list(
        approvals().filter(meeting__board__in=boards, archive_package__isnull=True)
    )
    ordered = orders([row.pk for row in rows])
    found = []
    for row in rows:
        order = ordered.get(row.pk)
        no = blocks_packaging(package_facts(row, is_ordered=is_under_way(order)))
        found.append(
            Candidate(
                approval=row,
                reasons=tuple(sentence(refusal) for refusal in no),
                error=order.last_error if order else "",
                may_build=row.meeting.board_id in builds,
            )
        )
    return sorted(found, key=lambda one: (not one.is_ready, one.approval.approved_on))


def packages_of(user: Any) -> QuerySet[ArchivePackage]:
    """Return the packages of the user's boards, the newest first."""
    boards = boards_with_role(user, Role.ARCHIVIST, Role.SECRETARY)
    return with_package().filter(approval__meeting__board__in=boards)


def with_package() -> QuerySet[ArchivePackage]:
    """Packages with what their pages show."""
    items = MinutesItem.objects.select_related("agenda_item__case").order_by("number")
    return (
        ArchivePackage.objects.select_related(
            "approval__meeting__board", "package", "ordered_by__person"
        )
        .prefetch_related(Prefetch("approval__items", items), "stamps__file")
        .order_by("-built_at", "-pk")
    )


def archived_meetings(meetings: list[int]) -> set[int]:
    """Return those of the meetings whose every approved § is in the archive."""
    rows = ArchivePackage.objects.filter(approval__meeting_id__in=meetings)
    found = set(rows.values_list("approval__meeting_id", flat=True))
    waiting = Approval.objects.filter(
        meeting_id__in=found,
        state__in=[ApprovalState.FROZEN, ApprovalState.APPROVED],
        archive_package__isnull=True,
    )
    return found - set(waiting.values_list("meeting_id", flat=True))
