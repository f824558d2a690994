"""What every template may use: clean rich text and amounts."""

from django import template

register = template.Library()
