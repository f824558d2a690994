"""Sentences about files from outside."""

from django.utils.translation import gettext_lazy as _

from boards.shared.texts import register

register(
    {
        "upload.empty": _("The file is empty."),
        "upload.too_large": _(
            "The file is %(size)s MB; the limit is %(limit)s MB. Divide it or make it"
            " smaller."
        ),
        "upload.kind_not_kept": _(
            "“%(name)s” is of a kind that is not kept. Choose one of: %(kinds)s."
        ),
        "upload.content_differs": _(
            "“%(name)s” is not what its name says: the content is of another kind."
        ),
        "upload.encrypted_pdf": _(
            "“%(name)s” is protected by a password. Save it without one."
        ),
        "upload.broken_pdf": _("“%(name)s” cannot be read as a PDF."),
    }
)
