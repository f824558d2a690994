"""The words of statutory dates: what a day is, and why a date is that date."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from boards.shared.calendar import Reason
from boards.shared.texts import SENTENCES, register

register(
    {
        "calendar.new_years_day": _("New Year's Day"),
        "calendar.epiphany": _("Epiphany"),
        "calendar.good_friday": _("Good Friday"),
        "calendar.easter_sunday": _("Easter Sunday"),
        "calendar.easter_monday": _("Easter Monday"),
        "calendar.may_day": _("1 May"),
        "calendar.ascension_day": _("Ascension Day"),
        "calendar.whit_sunday": _("Whit Sunday"),
        "calendar.whit_monday": _("Whit Monday"),
        "calendar.national_day": _("the National Day"),
        "calendar.midsummer_eve": _("Midsummer Eve"),
        "calendar.midsummer_day": _("Midsummer Day"),
        "calendar.all_saints_day": _("All Saints' Day"),
        "calendar.christmas_eve": _("Christmas Eve"),
        "calendar.christmas_day": _("Christmas Day"),
        "calendar.boxing_day": _("Boxing Day"),
        "calendar.new_years_eve": _("New Year's Eve"),
        "calendar.saturday": _("a Saturday"),
        "calendar.sunday": _("a Sunday"),
        "calendar.earlier_weekday": _("The nearest weekday before it is %(day)s."),
        "dates.summons_deadline": _(
            "An assembly's meeting on %(meeting)s is announced at least a week "
            "before; the day is never moved on. A board's summons follows its own"
            " regulations."
        ),
        "dates.approval_due": _(
            "The minutes are approved at the latest %(days)s days after the "
            "meeting on %(start)s."
        ),
        "dates.notice_due": _(
            "The notice is posted at the latest %(days)s days after the approval "
            "on %(start)s."
        ),
        "dates.late_after": _("It is late after %(day)s, which is a weekday."),
        "dates.late_after_moved": _(
            "%(nominal)s is %(why)s, so it is late only after the next weekday, "
            "%(day)s."
        ),
        "dates.appeal_start": _(
            "The time to appeal runs from the day the approval was announced."
        ),
        "dates.appeal_start_boards": _(
            "The time to appeal runs from the day the last of the %(boards)s "
            "boards carried the notice."
        ),
        "dates.appeal_nominal_end": _(
            "Three weeks from %(start)s end on the same day of the week."
        ),
        "dates.last_appeal_day": _(
            "An appeal has to arrive at the latest on %(day)s, which is a weekday."
        ),
        "dates.last_appeal_day_moved": _(
            "%(nominal)s is %(why)s, so an appeal may arrive up to the next "
            "weekday, %(day)s."
        ),
        "dates.earliest_removal": _(
            "The notice stays on every board up to and including the last day to "
            "appeal, %(day)s."
        ),
        "dates.final_candidate": _(
            "If nobody has appealed by %(day)s the decision gains legal force the"
            " day after; ask the court first."
        ),
        "dates.outside_known_law": _(
            "Dates can be told for days from %(first)s to %(last)s."
        ),
        "dates.approved_before_meeting": _(
            "The minutes cannot be approved before the meeting."
        ),
        "dates.posted_before_meeting": _(
            "The notice cannot be posted before the meeting."
        ),
        "dates.posted_before_approved": _(
            "The notice cannot be posted before the minutes are approved."
        ),
    }
)


def explain(reason: Reason) -> str:
    """Return a reason in words, with days as `fredag 2025-04-18`."""
    values = {name: _in_words(value) for name, value in reason.values.items()}
    return str(SENTENCES[reason.code]) % values


def _in_words(value: object) -> object:
    if isinstance(value, Reason):
        return explain(value)
    if isinstance(value, date):
        return date_format(value, "l Y-m-d").lower()
    return value
