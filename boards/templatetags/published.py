"""What the templates of public pages may use."""

import json
from typing import Any

from django import template
from django.conf import settings
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from boards.shared.languages import ASKED, offered

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
def language_links() -> SafeString:
    """Lead to the page in the other languages that it is ready to be read in."""
    now, found = get_language(), offered()
    others = [(f"?{ASKED}={code}", code, name) for code, name in found if code != now]
    if now in {code for code, _name in found}:
        others.append(("?", settings.LANGUAGE_CODE, "Svenska"))
    link = '<p><a href="{}" lang="{}" hreflang="{}">{}</a></p>'
    rows = [(url, code, code, name) for url, code, name in others]
    return format_html_join("", link, rows)


@register.simple_tag
def linked_data(said: dict[str, Any]) -> SafeString:
    """Say the same as the page to programs: a block of data, which nothing runs."""
    text = json.dumps({"@context": "https://schema.org", **said}, ensure_ascii=False)
    block = mark_safe(text.translate(UNSAFE))  # noqa: S308  no sign of markup is left
    return format_html('<script type="application/ld+json">{}</script>', block)
