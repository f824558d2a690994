"""What the outbox does for the archive."""

from boards.shared.outbox import handlers
from minutes.approval.models import Approval
from minutes.archive import actions
from minutes.archive.queries import KIND


def build(pk: int) -> None:
    """Build a package."""
    # idempotent: a justering that has its package is left alone
    actions.build_package(approval=Approval.objects.get(pk=pk))


handlers[KIND] = build
