"""What search engines may keep: published, about no single person, nothing masked.

What is about somebody has its page, and the page says noindex: who looks for the matter
finds it, who looks for the person does not (D-18).
"""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q, QuerySet

from boards.shared.masking import PROTECTED
from minutes.publication.models import PublishedCase, PublishedItem, PublishedPaper

# A point that somebody appeals who is concerned themselves (FL 40–42 §§).
ABOUT_SOMEBODY = {"facts__points__contains": [{"appeal": "administrative"}]}


def items() -> QuerySet[PublishedItem]:
    """§§ with a page that search engines may keep."""
    shown = PublishedItem.objects.filter(
        withdrawn_at=None, minutes__withdrawn_at=None, minutes__is_secret=False
    )
    # Only masked minutes have a text worth reading for it.
    masked = Q(minutes__is_masked=True, text__contains=PROTECTED)
    masked |= Q(heading__contains=PROTECTED)
    return shown.exclude(masked).exclude(**ABOUT_SOMEBODY)


def cases() -> QuerySet[PublishedCase]:
    """Ärenden with a page that search engines may keep."""
    personal = PublishedItem.objects.filter(case=OuterRef("pk"), **ABOUT_SOMEBODY)
    shown = PublishedCase.objects.filter(withdrawn_at=None, is_secret=False)
    return shown.exclude(Q(title="") | Q(title__contains=PROTECTED)).exclude(
        Exists(personal)
    )


def papers() -> QuerySet[PublishedPaper]:
    """Handlingar that search engines may keep: those of such ärenden."""
    shown = PublishedPaper.objects.filter(withdrawn_at=None, case__in=cases())
    return shown.exclude(heading__contains=PROTECTED)
