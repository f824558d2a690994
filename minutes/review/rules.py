"""Review before signature: what may be sent out, said of it, and what is still left."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from boards.shared.refusals import Refusal
from minutes.review.enums import AnswerKind, Standing, Verdict

TO_LOOK_AT = frozenset({Standing.UNSEEN, Standing.CHANGED})


@dataclass(frozen=True)
class SentItem:
    """One § about to be sent out, with those who are to sign it."""

    label: str
    reviewers: tuple[int, ...]
    is_held: bool = False


@dataclass(frozen=True)
class SendingFacts:
    """A sending: its §§ and by when; `latest` is when the minutes are to be signed."""

    items: tuple[SentItem, ...]
    is_begun: bool
    due_on: date
    today: date
    latest: date
    is_known: bool = True


@dataclass(frozen=True)
class LookFacts:
    """Somebody's view of a §, and the bytes it was formed on."""

    verdict: str
    is_reviewer: bool
    shown_sha256: str
    sha256: str
    comment: str = ""
    wording: str = ""
    before: str = ""
    has_section: bool = False
    fits: bool = True


@dataclass(frozen=True)
class AnswerFacts:
    """A remark about to be answered; `sha256` is the § as it stands."""

    kind: str
    verdict: str
    text: str
    seen_sha256: str
    sha256: str
    is_answered: bool = False
    has_section: bool = True
    fits: bool = True


def blocks_sending(facts: SendingFacts) -> list[Refusal]:
    """Find what stops a sending: no §§, nobody to read them, no time (KL 5:69)."""
    found = []
    if not facts.items:
        found.append(Refusal("review.no_items", "", {}, "items"))
    if not facts.is_known:
        found.append(Refusal("review.unknown_item", "", {}, "items"))
    if not facts.is_begun:
        found.append(Refusal("review.meeting_not_begun", "KL 5:65"))
    for item in facts.items:
        values = {"item": item.label}
        if item.is_held:
            found.append(Refusal("review.item_frozen", "KL 5:69", values, "items"))
        elif not item.reviewers:
            found.append(Refusal("review.no_reviewers", "KL 5:69", values, "items"))
    return found + blocks_due(facts)


def blocks_due(facts: SendingFacts) -> list[Refusal]:
    """Refuse a day that has been, or one after the minutes are to be signed."""
    if facts.due_on < facts.today:
        return [Refusal("review.due_past", "", {}, "due_on")]
    # Once the 14 days have run out, any coming day is better than none.
    if facts.today <= facts.latest < facts.due_on:
        values = {"latest": facts.latest}
        return [Refusal("review.due_too_late", "KL 5:69", values, "due_on")]
    return []


def blocks_look(facts: LookFacts) -> list[Refusal]:
    """Find what stops a view of a §: not asked, other bytes, or nothing said."""
    if not facts.is_reviewer:
        return [Refusal("review.not_asked", "KL 5:69")]
    found = []
    if facts.shown_sha256 != facts.sha256:
        found.append(Refusal("review.changed_meanwhile"))
    says = bool(facts.comment.strip() or facts.wording.strip())
    if facts.verdict == Verdict.OK and says:
        found.append(Refusal("review.ok_with_text", "", {}, "verdict"))
    if facts.verdict == Verdict.COMMENT and not facts.comment.strip():
        found.append(Refusal("review.comment_missing", "", {}, "comment"))
    if facts.verdict == Verdict.WORDING:
        found += blocks_wording(facts)
    return found


def blocks_wording(facts: LookFacts) -> list[Refusal]:
    """Refuse a wording of nothing, the same words, or one that breaks a list."""
    if not facts.has_section:
        return [Refusal("review.no_section", "", {}, "verdict")]
    if facts.wording.split() == facts.before.split() or not facts.wording.strip():
        return [Refusal("review.wording_same", "", {}, "verdict")]
    return [] if facts.fits else [Refusal("review.wording_lines")]


def blocks_answer(facts: AnswerFacts) -> list[Refusal]:
    """Find what stops an answer: it was given, is empty, or says what is not so."""
    if facts.is_answered:
        return [Refusal("review.answered_already")]
    if facts.verdict == Verdict.OK:
        return [Refusal("review.nothing_to_answer")]
    if facts.kind == AnswerKind.ANSWERED and not facts.text.strip():
        return [Refusal("review.answer_missing", "", {}, "text")]
    if facts.kind == AnswerKind.CHANGED and facts.sha256 == facts.seen_sha256:
        return [Refusal("review.not_changed", "", {}, "kind")]
    if facts.kind == AnswerKind.TAKEN_OVER:
        return blocks_taking_over(facts)
    return []


def blocks_taking_over(facts: AnswerFacts) -> list[Refusal]:
    """Refuse to take over what is no wording, or has nowhere to go."""
    if facts.verdict != Verdict.WORDING:
        return [Refusal("review.no_wording")]
    if not facts.has_section:
        return [Refusal("review.section_gone")]
    return [] if facts.fits else [Refusal("review.wording_lines")]


def standing(looks: Iterable[tuple[str, str]], sha256: str) -> Standing:
    """Return where a § stands with somebody: the last look counts, on its own bytes.

    `looks` are verdicts with the hash of what was looked at, the oldest first.
    """
    seen = list(looks)
    if not seen:
        return Standing.UNSEEN
    verdict, looked_at = seen[-1]
    if looked_at != sha256:
        return Standing.CHANGED
    return Standing.OK if verdict == Verdict.OK else Standing.REMARKED
