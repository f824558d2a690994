"""Swedish full text of live tables, the same whatever locale the database has."""

from __future__ import annotations

from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models.functions import Lower

# The C locale knows only a to z.
CAPITALS = "ÅÄÖÆØÉÈÊËÁÀÂÍÏÓÔÚÜÑÇŠŽ"


def small(name: str) -> models.Func:
    """Return a column in small letters, in any locale."""
    return models.Func(
        Lower(name),
        models.Value(CAPITALS),
        models.Value(CAPITALS.lower()),
        function="translate",
        output_field=models.TextField(),
    )


def stems(*names: str, weight: str | None = None) -> SearchVector:
    """Return the Swedish stems of some columns, for a search or its index."""
    return SearchVector(*map(small, names), weight=weight, config="swedish")


def letters(*names: str, weight: str | None = None) -> SearchVector:
    """Return columns word by word as they stand: numbers and citations."""
    return SearchVector(*map(small, names), weight=weight, config="simple")
