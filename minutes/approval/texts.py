"""The sentences of justering: what is missing, and why somebody may not sign."""

from django.utils.translation import gettext_lazy as _

from boards.shared.texts import register

register(
    {
        "freeze.no_items": _("Choose at least one § to approve."),
        "freeze.meeting_open": _(
            "The meeting is not closed. Only §§ approved at once can be frozen "
            "before that."
        ),
        "freeze.secret_with_open": _(
            "Secret §§ are approved in a document of their own."
        ),
        "freeze.no_chair": _("Nobody is noted as chair of some §."),
        "freeze.approver_count": _(
            "%(chosen)s approvers are chosen; the regulations ask for %(needed)s."
        ),
        "freeze.approver_is_chair": _(
            "Whoever presided at %(item)s cannot also approve it: choose another"
            " approver for that §."
        ),
        "freeze.approver_is_secretary": _("The secretary cannot be the approver."),
        "freeze.approver_did_not_serve": _(
            "The approver did not serve at any of the §§."
        ),
        "freeze.no_secretary": _("The meeting has no secretary who can sign."),
        "freeze.approver_absent_from_item": _(
            "An approver took no part in %(item)s. Consider another for that §."
        ),
        "freeze.decision_missing": _(
            "%(item)s has no decision. Write one, or mark the § as information."
        ),
        "freeze.not_quorate": _(
            "Too few served at %(item)s: %(present)s of the %(needed)s needed."
        ),
        "freeze.round_unsettled": _(
            "%(item)s has a question put by the chair that is not answered."
        ),
        "freeze.proposal_unsettled": _(
            "%(item)s has a yrkande that was neither put nor withdrawn."
        ),
        "freeze.against_law": _(
            "%(item)s holds what the law does not allow: its page says what."
        ),
        "freeze.reservation_text": _(
            "%(item)s has a reservation whose text is missing."
        ),
        "freeze.item_in_other_approval": _(
            "%(item)s belongs to another approval already."
        ),
        "freeze.secret_document": _(
            "%(item)s is open but holds %(document)s, which is secret."
        ),
        "freeze.secret_heading": _(
            "%(item)s is open but has the title of a secret case as its heading."
        ),
        "sign.not_frozen": _("The minutes are not open for signing."),
        "sign.not_a_signer": _("You are not among those who sign these minutes."),
        "sign.already_signed": _("You have signed already."),
        "sign.did_not_serve": _(
            "Only somebody who served at the meeting can approve its minutes."
        ),
        "sign.chair_is_approver": _(
            "The chair and the approver have to be two people."
        ),
        "sign.document_changed": _(
            "The document is not the one you were shown. Read it again before you sign."
        ),
        "sign.not_authenticated_anew": _("Identify yourself again to sign."),
        "sign.mandate_ended": _(
            "Your uppdrag in the board has ended, so you cannot sign. The secretary"
            " lets a reserve approver take over."
        ),
        "sign.assurance_too_low": _(
            "The board asks for level of assurance %(needed)s; this way gives"
            " %(level)s. Choose another way."
        ),
        "sign.method_unknown": _("That way to sign is not open to you here."),
        "sign.already_waiting": _(
            "You have done your part already: the signature is being made."
        ),
        "sign.attempt_over": _("This go at signing is over. Begin again."),
        "sign.expired": _("It took too long. Nothing was signed; begin again."),
        "sign.service_unreachable": _(
            "The service does not answer. Nothing was signed; try again in a while or"
            " choose another way."
        ),
        "sign.not_sealed": _(
            "The signature could not be made: sealing or time stamp failed many times."
            " Nothing was signed; begin again."
        ),
        "sign.wrong_person": _(
            "It was somebody else who identified themselves. Nothing was signed."
        ),
        "sign.identity_unknown": _(
            "Your personal number is not registered, so an e-ID cannot be compared."
            " Ask whoever keeps the registers to enter it."
        ),
        "federation.bad_answer": _(
            "What the identity provider sent back does not hold. Nothing was signed;"
            " begin again."
        ),
        "federation.declined": _(
            "You were not identified at the identity provider. Nothing was signed;"
            " begin again."
        ),
        "federation.assurance_too_low": _(
            "You identified yourself at a lower level of assurance than the board asks"
            " for. Nothing was signed; choose another e-ID."
        ),
        "approval.evidence_exported": _("The evidence of the signatures was fetched"),
        "correct.not_approved": _(
            "Only approved minutes are corrected. Until then they are sent back."
        ),
        "correct.not_newest": _("There is a later version: correct that one."),
        "correct.open_already": _(
            "A correction waits for its signatures already. Take it back first to add"
            " to it."
        ),
        "correct.nothing": _("Write the words that are wrong, just as they stand."),
        "correct.no_right": _("Write what it should say."),
        "correct.same": _("That is what it says already."),
        "correct.not_found": _(
            "”%(wrong)s” is not there. Copy the words from the minutes, within one"
            " paragraph."
        ),
        "correct.no_ground": _(
            "Write the ground, for instance ”skrivfel”: it is part of the minutes."
        ),
        "approval.corrected": _("A corrected version was made"),
        "attempt.begun": _("Signing was begun"),
        "attempt.proved": _("The signer proved who they are"),
        "attempt.not_proved": _("The signer was not recognised"),
        "attempt.waits": _("The signature waits: it cannot be made just now"),
        "attempt.failed": _("Signing failed: the slot is open again"),
        "attempt.cancelled": _("Signing was cancelled"),
        "return.already_approved": _(
            "The minutes are approved. A mistake is put right by a correction."
        ),
        "return.not_frozen": _("The minutes are not out for signing."),
        "return.not_a_signer": _("Only those who sign can send the minutes back."),
        "return.reason_missing": _("Write why the minutes are sent back."),
        "freeze.unknown_item": _(
            "A § was chosen that is not on the agenda of this meeting."
        ),
        "sign.wrong_password": _("The password is not right."),
        "return.signed_by_somebody": _(
            "Somebody has signed already. Only those who sign can send the minutes "
            "back from here on."
        ),
        "seal.not_failed": _("The document is being made or is made already."),
        "approval.frozen": _("§§ were frozen for approval"),
        "approval.sealed": _("The document was made and the signers were told"),
        "approval.seal_retried": _("The document is to be made once more"),
        "approval.signed": _("The minutes were signed"),
        "approval.approved": _(
            "The last signature was given: the minutes are approved"
        ),
        "approval.returned": _("The minutes were sent back"),
        "freeze.referred": _(
            "The signers disagreed about §§ of %(day)s and referred them to the board."
            " They can be frozen when the board has decided."
        ),
        "reserve.not_an_approver": _("A reserve takes over from an approver only."),
        "reserve.has_signed": _("That approver has signed already."),
        "reserve.correction": _(
            "A corrected version is signed by those who signed the first. Take it back"
            " if that cannot be."
        ),
        "reserve.not_chosen": _(
            "The meeting did not choose that person as a reserve approver."
        ),
    }
)
