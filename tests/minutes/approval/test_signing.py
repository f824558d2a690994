"""Signing and sending back: from the mail to the last signature."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection, transaction

from boards.shared.clock import at, local, now
from boards.shared.models import OutboxMessage
from boards.shared.refusals import Refused
from boards.shared.seal.pades import untouched, verify_pdf
from boards.shared.seal.setup import own_authority
from minutes.approval import actions, methods
from minutes.approval.enums import ApprovalState
from minutes.approval.models import Approval, Approver, Signature
from minutes.item.models import MinutesItem
from tests.factories import approvals as make
from tests.factories import meetings

pytestmark = pytest.mark.django_db


def test_seal_when_frozen_then_pdf_with_hash_and_a_mail_to_each_signer() -> None:
    approval = make.sealed()
    make.work_off()
    assert approval.document.read().startswith(b"%PDF")
    assert approval.document == approval.sealed
    asked = [one for one in mail.outbox if "/uppdrag/justering/" in one.body]
    assert len(asked) == 3
    assert f"/uppdrag/justering/{approval.pk}/" in asked[0].body


def test_seal_when_carried_out_twice_then_one_pdf_and_one_mail_each() -> None:
    approval = make.sealed()
    before = OutboxMessage.objects.count()
    again = actions.seal(approval=approval)
    assert again.sealed == approval.sealed
    assert OutboxMessage.objects.count() == before


def test_seal_when_sent_back_meanwhile_then_nothing_is_made() -> None:
    approval = make.frozen()
    actions.take_back(approval=approval, reason="Fel", by=approval.meeting.secretary)
    assert actions.seal(approval=approval).document is None


@pytest.mark.law("P-08")
def test_sign_when_all_have_signed_then_approved_on_local_day() -> None:
    approval = make.sealed()
    with at(local(meetings.MEETING_DAY, 12)):
        make.sign_as(approval, "Sundell")
        make.sign_as(approval, "Ekström")
    approval.refresh_from_db()
    assert approval.state == ApprovalState.FROZEN
    with at(local(meetings.MEETING_DAY + timedelta(days=3), 23, 40)):
        make.sign_as(approval, "Lindqvist")
    approval.refresh_from_db()
    assert approval.state == ApprovalState.APPROVED
    assert approval.approved_on == meetings.MEETING_DAY + timedelta(days=3)


def test_sign_when_all_have_signed_then_pdf_holds_three_valid_signatures() -> None:
    approval = make.signed()
    reports = verify_pdf(approval.document.read(), own_authority())
    assert [row.field for row in reports] == [f"signature_{n}" for n in (1, 2, 3)]
    assert untouched(reports)
    assert approval.document.read().startswith(approval.sealed.read())


def test_sign_when_document_changed_since_shown_then_refused() -> None:
    approval = make.sealed()
    user = make.user_of(approval.approvers.get(role="approver").person)
    old = make.proof(approval, user)
    make.sign_as(approval, "Ekström")
    with pytest.raises(Refused, match=r"sign.document_changed"):
        actions.sign(approval=approval, by=user, proof=old)


def test_sign_when_twice_then_refused() -> None:
    approval = make.sealed()
    make.sign_as(approval, "Ekström")
    with pytest.raises(Refused, match=r"sign.already_signed"):
        make.sign_as(approval, "Ekström")
    assert Signature.objects.count() == 1


@pytest.mark.law("P-08")
def test_sign_when_not_among_the_signers_then_denied() -> None:
    approval = make.sealed()
    user = make.user_of(meetings.attendance(approval.meeting, "Wikman").person)
    with pytest.raises(PermissionDenied):
        actions.sign(approval=approval, by=user, proof=make.proof(approval, user))


def test_sign_when_proof_is_old_then_refused() -> None:
    approval = make.sealed()
    user = make.user_of(approval.approvers.get(role="chair").person)
    proof = make.proof(approval, user)
    stale = methods.Proof(
        "password", user.pk, proof.shown_sha256, now() - timedelta(hours=1)
    )
    with pytest.raises(Refused, match=r"sign.not_authenticated_anew"):
        actions.sign(approval=approval, by=user, proof=stale)


def test_sign_when_proof_is_somebody_elses_then_refused() -> None:
    approval = make.sealed()
    chair = make.user_of(approval.approvers.get(role="chair").person)
    other = make.user_of(approval.approvers.get(role="approver").person)
    with pytest.raises(Refused, match=r"sign.not_authenticated_anew"):
        actions.sign(approval=approval, by=other, proof=make.proof(approval, chair))


def test_verify_when_password_is_wrong_then_not_proved() -> None:
    user = meetings.user_for(meetings.person("Göran", "Ekström"))
    request = methods.SigningRequest(user, "abc")
    with pytest.raises(methods.NotProved, match=r"sign.wrong_password"):
        methods.get("password").verify(request, {"password": "fel"})


@pytest.mark.law("P-06")
def test_return_when_signer_gives_reason_then_items_are_free_and_all_are_told() -> None:
    approval = make.sealed()
    make.work_off()
    mail.outbox.clear()
    chair = make.user_of(approval.approvers.get(role="chair").person)
    actions.return_approval(approval=approval, reason="Fel namn i § 2", by=chair)
    make.work_off()
    approval.refresh_from_db()
    assert approval.state == ApprovalState.RETURNED
    assert not MinutesItem.objects.filter(approval__isnull=False).exists()
    assert len(mail.outbox) == 3
    assert "Fel namn i § 2" in mail.outbox[0].body


@pytest.mark.law("P-09")
def test_freeze_when_sent_back_before_then_same_numbers_again() -> None:
    approval = make.sealed()
    make.sign_as(approval, "Ekström")
    chair = make.user_of(approval.approvers.get(role="chair").person)
    actions.return_approval(approval=approval, reason="Fel", by=chair)
    again = make.signed(approval.meeting)
    assert again.items_label == "1–3"
    assert again.state == ApprovalState.APPROVED


def test_return_when_reason_is_empty_then_refused_at_the_field() -> None:
    approval = make.sealed()
    chair = make.user_of(approval.approvers.get(role="chair").person)
    with pytest.raises(Refused) as no:
        actions.return_approval(approval=approval, reason=" ", by=chair)
    assert [row.field for row in no.value.refusals] == ["reason"]


@pytest.mark.law("P-05")
def test_return_when_approved_then_refused() -> None:
    approval = make.signed()
    chair = make.user_of(approval.approvers.get(role="chair").person)
    with pytest.raises(Refused, match=r"return.already_approved"):
        actions.return_approval(approval=approval, reason="Fel", by=chair)


def test_take_back_when_somebody_signed_then_refused() -> None:
    approval = make.sealed()
    make.sign_as(approval, "Ekström")
    with pytest.raises(Refused, match=r"return.signed_by_somebody"):
        actions.take_back(
            approval=approval, reason="Fel", by=approval.meeting.secretary
        )


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("minutes_approval", "items_label = '9'"),
        ("minutes_approval", "state = 'returned', return_reason = 'x'"),
        ("minutes_approval", "approved_on = '2020-01-01'"),
        ("minutes_approver", "name = 'Någon Annan'"),
        ("minutes_signature", "signed_sha256 = 'x'"),
        ("minutes_minutesitem", "heading = 'x'"),
        ("minutes_minutesitem", "approval_id = NULL"),
        ("minutes_decisionpoint", "text = 'x'"),
        ("minutes_attendance", "name = 'x'"),
    ],
)
@pytest.mark.law("P-05")
def test_approved_rows_when_changed_in_plain_sql_then_refused(
    table: str, change: str
) -> None:
    make.signed()
    with connection.cursor() as cursor:
        for sql in (f"UPDATE {table} SET {change}", f"DELETE FROM {table}"):
            with pytest.raises(DatabaseError), transaction.atomic():
                cursor.execute(sql)
    assert Approval.objects.get().state == ApprovalState.APPROVED
    assert Approver.objects.count() == 3
