"""Sentences behind the codes of this room."""

from django.utils.translation import gettext_lazy as _

from boards.shared.texts import register

register(
    {
        "secrecy.no_ground": _(
            "Cite the section the secrecy rests on, for example OSL 21:1."
        ),
        "secrecy.register_first": _(
            "A secret document is always registered: register it first."
        ),
        "secrecy.not_marked": _("There is no secrecy mark to take away."),
        "secrecy.no_reason": _("Say why the mark is taken away."),
        "secrecy.marked": _("Marked as secret"),
        "secrecy.lifted": _("Secrecy mark taken away"),
    }
)
