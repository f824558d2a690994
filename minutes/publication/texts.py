"""The sentences of publication."""

from django.utils.translation import gettext_lazy as _

from boards.shared.texts import register

register(
    {
        "publication.minutes_published": _("The minutes were published"),
        "publication.paper_published": _("The document was published"),
        "publication.paper_withdrawn": _("The document was taken from the public"),
    }
)
