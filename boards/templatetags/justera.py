"""What every template may use: clean rich text, amounts, dates, states, navigation."""

from datetime import date, datetime
from typing import Any

from django import template
from django.template.context import Context
from django.urls import NoReverseMatch, reverse
from django.utils import dateformat, timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from boards.shared import clock, texts
from boards.shared.citations import paragraphs
from boards.shared.money import format_kronor, format_tkr, format_whole
from boards.shared.paper.chart import chart_svg
from boards.shared.paper.tree import Chart
from boards.shared.sanitise import sanitise

register = template.Library()
register.filter("paragraphs", paragraphs)

# Within so many days a deadline is shown as near.
NEAR_DAYS = 7

# The colour family of every state; words always stand beside the colour.
TONES = {
    "done": "approved delivered adopted closed final published settled archived signed"
    " imported",
    "waiting": "frozen pending called summoned awaiting postponed due ready checking",
    "active": "in_session open in_flight posted preparing drafting running",
    "alarm": "failed refused returned rejected cancelled overdue withdrawn late secret",
}
TONE_OF = {state: tone for tone, states in TONES.items() for state in states.split()}
TONE_OF |= {tone: tone for tone in TONES}


@register.filter
def rich(text: str | None) -> SafeString:
    """Show rich text, cleaned once more on its way out."""
    return mark_safe(sanitise(text or ""))  # noqa: S308  sanitised on this very line


@register.filter
def drawn(chart: Chart, key: str) -> SafeString:
    """Show a chart as inline SVG; its words are escaped where it is drawn."""
    return mark_safe(chart_svg(chart, key))  # noqa: S308  every word is escaped there


@register.filter
def kronor(ore: int | None) -> str:
    """Write öre as kronor with two decimals; nothing stays nothing."""
    return "" if ore is None else format_kronor(ore)


@register.filter
def tkr(ore: int | None) -> str:
    """Show öre as whole thousands of kronor (F-03); nothing for no figure."""
    return "" if ore is None else format_tkr(ore)


@register.filter
def nbsp_number(number: int | None) -> str:
    """Show a whole number as Swedes write it, unbroken: 5 104."""
    return "" if number is None else format_whole(number)


def _local_day(day: date | None) -> date | None:
    """Return the local date of a date or a moment."""
    if isinstance(day, datetime):
        return timezone.localtime(day, clock.STOCKHOLM).date()
    return day


@register.filter
def swedish_date(day: date | None, style: str = "") -> str:
    """Show 2020-09-29; with "weekday": tisdag 2020-09-29."""
    local = _local_day(day)
    if local is None:
        return ""
    return dateformat.format(local, "l Y-m-d" if style == "weekday" else "Y-m-d")


@register.filter
def in_days(day: date | None) -> str:
    """Say how far away a day is: today, tomorrow, in 5 days, 3 days ago."""
    local = _local_day(day)
    if local is None:
        return ""
    days = (local - clock.today()).days
    if days in {-1, 0, 1}:
        return (_("today"), _("tomorrow"), _("yesterday"))[days]
    if days > 0:
        return ngettext("in %(days)s day", "in %(days)s days", days) % {"days": days}
    return ngettext("%(days)s day ago", "%(days)s days ago", -days) % {"days": -days}


@register.filter
def nearness(day: date | None) -> str:
    """Return `past`, `near` or `far`, for the colour beside the words."""
    local = _local_day(day)
    if local is None:
        return "far"
    days = (local - clock.today()).days
    if days < 0:
        return "past"
    return "near" if days <= NEAR_DAYS else "far"


@register.filter
def tone(state: str) -> str:
    """Return the colour family of a state: done, waiting, active, alarm or calm."""
    return TONE_OF.get(str(state), "calm")


@register.inclusion_tag("components/nav_link.html", takes_context=True)
def nav_link(
    context: Context, url_name: str, label: str, *, exact: bool = False
) -> dict[str, Any]:
    """Show a link of the navigation, marked when the page is inside it."""
    try:
        url = reverse(url_name)
    except NoReverseMatch:
        return {"url": ""}
    path = context["request"].path if "request" in context else ""
    current = path == url if exact else path.startswith(url)
    return {"url": url, "label": label, "current": current}


@register.inclusion_tag("components/action_button.html", takes_context=True)
def action_button(
    context: Context, url: str, label: str, **options: object
) -> dict[str, object]:
    """Show a button that does one thing by POST; the page's variables stay outside."""
    return {"url": url, "label": label, "request": context.get("request"), **options}


@register.inclusion_tag("components/confirm_button.html", takes_context=True)
def confirm_button(
    context: Context, url: str, label: str, explanation: str, **options: object
) -> dict[str, object]:
    """Show a button that asks once more, with what cannot be undone."""
    return {
        "url": url,
        "label": label,
        "explanation": explanation,
        "request": context.get("request"),
        **options,
    }


@register.filter
def needs_summary(form: Any) -> bool:
    """Say whether the form's errors are to be summed up here: once on a page."""
    if not form or not form.errors or getattr(form, "has_summary", False):
        return False
    form.has_summary = True
    return True


@register.filter
def event_label(code: str) -> str:
    """Say what a history code stands for."""
    return texts.event_label(code)


@register.simple_block_tag
def region(content: SafeString, label: str) -> SafeString:
    """Let a wide table scroll by itself, also by keyboard, with a name for it."""
    return format_html(
        '<div class="table-region" role="group" aria-label="{}" tabindex="0">{}</div>',
        label,
        content,
    )


@register.simple_block_tag
def panel(
    content: SafeString, heading: str, anchor: str = "", tone: str = ""
) -> SafeString:
    """Frame a part of the page under its h2; `anchor` is its id, `tone` its colour."""
    anchor = anchor or slugify(heading) or "panel"
    return format_html(
        '<section class="panel{}" id="{}" aria-labelledby="{}-h">'
        '<h2 id="{}-h">{}</h2>{}</section>',
        f" tone-{tone}" if tone else "",
        anchor,
        anchor,
        anchor,
        heading,
        content,
    )
