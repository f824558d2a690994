"""The mail to whoever has not given a forecast."""

from __future__ import annotations

from urllib.parse import urlparse

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.translation import gettext as _

from boards.access.enums import Role
from boards.access.models import RoleAssignment
from boards.person.models import User
from boards.shared.clock import today
from finance.forecast.models import ForecastReminder


def send_reminder(pk: int) -> None:
    """Ask for one unit's forecast, unless it has come or the round is locked."""
    # idempotent: the Message-ID is the row's, and what has come is not asked for
    rows = ForecastReminder.objects.select_related("round__board", "unit")
    row = rows.get(pk=pk)
    of, board = row.round, row.round.board
    addresses = addresses_of(row)
    if of.is_locked or not addresses or of.figures.filter(unit=row.unit).exists():
        return
    said = {
        "unit": row.unit.name,
        "day": f"{of.due_on:%Y-%m-%d}",
        "as_of": f"{of.as_of:%Y-%m-%d}",
        "link": f"{settings.SITE_URL}{of.get_absolute_url()}",
    }
    host = urlparse(settings.SITE_URL).hostname
    EmailMessage(
        subject=_("Forecast for %(unit)s, to be given by %(day)s") % said,
        body=_(
            "The forecast for %(unit)s with figures to %(as_of)s has not been given."
            " It is to be there by %(day)s:\n\n%(link)s"
        )
        % said,
        to=addresses,
        reply_to=[board.email],
        headers={"Message-ID": f"<forecast-reminder-{pk}@{host}>"},
    ).send()


def addresses_of(row: ForecastReminder) -> list[str]:
    """Return who is asked: whose duty it is, else the controllers, else the board."""
    duty = row.round.duties.filter(unit=row.unit).select_related("user__person").first()
    if duty and address_of(duty.user):
        return [address_of(duty.user)]
    held = RoleAssignment.objects.valid_on(today()).filter(
        board=row.round.board_id, role=Role.CONTROLLER
    )
    found = {address_of(one.user) for one in held.select_related("user__person")}
    return sorted(found - {""}) or [row.round.board.email]


def address_of(user: User) -> str:
    """Return where a user reads mail."""
    return user.email or (user.person.email if user.person else "")
