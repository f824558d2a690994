"""Sentences behind the codes of this room."""

from django.utils.translation import gettext_lazy as _

from boards.shared.texts import register

register(
    {
        "communication.no_heading": _("Say what the communication is."),
        "communication.in_future": _("The day has not come yet."),
        "communication.other_board": _("The case belongs to another board."),
        "communication.added": _("Communication added"),
    }
)
