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
        # what stands against a disposal
        "archive.item_not_approved": _("%(item)s about the case is not approved."),
        "archive.item_notice_up": _("The notice of %(item)s is not taken down."),
        "archive.item_not_final": _(
            "Nobody has confirmed that %(item)s has gained legal force."
        ),
        "archive.is_appendix": _("It is part of minutes, which are preserved."),
        "archive.is_published": _("It is published: withdraw it from the web first."),
        "archive.at_the_gate": _("Its publication and secrecy are being decided."),
        # a delivery to an e-archive
        "sip.case_open": _("The case is not closed."),
        "sip.no_documents": _("The case has no registered document."),
        "sip.year_unfinished": _(
            "These minutes are not in the archive yet: %(items)s."
        ),
        "sip.year_goes_on": _(
            "The year is not over: its minutes are delivered together when it is."
        ),
        "sip.no_minutes": _("The board has no minutes of that year in the archive."),
        "sip.no_agreement": _(
            "The board has no submission agreement: write down what is agreed with the"
            " e-archive first."
        ),
        "sip.ordered_already": _("The package is being built."),
        "sip.file_altered": _(
            "%(path)s is not as it was registered: see the check of everything."
        ),
        "sip.file_missing": _("%(path)s is listed but is not in the package."),
        "sip.file_not_listed": _("%(path)s is in the package but is not listed."),
        "sip.file_twice": _("The package has two files of one name: %(path)s."),
        "sip.file_not_xml": _("%(path)s cannot be read as XML."),
        "sip.file_length": _("%(path)s has another size than is listed."),
        "sip.file_changed": _("%(path)s has another checksum than is listed."),
        "sip.unreadable": _("The package cannot be read as a zip: %(error)s."),
        "sip.busy": _("The package is being written somewhere else: wait for it."),
        "sip.store_full": _(
            "The disk is full. What is written is kept, and building goes on when there"
            " is room."
        ),
        "sip.trouble": _(
            "Something went wrong while building. What is written is kept, and it is"
            " tried again soon."
        ),
        "sip.gave_up": _(
            "The package could not be built after several attempts: ask your"
            " administrator to read the log, then build a new version."
        ),
        "sip.kept": _("The package was checked and kept, SHA-256 %(sha256)s"),
        "sip.not_built": _("The package is not built."),
        # the e-archive's receipt as a file
        "receipt.too_long": _("The receipt is larger than 1 MiB: it is not one."),
        "receipt.unreadable": _(
            "The receipt cannot be read as JSON or XML: ask the e-archive for it again,"
            " or note the answer by hand."
        ),
        "receipt.lacks": _("The receipt lacks: %(fields)s."),
        "receipt.answer": _("The receipt says neither mottaget nor nekat."),
        "receipt.day": _("The day in the receipt is not written as 2026-11-24."),
        "receipt.other_package": _(
            "The receipt is of another package: %(name)s. Take it in on the page of"
            " that one."
        ),
        "receipt.other_content": _(
            "The receipt is of another file named %(name)s: its checksum is not this"
            " package's. Nothing was noted."
        ),
        # its way to the e-archive
        "transfer.no_target": _("Choose one of the e-archives that are set up."),
        "transfer.under_way": _("The package is on its way already."),
        "transfer.received_already": _("The e-archive has received the package."),
        "transfer.occupied": _(
            "The e-archive has another file of that name: ask what it is, and build a"
            " new version if it stays."
        ),
        "transfer.damaged": _(
            "What arrived is not what was sent: the e-archive's place does not keep"
            " its files whole. Nothing was delivered."
        ),
        "transfer.busy": _("The package is being sent by somebody else: wait for it."),
        "transfer.store_full": _(
            "The e-archive's place is full. What was sent stays there, and sending goes"
            " on when there is room."
        ),
        "transfer.no_place": _(
            "The e-archive's place is not there, or we may not write in it. It is tried"
            " again soon."
        ),
        "transfer.no_answer": _(
            "The e-archive does not answer. What was sent stays there, and it is tried"
            " again soon."
        ),
        "transfer.not_let_in": _(
            "The e-archive does not let us in: ask your administrator to look at the"
            " key and what it may do there. It is tried again soon."
        ),
        "transfer.strange_host": _(
            "Whoever answers is not the e-archive: it shows another key than it should."
            " Nothing was sent. Ask your administrator whether the e-archive has a new"
            " key."
        ),
        "transfer.trouble": _(
            "Something went wrong while sending. What was sent stays there, and it is"
            " tried again soon."
        ),
        "transfer.gave_up": _(
            "The package could not be sent after several attempts: ask your"
            " administrator to read the log, then send it again."
        ),
        "transfer.answer_not_taken": _(
            "The e-archive's answer in %(name)s could not be taken in: %(why)s"
        ),
        "transfer.ordered": _("Sending to %(target)s was ordered"),
        "transfer.delivered": _("Delivered to %(target)s"),
        "sip.answered_already": _("The e-archive's answer is noted already."),
        "sip.answered_tomorrow": _("The answer cannot have come after today."),
        "sip.refused_without_note": _("Write what the e-archive found wrong."),
        "sip.agreed": _("Submission agreement written down: %(agreement)s"),
        "sip.ordered": _("A package for the e-archive was ordered"),
        "sip.answered": _("The e-archive's answer was noted"),
        "sip.built": _("A package for the e-archive was built: %(name)s"),
        "archive.stamped": _("The archive's time stamp %(number)s was kept"),
        "archive.ordered": _("An archive package was ordered"),
        "archive.built": _("The archive package was built and checked"),
    }
)
