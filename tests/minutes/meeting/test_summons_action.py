"""The kallelse: who gets it, when it is late, what the mail says."""

import pytest
from django.core import mail

from boards.shared.models import OutboxMessage
from boards.shared.outbox import carry_out
from boards.shared.refusals import Refused
from minutes.meeting import actions
from minutes.meeting.enums import AgendaKind
from minutes.meeting.models import Summons
from tests.factories import meetings as make

MAIL = "meeting.mail_summons"

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.time_machine("2020-09-15T08:00:00+02:00"),
]


@pytest.mark.law("KL-02")
def test_summons_when_sent_then_one_mail_row_per_member_and_substitute() -> None:
    meeting = make.called()
    assert meeting.state == "called"
    assert meeting.summonses.get().recipients.count() == 4
    rows = OutboxMessage.objects.filter(kind=MAIL, state="pending")
    assert rows.count() == 4


def test_summons_when_someone_has_no_email_then_recipient_without_mail() -> None:
    meeting = make.planned()
    meeting.board.memberships.get(role="chair").person.__class__.objects.filter(
        family_name="Ekström"
    ).update(email="")
    make.called(meeting)
    assert meeting.summonses.get().recipients.filter(email="").count() == 1
    assert OutboxMessage.objects.filter(kind=MAIL).count() == 3


def test_summons_when_agenda_is_empty_then_refused_and_nothing_written() -> None:
    meeting = make.planned()
    actions.add_agenda_item(
        meeting=meeting, heading="Upprop", kind=AgendaKind.OPENING, by=None
    )
    with pytest.raises(Refused, match=r"summons\.empty_agenda"):
        actions.send_summons(meeting=meeting, by=meeting.secretary)
    assert not Summons.objects.exists()
    assert not OutboxMessage.objects.filter(kind=MAIL).exists()


@pytest.mark.law("KL-02")
@pytest.mark.parametrize(
    ("today", "is_late"), [("2020-09-22", False), ("2020-09-23", True)]
)
def test_summons_when_later_than_reglemente_then_needs_confirmation(
    time_machine: object, today: str, is_late: bool
) -> None:
    time_machine.move_to(f"{today}T10:00:00+02:00")
    meeting = make.planned()
    make.with_points(meeting, 1)
    if is_late:
        with pytest.raises(Refused, match=r"summons\.late"):
            actions.send_summons(meeting=meeting, by=meeting.secretary)
    actions.send_summons(
        meeting=meeting, by=meeting.secretary, is_late_confirmed=is_late
    )
    assert meeting.summonses.count() == 1


def test_summons_when_meeting_has_started_then_refused(time_machine: object) -> None:
    meeting = make.planned()
    make.with_points(meeting, 1)
    time_machine.move_to("2020-09-29T09:00:00+02:00")
    with pytest.raises(Refused, match=r"summons\.after_start"):
        actions.send_summons(meeting=meeting, by=meeting.secretary)


def test_mail_when_carried_out_twice_then_sent_once_with_pdf_and_link() -> None:
    meeting = make.called()
    row = OutboxMessage.objects.filter(kind=MAIL).first()
    carry_out(row.pk)
    actions.mail_summons(row.object_id)
    [message] = mail.outbox
    assert message.extra_headers["Message-ID"] == f"<summons-{row.object_id}@127.0.0.1>"
    assert f"/uppdrag/sammantraden/{meeting.pk}/" in message.body
    assert message.attachments[0][1].startswith(b"%PDF")
    assert meeting.summonses.get().recipients.filter(sent_at__isnull=False).count() == 1


def test_second_summons_when_points_were_added_then_says_what_is_new() -> None:
    meeting = make.called(points=1)
    make.with_points(meeting, 2)
    summons = actions.send_summons(meeting=meeting, by=meeting.secretary)
    assert summons.version == 2
    actions.mail_summons(summons.recipients.first().pk)
    assert "Ärende 2" in mail.outbox[0].body
    assert "- " in mail.outbox[0].body


@pytest.mark.law("KL-17")
def test_summons_when_case_is_secret_then_heading_is_not_mailed() -> None:
    from tests.minutes.meeting.test_agenda import case_of  # noqa: PLC0415

    meeting = make.planned()
    case = case_of(
        meeting.board, title="HEMLIGT", legal_ground="OSL 21:1", marked_on="2020-09-02"
    )
    actions.add_agenda_item(
        meeting=meeting, heading="", kind=AgendaKind.DECISION, by=None, case=case
    )
    summons = actions.send_summons(meeting=meeting, by=meeting.secretary)
    assert "HEMLIGT" not in str(summons.agenda)
    assert summons.agenda[0]["dnr"] == "ITVT 4/2020"


def test_mail_when_given_up_then_sent_again_to_the_new_address() -> None:
    meeting = make.called()
    row = OutboxMessage.objects.filter(kind=MAIL).first()
    recipient = meeting.summonses.get().recipients.get(pk=row.object_id)
    with pytest.raises(Refused, match="mail_not_failed"):
        actions.retry_summons_mail(recipient=recipient, by=meeting.secretary)
    OutboxMessage.objects.filter(pk=row.pk).update(state="failed")
    recipient.person.email = "ny@alby.example"
    recipient.person.save()
    actions.retry_summons_mail(recipient=recipient, by=meeting.secretary)
    carry_out(row.pk)
    assert mail.outbox[0].to == ["ny@alby.example"]


@pytest.mark.law("KL-02")
def test_summons_when_nobody_serves_then_refused() -> None:
    meeting = make.planned()
    make.with_points(meeting, 1)
    meeting.board.memberships.update(valid_to=make.TERM)
    with pytest.raises(Refused, match="nobody_serves"):
        actions.send_summons(meeting=meeting, by=meeting.secretary)
