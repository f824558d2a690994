"""Sentences about seals that could not be made."""

from django.utils.translation import gettext_lazy as _

from boards.shared.texts import register

register(
    {
        "seal.failed": _("The document could not be sealed."),
        "seal.timestamp_unavailable": _(
            "The service that stamps the time does not answer as it should."
        ),
        "seal.key_unreachable": _(
            "The key that signatures are made under cannot be reached."
        ),
        "seal.key_mismatch": _(
            "The key that signatures are made under is not the one of its certificate."
            " Whoever runs the system has to put that right."
        ),
        "seal.not_installed": _(
            "The certificate that signatures are made under is missing. Whoever runs"
            " the system has to put that right."
        ),
        "seal.authority_expired": _(
            "The certificate that signatures are made under does not hold at this time."
            " Whoever runs the system has to put that right."
        ),
        "seal.authority_revoked": _(
            "The certificate that signatures are made under is revoked. Whoever runs"
            " the system has to put that right."
        ),
        "seal.clock_skew": _(
            "The clock here and that of the time stamp are too far apart. Whoever runs"
            " the system has to put that right."
        ),
        "seal.personal_number": _(
            "A personal number may not stand in a signature, which is public."
        ),
    }
)
