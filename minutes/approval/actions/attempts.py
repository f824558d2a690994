"""A go at signing: begun, looked at, answered, and given when everything is there.

Two steps that a crash may fall between. First the person proves who they are: that is
kept, with an outbox row. Then the signature is given: at once when all goes well,
otherwise by the worker. Either it is there with all its evidence, or it is not there.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from boards.access.permissions import require
from boards.shared.citations import paragraphs
from boards.shared.clock import now
from boards.shared.history import record
from boards.shared.outbox import enqueue
from boards.shared.refusals import Refusal, Refused, refuse_if
from boards.shared.seal.errors import SealError
from minutes.approval import methods, rules
from minutes.approval.actions.signing import sign
from minutes.approval.enums import (
    ATTEMPT_TRANSITIONS,
    AttemptState,
    AttemptVerb,
    StepOutcome,
)
from minutes.approval.facts import beginning_facts, needed_level
from minutes.approval.methods import (
    NotProved,
    SigningRequest,
    Step,
    Unreachable,
)
from minutes.approval.models import Approval, Signature, SigningAttempt
from minutes.approval.proofs import pack, unpack
from minutes.pdf.words import SIGNS_AS

if TYPE_CHECKING:
    from django.http import HttpRequest

    from boards.person.models import User

log = logging.getLogger("justera.signing")

LIFETIME = timedelta(minutes=10)


def begin(
    *,
    approval: Approval,
    method: str,
    shown_sha256: str,
    by: User,
    http: HttpRequest | None = None,
) -> SigningAttempt:
    """Begin to sign what was shown, in one way; an earlier go is ended.

    Refused as a signature would be, so that nobody identifies themselves in vain.
    """
    attempt = open_attempt(approval, method, shown_sha256, by)
    try:
        step = methods.get(method).start(request_of(attempt, http))
    except Unreachable as error:
        fail(attempt, "sign.service_unreachable")
        raise Refused([Refusal("sign.service_unreachable")]) from error
    return remember(attempt, step)


@transaction.atomic
def open_attempt(
    approval: Approval, method: str, shown_sha256: str, by: User
) -> SigningAttempt:
    """Write down that somebody begins to sign."""
    require(by, "approval.sign", approval)
    approval = Approval.objects.lock(approval.pk)
    moment = now()
    refuse_if(rules.blocks_beginning(beginning_facts(approval, by, shown_sha256)))
    needed = needed_level(approval)
    if method not in {one.identifier for one in methods.open_to(by, needed)}:
        raise Refused([Refusal("sign.method_unknown", "reglementet")])
    approver = approval.approvers.get(person_id=by.person_id or 0)
    for open_row in locked().filter(approver=approver, ended_at__isnull=True):
        refuse_if(blocks_replacing(open_row))
        end(open_row, AttemptVerb.CANCEL)
    attempt = SigningAttempt.objects.create(
        approver=approver,
        user=by,
        method=method,
        shown_sha256=shown_sha256,
        started_at=moment,
        expires_at=moment + LIFETIME,
    )
    record(approval, "attempt.begun", by=by, name=approver.name, method=method)
    return attempt


def blocks_replacing(attempt: SigningAttempt) -> list[Refusal]:
    """Refuse a second go while the first waits for its signature: it is given once."""
    if attempt.state == AttemptState.PROVED:
        return [Refusal("sign.already_waiting", "eIDAS art. 26")]
    return []


@transaction.atomic
def remember(attempt: SigningAttempt, step: Step) -> SigningAttempt:
    """Keep what the method has to remember, and what it shows."""
    attempt = lock(attempt)
    if attempt.state == AttemptState.STARTED:
        keep(attempt, step)
        if step.outcome == StepOutcome.FAILED:
            end(attempt, AttemptVerb.FAIL, step.message)
    return attempt


def look(*, attempt: SigningAttempt, http: HttpRequest | None = None) -> Step:
    """Ask the method how it goes; when it is answered, the signature is given.

    Raises `NotProved` when what came back does not hold.
    """
    step = poll(attempt, http)
    if step.outcome == StepOutcome.ANSWERED:
        answer(attempt=attempt, said={}, http=http)
    return step


@transaction.atomic
def poll(attempt: SigningAttempt, http: HttpRequest | None) -> Step:
    """Ask the method, one request at a time, and keep what it has to remember."""
    attempt = lock(attempt)
    if attempt.state != AttemptState.STARTED:
        return Step(StepOutcome.FAILED, attempt.failure)
    if now() >= attempt.expires_at:
        cancel_with_method(attempt, http)
        end(attempt, AttemptVerb.FAIL, "sign.expired")
        return Step(StepOutcome.FAILED, "sign.expired")
    step = way(attempt).poll(request_of(attempt, http), remembered(attempt))
    keep(attempt, step)
    if step.outcome == StepOutcome.FAILED:
        end(attempt, AttemptVerb.FAIL, step.message)
    return step


def answer(
    *,
    attempt: SigningAttempt,
    said: Mapping[str, Any],
    http: HttpRequest | None = None,
) -> Signature | None:
    """Verify what the person gave, and give the signature if that can be done now.

    `None`: the person has done their part, and the worker goes on trying. Raises
    `NotProved` when it is not them, `Refused` when the minutes cannot be signed.
    """
    no = prove(attempt, said, http)
    if no is not None:
        raise no
    return give_now(attempt)


@transaction.atomic
def prove(
    attempt: SigningAttempt, said: Mapping[str, Any], http: HttpRequest | None
) -> NotProved | None:
    """Verify the answer and keep the proof, with the order to give the signature.

    A method's no is returned, not raised: what it counted, wrong passwords for
    instance, is kept.
    """
    attempt = lock(attempt)
    refuse_if(blocks_answering(attempt))
    request, state = request_of(attempt, http), remembered(attempt)
    try:
        proof = way(attempt).verify(request, said, state)
    except NotProved as no:
        note_refused(attempt, no)
        return no
    attempt.proof = pack(proof)
    attempt.proved_at = now()
    move(attempt, AttemptVerb.PROVE)
    attempt.state_of_method = {}
    attempt.save()
    record(attempt.approver.approval, "attempt.proved", by=attempt.user)
    enqueue("approval.give_signature", attempt)
    return None


def blocks_answering(attempt: SigningAttempt) -> list[Refusal]:
    """Refuse an answer to a go that is over, or to one that took too long."""
    if attempt.state != AttemptState.STARTED:
        return [Refusal("sign.attempt_over")]
    if now() >= attempt.expires_at:
        return [Refusal("sign.expired")]
    return []


def give_now(attempt: SigningAttempt) -> Signature | None:
    """Give the signature; a fault that can pass is left to the worker."""
    try:
        return give(attempt=attempt)
    except SealError as error:
        note_not_sealed(attempt, error, is_over=error.is_final)
        if error.is_final:
            raise Refused([Refusal(error.code)]) from error
        return None
    except Refused as no:
        fail(attempt, no.refusals[0].code)
        raise


@transaction.atomic
def give(*, attempt: SigningAttempt) -> Signature | None:
    """Give the signature a person has proved; given already, it is returned.

    Raises `SealError` when it cannot be made now and `Refused` when it never can.
    """
    approval = Approval.objects.lock(attempt.approver.approval_id)
    attempt = lock(attempt)
    if attempt.state == AttemptState.SIGNED:
        return attempt.approver.signature
    if attempt.state != AttemptState.PROVED:
        return None
    signature = sign(approval=approval, by=attempt.user, proof=unpack(attempt))
    end(attempt, AttemptVerb.SIGN)
    return signature


@transaction.atomic
def note_not_sealed(
    attempt: SigningAttempt, error: Exception, *, is_over: bool
) -> None:
    """Keep why the signature is not there yet; when it is over the slot is open."""
    code = error.code if isinstance(error, SealError) else "sign.not_sealed"
    attempt = lock(attempt)
    if attempt.state != AttemptState.PROVED:
        return
    log.warning("signature of attempt %s not made: %s: %s", attempt.pk, code, error)
    if is_over:
        end(attempt, AttemptVerb.FAIL, code)
    elif isinstance(error, SealError) and attempt.failure != code:
        attempt.failure = code
        attempt.save(update_fields=["failure"])
        record(attempt.approver.approval, "attempt.waits", by=attempt.user, why=code)


@transaction.atomic
def cancel(*, attempt: SigningAttempt, http: HttpRequest | None = None) -> None:
    """End a go that has not been proved; what is proved is signed."""
    attempt = lock(attempt)
    if attempt.state != AttemptState.STARTED:
        return
    cancel_with_method(attempt, http)
    end(attempt, AttemptVerb.CANCEL)


@transaction.atomic
def keep_answer(*, attempt: SigningAttempt, said: Mapping[str, Any]) -> None:
    """Keep what a visited service sent back, until the person's own page reads it."""
    attempt = lock(attempt)
    if attempt.state == AttemptState.STARTED:
        attempt.state_of_method = {**attempt.state_of_method, "answer": dict(said)}
        attempt.save(update_fields=["state_of_method"])


def awaiting(*, method: str, http: HttpRequest) -> SigningAttempt | None:
    """Return the attempt a visited service answers, with its answer kept."""
    way = methods.visited(method)
    if way is None:
        return None
    reference = way.reference_of(http)
    attempt = (
        SigningAttempt.objects.filter(
            reference=reference, method=method, state=AttemptState.STARTED
        ).first()
        if reference
        else None
    )
    if attempt is not None:
        keep_answer(attempt=attempt, said=way.answer_of(http))
    return attempt


def note_refused(attempt: SigningAttempt, no: NotProved) -> None:
    """Write down who was not recognised; a final no ends the go, the slot is open."""
    if no.is_final:
        end(attempt, AttemptVerb.FAIL, no.code)
    else:
        # An answer that does not hold is not read a second time.
        attempt.state_of_method.pop("answer", None)
        attempt.save(update_fields=["state_of_method"])
        approval = attempt.approver.approval
        record(approval, "attempt.not_proved", by=attempt.user, why=no.code)


@transaction.atomic
def fail(attempt: SigningAttempt, code: str) -> None:
    """End a go with the reason, unless it ended meanwhile."""
    attempt = lock(attempt)
    if attempt.ended_at is None:
        end(attempt, AttemptVerb.FAIL, code)


def locked() -> Any:
    """Return attempts, locked until the transaction ends."""
    rows = SigningAttempt.objects.select_for_update(of=("self",))
    return rows.select_related("approver__approval__meeting__board", "user__person")


def lock(attempt: SigningAttempt) -> SigningAttempt:
    """Return the attempt as it stands now, locked."""
    found: SigningAttempt = locked().get(pk=attempt.pk)
    return found


def move(attempt: SigningAttempt, verb: AttemptVerb) -> None:
    """Set the next state; a `KeyError` is a fault of ours."""
    attempt.state = ATTEMPT_TRANSITIONS[AttemptState(attempt.state), verb]


def end(attempt: SigningAttempt, verb: AttemptVerb, code: str = "") -> None:
    """End a go, forget what the method remembered, and write down how it ended."""
    move(attempt, verb)
    attempt.failure = code
    attempt.ended_at = now()
    attempt.state_of_method = {}
    attempt.save()
    if verb != AttemptVerb.SIGN:
        event = f"attempt.{attempt.state}"
        record(attempt.approver.approval, event, by=attempt.user, why=code)


def keep(attempt: SigningAttempt, step: Step) -> None:
    """Keep what the method remembers beside what its page shows."""
    shown = {"redirect_to": step.redirect_to, "shown": dict(step.shown)}
    attempt.state_of_method = {"state": dict(step.state), "step": shown}
    attempt.save(update_fields=["state_of_method"])


def remembered(attempt: SigningAttempt) -> Mapping[str, Any]:
    """Return what the method asked to have remembered."""
    found: Mapping[str, Any] = attempt.state_of_method.get("state", {})
    return found


def cancel_with_method(attempt: SigningAttempt, http: HttpRequest | None) -> None:
    """Tell the visited service that the go is over."""
    way(attempt).cancel(request_of(attempt, http), remembered(attempt))


def way(attempt: SigningAttempt) -> methods.SigningMethod:
    """Return the method of an attempt."""
    return methods.get(attempt.method)


def request_of(attempt: SigningAttempt, http: HttpRequest | None) -> SigningRequest:
    """Return an attempt as its method sees it."""
    approval = attempt.approver.approval
    meeting = approval.meeting
    path = reverse("attempt-return", args=[attempt.method])
    return SigningRequest(
        user=attempt.user,
        shown_sha256=attempt.shown_sha256,
        http=http,
        what=f"Protokoll {meeting.board.name} {meeting.held_on:%Y-%m-%d},"
        f" {paragraphs(approval.items_label)}",
        as_role=SIGNS_AS[attempt.approver.role],
        reference=str(attempt.reference),
        return_url=f"{settings.SITE_URL}{path}",
        needed=needed_level(approval),
    )
