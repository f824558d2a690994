"""Sentences behind the codes of this room."""

from django.utils.translation import gettext_lazy as _

from boards.shared.texts import register

register(
    {
        "forecast.not_end_of_month": _("Figures go to the last day of a month."),
        "forecast.due_too_soon": _("The month is not over on that day."),
        "forecast.round_exists": _("There is a forecast for this month already."),
        "forecast.locked": _("The forecast is locked: give the next one instead."),
        "forecast.not_yours": _("Somebody else gives the forecast of this unit."),
        "forecast.unit_missing": _("%(unit)s has not given its forecast."),
        "forecast.opened": _("Forecast asked for"),
        "forecast.duty_given": _("Said who gives the forecast"),
        "forecast.given": _("Forecast given"),
        "forecast.projects_given": _("Forecast of investments given"),
        "forecast.was_locked": _("Forecast locked"),
    }
)
