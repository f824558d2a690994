"""The sentences of follow-up."""

from django.utils.translation import gettext_lazy as _

from boards.shared.texts import register

register(
    {
        "followup.not_approved": _(
            "The minutes are not approved yet: there is nothing to follow up."
        ),
        "followup.marked_already": _("The point is marked so already."),
        "followup.before_decision": _("The decision was taken %(day)s."),
        "followup.not_yet": _("The day has not been yet."),
        "followup.personal": _(
            "The text is public and seems to hold somebody's personal data: %(found)s."
            " Write it without."
        ),
        "followup.taken_back_already": _("It is taken back already."),
        "followup.no_reason": _("Say why it is taken back."),
        "followup.marked": _("What became of the decision was written down"),
        "followup.taken_back": _("What was written of the decision was taken back"),
    }
)
