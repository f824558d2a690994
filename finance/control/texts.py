"""Sentences behind the codes of this room."""

from django.utils.translation import gettext_lazy as _

from boards.shared.texts import register

register(
    {
        # the scale and the risks
        "control.scale_steps": _(
            "A scale has between %(fewest)s and %(most)s steps, one a line."
        ),
        "control.scale_limits": _(
            "Medium risk begins below high risk, and both between 2 and %(highest)s."
        ),
        "control.scale_in_use": _(
            "There are risks assessed on the scale: it cannot be taken away."
        ),
        "control.scale_in_use_by": _(
            "“%(process)s” is assessed with a step the new scale does not have."
        ),
        "control.no_process": _("Say which process, routine or system it is about."),
        "control.half_assessed": _("Give both likelihood and consequence, or neither."),
        "control.doubly_assessed": _(
            "Give either likelihood and consequence or a plain value, not both."
        ),
        "control.off_scale": _("%(step)s is not on the scale, which ends at %(most)s."),
        "control.no_scale": _(
            "The plan has no scale. Give a plain value, or set the scale first."
        ),
        # the plan
        "control.other_board": _("The case belongs to another board."),
        "control.case_closed": _("The case is closed."),
        "control.plan_exists": _("The board has a plan for %(year)s already."),
        "control.adopted": _("The plan is adopted: it changes by a new decision only."),
        "control.not_adopted": _("The plan is not adopted yet."),
        "control.no_citation": _(
            "Cite the decision's §, such as ITVT § 13/2020-09-29."
        ),
        "control.decided_ahead": _("The day of the decision has not come yet."),
        "control.decision_exists": _("That decision is entered already."),
        "control.no_rows": _("The plan has no rows with something to check."),
        "control.row_incomplete": _(
            "“%(process)s” is not complete: what is checked, assessment, who checks"
            " and whom it is reported to."
        ),
        "control.needs_decision": _(
            "The board has decided this; it changes by a new decision only."
        ),
        "control.row_ended": _("The row is no longer part of the plan."),
        # the follow-up
        "control.no_performed_on": _("Give the day the control was performed."),
        "control.not_performed_day": _(
            "A control that was not performed has no day. Leave it empty."
        ),
        "control.performed_ahead": _("The day has not come yet."),
        "control.no_performer": _("Say who performed the control."),
        "control.no_result": _("Say what the control showed."),
        "control.no_reason": _("Say why the control was not performed."),
        "control.no_deviation": _("Describe the deviation."),
        "control.reported": _("It has been reported to the board and stays as it is."),
        "control.measure_done": _("The measure is carried out already."),
        "control.due_before_given": _("It must be done after today."),
        "control.done_ahead": _("The day has not come yet."),
        "control.not_followed": _(
            "“%(process)s” has no follow-up. Write down what it showed, or that it was"
            " not performed and why."
        ),
        "control.report_decided": _("The decision on the report is entered already."),
        "control.report_undecided": _(
            "Enter the board's decision on the report before it is sent."
        ),
        "control.report_sent": _("The report is sent already."),
        "control.case_secret": _(
            "The case is secret: the report is not sent by e-mail."
        ),
        # history
        "control.started": _("Internal control plan started"),
        "control.copied": _("Plan copied from the year before"),
        "control.scale_set": _("Scale set"),
        "control.row_added": _("Row added"),
        "control.row_changed": _("Row changed"),
        "control.row_removed": _("Row removed"),
        "control.row_completed": _("Row completed"),
        "control.plan_adopted": _("Plan adopted"),
        "control.decision_entered": _("Decision entered"),
        "control.row_added_by_decision": _("Row added by decision"),
        "control.row_replaced_by_decision": _("Row changed by decision"),
        "control.row_ended_by_decision": _("Row taken away by decision"),
        "control.checked": _("Control performed"),
        "control.check_changed": _("Follow-up changed"),
        "control.measure_given": _("Measure given"),
        "control.measure_carried_out": _("Measure carried out"),
        "control.measure_moved": _("New day for the measure"),
        "control.report_made": _("Report registered"),
        "control.report_decided_event": _("Decision on the report entered"),
        "control.report_sending": _("Report to be sent"),
        "control.report_delivered": _("Report sent"),
        "control.reminded": _("A reminder was sent"),
    }
)
