"""Reading the public diary: its own rows and nothing else."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Max, Q, QuerySet

from cases.diary.models import DiaryRow


def diaries() -> QuerySet[Any, Any]:
    """Return every diary there is, as the public must be told (D-06)."""
    return (
        DiaryRow.objects.values("board_slug")
        .annotate(
            board_name=Max("board_name"),
            rows=Count("pk"),
            latest=Max("handled_on"),
        )
        .order_by("board_name")
    )


def diary_rows(slug: str, words: str = "") -> QuerySet[DiaryRow]:
    """Return a diary's rows, the latest first, that hold every word looked for."""
    rows = DiaryRow.objects.filter(board_slug=slug)
    for word in words.split():
        rows = rows.filter(
            Q(designation__icontains=word)
            | Q(case_title__icontains=word)
            | Q(subject__icontains=word)
            | Q(counterparty__icontains=word)
        )
    return rows
