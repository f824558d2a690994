"""Signing at the same instant: each signature covers what was shown (P-08)."""

from functools import partial

import pytest

from boards.person.models import User
from boards.shared.refusals import Refused
from boards.shared.seal.pades import untouched, verify_pdf
from boards.shared.seal.setup import own_authority
from minutes.approval import actions
from minutes.approval.enums import ApprovalState
from minutes.approval.methods import Proof
from minutes.approval.models import Approval, Signature
from minutes.notice.models import Notice
from tests.concurrency.threads import at_once
from tests.factories import approvals as make

pytestmark = [
    pytest.mark.concurrency,
    pytest.mark.django_db(transaction=True),
    pytest.mark.law("P-08"),
]


def ready(approval: Approval, role: str) -> tuple[User, Proof]:
    user = make.user_of(approval.approvers.get(role=role).person)
    return user, make.proof(approval, user)


def job(approval: Approval, user: User, proof: Proof) -> partial[Signature]:
    return partial(actions.sign, approval=approval, by=user, proof=proof)


def test_sign_when_two_at_the_same_instant_then_one_reads_again() -> None:
    approval = make.sealed()
    pairs = [ready(approval, "chair"), ready(approval, "approver")]
    results = at_once([job(approval, *pair) for pair in pairs])
    refused = [one for one in results if isinstance(one, Refused)]
    assert [one.refusals[0].code for one in refused] == ["sign.document_changed"]
    assert Signature.objects.count() == 1
    late = pairs[results.index(refused[0])][0]
    actions.sign(approval=approval, by=late, proof=make.proof(approval, late))
    approval.refresh_from_db()
    reports = verify_pdf(approval.document.read(), own_authority())
    assert len(reports) == 2
    assert untouched(reports)


def test_sign_when_one_person_presses_twice_at_once_then_one_signature() -> None:
    approval = make.sealed()
    pair = ready(approval, "chair")
    results = at_once([job(approval, *pair)] * 3)
    assert sum(isinstance(one, Signature) for one in results) == 1
    assert Signature.objects.count() == 1


def test_last_signature_when_sent_back_at_once_then_one_of_them_only() -> None:
    approval = make.sealed()
    make.sign_as(approval, "Sundell")
    make.sign_as(approval, "Ekström")
    approver = ready(approval, "approver")
    chair = make.user_of(approval.approvers.get(role="chair").person)
    give_back = partial(
        actions.return_approval, approval=approval, reason="Fel", by=chair
    )
    at_once([job(approval, *approver), give_back])
    approval.refresh_from_db()
    is_approved = approval.state == ApprovalState.APPROVED
    assert is_approved or approval.state == ApprovalState.RETURNED
    assert Notice.objects.count() == (2 if is_approved else 0)
    assert approval.items.count() == (3 if is_approved else 0)


def test_post_when_pressed_twice_at_once_then_posted_once() -> None:
    approval = make.signed()
    post = partial(
        make.post_notice, approval=approval, municipality=approval.board.host, by=None
    )
    results = at_once([post] * 3)
    assert sum(isinstance(one, Notice) for one in results) == 1
