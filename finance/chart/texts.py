"""Sentences behind the codes of this room."""

from django.utils.translation import gettext_lazy as _

from boards.shared.texts import register

register(
    {
        "chart.account_not_digits": _("An account is written with digits only."),
        "chart.accounts_backwards": _("The last account comes before the first."),
        "chart.not_first_of_month": _(
            "A mapping begins on the first day of a month: the ledger is read by month."
        ),
        "chart.not_last_of_month": _(
            "A mapping ends on the last day of a month: the ledger is read by month."
        ),
        "chart.ends_before_it_starts": _("It would end before it begins."),
        "chart.mapping_ties": _(
            "“%(other)s” takes some of the same amounts and is as specific. Name"
            " another ansvar, project or activity, or fewer accounts."
        ),
        "chart.other_board": _("The unit and the row belong to another board."),
        "chart.unmapped": _(
            "Account %(account)s (%(objects)s), %(kronor)s kronor, belongs to no unit."
        ),
        "chart.unit_twice": _("Another unit has this code."),
        "chart.line_twice": _("Another row has this label."),
        "chart.nothing_to_copy": _("No mapping is in force on the day before."),
        "chart.unit_saved": _("Unit saved"),
        "chart.line_saved": _("Report row saved"),
        "chart.mapping_saved": _("Mapping saved"),
        "chart.mapping_ended": _("Mapping ended"),
        "chart.mappings_renewed": _("Mappings copied to a new year's chart"),
    }
)
