"""What the outbox does for the notice board."""

from boards.shared.outbox import handlers
from minutes.notice.models import Notice, Proclamation
from minutes.noticeboard import actions


def publish_notice(pk: int) -> None:
    """Publish a notice."""
    # idempotent: the snapshot is overwritten with the same values
    actions.publish_notice(notice=Notice.objects.get(pk=pk))


def publish_proclamation(pk: int) -> None:
    """Publish a kungörelse."""
    # idempotent: the snapshot is overwritten with the same values
    actions.publish_proclamation(proclamation=Proclamation.objects.get(pk=pk))


handlers["publication.notice"] = publish_notice
handlers["publication.proclamation"] = publish_proclamation
