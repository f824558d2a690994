"""Freezing, signing and sending back."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from boards.shared.refusals import Refusal
from minutes.approval.enums import ApprovalState, SignerRole
from minutes.approval.rules import (
    FreezeFacts,
    ItemFacts,
    ReturnFacts,
    SignatureFacts,
    SigningFacts,
    Slot,
    approval_due,
    approved_on,
    blocks_freezing,
    blocks_returning,
    blocks_signers,
    blocks_signing,
    required_slots,
    warns_freezing,
)

CHAIR, APPROVER, SECRETARY, ABSENT = 1, 2, 3, 4
STOCKHOLM = ZoneInfo("Europe/Stockholm")
NOW = datetime(2026, 3, 12, 12, 0, tzinfo=STOCKHOLM)
ITEM = ItemFacts(
    pk=1,
    label="§ 12",
    present=2,
    needed=2,
    chair=CHAIR,
    deciders=frozenset({CHAIR, APPROVER}),
    decision_points=1,
)
READY = FreezeFacts(
    items=(ITEM,),
    approvers=(APPROVER,),
    approver_count=1,
    secretary=SECRETARY,
    secretary_signs=True,
    is_meeting_closed=True,
)
SIGNATURES = (
    SignatureFacts(Slot(CHAIR, SignerRole.CHAIR)),
    SignatureFacts(Slot(APPROVER, SignerRole.APPROVER)),
    SignatureFacts(Slot(SECRETARY, SignerRole.SECRETARY), has_served=False),
)
SIGNING = SigningFacts(
    state=ApprovalState.FROZEN,
    signatures=SIGNATURES,
    signer=CHAIR,
    document_sha256="ab",
    shown_sha256="ab",
    authenticated_at=NOW - timedelta(minutes=1),
    moment=NOW,
    freshness=timedelta(minutes=5),
)
RETURNING = ReturnFacts(
    ApprovalState.FROZEN, frozenset({CHAIR, APPROVER}), CHAIR, "Fel belopp i § 12."
)


def codes(refusals: list[Refusal]) -> list[str]:
    return [refusal.code for refusal in refusals]


@pytest.mark.law("P-03")
def test_approval_due_of_the_model_meeting_is_fourteen_days_later() -> None:
    assert approval_due(date(2020, 9, 29)).due == date(2020, 10, 13)


@pytest.mark.law("P-08")
def test_approved_on_is_the_local_day_of_the_last_signature() -> None:
    chair = datetime(2026, 3, 10, 9, 0, tzinfo=STOCKHOLM)
    approver = datetime(2026, 3, 12, 23, 40, tzinfo=STOCKHOLM)
    assert approved_on([approver, chair]) == date(2026, 3, 12)


@pytest.mark.law("A-13")
def test_approved_on_late_in_the_evening_utc_is_the_next_day_here() -> None:
    assert approved_on([datetime(2026, 5, 31, 22, 30, tzinfo=UTC)]) == date(2026, 6, 1)


@pytest.mark.law("P-08")
@pytest.mark.parametrize("signed", [[], [None], [NOW, None]])
def test_approved_on_before_all_have_signed_is_nothing(
    signed: list[datetime | None],
) -> None:
    assert approved_on(signed) is None


def test_blocks_freezing_when_all_is_there_finds_nothing() -> None:
    assert blocks_freezing(READY) == []


@pytest.mark.law("P-01")
@pytest.mark.parametrize(
    ("change", "code", "law"),
    [
        ({"decision_points": 0}, "freeze.decision_missing", "KL 5:66"),
        ({"present": 1}, "freeze.not_quorate", "KL 6:27"),
        ({"unsettled_rounds": 1}, "freeze.round_unsettled", "KL 5:67"),
        ({"open_proposals": 2}, "freeze.proposal_unsettled", "KL 5:67"),
        ({"reservations_without_text": 1}, "freeze.reservation_text", "KL 5:67"),
        ({"is_in_other_approval": True}, "freeze.item_in_other_approval", "KL 8:12"),
    ],
)
def test_blocks_freezing_a_section_that_misses_something_names_it(
    change: dict[str, Any], code: str, law: str
) -> None:
    facts = replace(READY, items=(replace(ITEM, **change),))
    (refusal,) = blocks_freezing(facts)
    assert (refusal.code, refusal.law, refusal.values["item"]) == (code, law, "§ 12")


def test_blocks_freezing_information_without_decision_finds_nothing() -> None:
    item = replace(ITEM, decision_points=0, is_information=True)
    assert blocks_freezing(replace(READY, items=(item,))) == []


@pytest.mark.law("P-08")
@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"is_meeting_closed": False}, "freeze.meeting_open"),
        ({"approvers": ()}, "freeze.approver_count"),
        ({"approvers": (APPROVER, APPROVER), "approver_count": 2}, None),
        ({"approvers": (CHAIR,)}, "freeze.approver_is_chair"),
        ({"approvers": (SECRETARY,)}, "freeze.approver_is_secretary"),
        ({"approvers": (ABSENT,)}, "freeze.approver_did_not_serve"),
        ({"secretary": None}, "freeze.no_secretary"),
        ({"items": (replace(ITEM, chair=None),)}, "freeze.no_chair"),
        (
            {"items": (ITEM, replace(ITEM, pk=2, is_secret=True))},
            "freeze.secret_with_open",
        ),
    ],
)
def test_blocks_freezing_with_the_wrong_people_or_sections_names_it(
    change: dict[str, Any], code: str
) -> None:
    expected = code or "freeze.approver_count"
    assert codes(blocks_freezing(replace(READY, **change))) == [expected]


@pytest.mark.law("P-07")
def test_blocks_freezing_at_once_while_the_meeting_goes_on_finds_nothing() -> None:
    facts = replace(READY, is_meeting_closed=False, is_immediate=True)
    assert blocks_freezing(facts) == []


def test_blocks_freezing_nothing_says_so() -> None:
    assert "freeze.no_items" in codes(blocks_freezing(replace(READY, items=())))


def test_blocks_signers_when_the_secretary_does_not_sign_needs_none() -> None:
    facts = replace(READY, secretary=None, secretary_signs=False)
    assert blocks_signers(facts) == []


@pytest.mark.law("KL-04")
def test_required_slots_when_two_presided_holds_both_chairs() -> None:
    other = replace(ITEM, pk=2, chair=APPROVER)
    slots = required_slots(replace(READY, items=(ITEM, other), approvers=(ABSENT,)))
    assert [(slot.person, slot.role) for slot in slots] == [
        (CHAIR, "chair"),
        (APPROVER, "chair"),
        (ABSENT, "approver"),
        (SECRETARY, "secretary"),
    ]


@pytest.mark.law("KL-04")
def test_warns_freezing_when_the_approver_was_out_for_one_section() -> None:
    other = replace(ITEM, pk=2, label="§ 13", deciders=frozenset({CHAIR, ABSENT}))
    (warning,) = warns_freezing(replace(READY, items=(ITEM, other)))
    assert warning.code == "freeze.approver_absent_from_item"
    assert warning.values["item"] == "§ 13"
    assert warns_freezing(READY) == []


@pytest.mark.parametrize("signer", [CHAIR, APPROVER, SECRETARY])
def test_blocks_signing_by_those_who_should_finds_nothing(signer: int) -> None:
    assert blocks_signing(replace(SIGNING, signer=signer)) == []


@pytest.mark.law("P-08")
@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"state": ApprovalState.PREPARING}, "sign.not_frozen"),
        ({"state": ApprovalState.APPROVED}, "sign.not_frozen"),
        ({"signer": ABSENT}, "sign.not_a_signer"),
        ({"shown_sha256": "cd"}, "sign.document_changed"),
        ({"document_sha256": "", "shown_sha256": ""}, "sign.document_changed"),
        ({"authenticated_at": None}, "sign.not_authenticated_anew"),
        (
            {"authenticated_at": NOW - timedelta(minutes=6)},
            "sign.not_authenticated_anew",
        ),
        (
            {"authenticated_at": NOW + timedelta(seconds=1)},
            "sign.not_authenticated_anew",
        ),
        (
            {"signatures": (replace(SIGNATURES[0], signed_at=NOW),)},
            "sign.already_signed",
        ),
        (
            {"signatures": (replace(SIGNATURES[0], has_served=False),)},
            "sign.did_not_serve",
        ),
        (
            {
                "signatures": (
                    SIGNATURES[0],
                    SignatureFacts(Slot(CHAIR, SignerRole.APPROVER)),
                )
            },
            "sign.chair_is_approver",
        ),
    ],
)
def test_blocks_signing_when_something_is_wrong_names_it(
    change: dict[str, Any], code: str
) -> None:
    assert codes(blocks_signing(replace(SIGNING, **change))) == [code]


@pytest.mark.law("P-06")
@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({}, []),
        ({"reason": " \n"}, ["return.reason_missing"]),
        ({"person": SECRETARY}, ["return.not_a_signer"]),
        ({"state": ApprovalState.PREPARING}, ["return.not_frozen"]),
        ({"state": ApprovalState.APPROVED}, ["return.already_approved"]),
    ],
)
def test_blocks_returning_needs_a_signer_and_a_reason(
    change: dict[str, Any], found: list[str]
) -> None:
    assert codes(blocks_returning(replace(RETURNING, **change))) == found


def test_required_slots_without_a_signing_secretary_holds_chair_and_approver() -> None:
    slots = required_slots(replace(READY, secretary_signs=False))
    assert [slot.person for slot in slots] == [CHAIR, APPROVER]


@pytest.mark.law("KL-04")
def test_own_approver_when_the_usual_one_presided_signs_for_that_section() -> None:
    third = 5
    led = replace(ITEM, pk=2, chair=APPROVER, deciders=frozenset({APPROVER, third}))
    facts = replace(READY, items=(ITEM, led))
    (refusal,) = blocks_signers(facts)
    assert (refusal.code, refusal.values["item"]) == (
        "freeze.approver_is_chair",
        "§ 12",
    )
    solved = replace(facts, items=(ITEM, replace(led, own_approvers=(third,))))
    assert blocks_signers(solved) == []
    assert [(slot.person, slot.role) for slot in required_slots(solved)] == [
        (CHAIR, "chair"),
        (APPROVER, "chair"),
        (third, "approver"),
        (SECRETARY, "secretary"),
    ]


def test_own_approver_when_absent_from_that_section_is_refused() -> None:
    own = replace(ITEM, own_approvers=(ABSENT,))
    (refusal,) = blocks_signers(replace(READY, items=(own,)))
    assert refusal.code == "freeze.approver_did_not_serve"
