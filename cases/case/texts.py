"""Sentences behind the codes of this room."""

from django.utils.translation import gettext_lazy as _

from boards.shared.texts import register

register(
    {
        "case.closed": _("The case is closed, and nothing in it can be changed."),
        "case.drafts_left": _(
            "%(count)s drafts are left: %(drafts)s. Register or remove each first."
        ),
        "case.no_title": _("Say what the case is about."),
        "case.day_to_come": _("The day has not come yet."),
        "case.no_regulations": _(
            "The board has no regulations yet: enter them in the registers first."
        ),
        "case.is_open": _("The case is open already."),
        "case.no_reason": _("Say why the case is opened again."),
        "case.reopened": _("Case opened again"),
        "case.opened": _("Case opened"),
        "case.changed": _("Case changed"),
        "case.closed_event": _("Case closed"),
    }
)
