"""The sentences of the file: what is wrong with it, what was done."""

from django.utils.translation import gettext_lazy as _

from boards.shared.texts import register

register(
    {
        "file.too_large": _("The file is %(size)s bytes; at most %(largest)s go."),
        "file.not_utf8": _("The file is not written in UTF-8."),
        "file.not_json": _("Here the file is no JSON any more."),
        "file.more_after_end": _("Something follows after the end of the JSON."),
        "file.too_deep": _("The file has too many levels inside each other."),
        "file.key_twice": _("The key “%(key)s” stands twice in the same object."),
        "file.odd_number": _(
            "%(number)s is no number of the format: whole, at most nine digits."
        ),
        "file.unfit_sign": _("The text holds a sign that no text may hold."),
        "structure.wrong_type": _("This is “%(said)s”; it has to be: %(wanted)s."),
        "structure.unknown_word": _("“%(said)s” is none of: %(wanted)s."),
        "structure.other_format": _("This has to be %(wanted)s, not “%(said)s”."),
        "structure.too_long": _("The text is longer than %(wanted)s signs."),
        "structure.empty": _("Something has to stand here."),
        "structure.too_small": _("%(said)s is less than %(wanted)s."),
        "structure.too_large": _("%(said)s is more than %(wanted)s."),
        "structure.odd_text": _("“%(said)s” does not have the form %(wanted)s."),
        "structure.no_moment": _("“%(said)s” is no %(wanted)s (ISO 8601)."),
        "structure.missing": _("“%(key)s” is missing."),
        "structure.unknown_key": _("“%(key)s” is no key of the format."),
        "exchange.database_refuses": _("This contradicts itself (%(rule)s)."),
        "exchange.no_board": _(
            "There is no board %(prefix)s with %(host)s as host municipality."
        ),
        "exchange.no_case": _(
            "The board has no case %(dnr)s: open it in the diary first."
        ),
        "exchange.no_document": _("Case %(dnr)s has no act number %(act)s."),
        "exchange.other_file": _(
            "Act number %(act)s of case %(dnr)s holds another file than this one."
        ),
        "exchange.no_user": _("There is no account with the user name %(name)s."),
        "exchange.no_recipient": _("The board sends no decisions to “%(name)s”."),
        "exchange.no_communication": _(
            "“%(heading)s” is no unreported communication of the board."
        ),
        "exchange.no_decision": _(
            "The delegated decision of %(day)s by %(delegate)s is not registered, or "
            "reported already."
        ),
        "exchange.no_earlier": _("There is no %(number)s to refer to."),
        "exchange.no_member": _(
            "%(name)s (%(party)s) held no such post in the board that day: enter it "
            "in the registers first."
        ),
        "exchange.no_person": _(
            "%(name)s is not in the register of people: enter them there first."
        ),
        "exchange.two_of_the_name": _(
            "Several are called %(name)s (%(party)s): give the e-mail address or the "
            "place in the call order too."
        ),
        "exchange.person_twice": _("%(name)s stands twice in the list of people."),
        "exchange.seat_forgotten": _(
            "%(name)s (%(party)s) held a seat that day and is missing: absent "
            "members stand there without presence."
        ),
        "exchange.unknown_key": _("Nothing in the file has the key “%(key)s”."),
        "exchange.key_twice": _("The key “%(key)s” is used twice."),
        "exchange.named_twice": _("The same is named twice."),
        "exchange.runs_backwards": _("The last point stands before the first."),
        "exchange.no_meeting": _("The board has no meeting that began %(day)s."),
        "exchange.no_item_here": _(
            "“%(heading)s” opens the meeting or was withdrawn: it has no §."
        ),
        "exchange.item_missing": _("“%(heading)s” has no §."),
        "exchange.secret_case": _(
            "The case is marked secret, so the § needs a mark with its ground."
        ),
        "exchange.pause_outside": _(
            "The pause does not lie within the meeting, or ends before it begins."
        ),
        "exchange.no_end": _("A meeting that is closed has an end."),
        "exchange.not_over": _("Only a meeting that is closed has an end."),
        "exchange.in_future": _("What has happened cannot lie in the future."),
        "exchange.continues_nothing": _(
            "A continued meeting names the one it goes on with, others name none."
        ),
        "exchange.text_unsafe": _("Nothing of this text can be kept safely."),
        "exchange.about_itself": _("A proposal cannot be about itself."),
        "exchange.gavel_and_decision": _(
            "A decision has the moment the gavel fell, and no moment stands without a "
            "decision."
        ),
        "exchange.not_appealable": _(
            "A point of this kind cannot be appealed this way (%(appeal)s)."
        ),
        "exchange.appendix_number": _("Appendices are numbered 1, 2, 3 in order."),
        "exchange.half_settled": _(
            "A question that is answered says by what, one that is open says neither."
        ),
        "exchange.other_answer": _("The votes give another answer than the file says."),
        "exchange.other_count": _(
            "The votes are %(yes)s yes, %(no)s no and %(abstained)s abstaining."
        ),
        "exchange.number_gap": _(
            "§ %(number)s does not follow the § before it: no number is left out."
        ),
        "exchange.number_taken": _("§ %(number)s is taken that year."),
        "exchange.approved_twice": _("%(key)s stands in two approvals."),
        "exchange.not_all_approved": _(
            "The minutes are said to be approved, but these points are not: %(keys)s."
        ),
        "exchange.approved_unnumbered": _(
            "“%(heading)s” is approved and has no § number."
        ),
        "exchange.approved_when": _(
            "The day of approval lies before the meeting or in the future."
        ),
        "exchange.signer_unknown": _(
            "%(name)s signed and is not among the people of the meeting."
        ),
        "exchange.signed_already": _(
            "%(meeting)s has §§ that are numbered, frozen or approved: they are never "
            "replaced."
        ),
        "exchange.there_already": _(
            "%(meeting)s is here already; it is replaced only when you ask for that."
        ),
        "exchange.others_rest_on_it": _(
            "Other meetings refer to %(meeting)s, so it cannot be replaced."
        ),
        "meeting.imported": _("Imported from a file"),
        "meeting.import_replaced": _("Replaced by an imported file"),
    }
)
