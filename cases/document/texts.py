"""Sentences behind the codes of this room."""

from django.utils.translation import gettext_lazy as _

from boards.shared.texts import register

register(
    {
        "document.no_date": _("Say which day it was received, drawn up or sent."),
        "document.day_to_come": _("The day has not come yet."),
        "document.no_subject": _("Say in brief what it is about."),
        "document.no_sender": _("Say from whom it was received."),
        "document.no_recipient": _("Say to whom it was sent."),
        "document.already_registered": _("The document is registered already."),
        "document.has_file": _(
            "A registered document keeps its file. Register the new one by itself."
        ),
        "document.needs_disposal": _(
            "A registered document leaves only by a decision on disposal"
            " (gallringsbeslut)."
        ),
        "document.disposed": _("The document is disposed of and gets no file."),
        "document.drafted": _("Draft added"),
        "document.registered": _("Document registered"),
        "document.changed": _("Register entry changed"),
        "document.file_attached": _("File attached"),
        "document.draft_removed": _("Draft removed"),
    }
)
