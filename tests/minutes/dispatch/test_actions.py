"""Expediering: attested extracts, sent once, logged, and tried again."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from django.core import mail
from django.db import DatabaseError, connection, transaction
from django.test import Client, override_settings
from django.urls import reverse

from boards.shared.clock import at, local
from boards.shared.models import OutboxMessage
from boards.shared.outbox import MOST_ATTEMPTS, carry_out
from boards.shared.paper.extract import extract
from boards.shared.paper.store import from_json
from boards.shared.refusals import Refused
from boards.shared.seal.installing import Installing, make_certificate
from boards.shared.seal.setup import own_keeper
from cases.document.enums import Direction
from cases.document.models import Document
from cases.secrecy.actions import mark_secret
from minutes.dispatch import actions, channels
from minutes.dispatch.enums import DispatchState
from minutes.dispatch.models import Dispatch, DispatchAttempt, Extract
from minutes.item.models import MinutesItem
from minutes.pdf.keys import item_key
from tests.boards.shared.seal.keys.files import write_key
from tests.factories import approvals as make
from tests.factories.items import model_meeting

pytestmark = pytest.mark.django_db

NOON = local(date(2020, 9, 29), 12)


@pytest.fixture
def item() -> MinutesItem:
    """The model's § on the interim report, approved, with one recipient."""
    approval = make.approved_on(NOON, model_meeting(make.a_pdf()))
    return approval.items.filter(recipients__isnull=False).first()


@pytest.fixture
def recorder() -> Iterator[channels.RecordingChannel]:
    """A channel that sends nothing, in the place of e-mail."""
    email, recording = channels.channels["email"], channels.RecordingChannel()
    channels.channels["email"] = recording
    yield recording
    channels.channels["email"] = email


def order(item: MinutesItem) -> Dispatch:
    by = item.meeting.secretary
    with at(NOON):
        [dispatch] = actions.dispatch_extracts(item=item, by=by)
    return dispatch


def sending(dispatch: Dispatch) -> OutboxMessage:
    return OutboxMessage.objects.get(kind="dispatch.send", object_id=dispatch.pk)


@pytest.mark.law("P-11")
def test_dispatch_when_approved_then_extract_is_attested_and_registered(
    item: MinutesItem,
) -> None:
    dispatch = order(item)
    assert dispatch.extract.document.read().startswith(b"%PDF")
    registered = Document.objects.get(direction=Direction.SENT)
    assert registered.file == dispatch.extract.document
    assert registered.subject == f"Protokollsutdrag {item.citation}"
    assert registered.case == item.case


def test_dispatch_when_an_appendix_is_secret_then_it_stays_out(
    item: MinutesItem,
) -> None:
    whole = extract(from_json(item.approval.content), item_key(item))
    assert actions.without_secret(whole, item).appendices == whole.appendices
    report = item.appendices.get().document
    mark_secret(obj=report, legal_ground="OSL 19:1", by=None)
    assert whole.appendices
    assert actions.without_secret(whole, item).appendices == ()


@pytest.mark.law("P-12")
def test_dispatch_when_sent_then_mail_with_pdf_and_log_with_hash(
    item: MinutesItem,
) -> None:
    dispatch = order(item)
    mail.outbox.clear()
    carry_out(sending(dispatch).pk)
    dispatch.refresh_from_db()
    assert dispatch.state == DispatchState.DELIVERED
    [message] = mail.outbox
    assert message.to == [dispatch.email]
    assert message.attachments[0][1] == dispatch.extract.document.read()
    attempt = DispatchAttempt.objects.get()
    assert attempt.sha256 == dispatch.extract.document.sha256


def test_send_when_carried_out_twice_then_sent_once(
    item: MinutesItem, recorder: channels.RecordingChannel
) -> None:
    dispatch = order(item)
    actions.send_dispatch(dispatch=dispatch)
    actions.send_dispatch(dispatch=dispatch)
    assert len(recorder.sent) == 1


def test_send_when_it_fails_then_logged_and_tried_again_later(
    item: MinutesItem, recorder: channels.RecordingChannel
) -> None:
    dispatch, recorder.fault = order(item), OSError("servern svarar inte")
    row = sending(dispatch)
    carry_out(row.pk)
    dispatch.refresh_from_db()
    row.refresh_from_db()
    assert dispatch.state == DispatchState.IN_FLIGHT
    assert row.state == "pending"
    assert "servern svarar inte" in DispatchAttempt.objects.get().detail
    recorder.fault = None
    carry_out(row.pk)
    dispatch.refresh_from_db()
    assert dispatch.state == DispatchState.DELIVERED
    assert dispatch.attempts.count() == 2


def test_retry_when_given_up_then_sent_to_the_address_of_today(
    item: MinutesItem, recorder: channels.RecordingChannel
) -> None:
    dispatch, recorder.fault = order(item), OSError("nej")
    for _number in range(MOST_ATTEMPTS):
        carry_out(sending(dispatch).pk)
    dispatch.refresh_from_db()
    assert dispatch.state == DispatchState.FAILED
    dispatch.recipient.email = "ny@berga.example"
    dispatch.recipient.save()
    recorder.fault = None
    actions.retry_dispatch(dispatch=dispatch, by=item.meeting.secretary)
    carry_out(sending(dispatch).pk)
    dispatch.refresh_from_db()
    assert (dispatch.state, dispatch.email) == ("delivered", "ny@berga.example")


def test_retry_when_not_failed_then_refused(item: MinutesItem) -> None:
    dispatch = order(item)
    with pytest.raises(Refused, match=r"dispatch.not_failed"):
        actions.retry_dispatch(dispatch=dispatch, by=item.meeting.secretary)


@pytest.mark.law("P-11")
def test_dispatch_when_not_approved_then_refused_and_nothing_is_written() -> None:
    approval = make.sealed(model_meeting(make.a_pdf()))
    item = approval.items.filter(recipients__isnull=False).first()
    with pytest.raises(Refused, match=r"dispatch.not_approved"):
        order(item)
    assert not Extract.objects.exists()


def test_dispatch_when_nobody_is_to_have_it_then_refused(item: MinutesItem) -> None:
    other = item.approval.items.filter(recipients__isnull=True).first()
    with pytest.raises(Refused, match=r"dispatch.no_recipients"):
        order(other)


@pytest.mark.law("P-11")
def test_dispatch_when_the_signing_key_is_gone_then_refused_with_the_reason(
    item: MinutesItem, tmp_path: Path
) -> None:
    key = write_key(tmp_path / "key.pem", ec.generate_private_key(ec.SECP256R1()))
    with override_settings(SIGNING_KEY=f"file:{key}", SIGNING_DIR=tmp_path / "kept"):
        named = Installing(own_keeper(), "Exempel kommun", "Exempel kommun")
        make_certificate(tmp_path / "kept", named, local(date(2020, 9, 1)), 10)
        key.unlink()
        with pytest.raises(Refused) as refused:
            order(item)
    codes = [one.code for one in refused.value.refusals]
    assert codes == ["dispatch.not_sealed", "seal.key_unreachable"]
    assert not Dispatch.objects.exists()


def test_dispatch_when_all_were_sent_then_refused(item: MinutesItem) -> None:
    order(item)
    with pytest.raises(Refused, match=r"dispatch.all_sent"):
        order(item)


def test_log_when_changed_in_plain_sql_then_refused(item: MinutesItem) -> None:
    actions.send_dispatch(dispatch=order(item))
    attacks = (
        "UPDATE minutes_dispatchattempt SET is_delivered = false",
        "DELETE FROM minutes_dispatchattempt",
        "UPDATE minutes_extract SET certified_at = now()",
        "DELETE FROM minutes_dispatch",
    )
    with connection.cursor() as cursor:
        for sql in attacks:
            with pytest.raises(DatabaseError), transaction.atomic():
                cursor.execute(sql)


def test_list_when_item_waits_then_button_sends_it(
    item: MinutesItem, client: Client
) -> None:
    client.force_login(item.meeting.secretary)
    page = client.get(reverse("dispatch-list")).content.decode()
    url = reverse("dispatch-item", args=[item.pk])
    assert url in page
    client.post(url)
    make.work_off()
    page = client.get(reverse("dispatch-list")).content.decode()
    assert url not in page
    extract = Extract.objects.get()
    assert extract.document.sha256[:12] in page
    pdf = client.get(reverse("dispatch-extract", args=[extract.pk]))
    assert pdf.content == extract.document.read()


def test_list_when_failed_then_can_be_tried_again(
    item: MinutesItem, client: Client, recorder: channels.RecordingChannel
) -> None:
    dispatch, recorder.fault = order(item), OSError("nej")
    for _number in range(MOST_ATTEMPTS):
        carry_out(sending(dispatch).pk)
    client.force_login(item.meeting.secretary)
    url = reverse("dispatch-retry", args=[dispatch.pk])
    assert url in client.get(reverse("dispatch-list")).content.decode()
    client.post(url)
    dispatch.refresh_from_db()
    assert dispatch.state == DispatchState.PENDING
