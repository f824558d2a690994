"""Writing the public diary: masked already when it is written."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Q

from boards.person.models import Person
from boards.person.queries import protected_words
from boards.shared.masking import mask_names
from boards.shared.personal_numbers import numbers_in
from boards.shared.published.snapshots import publish_row
from cases.case.models import Case
from cases.diary.models import DiaryRow
from cases.document.models import Document


@transaction.atomic
def publish_diary_row(*, document: Document) -> DiaryRow | None:
    """Write what the public may see of a registered handling (OSL 5:2; D-03).

    Of a secret handling, or one in a secret ärende, date and number alone; nowhere the
    name of a protected person (D-20) or a personnummer (D-18).
    """
    if document.act_number is None:
        return None
    case = document.case
    is_masked = document.is_secret or case.is_secret
    shown = {
        "case_title": "" if is_masked else case.title,
        "direction": "" if is_masked else document.direction,
        "counterparty": "" if is_masked else document.counterparty,
        "subject": "" if is_masked else document.subject,
    }
    return publish_row(
        DiaryRow,
        {"source_id": document.pk},
        {
            "board_slug": case.board.slug,
            "board_name": case.board.name,
            "dnr": case.dnr,
            "designation": document.designation,
            "handled_on": document.handled_on,
            "is_masked": is_masked,
            **mask_names(shown, [*protected_words(), *numbers_in(shown.values())]),
        },
    )


@transaction.atomic
def publish_case_rows(*, case: Case) -> None:
    """Write all rows of an ärende anew, after its title or its secrecy changed."""
    for document in case.documents.registered().select_related("case__board"):
        publish_diary_row(document=document)


@transaction.atomic
def publish_person_rows(*, person: Person) -> None:
    """Write the rows that name somebody anew, after their protection changed."""
    name = person.family_name
    named = Document.objects.registered().filter(
        Q(counterparty__icontains=name)
        | Q(subject__icontains=name)
        | Q(case__title__icontains=name)
    )
    for document in named.select_related("case__board"):
        publish_diary_row(document=document)
