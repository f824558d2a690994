"""The sentences of the running meeting: why something is refused, what was done."""

from django.utils.translation import gettext_lazy as _

from boards.shared.texts import register

register(
    {
        "live.not_in_session": _("The meeting is not in session."),
        "live.no_such_point": _("The point is no longer on the agenda."),
        "live.changed_meanwhile": _(
            "Somebody else has written here meanwhile. Their text is on the page,"
            " yours is in the form: compare, then send again."
        ),
        "live.went_to_item": _("The meeting went to a point"),
    }
)
