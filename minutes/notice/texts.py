"""The sentences of the notice: why it may not go up or come down, and its dates."""

from django.utils.translation import gettext_lazy as _

from boards.shared.texts import register

register(
    {
        "notice.not_approved": _(
            "The minutes are not approved yet, so there is nothing to announce."
        ),
        "notice.other_municipality": _(
            "The board does not belong to that municipality."
        ),
        "notice.already_posted": _("The notice was posted on %(day)s already."),
        "notice.storage_place_missing": _(
            "Say where the minutes are kept: the notice has to tell it."
        ),
        "notice.before_approval": _(
            "The minutes were approved on %(approved_on)s; a notice cannot be older."
        ),
        "notice.day_to_come": _("The day has not come yet."),
        "notice.not_posted": _("The notice is not up."),
        "notice.already_down": _("The notice was taken down on %(day)s already."),
        "notice.clock_not_started": _(
            "The time to appeal has not started: %(posted)s of %(boards)s notice "
            "boards carry the notice."
        ),
        "notice.too_early": _(
            "The last day to appeal is %(last_day)s. The notice may be taken down"
            " on %(removal)s at the earliest."
        ),
        "notice.time_still_runs": _(
            "The decision can still be appealed, up to and including %(last_day)s."
        ),
        "notice.court_not_asked": _("Write what the court answered about appeals."),
        "notice.starts": _(
            "The time to appeal runs from %(start)s, when the notice was posted."
        ),
        "notice.starts_with_last_board": _(
            "The time to appeal runs from %(start)s, when the last of the "
            "%(boards)s notice boards carried the notice."
        ),
        "notice.end": _("Three weeks from then end on %(day)s."),
        "notice.end_moved": _(
            "Three weeks from then are %(nominal)s; the next weekday is %(day)s."
        ),
    }
)
