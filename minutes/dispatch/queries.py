"""Reads of expediering: what is unsent comes first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import (
    BigIntegerField,
    Case,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from boards.access.enums import Role
from boards.access.queries import boards_with_role
from boards.person.models import StaffPost
from boards.shared.clock import today
from boards.shared.models import OutboxMessage
from minutes.approval.enums import ApprovalState
from minutes.approval.models import Correction
from minutes.dispatch.enums import DispatchState
from minutes.dispatch.models import Dispatch, DispatchAttempt, Extract
from minutes.item.models import MinutesItem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boards.board.models import Board
    from boards.person.models import User

ORDER = (
    DispatchState.FAILED,
    DispatchState.IN_FLIGHT,
    DispatchState.PENDING,
    DispatchState.DELIVERED,
)


def dispatches_of_staff(user: Any) -> QuerySet[Dispatch]:
    """Return every expediering of the user's boards: failed, under way, sent."""
    rank = Case(
        *(When(state=state, then=Value(place)) for place, state in enumerate(ORDER)),
        output_field=IntegerField(),
    )
    attempts = DispatchAttempt.objects.order_by("-at", "-pk")
    return (
        with_extract()
        .filter(extract__approval__meeting__board__in=boards_with_role(user))
        .annotate(rank=rank)
        .prefetch_related(Prefetch("attempts", attempts))
        .order_by("rank", "-extract__certified_at", "pk")
    )


def with_extract() -> QuerySet[Dispatch]:
    """Expedieringar with what their pages show."""
    return Dispatch.objects.select_related(
        "extract__item__board",
        "extract__item__meeting",
        "extract__approval__meeting__board",
        "extract__document",
        "extract__certified_by__person",
        "recipient",
    )


# The approved version that corrected a § last, as `approval.queries.version_of` has it.
CORRECTED_IN = (
    Correction.objects.filter(
        item=OuterRef("pk"), approval__state=ApprovalState.APPROVED
    )
    .order_by("-approval__version")
    .values("approval")[:1]
)


def extracts() -> QuerySet[Extract]:
    """Extracts with what is asked to show them."""
    return Extract.objects.select_related(
        "approval__meeting__board", "item__board", "item__meeting", "document"
    )


def to_dispatch(boards: Iterable[Board]) -> QuerySet[MinutesItem]:
    """Return approved §§ with recipients that nothing has been sent to yet."""
    return (
        MinutesItem.objects.filter(
            board__in=list(boards),
            approval__state=ApprovalState.APPROVED,
            legal_ground="",
            recipients__isnull=False,
        )
        .annotate(
            version=Coalesce(
                Subquery(CORRECTED_IN), F("approval"), output_field=BigIntegerField()
            )
        )
        .filter(
            ~Exists(
                Extract.objects.filter(
                    item=OuterRef("pk"), approval=OuterRef("version")
                )
            )
        )
        .select_related("board", "meeting", "approval")
        .prefetch_related("recipients__recipient")
        .order_by("approval__approved_on", "number")
        .distinct()
    )


def sending_of(dispatch: Dispatch) -> OutboxMessage:
    """Return the outbox row that sends it."""
    rows = OutboxMessage.objects.filter(kind="dispatch.send", object_id=dispatch.pk)
    return rows.latest("pk")


def certifier_title(user: User, board: Board) -> str:
    """Return the title of the one who attests, as the extract prints it."""
    post = (
        StaffPost.objects.filter(
            Q(valid_to__isnull=True) | Q(valid_to__gte=today()),
            person_id=user.person_id or 0,
            board=board,
            valid_from__lte=today(),
        )
        .order_by("-valid_from")
        .first()
    )
    return post.title if post else ""


def boards_to_send_for(user: Any) -> set[int]:
    """Return the boards whose extracts the user attests and sends."""
    boards = boards_with_role(user, Role.REGISTRAR, Role.SECRETARY)
    return set(boards.values_list("pk", flat=True))
