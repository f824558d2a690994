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
        # history
        "retention.plan_started": _("Retention plan started"),
        "retention.rule_saved": _("Rule saved"),
        "retention.rule_removed": _("Rule removed"),
        "retention.plan_adopted": _("Retention plan adopted"),
    }
)
