"""A whole go at signing the minutes with BankID, through the actions."""

from __future__ import annotations

import json
from typing import Any

import pytest

from boards.person.identity import remember
from minutes.approval import actions
from minutes.approval.enums import AttemptState, EvidenceKind
from minutes.approval.methods import NotProved
from minutes.approval.methods.bankid.method import BankIDMethod
from minutes.approval.models import Approval, SigningAttempt
from tests.factories import approvals as make
from tests.minutes.approval.bankid.conftest import BIRGITTA, GORAN, Phone, a_visit

pytestmark = pytest.mark.usefixtures("bankid")


@pytest.fixture
def approval(db: None) -> Approval:
    approval = make.sealed()
    remember(chair(approval).person, GORAN)
    return approval


def chair(approval: Approval) -> Any:
    row = approval.approvers.get(person__family_name__startswith="Ekström")
    return make.user_of(row.person)


def begun(approval: Approval) -> SigningAttempt:
    assert approval.document is not None
    return actions.begin(
        approval=approval,
        method=BankIDMethod.identifier,
        shown_sha256=approval.document.sha256,
        by=chair(approval),
        http=a_visit(),
    )


def signed_on(phone: Phone, attempt: SigningAttempt, number: str = GORAN) -> None:
    """Sign on the telephone, and let the next look ask BankID."""
    state = attempt.state_of_method["state"]
    phone.control("sign", order=state["order"], number=number)
    state["asked_at"] = "2020-01-01T00:00:00+00:00"
    attempt.save(update_fields=["state_of_method"])


def looked(attempt: SigningAttempt) -> SigningAttempt:
    actions.look(attempt=attempt, http=a_visit())
    attempt.refresh_from_db()
    return attempt


@pytest.mark.law("P-04")
def test_look_when_signed_in_the_app_signs_the_minutes_and_keeps_the_e_id(
    approval: Approval, phone: Phone
) -> None:
    attempt = begun(approval)
    signed_on(phone, attempt)
    attempt = looked(attempt)
    assert attempt.state == AttemptState.SIGNED
    kept = attempt.approver.signature.evidence_files
    assert kept.filter(kind=EvidenceKind.EID_SIGNATURE).count() == 1
    assert kept.filter(kind=EvidenceKind.EID_STATUS).count() == 1


def test_look_when_signed_leaves_no_personal_number_but_in_the_e_ids_files(
    approval: Approval, phone: Phone
) -> None:
    attempt = begun(approval)
    signed_on(phone, attempt)
    attempt = looked(attempt)
    approval.refresh_from_db()
    assert approval.document is not None
    assert GORAN.encode() not in approval.document.read()
    assert GORAN not in json.dumps([attempt.proof, attempt.state_of_method])
    assert attempt.state_of_method == {}


def test_look_when_somebody_else_signed_ends_the_go_and_leaves_the_slot_open(
    approval: Approval, phone: Phone
) -> None:
    attempt = begun(approval)
    signed_on(phone, attempt, BIRGITTA)
    with pytest.raises(NotProved):
        looked(attempt)
    attempt.refresh_from_db()
    assert (attempt.state, attempt.failure) == (
        AttemptState.FAILED,
        "sign.wrong_person",
    )
    assert begun(approval).state == AttemptState.STARTED


def test_cancel_when_the_signer_stops_calls_the_order_off(
    approval: Approval, phone: Phone
) -> None:
    attempt = begun(approval)
    order = attempt.state_of_method["state"]["order"]
    actions.cancel(attempt=attempt, http=a_visit())
    assert order not in phone.control("waiting")["orders"]
