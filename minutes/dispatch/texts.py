"""The sentences of expediering."""

from django.utils.translation import gettext_lazy as _

from boards.shared.texts import register

register(
    {
        "dispatch.not_approved": _(
            "The minutes are not approved yet: no extract can be attested."
        ),
        "dispatch.secret": _(
            "The § is secret and is not sent by e-mail. Hand it over in another way."
        ),
        "dispatch.no_recipients": _("The § has nobody it is to be sent to."),
        "dispatch.all_sent": _("Everybody who is to have the § has been sent it."),
        "dispatch.not_failed": _("Only what has failed is sent again by hand."),
        "dispatch.not_sealed": _(
            "The extract could not be sealed now. Nothing was sent; try again in a"
            " while."
        ),
        "dispatch.ordered": _("An extract was attested and is being sent"),
        "dispatch.delivered": _("The extract was sent"),
        "dispatch.failed": _("The extract could not be sent"),
        "dispatch.retried": _("The extract is to be sent once more"),
    }
)
