"""The verbs of the notice: up on every board, down when the time to appeal is over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, cast

from django.db import transaction

from boards.access.permissions import require
from boards.shared.clock import now, today
from boards.shared.files import store_file
from boards.shared.history import record
from boards.shared.issued.actions import About, issue
from boards.shared.issued.enums import IssuedKind
from boards.shared.outbox import enqueue, handlers
from boards.shared.paper.pdf import render_pdf
from boards.shared.refusals import Refusal, Refused, refuse_if
from minutes.approval.models import Approval
from minutes.notice import rules
from minutes.notice.actions.dates import set_dates, tell_public
from minutes.notice.actions.watching import note_last_gap
from minutes.notice.certificate import certificate_document
from minutes.notice.facts import approval_facts, notice_facts, posted, unassessed
from minutes.notice.models import FinalConfirmation, Notice, PostingCertificate
from minutes.notice.rules import AppealWindow, appeal_window

if TYPE_CHECKING:
    from boards.board.models import Municipality
    from boards.person.models import User
    from boards.shared.models import StoredFile


@dataclass(frozen=True, slots=True)
class Proof:
    """How we know that a board we do not run carries the notice."""

    told_by: str
    address: str = ""
    file: StoredFile | None = None


@transaction.atomic
def await_posting(*, approval: Approval) -> list[Notice]:
    """Write a notice for every municipality, to be posted in time (KL 8:12, 9:32)."""
    if approval.approved_on is None:
        raise Refused([Refusal("notice.not_approved", "KL 8:12")])
    due = rules.notice_due(approval.approved_on)
    return [
        Notice.objects.get_or_create(
            approval=approval, municipality=municipality, defaults={"due_on": due.due}
        )[0]
        for municipality in approval.meeting.board.municipalities()
    ]


@transaction.atomic
def post_notice(
    *, approval: Approval, municipality: Municipality, by: User | None
) -> Notice:
    """Announce on one municipality's board that the minutes are approved (KL 8:12).

    With the last of them the time to appeal starts to run (KL 9:32, 13:5).
    """
    require(by, "notice.post", approval)
    approval = Approval.objects.lock(approval.pk)
    refuse_if(
        rules.blocks_posting(approval_facts(approval), municipality.pk)
        + blocks_board(municipality, served_here=True)
    )
    return put_up(approval, municipality, by, {"posted_on": today()})


@transaction.atomic
def record_external_posting(
    *,
    approval: Approval,
    municipality: Municipality,
    posted_on: date,
    proof: Proof,
    by: User | None,
) -> Notice:
    """Write down that a municipality with a board of its own has posted (A-07).

    Proved by who told it and when, and by a file or the address of the notice itself.
    """
    require(by, "notice.post", approval)
    approval = Approval.objects.lock(approval.pk)
    refuse_if(
        rules.blocks_posting(
            approval_facts(approval),
            municipality.pk,
            posted_on=posted_on,
            today=today(),
        )
        + blocks_board(municipality, served_here=False)
        + rules.blocks_proof(proof.told_by, proof.address, has_file=bool(proof.file))
    )
    said = {
        "posted_on": posted_on,
        "proof": proof.told_by.strip(),
        "proof_url": proof.address.strip(),
        "proof_file": proof.file,
    }
    return put_up(approval, municipality, by, said)


def blocks_board(municipality: Municipality, *, served_here: bool) -> list[Refusal]:
    """Refuse the wrong way to post: our own board, or one that others run."""
    if municipality.is_served_here == served_here:
        return []
    code = "notice.board_is_external" if served_here else "notice.board_is_ours"
    return [Refusal(code, "", {"municipality": municipality.name})]


def put_up(
    approval: Approval,
    municipality: Municipality,
    by: User | None,
    said: dict[str, Any],
) -> Notice:
    """Write the posting, and the dates of all notices once the last is up."""
    notice = Notice.objects.select_for_update().get(
        approval=approval, municipality=municipality
    )
    notice.posted_at, notice.posted_by = now(), by
    for name, value in said.items():
        setattr(notice, name, value)
    notice.save(update_fields=["posted_at", "posted_by", *said])
    day = f"{notice.posted_on:%Y-%m-%d}"
    record(notice, "notice.posted", by=by, day=day, is_late=notice.is_late)
    set_dates(approval)
    notice.refresh_from_db()
    tell_public([notice])
    return notice


@transaction.atomic
def take_down_notice(*, notice: Notice, by: User | None) -> Notice:
    """Take a notice down, earliest the day after the last day to appeal (A-05)."""
    require(by, "notice.take_down", notice)
    Approval.objects.lock(notice.approval_id)
    notice = Notice.objects.select_for_update().get(pk=notice.pk)
    if note_last_gap(notice):
        # Kept, although nothing comes down: somebody has to assess it first.
        return notice
    refuse_if(rules.blocks_taking_down(notice_facts(notice), today()))
    notice.taken_down_on, notice.taken_down_at = today(), now()
    notice.save(update_fields=["taken_down_on", "taken_down_at"])
    record(notice, "notice.taken_down", by=by, day=f"{notice.taken_down_on}")
    enqueue("notice.certificate", notice)
    tell_public([notice])
    return notice


@transaction.atomic
def certify_posting(*, notice: Notice) -> PostingCertificate:
    """Make the bevis om anslag of a notice that has come down (A-11), once."""
    notice = Notice.objects.select_for_update().get(pk=notice.pk)
    made = PostingCertificate.objects.filter(notice=notice).first()
    if made is not None:
        return made
    pdf = render_pdf(certificate_document(notice))
    stored = store_file(pdf, "application/pdf")
    certificate = PostingCertificate.objects.create(
        notice=notice, document=stored, made_at=now()
    )
    issue(pdf, about_certificate(certificate))
    record(notice, "notice.certified", by=None, sha256=stored.sha256)
    return certificate


def about_certificate(certificate: PostingCertificate) -> About:
    """Return what is told of a bevis to whoever holds it."""
    approval = certificate.notice.approval
    return About(
        kind=IssuedKind.CERTIFICATE,
        source=certificate,
        board=approval.board,
        day=approval.meeting.held_on,
        is_public=not approval.is_secret,
        items_label=approval.items_label,
        minutes=approval.pk,
    )


@transaction.atomic
def confirm_final(*, approval: Approval, answer: str, by: User) -> FinalConfirmation:
    """Write down laga kraft after the court has answered (KL 13:14; A-09).

    Never by itself: a person has asked and says what the answer was.
    """
    require(by, "notice.confirm_final", approval)
    approval = Approval.objects.lock(approval.pk)
    days = posted(approval)
    is_confirmed = FinalConfirmation.objects.filter(approval=approval).exists()
    refuse_if(
        rules.blocks_confirming_final(days, today(), answer)
        + rules.blocks_by_interruption(has_interruption=bool(unassessed(approval)))
        + ([Refusal("notice.final_already")] if is_confirmed else [])
    )
    # The rule has refused while no time runs.
    window = cast("AppealWindow", appeal_window(days))
    confirmation = FinalConfirmation.objects.create(
        approval=approval,
        final_on=window.final_candidate,
        answer=answer.strip(),
        confirmed_by=by,
        confirmed_at=now(),
    )
    record(approval, "notice.final", by=by, day=f"{confirmation.final_on}")
    if "publication.minutes" in handlers:
        enqueue("publication.minutes", approval)
    return confirmation
