"""Sentences behind the codes of this room."""

from django.utils.translation import gettext_lazy as _

from boards.shared.texts import register

register(
    {
        # the plan
        "retention.adopted": _(
            "The plan is adopted and never changes: start a new version."
        ),
        "retention.draft_exists": _(
            "There is a draft of the next version already: go on with that."
        ),
        "retention.rule_exists": _("The plan has a rule for that kind already."),
        "retention.minutes_preserved": _("Minutes are always preserved."),
        "retention.no_years": _("Say how many years, from 1 to %(most)s."),
        "retention.years_unused": _(
            "Years belong to what is disposed of after a number of years. Leave empty."
        ),
        "retention.no_rules": _("The plan has no rules yet."),
        "retention.no_decision": _(
            "Say which decision the plan rests on, such as ITVT 10/2017."
        ),
        "retention.decided_ahead": _("Give the day of the decision, not one to come."),
        "retention.valid_too_early": _(
            "The plan can hold from the day of the decision at the earliest."
        ),
        "retention.before_previous": _(
            "The version before holds from %(day)s: this one must begin later."
        ),
        "retention.other_board": _("The case belongs to another board."),
        # what stands against a disposal
        "retention.no_plan": _(
            "The board has no adopted plan: nothing may be disposed of."
        ),
        "retention.no_rule": _("The plan has no rule for this kind of document."),
        "retention.case_open": _("The case is open."),
        "retention.minutes_stay": _("Minutes are always preserved here."),
        "retention.not_delivered": _(
            "It is preserved, and not delivered to an e-archive yet."
        ),
        "retention.held": _("%(why)s: %(reason)s"),
        "retention.is_record": _("It is the record of a disposal and stays for ever."),
        "retention.proposed_already": _("It is in a disposal that waits already."),
        # holds and disposals
        "retention.no_reason": _("Say why."),
        "retention.other_case": _("The document belongs to another case."),
        "retention.lifted_already": _("The hold is lifted already."),
        "retention.none_chosen": _("Choose at least one document."),
        "retention.row_blocked": _("%(document)s: %(why)s"),
        "retention.not_due": _("It is not due before %(day)s."),
        "retention.gone_already": _("It is disposed of already."),
        "retention.rule_changed": _(
            "The plan has changed since it was proposed: propose it anew."
        ),
        "retention.disposal_over": _("The disposal is over already."),
        "retention.same_person": _(
            "Another person than the one who proposed it carries it out."
        ),
        "retention.nothing_left": _("Nothing of it may be disposed of: %(why)s"),
        # history
        "retention.hold_set": _("Hold set"),
        "retention.hold_lifted": _("Hold lifted"),
        "retention.disposal_proposed": _("Disposal proposed"),
        "retention.disposal_withdrawn": _("Disposal withdrawn"),
        "retention.disposal_carried_out": _("Disposal carried out"),
        "retention.disposed": _("Disposed of"),
        "retention.file_removed": _("File removed"),
        "retention.file_shared": _("File kept: something else is kept under it too"),
        "retention.plan_started": _("Retention plan started"),
        "retention.rule_saved": _("Rule saved"),
        "retention.rule_removed": _("Rule removed"),
        "retention.plan_adopted": _("Retention plan adopted"),
    }
)
