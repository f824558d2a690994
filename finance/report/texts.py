"""Sentences behind the codes of this room."""

from django.utils.translation import gettext_lazy as _

from boards.shared.texts import register

register(
    {
        "report.two_sum_rows": _("A table has one sum row at most."),
        "report.two_grant_rows": _("A table has one row for the municipal grant."),
        "report.investments_have_no_grant": _(
            "Investments have no municipal grant: remove that row."
        ),
        "report.no_tables": _("The report has no table with figures yet."),
        "report.empty_table": _("The table “%(table)s” has no lines with figures."),
        "report.wrong_sum": _(
            "In “%(table)s” the sum “%(label)s” is %(printed)s tkr, but the lines give"
            " %(computed)s tkr: more than rounding can explain."
        ),
        "report.broken_link": _(
            "“{{%(name)s}}” leads to no figure. The nearest names are: %(nearest)s"
        ),
        "report.unknown_link": _(
            "“{{%(name)s}}” leads to no figure: see the names of the figures below."
        ),
        "report.frozen": _("The report is frozen and cannot be changed."),
        "report.case_of_other_board": _("The case belongs to another board."),
        "report.case_closed": _("The case is closed."),
        "report.started": _("Interim report started"),
        "report.table_added": _("Table added"),
        "report.figures_set": _("Figures entered"),
        "report.text_set": _("Text changed"),
        "report.table_removed": _("Table removed"),
        "report.frozen_event": _("Interim report frozen"),
    }
)
