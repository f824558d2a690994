"""Who approves minutes, when, and what the minutes must hold first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from boards.shared.legal_dates import Deadline, approval_deadline
from boards.shared.refusals import Refusal
from minutes.approval.enums import ApprovalState, SignerRole

STOCKHOLM = ZoneInfo("Europe/Stockholm")


@dataclass(frozen=True)
class ItemFacts:
    """One § as the check list before justering sees it; `chair` presided at it.

    `own_approvers` were chosen for this § alone, as when an approver has jäv in it.
    """

    pk: int
    label: str
    present: int
    needed: int
    chair: int | None
    deciders: frozenset[int]
    own_approvers: tuple[int, ...] = ()
    decision_points: int = 0
    is_information: bool = False
    unsettled_rounds: int = 0
    open_proposals: int = 0
    reservations_without_text: int = 0
    is_secret: bool = False
    is_in_other_approval: bool = False
    secret_documents: tuple[str, ...] = ()
    shows_secret_title: bool = False
    # What the rules of the § itself find: a point its own vote contradicts.
    cannot_be: tuple[Refusal, ...] = ()


@dataclass(frozen=True)
class FreezeFacts:
    """A justering about to be frozen: its §§, and who was chosen to sign."""

    items: tuple[ItemFacts, ...]
    approvers: tuple[int, ...]
    approver_count: int
    secretary: int | None
    secretary_signs: bool
    is_meeting_closed: bool
    is_immediate: bool = False

    def approvers_of(self, item: ItemFacts) -> tuple[int, ...]:
        """Return who approves a § beside its chair."""
        return item.own_approvers or self.approvers


@dataclass(frozen=True)
class Slot:
    """One signature that is required: whose, and as what."""

    person: int
    role: str


@dataclass(frozen=True)
class SignatureFacts:
    """A slot and when it was signed."""

    slot: Slot
    signed_at: datetime | None = None
    has_served: bool = True
    has_mandate: bool = True


@dataclass(frozen=True)
class SigningFacts:
    """Somebody about to sign: what was shown to them, and how they proved who they are.

    `moment` is when they did so; `level` how sure it is, `needed` what the board asks.
    """

    state: str
    signatures: tuple[SignatureFacts, ...]
    signer: int
    document_sha256: str
    shown_sha256: str
    authenticated_at: datetime | None
    moment: datetime
    freshness: timedelta
    level: int = 1
    needed: int = 1


@dataclass(frozen=True)
class ReturnFacts:
    """Somebody about to send minutes back unsigned."""

    state: str
    signers: frozenset[int]
    person: int
    reason: str


@dataclass(frozen=True)
class SlipFacts:
    """One slip to put right, how often it stands there, and its place in the form."""

    wrong: str
    right: str
    found: int
    place: int = 0


@dataclass(frozen=True)
class CorrectionFacts:
    """Approved minutes about to get a corrected version."""

    state: str
    is_newest: bool
    has_open_correction: bool
    slips: tuple[SlipFacts, ...]
    ground: str


@dataclass(frozen=True)
class ReserveFacts:
    """Somebody who cannot sign, and the reserve who is to."""

    state: str
    role: str
    has_signed: bool
    is_correction: bool
    is_reserve: bool
    reason: str


def approval_due(meeting_day: date) -> Deadline:
    """Return when the minutes are to be approved: 14 days (KL 5:69; P-03)."""
    return approval_deadline(meeting_day)


def approved_on(signed: Iterable[datetime | None]) -> date | None:
    """Return the local date of the last required signature, if all are there (P-08)."""
    moments = list(signed)
    given = [moment for moment in moments if moment is not None]
    if not given or len(given) < len(moments):
        return None
    return max(given).astimezone(STOCKHOLM).date()


def required_slots(facts: FreezeFacts) -> tuple[Slot, ...]:
    """Return who has to sign: whoever presided at a §, the approvers, the secretary.

    One who presided at some §§ and approves the others signs once, as chair.
    """
    chairs = dict.fromkeys(item.chair for item in facts.items if item.chair is not None)
    approvers = dict.fromkeys(
        person
        for item in facts.items
        for person in facts.approvers_of(item)
        if person not in chairs
    )
    slots = [Slot(person, SignerRole.CHAIR) for person in chairs]
    slots += [Slot(person, SignerRole.APPROVER) for person in approvers]
    if facts.secretary_signs and facts.secretary is not None:
        slots.append(Slot(facts.secretary, SignerRole.SECRETARY))
    return tuple(slots)


def blocks_freezing(facts: FreezeFacts) -> list[Refusal]:
    """Find what the law still misses before justering (KL 5:65–69; P-01, P-08)."""
    found = []
    if not facts.items:
        found.append(Refusal("freeze.no_items", "KL 5:65"))
    if not facts.is_meeting_closed and not facts.is_immediate:
        found.append(Refusal("freeze.meeting_open", "KL 5:69"))
    if len({item.is_secret for item in facts.items}) > 1:
        found.append(Refusal("freeze.secret_with_open"))
    for item in facts.items:
        found += _blocks_item(item)
    return found + blocks_signers(facts)


def blocks_signers(facts: FreezeFacts) -> list[Refusal]:
    """Find who may not sign as what: chair and approver are two people (P-08)."""
    found = []
    if any(item.chair is None for item in facts.items):
        found.append(Refusal("freeze.no_chair", "KL 5:69, 6:35"))
    if len(set(facts.approvers)) != facts.approver_count:
        values = {"chosen": len(set(facts.approvers)), "needed": facts.approver_count}
        found.append(Refusal("freeze.approver_count", "KL 5:69", values, "approvers"))
    found += _blocks_approvers(facts)
    if facts.secretary_signs and facts.secretary is None:
        found.append(Refusal("freeze.no_secretary", "reglementet", {}, "secretary"))
    return found


def _blocks_approvers(facts: FreezeFacts) -> list[Refusal]:
    """Find approvers who preside at what they approve, write it, or did not serve."""
    served = {person for item in facts.items for person in item.deciders}
    found: dict[tuple[int, str], Refusal] = {}
    for item in facts.items:
        for person in facts.approvers_of(item):
            values = {"person": person, "item": item.label}
            there = item.deciders if item.own_approvers else served
            if person == item.chair:
                code = "freeze.approver_is_chair"
            elif person == facts.secretary:
                code = "freeze.approver_is_secretary"
            elif person not in there:
                code = "freeze.approver_did_not_serve"
            else:
                continue
            refusal = Refusal(code, "KL 5:69", values, "approvers")
            found.setdefault((person, code), refusal)
    return list(found.values())


def warns_freezing(facts: FreezeFacts) -> list[Refusal]:
    """Find §§ whose approver took no part in them, as after jäv (KL 6:28; KL-04)."""
    served = {person for item in facts.items for person in item.deciders}
    return [
        Refusal("freeze.approver_absent_from_item", "KL 6:28", {"item": item.label})
        for item in facts.items
        if any(person in served - item.deciders for person in facts.approvers_of(item))
    ]


def blocks_beginning(facts: SigningFacts) -> list[Refusal]:
    """Find what stops somebody from signing, whoever they are (KL 5:69; P-08)."""
    found = []
    if facts.state != ApprovalState.FROZEN:
        found.append(Refusal("sign.not_frozen", "KL 5:69"))
    mine = [row for row in facts.signatures if row.slot.person == facts.signer]
    if not mine:
        found.append(Refusal("sign.not_a_signer", "KL 5:69"))
    if mine and all(row.signed_at is not None for row in mine):
        found.append(Refusal("sign.already_signed", "KL 5:69"))
    elected = [row for row in mine if row.slot.role != SignerRole.SECRETARY]
    if not all(row.has_served for row in elected):
        found.append(Refusal("sign.did_not_serve", "KL 5:69"))
    if not all(row.has_mandate for row in elected):
        found.append(Refusal("sign.mandate_ended", "KL 4:4, 5:69"))
    if {row.slot.role for row in mine} >= {SignerRole.CHAIR, SignerRole.APPROVER}:
        found.append(Refusal("sign.chair_is_approver", "KL 5:69"))
    if not facts.document_sha256 or facts.shown_sha256 != facts.document_sha256:
        found.append(Refusal("sign.document_changed", "eIDAS art. 26"))
    return found


def blocks_signing(facts: SigningFacts) -> list[Refusal]:
    """Find what stops a signature: the slot, the bytes, or the proof (P-08)."""
    found = blocks_beginning(facts)
    if facts.level < facts.needed:
        values = {"level": facts.level, "needed": facts.needed}
        found.append(Refusal("sign.assurance_too_low", "reglementet", values))
    if not _is_fresh(facts):
        found.append(
            Refusal("sign.not_authenticated_anew", "eIDAS art. 26", {}, "password")
        )
    return found


def blocks_returning(facts: ReturnFacts) -> list[Refusal]:
    """Find what stops sending minutes back: only a signer, with a reason (P-06)."""
    found = []
    if facts.state == ApprovalState.APPROVED:
        found.append(Refusal("return.already_approved", "JO 581-2013"))
    elif facts.state != ApprovalState.FROZEN:
        found.append(Refusal("return.not_frozen"))
    if facts.person not in facts.signers:
        found.append(Refusal("return.not_a_signer"))
    if not facts.reason.strip():
        found.append(Refusal("return.reason_missing", "", {}, "reason"))
    return found


def blocks_reserve(facts: ReserveFacts) -> list[Refusal]:
    """Find what stops a reserve from taking over: only a chosen one (KL 5:69)."""
    found = []
    if facts.state != ApprovalState.FROZEN:
        found.append(Refusal("return.not_frozen"))
    if facts.role != SignerRole.APPROVER:
        found.append(Refusal("reserve.not_an_approver", "KL 5:69", {}, "approver"))
    if facts.has_signed:
        found.append(Refusal("reserve.has_signed", "KL 5:69", {}, "approver"))
    if facts.is_correction:
        found.append(Refusal("reserve.correction", "JO 581-2013"))
    if not facts.is_reserve:
        found.append(Refusal("reserve.not_chosen", "KL 5:69", {}, "reserve"))
    if not facts.reason.strip():
        found.append(Refusal("return.reason_missing", "", {}, "reason"))
    return found


def blocks_correcting(facts: CorrectionFacts) -> list[Refusal]:
    """Find what stops a correction: slips only, and never silently (FL 36; P-05)."""
    found = []
    if facts.state != ApprovalState.APPROVED:
        found.append(Refusal("correct.not_approved", "JO 581-2013"))
    if not facts.is_newest:
        found.append(Refusal("correct.not_newest", "JO 581-2013"))
    if facts.has_open_correction:
        found.append(Refusal("correct.open_already", "JO 581-2013"))
    if not facts.slips:
        found.append(Refusal("correct.nothing", "FL 36", {}, "wrong_1"))
    if not facts.ground.strip():
        found.append(Refusal("correct.no_ground", "JO 581-2013", {}, "ground"))
    for slip in facts.slips:
        found += _blocks_slip(slip)
    return found


def _blocks_slip(slip: SlipFacts) -> list[Refusal]:
    wrong, right = f"wrong_{slip.place}", f"right_{slip.place}"
    if not slip.wrong.strip():
        return [Refusal("correct.nothing", "FL 36", {}, wrong)]
    if not slip.right.strip():
        return [Refusal("correct.no_right", "FL 36", {}, right)]
    if slip.wrong.split() == slip.right.split():
        return [Refusal("correct.same", "FL 36", {}, right)]
    if not slip.found:
        return [Refusal("correct.not_found", "FL 36", {"wrong": slip.wrong}, wrong)]
    return []


def _blocks_item(item: ItemFacts) -> list[Refusal]:
    """Find what one § misses, each with the law that asks for it."""
    checks = (
        (
            not item.decision_points and not item.is_information,
            "freeze.decision_missing",
            "KL 5:66",
        ),
        (item.present < item.needed, "freeze.not_quorate", "KL 6:27"),
        (item.unsettled_rounds > 0, "freeze.round_unsettled", "KL 5:67"),
        (item.open_proposals > 0, "freeze.proposal_unsettled", "KL 5:67"),
        (item.reservations_without_text > 0, "freeze.reservation_text", "KL 5:67"),
        (item.is_in_other_approval, "freeze.item_in_other_approval", "KL 8:12"),
        (item.shows_secret_title, "freeze.secret_heading", "OSL 5:5"),
    )
    values = {"item": item.label, "present": item.present, "needed": item.needed}
    found = [Refusal(code, law, values) for fails, code, law in checks if fails]
    found += [Refusal("freeze.against_law", no.law, values) for no in item.cannot_be]
    return found + [
        Refusal(
            "freeze.secret_document",
            "OSL 5:5",
            {"item": item.label, "document": document},
        )
        for document in item.secret_documents
    ]


def _is_fresh(facts: SigningFacts) -> bool:
    """Say whether the signer proved who they are just now (P-08, S-02)."""
    if facts.authenticated_at is None:
        return False
    return timedelta(0) <= facts.moment - facts.authenticated_at <= facts.freshness
