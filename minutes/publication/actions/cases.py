"""Publishing ärenden: what has been on an agenda, and nothing of a secret one."""

from __future__ import annotations

from boards.person.queries import protected_words
from boards.shared.masking import mask_names
from boards.shared.personal_numbers import numbers_in
from boards.shared.published.snapshots import publish_row
from cases.case.models import Case
from minutes.privacy.queries import masked_about
from minutes.privacy.titles import words_of_case
from minutes.publication.models import PublishedBoard, PublishedCase


def publish_case(case: Case, board: PublishedBoard) -> PublishedCase:
    """Publish an ärende as the diary's public may see it (OSL 5:2)."""
    names = [
        *protected_words(),
        *numbers_in([case.title]),
        *masked_about(case),
        *words_of_case(case),
    ]
    title = "" if case.is_secret else mask_names(case.title, names)
    return publish_row(
        PublishedCase,
        {"source_id": case.pk},
        {
            "board": board,
            "dnr": case.dnr,
            "title": title,
            "opened_on": case.opened_on,
            "closed_on": case.closed_on,
            "is_secret": case.is_secret,
        },
    )
