"""The sentences of the archive."""

from django.utils.translation import gettext_lazy as _

from boards.shared.texts import register

register(
    {
        "archive.not_approved": _("The minutes are not approved."),
        "archive.notice_up": _("The notice is not taken down: %(boards)s."),
        "archive.no_certificate": _(
            "The certificate of posting is not made yet: %(boards)s."
        ),
        "archive.built_already": _("The minutes are in the archive already."),
        "archive.ordered_already": _("The package is being made."),
        "archive.ordered": _("An archive package was ordered"),
        "archive.built": _("The archive package was built and checked"),
    }
)
