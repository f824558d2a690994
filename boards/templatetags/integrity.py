"""What the last check of everything found, for those who keep the archive."""

from __future__ import annotations

from typing import Any

from django import template

from boards.access.permissions import may
from boards.integrity.queries import last_ended

register = template.Library()


@register.inclusion_tag("boards/integrity/_note.html", takes_context=True)
def integrity_note(context: dict[str, Any]) -> dict[str, Any]:
    """Say in a line what the last check found, with the way to its page."""
    may_see = may(context["request"].user, "integrity.view")
    return {"may_see": may_see, "last": last_ended() if may_see else None}
