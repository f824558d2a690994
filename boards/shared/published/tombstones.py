"""Addresses of what was taken down say so, and no other address does.

What is published leaves a row when it goes. Where there is such a row the answer is
410; an address without one is 404, whether it is secret, a draft or nothing at all.
"""

from __future__ import annotations

from typing import Any, TypeVar

from django.db.models import F, Model, Q, QuerySet
from django.http import Http404

# A row that came with its withdrawal was never shown to anybody.
WITHDRAWN = Q(withdrawn_at__gte=F("created_at"))

Row = TypeVar("Row", bound=Model)


class Gone(Exception):  # noqa: N818  an answer, like Http404
    """What was published at this address was taken down."""


def shown_or_gone(
    shown: QuerySet[Row], *which: Q, gone: Q = WITHDRAWN, **key: Any
) -> Row:
    """Return the row of an address out of those that are shown.

    `gone` tells which others were published once: their address answers 410.
    """
    row = shown.filter(*which, **key).first()
    if row is not None:
        return row
    if shown.model._default_manager.filter(gone, *which, **key).exists():
        raise Gone
    raise Http404
