"""Sentences behind the codes of this room."""

from django.utils.translation import gettext_lazy as _

from boards.shared.texts import register

register(
    {
        "budget.draft_exists": _(
            "There is a draft for %(year)s already: adopt it or throw it away first."
        ),
        "budget.adopted": _("An adopted budget does not change: start a revision."),
        "budget.empty": _("No amount has been entered."),
        "budget.no_citation": _("Name the decision, such as KF § 80/2020-06-16."),
        "budget.decided_later": _("The decision cannot be later than today."),
        "budget.before_last": _(
            "An earlier version was decided on %(day)s: a change comes after it."
        ),
        "budget.project_twice": _("Another project has this code."),
        "budget.project_code": _("A project's code is four digits, such as 5201."),
        "budget.none_in_ledger": _("The ledger has no budget for %(year)s."),
        "budget.fetched": _("Budget fetched from the ledger"),
        "budget.started": _("Budget started"),
        "budget.amounts_set": _("Budget amounts saved"),
        "budget.projects_set": _("Investment budget saved"),
        "budget.project_saved": _("Investment project saved"),
        "budget.adopted_by_decision": _("Budget adopted"),
        "budget.draft_dropped": _("Budget draft thrown away"),
    }
)
