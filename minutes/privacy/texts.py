"""The sentences of the gate."""

from django.utils.translation import gettext_lazy as _

from boards.shared.texts import register

register(
    {
        "privacy.published_already": _("It is published already: withdraw it first."),
        "privacy.is_secret": _("The document is marked secret and is not published."),
        "privacy.names_protected": _(
            "The file names somebody with protected personal data and is not published."
        ),
        "privacy.changed_meanwhile": _(
            "What was found has changed since the page was shown. Look at it again."
        ),
        "privacy.no_ground": _("Say on which ground it is published."),
        "privacy.ends_past": _("The day has been already."),
        "privacy.no_choice": _("Choose whether this is published or masked."),
        "privacy.file_not_masked": _(
            "Nothing can be taken out of a file here. Publish it as it is, or not at"
            " all."
        ),
        "privacy.personal_number": _("A personal number is never published."),
        "privacy.secret_document": _(
            "The appendix is marked secret and has to be left out."
        ),
        "privacy.nothing_to_confirm": _("Nothing waits for a second pair of eyes."),
        "privacy.same_person": _("Somebody else than you has to look a second time."),
        "privacy.not_published": _("It is not published."),
        "privacy.no_reason": _("Say why it is withdrawn."),
        "privacy.nothing_to_publish": _(
            "Only a registered document with a file can be published."
        ),
        "privacy.considered": _("Its publication was taken up"),
        "privacy.publish": _("It was decided what is published"),
        "privacy.confirm": _("The publication was looked at a second time"),
        "privacy.withdraw": _("The publication was withdrawn"),
        "privacy.end": _("The ground for publishing personal data ended"),
    }
)
