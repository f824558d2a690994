"""Sending the kallelse, and the mail that carries it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlparse

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from boards.access.permissions import require
from boards.board.enums import BoardKind
from boards.shared.clock import now, today
from boards.shared.files import store_file
from boards.shared.history import record
from boards.shared.issued.actions import About, issue
from boards.shared.issued.enums import IssuedKind
from boards.shared.outbox import enqueue, try_again
from boards.shared.paper.pdf import render_pdf
from boards.shared.refusals import Refusal, refuse_if
from minutes.meeting.actions.announcing import announce_meeting
from minutes.meeting.actions.steps import lock_meeting, move_on
from minutes.meeting.agenda_snapshot import snapshot, what_is_new
from minutes.meeting.enums import MeetingVerb
from minutes.meeting.models import Summons, SummonsRecipient
from minutes.meeting.queries import failed_rows, late_summons, to_be_called
from minutes.meeting.rules.agenda import SummonsFacts, blocks_summons
from minutes.meeting.summons_paper import summons_document, when

if TYPE_CHECKING:
    from collections.abc import Sequence

    from boards.membership.models import Membership
    from boards.person.models import User
    from minutes.meeting.agenda_snapshot import Point
    from minutes.meeting.models import Meeting


@transaction.atomic
def send_summons(
    *, meeting: Meeting, by: User, is_late_confirmed: bool = False
) -> Summons:
    """Call every member and every substitute of that day (KL 6:17).

    A second kallelse is a supplementary one: its mail says what is new. One that comes
    later than the reglemente says goes only when that is confirmed. An assembly is
    announced on the notice board at the same time (KL 5:13).
    """
    require(by, "meeting.summon", meeting)
    meeting = lock_meeting(meeting.pk)
    agenda, called = snapshot(meeting), list(to_be_called(meeting))
    refuse_if(
        blocks_summons(
            SummonsFacts(
                state=meeting.state,
                kinds=tuple(row["kind"] for row in agenda),
                has_started=now() >= meeting.starts_at,
                lateness=late_summons(meeting, today()),
                is_late_confirmed=is_late_confirmed,
                recipients=len(called),
            )
        )
    )
    summons = write_summons(meeting, agenda, called, by)
    move_on(meeting, MeetingVerb.SUMMON)
    if meeting.board.kind == BoardKind.ASSEMBLY:
        announce_meeting(meeting=meeting, by=by, is_late_confirmed=is_late_confirmed)
    record(meeting, "summons.sent", by=by, version=summons.version)
    enqueue("publication.meeting", meeting)
    for recipient in summons.recipients.exclude(email=""):
        enqueue("meeting.mail_summons", recipient)
    return summons


def write_summons(
    meeting: Meeting,
    agenda: Sequence[Point],
    called: Sequence[Membership],
    by: User,
) -> Summons:
    """Keep the kallelse with its PDF, and who it goes to."""
    previous = meeting.summonses.last()
    news = what_is_new(previous.agenda, agenda) if previous else []
    document = summons_document(meeting, agenda, called, news)
    pdf = render_pdf(document)
    summons = Summons.objects.create(
        meeting=meeting,
        version=previous.version + 1 if previous else 1,
        sent_at=now(),
        sent_by=by,
        agenda=agenda,
        document=store_file(pdf, "application/pdf"),
    )
    issue(pdf, about(summons))
    SummonsRecipient.objects.bulk_create(
        SummonsRecipient(summons=summons, person=row.person, email=row.person.email)
        for row in called
    )
    return summons


def about(summons: Summons) -> About:
    """Return what is told of a kallelse to whoever holds it: whose, for which day."""
    return About(
        kind=IssuedKind.SUMMONS,
        source=summons,
        board=summons.meeting.board,
        day=summons.meeting.held_on,
        is_public=True,
    )


@transaction.atomic
def mail_summons(pk: int) -> None:
    """Mail one person's kallelse with the PDF and a link to the papers."""
    # idempotent: the row is locked, and left alone once it has been sent
    recipient = (
        SummonsRecipient.objects.select_for_update(of=("self",))
        .select_related("summons__meeting__board", "summons__document", "person")
        .get(pk=pk)
    )
    if recipient.sent_at is not None:
        return
    message_of(recipient).send()
    recipient.sent_at = now()
    recipient.save(update_fields=["sent_at"])


@transaction.atomic
def retry_summons_mail(*, recipient: SummonsRecipient, by: User) -> SummonsRecipient:
    """Mail a kallelse again that failed, to the address the person has today."""
    require(by, "meeting.summon", recipient.summons.meeting)
    recipient = SummonsRecipient.objects.select_for_update().get(pk=recipient.pk)
    rows = failed_rows().filter(object_id=recipient.pk)
    refuse_if([] if rows.exists() else [Refusal("summons.mail_not_failed")])
    recipient.email = recipient.person.email
    recipient.save(update_fields=["email"])
    for row in rows:
        try_again(row)
    record(recipient.summons, "summons.mailed_again", by=by, person=recipient.person_id)
    return recipient


def message_of(recipient: SummonsRecipient) -> EmailMessage:
    """Return the mail; its Message-ID is the row's, so a repeat is seen as one."""
    summons = recipient.summons
    meeting = summons.meeting
    host = urlparse(settings.SITE_URL).hostname
    message = EmailMessage(
        subject=subject_of(summons),
        body=body_of(summons),
        to=[recipient.email],
        reply_to=[meeting.board.email],
        headers={"Message-ID": f"<summons-{recipient.pk}@{host}>"},
    )
    name = f"kallelse-{meeting.held_on:%Y-%m-%d}-{summons.version}.pdf"
    message.attach(name, summons.document.read(), "application/pdf")
    return message


def subject_of(summons: Summons) -> str:
    """Return the subject: which board, which day, and whether it adds to another."""
    values = {
        "board": summons.meeting.board.name,
        "day": f"{summons.meeting.held_on:%Y-%m-%d}",
    }
    if summons.version > 1:
        return _("Supplementary summons: %(board)s %(day)s") % values
    return _("Summons: %(board)s %(day)s") % values


def body_of(summons: Summons) -> str:
    """Return the text: when and where, what is new, and where the papers are."""
    meeting = summons.meeting
    path = reverse("assignment-meeting", args=[meeting.pk])
    lines = [
        _("You are called to a meeting of %(board)s.") % {"board": meeting.board.name},
        "",
        _("Time: %(when)s") % {"when": when(meeting)},
        _("Place: %(place)s") % {"place": meeting.place},
        "",
    ]
    before = meeting.summonses.filter(version=summons.version - 1).first()
    if before:
        news = what_is_new(before.agenda, summons.agenda)
        lines += [_("What is new:"), *(f"- {row}" for row in news), ""]
    return "\n".join(
        [
            *lines,
            _("The agenda is attached. You read the papers here, after login:"),
            f"{settings.SITE_URL}{path}",
        ]
    )
