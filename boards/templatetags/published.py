"""Filters of public pages."""

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.filter
def published(html: str) -> SafeString:
    """Show a published document: our own renderer wrote it and escaped every text."""
    return mark_safe(html)  # noqa: S308  see the docstring


@register.filter
def marked(excerpt: str) -> SafeString:
    """Show an excerpt with the found words marked."""
    text = escape(excerpt).replace("⟦", "<mark>").replace("⟧", "</mark>")
    return mark_safe(text)  # noqa: S308  escaped first
