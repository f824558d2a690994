"""The sentences of the notice board."""

from django.utils.translation import gettext_lazy as _

from boards.shared.texts import register

register(
    {
        "proclamation.own_days": _(
            "It stays on the board for %(days)s days after the day it went up"
        ),
        "proclamation.day_after": _("It comes down the day after %(day)s."),
    }
)
