"""Whatever dies while somebody signs: signed with all evidence, or to be done again.

The points are the steps of a signature in order. At each of them the process is killed,
or its connection to the database; the time stamp service and the worker go down too.
"""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.test import override_settings

from boards.shared import outbox
from boards.shared.enums import OutboxState
from boards.shared.models import OutboxMessage
from boards.shared.seal.errors import TimestampUnavailable
from boards.shared.seal.pades import untouched, verify_pdf
from boards.shared.seal.setup import own_authority
from config.local.services import free_port
from minutes.approval import actions
from minutes.approval.actions import attempts, signing
from minutes.approval.enums import AttemptState, EvidenceKind
from minutes.approval.methods import NotProved
from minutes.approval.models import (
    Approval,
    EvidenceFile,
    Signature,
    SigningAttempt,
)
from minutes.notice.models import Notice
from tests.factories import approvals as make

pytestmark = [
    pytest.mark.concurrency,
    pytest.mark.django_db(transaction=True),
    pytest.mark.law("P-08"),
]
SEAL = {
    EvidenceKind.VALIDATION,
    EvidenceKind.CERTIFICATES,
    EvidenceKind.REVOCATION,
    EvidenceKind.TIMESTAMP,
    EvidenceKind.MANDATE,
}


class Killed(BaseException):
    """The process is gone: nothing catches this, as nothing catches a kill."""


def kill() -> None:
    raise Killed


def lose_database() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")


# Step, where it is, and whether the fault strikes before or after it.
POINTS: dict[str, tuple[Any, str, bool]] = {
    "before the attempt is opened": (attempts, "open_attempt", True),
    "after the attempt is opened": (attempts, "open_attempt", False),
    "after what the method remembers is kept": (attempts, "remember", False),
    "before the proof is kept": (attempts, "pack", True),
    "after the proof is written": (attempts, "enqueue", False),
    "after the proof is committed": (attempts, "give_now", True),
    "before the signature is made": (signing, "sign_pdf", True),
    "after the signature is made": (signing, "sign_pdf", False),
    "after the revision is stored": (signing, "store_file", False),
    "after the evidence is kept": (signing, "keep_evidence", False),
    "after the minutes are approved": (signing, "settle", False),
    "after the attempt is ended": (attempts, "end", False),
    "after everything is committed": (attempts, "give", False),
}


def strike(
    monkeypatch: pytest.MonkeyPatch, point: str, fault: Callable[[], None]
) -> None:
    room, name, is_before = POINTS[point]
    real = getattr(room, name)

    def struck(*given: Any, **named: Any) -> Any:
        if is_before:
            fault()
        result = real(*given, **named)
        if not is_before:
            fault()
        return result

    monkeypatch.setattr(room, name, struck)


def sign_once(approval: Approval) -> None:
    """Do what the signer's browser does: begin, and answer."""
    approval.refresh_from_db()
    user = make.user_of(approval.approvers.get(role="approver").person)
    attempt = actions.begin(
        approval=approval,
        method="password",
        shown_sha256=approval.document.sha256,
        by=user,
    )
    actions.answer(attempt=attempt, said={"password": make.PASSWORD})


def nearly_approved() -> Approval:
    """Minutes that want one signature more."""
    approval = make.sealed()
    for name in ("Sundell", "Ekström"):
        make.sign_as(approval, name)
    approval.refresh_from_db()
    return approval


def is_consistent(approval: Approval) -> bool:
    """Check that nothing is half done, and say whether it is signed."""
    approval.refresh_from_db()
    signatures = Signature.objects.filter(approver__approval=approval)
    reports = verify_pdf(approval.document.read(), own_authority())
    assert untouched(reports)
    assert len(reports) == signatures.count()
    for signature in signatures:
        kinds = set(
            EvidenceFile.objects.filter(signature=signature).values_list(
                "kind", flat=True
            )
        )
        assert kinds >= SEAL
    is_signed = signatures.count() == 3
    assert is_signed == (approval.state == "approved")
    assert Notice.objects.count() == (2 if is_signed else 0)
    signed = SigningAttempt.objects.filter(state=AttemptState.SIGNED).count()
    assert signed == (1 if is_signed else 0)
    return is_signed


def take_up_again(approval: Approval) -> None:
    """The worker comes back; if that does not do it, the person tries once more."""
    OutboxMessage.objects.filter(
        kind="approval.give_signature", state=OutboxState.PENDING
    ).update(attempts=0)
    make.work_off()
    if not is_consistent(approval):
        sign_once(approval)
    assert is_consistent(approval)


@pytest.mark.parametrize("point", POINTS)
@pytest.mark.parametrize("fault", [kill, lose_database], ids=["process", "database"])
def test_signing_when_struck_at_any_step_then_signed_whole_or_done_again(
    point: str, fault: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    approval = nearly_approved()
    with monkeypatch.context() as patched:
        strike(patched, point, fault)
        with pytest.raises((Killed, OperationalError)):
            sign_once(approval)
    connection.close()
    is_consistent(approval)
    take_up_again(approval)


def test_signing_when_time_stamps_are_down_then_waits_and_is_given_later(
    tmp_path: Any,
) -> None:
    approval = nearly_approved()
    roots = tmp_path / "roots.pem"
    roots.write_bytes(certificate_of_authority())
    address = f"http://127.0.0.1:{free_port()}/"
    with override_settings(TIMESTAMP_URL=address, TIMESTAMP_ROOTS=str(roots)):
        sign_once(approval)
        assert not is_consistent(approval)
        attempt = SigningAttempt.objects.get()
        assert attempt.state == AttemptState.PROVED
        assert attempt.failure == "seal.timestamp_unavailable"
        row = OutboxMessage.objects.get(kind="approval.give_signature")
        outbox.carry_out(row.pk)
        row.refresh_from_db()
        assert (row.state, row.attempts) == (OutboxState.PENDING, 1)
        assert "Timestamp" in row.last_error
    outbox.carry_out(row.pk)
    assert is_consistent(approval)


def certificate_of_authority() -> bytes:
    from cryptography.hazmat.primitives.serialization import Encoding  # noqa: PLC0415

    return own_authority().certificate.public_bytes(Encoding.PEM)


def test_signing_when_time_stamps_stay_down_then_slot_is_open_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    approval = nearly_approved()
    with monkeypatch.context() as patched:
        patched.setattr(signing, "sign_pdf", no_stamps)
        sign_once(approval)
        row = OutboxMessage.objects.get(kind="approval.give_signature")
        for _attempt in range(outbox.MOST_ATTEMPTS):
            outbox.carry_out(row.pk)
    attempt = SigningAttempt.objects.get()
    assert (attempt.state, attempt.failure) == ("failed", "seal.timestamp_unavailable")
    sign_once(approval)
    assert is_consistent(approval)


def no_stamps(*_given: Any, **_named: Any) -> None:
    raise TimestampUnavailable


def test_signing_when_worker_and_browser_give_it_at_once_then_given_once() -> None:
    from tests.concurrency.threads import at_once  # noqa: PLC0415

    approval = nearly_approved()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(attempts, "give_now", lambda _attempt: None)
        sign_once(approval)
    attempt = SigningAttempt.objects.get()
    at_once([lambda: actions.give(attempt=attempt)] * 4)
    assert is_consistent(approval)


def test_signing_when_sent_back_while_it_waits_then_said_and_never_signed() -> None:
    approval = nearly_approved()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(attempts, "give_now", lambda _attempt: None)
        sign_once(approval)
    chair = make.user_of(approval.approvers.get(role="chair").person)
    actions.return_approval(approval=approval, reason="Fel", by=chair)
    make.work_off()
    attempt = SigningAttempt.objects.get()
    assert (attempt.state, attempt.failure) == ("failed", "sign.not_frozen")
    assert Signature.objects.count() == 2


def test_attempt_when_password_is_wrong_then_failed_and_logged() -> None:
    approval = nearly_approved()
    user = make.user_of(approval.approvers.get(role="approver").person)
    attempt = actions.begin(
        approval=approval,
        method="password",
        shown_sha256=approval.document.sha256,
        by=user,
    )
    with pytest.raises(NotProved):
        actions.answer(attempt=attempt, said={"password": "fel"})
    attempt.refresh_from_db()
    assert (attempt.state, attempt.failure) == ("failed", "sign.wrong_password")
    assert attempt.state_of_method == {}
    sign_once(approval)
    assert is_consistent(approval)
