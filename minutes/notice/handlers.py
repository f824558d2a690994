"""What the outbox does for the notice."""

from boards.shared.outbox import handlers
from minutes.notice import actions, mail
from minutes.notice.models import Notice, Proclamation


def certify(pk: int) -> None:
    """Make the bevis om anslag."""
    # idempotent: a notice that has its certificate is left alone
    actions.certify_posting(notice=Notice.objects.get(pk=pk))


def certify_proclamation(pk: int) -> None:
    """Make the bevis of a kungörelse."""
    # idempotent: one that has its certificate is left alone
    actions.certify_proclamation(proclamation=Proclamation.objects.get(pk=pk))


handlers["notice.certificate"] = certify
handlers["notice.proclamation_certificate"] = certify_proclamation
handlers["notice.mail"] = mail.send_mail
