"""Sentences behind the codes of this room."""

from django.utils.translation import gettext_lazy as _

from boards.shared.texts import register

register(
    {
        "accessibility.no_assessment": _(
            "Say how it was assessed that the burden is unreasonable."
        ),
        "accessibility.no_deficiencies": _("Say what is not accessible."),
        "accessibility.not_full": _(
            "Something is said not to be accessible: then the requirements are met in"
            " part."
        ),
        "accessibility.no_regulations": _(
            "The board has no regulations yet, so no case can be opened in its diary."
        ),
        "accessibility.no_text": _("Describe the problem, or what you need."),
        "accessibility.too_long": _(
            "The text is too long: write at most %(most)s characters."
        ),
        "accessibility.opened": _("Report of a lack of accessibility received"),
    }
)
