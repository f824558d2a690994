"""A frozen document on a page."""

from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

from boards.shared.paper.html import render_html
from boards.shared.paper.store import from_json

register = template.Library()


@register.filter
def paper(content: dict[str, Any]) -> SafeString:
    """Show a document tree; our renderer writes the elements and escapes every text."""
    return mark_safe(render_html(from_json(content)))  # noqa: S308  see the docstring
