"""What every template may use: clean rich text, amounts and navigation."""

from typing import Any

from django import template
from django.template.context import Context
from django.urls import NoReverseMatch, reverse

register = template.Library()


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
