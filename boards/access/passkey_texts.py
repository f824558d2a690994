"""The sentences about passkeys."""

from django.utils.translation import gettext_lazy as _

from boards.shared.texts import register

register(
    {
        "passkey.added": _("Passkey added"),
        "passkey.removed": _("Passkey removed"),
        "passkey.not_made": _(
            "No passkey was made. Try again, and let the device recognise you."
        ),
        "passkey.known_already": _("That passkey is registered already."),
        "passkey.wrong_password": _("The password is not right."),
        "passkey.not_answered": _(
            "The passkey did not answer to this document, or did not recognise you."
            " Nothing was signed."
        ),
        "passkey.copied": _(
            "The passkey seems to have been copied, so it is not accepted. Remove it"
            " and add a new one."
        ),
    }
)
