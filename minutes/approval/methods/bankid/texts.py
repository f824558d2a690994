"""The sentences of BankID: its hint codes in plain words, and why a no."""

from django.utils.translation import gettext_lazy as _

from boards.shared.texts import register

register(
    {
        "bankid.outstanding": _(
            "Open the BankID app and scan the QR code, or open BankID on this device."
        ),
        "bankid.no_client": _(
            "The BankID app has not been opened yet. Scan the QR code with it, or open "
            "BankID on this device."
        ),
        "bankid.started": _(
            "The app is looking for your BankID. If it finds none, this device may "
            "have no BankID: use another device, or order one from your bank."
        ),
        "bankid.read_passport": _(
            "BankID asks you to read your passport or identity card with the app."
        ),
        "bankid.confirm_call": _("Answer the question in the app about the call."),
        "bankid.sign_now": _(
            "Read the text in the app and enter your security code there."
        ),
        "bankid.going_on": _("Signing goes on in the BankID app."),
        "bankid.no_answer": _(
            "BankID does not answer just now. We go on trying; leave this page open."
        ),
        "bankid.expired": _(
            "BankID waited too long for an answer. Nothing was signed; begin again."
        ),
        "bankid.certificate_error": _(
            "The BankID you used is blocked or too old. Nothing was signed. Use "
            "another BankID, or order a new one from your bank."
        ),
        "bankid.cancelled_by_person": _("You stopped in the app. Nothing was signed."),
        "bankid.cancelled": _(
            "BankID stopped the signing: perhaps another one was begun. Nothing was "
            "signed; begin again."
        ),
        "bankid.start_failed": _(
            "The app was not opened in time, or the QR code could not be read. Nothing "
            "was signed; begin again."
        ),
        "bankid.call_declined": _(
            "You answered in the app that you are not in a call. Nothing was signed."
        ),
        "bankid.call_not_supported": _(
            "Your BankID app is too old for this signing. Update the app and begin "
            "again."
        ),
        "bankid.risk_blocked": _(
            "BankID stopped the signing for security reasons. Nothing was signed."
        ),
        "bankid.failed": _("BankID could not sign. Nothing was signed; begin again."),
        "bankid.in_progress": _(
            "Another signing with your BankID was going on; both were stopped. Begin "
            "again."
        ),
        "bankid.bad_signature": _(
            "The signature from BankID could not be verified. Nothing was signed; tell "
            "whoever runs this system."
        ),
        "bankid.revoked": _(
            "The BankID that was used is revoked. Nothing was signed; use another one."
        ),
        "bankid.bad_status": _(
            "BankID's statement that the e-ID is valid could not be verified. Nothing "
            "was signed; tell whoever runs this system."
        ),
    }
)
