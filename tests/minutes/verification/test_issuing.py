"""Every PDF the product issues is noted, once, and never forgotten."""

import pytest
from django.db import DatabaseError, connection, transaction

from boards.shared.issued.actions import issue
from boards.shared.issued.enums import IssuedKind
from boards.shared.issued.models import IssuedDocument
from boards.shared.models import StoredFile
from minutes.approval.issuing import about
from minutes.approval.models import Signature
from minutes.verification.earlier import note_earlier
from tests.factories import approvals, publications

pytestmark = pytest.mark.django_db


def test_minutes_when_signed_then_every_revision_is_noted() -> None:
    approval = publications.published()
    rows = IssuedDocument.objects.filter(kind=IssuedKind.MINUTES)
    assert [row.revision for row in rows] == [0, 1, 2, 3]
    revisions = [
        approval.sealed.sha256,
        *Signature.objects.values_list("revision__sha256", flat=True),
    ]
    assert [row.sha256 for row in rows] == revisions
    assert [row.length for row in rows] == sorted(row.length for row in rows)
    assert len({row.identifier for row in rows}) == 1
    assert rows[3].identifier
    assert [one["role"] for one in rows[3].signers] == [
        "Sekreterare",
        "Ordförande",
        "Justerande",
    ]


def test_product_when_it_stores_a_pdf_of_its_own_then_it_is_noted() -> None:
    approval = publications.published()
    approvals.taken_down(approval)
    approvals.work_off()
    stored = StoredFile.objects.filter(media_type="application/pdf")
    noted = IssuedDocument.objects.values_list("sha256", flat=True)
    assert set(stored.values_list("sha256", flat=True)) == set(noted)
    kinds = set(IssuedDocument.objects.values_list("kind", flat=True))
    assert kinds == {IssuedKind.MINUTES, IssuedKind.SUMMONS, IssuedKind.CERTIFICATE}


def test_issue_when_the_bytes_are_known_then_the_same_row() -> None:
    approval = approvals.sealed()
    before = IssuedDocument.objects.get(sha256=approval.sealed.sha256)
    again = issue(approval.sealed.read(), about(approval))
    assert again == before


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE boards_issueddocument SET is_public = true",
        "DELETE FROM boards_issueddocument",
        "UPDATE boards_issueddocument SET code = 'UUUUUUUUUUUUUUUU'",
    ],
)
def test_issued_when_changed_in_plain_sql_then_refused(sql: str) -> None:
    approvals.sealed()
    with pytest.raises(DatabaseError), transaction.atomic():
        connection.cursor().execute(sql)


def test_earlier_when_noted_after_an_upgrade_then_as_if_noted_then() -> None:
    approval = publications.published()
    approvals.taken_down(approval)
    approvals.work_off()
    columns = ("sha256", "length", "kind", "revision", "signers", "minutes_id")
    before = list(IssuedDocument.objects.order_by("sha256").values(*columns))
    assert note_earlier() == 0
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE boards_issueddocument DISABLE TRIGGER USER")
        cursor.execute("DELETE FROM boards_issueddocument")
        cursor.execute("ALTER TABLE boards_issueddocument ENABLE TRIGGER USER")
    assert note_earlier() == len(before)
    after = list(IssuedDocument.objects.order_by("sha256").values(*columns))
    assert after == before
