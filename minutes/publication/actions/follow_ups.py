"""Publishing what became of decisions, on the pages of their §§."""

from __future__ import annotations

from django.db import transaction

from boards.shared.masking import mask_names
from boards.shared.published.snapshots import publish_row, withdraw_row
from minutes.followup.models import FollowUp
from minutes.followup.queries import label_of
from minutes.item.models import MinutesItem
from minutes.publication.actions.masking import protected_names
from minutes.publication.models import PublishedFollowUp, PublishedItem


@transaction.atomic
def publish_follow_up(*, follow_up: FollowUp) -> None:
    """Publish a mark where its § is published; of a secret § nothing (OSL 5:2)."""
    item = follow_up.point.item
    shown = PublishedItem.objects.filter(source_id=item.pk, withdrawn_at=None)
    page = shown.filter(minutes__is_secret=False).first()
    if page is not None and not item.is_secret:
        publish_mark(follow_up, page, protected_names(item.meeting))


def publish_follow_ups(
    item: MinutesItem, page: PublishedItem, names: list[str]
) -> None:
    """Publish what became of each point of a §."""
    rows = FollowUp.objects.filter(point__item=item)
    for row in rows.select_related("point__item"):
        publish_mark(row, page, names)


def publish_mark(row: FollowUp, page: PublishedItem, names: list[str]) -> None:
    """Publish one mark; of one taken back that there was one."""
    if row.taken_back_at is not None:
        for old in PublishedFollowUp.objects.filter(source_id=row.pk):
            withdraw_row(old, text="")
        return
    publish_row(
        PublishedFollowUp,
        {"source_id": row.pk},
        {
            "item": page,
            "point": label_of(row.point),
            "kind": row.kind,
            "done_on": row.done_on,
            "text": mask_names(row.text, names),
            "withdrawn_at": None,
        },
    )
