"""Sentences behind the codes of this room."""

from django.utils.translation import gettext_lazy as _

from boards.shared.texts import register

register(
    {
        "delegation.no_text": _("Write what was decided."),
        "delegation.no_delegate": _("Write who decided: name and post."),
        "delegation.no_ground": _(
            "Write the point of the delegation scheme, or mark the decision as urgent."
        ),
        "delegation.in_future": _("The day has not come yet."),
        "delegation.other_board": _("The case belongs to another board."),
        "delegation.registered": _("Delegated decision registered"),
    }
)
