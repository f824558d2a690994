"""Whom to turn to, at the foot of every public page (FL 6–7 §§; T-07)."""

from __future__ import annotations

from typing import Any

from django import template

from minutes.publication.models import PublishedMunicipality

register = template.Library()


@register.inclusion_tag("minutes/publication/_contacts.html")
def contacts() -> dict[str, Any]:
    """Show every municipality whose pages these are."""
    rows = PublishedMunicipality.objects.filter(withdrawn_at=None, boards__isnull=False)
    return {"municipalities": rows.distinct()}
