"""What the templates of public pages may use."""

import json
from typing import Any

from django import template
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

# Signs by which a text could end its block or begin another (HTML, 4.12.1.3).
UNSAFE = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


@register.filter
def published(html: str) -> SafeString:
    """Show a published document: our own renderer wrote it and escaped every text."""
    return mark_safe(html)  # noqa: S308  see the docstring


@register.filter
def marked(excerpt: str) -> SafeString:
    """Show an excerpt with the found words marked."""
    text = escape(excerpt).replace("⟦", "<mark>").replace("⟧", "</mark>")
    return mark_safe(text)  # noqa: S308  escaped first


@register.simple_tag
def linked_data(said: dict[str, Any]) -> SafeString:
    """Say the same as the page to programs: a block of data, which nothing runs."""
    text = json.dumps({"@context": "https://schema.org", **said}, ensure_ascii=False)
    block = mark_safe(text.translate(UNSAFE))  # noqa: S308  no sign of markup is left
    return format_html('<script type="application/ld+json">{}</script>', block)
