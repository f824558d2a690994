"""What frequencies are called on the screen."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from minutes.subscription.enums import Frequency

FREQUENCIES: dict[str, Promise] = {
    Frequency.AT_ONCE: _("At once"),
    Frequency.DAILY: _("Once a day"),
    Frequency.WEEKLY: _("Once a week"),
}
