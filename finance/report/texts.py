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
        "report.comment_missing": _(
            "“%(table)s” deviates by %(amount)s tkr: write a comment on it."
        ),
        "report.measure_missing": _(
            "“%(table)s” shows a deficit of %(amount)s tkr: write a measure or a day"
            " for following it up."
        ),
        "report.number_gone": _(
            "The text or the table has changed: the number was not linked."
        ),
        "report.check_period": _(
            "The period can be the statutory one: the assembly and the auditors have"
            " the report by %(day)s."
        ),
        "report.check_period_moved": _(
            "The period can be the statutory one: the assembly and the auditors have"
            " the report by %(day)s, since %(nominal)s is no weekday."
        ),
        "report.check_period_outside": _(
            "The period is not between half and two thirds of the year, so this cannot"
            " be the statutory interim report."
        ),
        "report.check_sums_computed": _("The sums are computed from the lines."),
        "report.check_sums": _("%(count)s entered sums agree with their lines."),
        "report.check_sums_rounded": _(
            "%(off)s of %(count)s entered sums differ from their rounded lines, by"
            " %(most)s tkr at most."
        ),
        "report.check_sums_wrong": _(
            "An entered sum differs by more than rounding can explain."
        ),
        "report.check_deviation": _(
            "Deviation = budget − forecast: those of the lines make %(amount)s tkr."
        ),
        "report.check_deviation_off": _(
            "The deviation of the sum differs by %(off)s tkr from those of the lines."
        ),
        "report.check_deviation_missing": _(
            "Deviation = budget − forecast: a line has no budget or no forecast."
        ),
        "report.check_no_grant": _(
            "Result = grant − sum: the table has no municipal grant, so no result."
        ),
        "report.check_result_missing": _(
            "Result = grant − sum: there is no forecast for the year."
        ),
        "report.check_result": _(
            "Result = grant − sum: the forecast result, %(result)s tkr, is the"
            " deviation of the sum."
        ),
        "report.check_result_off": _(
            "Result = grant − sum: the forecast result is %(result)s tkr, but the sum"
            " deviates by %(deviation)s tkr: the grant is not the budget."
        ),
        "report.check_no_deficit": _("The forecast shows no deficit."),
        "report.check_measure": _("Deficit of %(amount)s tkr, with a measure."),
        "report.check_follow_up": _(
            "Deficit of %(amount)s tkr without a measure: it is followed up by %(day)s."
        ),
        "report.check_measure_missing": _(
            "Deficit of %(amount)s tkr with neither a measure nor a follow-up."
        ),
        "report.check_measures": _(
            "Each column says its measure: result for outcome, net cost for budget and"
            " forecast."
        ),
        "report.check_within_limit": _(
            "The deviation is within %(limit)s tkr and %(percent)s %% of the budget."
        ),
        "report.check_commented": _(
            "The deviation is beyond %(limit)s tkr or %(percent)s %% of the budget, and"
            " has a comment."
        ),
        "report.check_comment_missing": _(
            "The deviation is beyond %(limit)s tkr or %(percent)s %% of the budget and"
            " has no comment."
        ),
        "report.measure_set": _("Measure against a deficit set"),
        "report.limit_set": _("Limit for deviations set"),
        "report.frozen": _("The report is frozen and cannot be changed."),
        "report.case_of_other_board": _("The case belongs to another board."),
        "report.case_closed": _("The case is closed."),
        "report.started": _("Interim report started"),
        "report.table_added": _("Table added"),
        "report.figures_set": _("Figures entered"),
        "report.text_set": _("Text changed"),
        "report.table_removed": _("Table removed"),
        "report.frozen_event": _("Interim report frozen"),
        "report.follow_up_draft": _(
            "The report is not frozen: there is nothing to follow up yet."
        ),
        "report.follow_up_no_day": _("The report sets no day for its follow-up."),
        "report.follow_up_done": _("The follow-up is recorded already."),
        "report.follow_up_later": _("It cannot have been followed up after today."),
        "report.follow_up_before": _(
            "The report was frozen on %(day)s: the follow-up comes after it."
        ),
        "report.deficit_followed_up": _("Deficit followed up"),
        "report.no_units": _("%(board)s has no units with tables yet."),
        "report.own_board": _("The report covers its own board already."),
        "report.boards_covered": _("Boards of the report chosen"),
        "report.filled": _("Figures fetched from ledger, budget and forecast"),
    }
)
