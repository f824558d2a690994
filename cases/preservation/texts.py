"""Sentences behind the codes of this room."""

from django.utils.translation import gettext_lazy as _

from boards.shared.texts import register

register(
    {
        "format.no_reason": _("Say why the file is kept as it is."),
        "format.settled": _("Nobody has to look at this file: it is settled."),
        "format.not_looked_at": _(
            "The file has not been looked at yet. That is done within some minutes."
        ),
        # what somebody did
        "format.look_ordered": _("File to be looked at again"),
        "format.kept": _("File kept as it is"),
        # why a file has no copy
        "format.why_signed": _(
            "It is signed: a copy in another format would not be what was signed."
        ),
        "format.why_decided": _("Kept as it is by decision: %(remark)s"),
        "format.why_missing": _(
            "The file is not in the store. Look at the check of integrity, and get it"
            " back from a backup."
        ),
        "format.why_empty": _(
            "The file is empty. Ask whoever sent it for another one."
        ),
        "format.why_broken": _(
            "The file is broken and cannot be read through. Ask whoever sent it for a"
            " whole one, and register that."
        ),
        "format.why_encrypted": _(
            "The file is locked with a password. Ask whoever sent it for one without,"
            " and register that."
        ),
        "format.why_unknown": _(
            "Nobody knows from its content what kind of file it is."
        ),
        "format.why_no_way": _(
            "Its format is none that is preserved, and there is no way to make a"
            " PDF/A of it here."
        ),
        "format.why_no_program": _(
            "The program that makes the PDF/A is not installed: LibreOffice for Office"
            " files, Ghostscript for PDF. It is looked at again once it is."
        ),
        "format.why_failed": _(
            "No PDF/A could be made of it that has everything the file has."
        ),
        "format.why_slow": _("Making a PDF/A of it took too long and was stopped."),
    }
)
