"""The verbs of review: send out, look through, answer, take a wording over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from django.db import transaction

from boards.access.permissions import require
from boards.shared.clock import now, today
from boards.shared.history import record
from boards.shared.legal_dates import approval_deadline
from boards.shared.outbox import enqueue
from boards.shared.refusals import refuse_if
from minutes.item.actions import save_section
from minutes.item.actions.steps import BEGUN, lock_item
from minutes.item.queries import record_of
from minutes.meeting.actions.steps import lock_meeting
from minutes.review import rules
from minutes.review.content import content_of, digest
from minutes.review.enums import AnswerKind, Verdict
from minutes.review.models import Answer, Look, Review, Reviewer, ReviewItem
from minutes.review.passages import Passage, passage_of
from minutes.review.queries import (
    is_held,
    last_sent,
    reviewers_of,
    seat_of,
    to_look_at,
)
from minutes.review.wording import with_words

if TYPE_CHECKING:
    from datetime import date

    from boards.person.models import User
    from minutes.item.models import ItemSection, MinutesItem
    from minutes.item.queries import Record
    from minutes.meeting.models import Meeting


@dataclass(frozen=True)
class Said:
    """What a reviewer says of a §, having had the bytes of `shown_sha256` before them.

    A wording is of one section, as lines of plain text.
    """

    verdict: Verdict
    shown_sha256: str
    comment: str = ""
    section: int | None = None
    wording: str = ""


@transaction.atomic
def send_for_review(
    *,
    meeting: Meeting,
    items: Sequence[MinutesItem],
    by: User | None,
    due_on: date | None = None,
) -> Review:
    """Send §§ to those who will sign them, to be looked through before (KL 5:69).

    A § may be sent again: to new signers, or for another look once it was changed.
    """
    require(by, "review.send", meeting)
    meeting = lock_meeting(meeting.pk)
    whole = record_of(meeting, items)
    due_on = due_on or usual_due(meeting)
    refuse_if(rules.blocks_sending(sending_facts(whole, items, due_on)))
    review = Review.objects.create(
        meeting=meeting, sent_at=now(), sent_by=by, due_on=due_on
    )
    asked = write_reviewers(review, whole)
    record(review, "review.sent", by=by, items=len(whole.items))
    for person, reviewer in asked.items():
        if reviewer.person.email and to_look_at(meeting, person):
            enqueue("review.ask", reviewer)
    return review


def usual_due(meeting: Meeting) -> date:
    """Return the day the minutes are to be approved by, or today once it has been."""
    return max(approval_deadline(meeting.held_on).due, today())


def sending_facts(
    whole: Record, asked: Sequence[MinutesItem], due_on: date
) -> rules.SendingFacts:
    """Return a sending as the rules want it."""
    reviewers = reviewers_of(whole)
    return rules.SendingFacts(
        items=tuple(
            rules.SentItem(
                label=f"§ {whole.number(item)}",
                reviewers=tuple(one.person_id for _role, one in reviewers[item.pk]),
                is_held=is_held(item),
            )
            for item in whole.items
        ),
        is_begun=whole.meeting.state in BEGUN,
        due_on=due_on,
        today=today(),
        latest=approval_deadline(whole.meeting.held_on).due,
        is_known={item.pk for item in asked} == {item.pk for item in whole.items},
    )


def write_reviewers(review: Review, whole: Record) -> dict[int, Reviewer]:
    """Write who looks through which §; return one row of each person."""
    asked: dict[int, Reviewer] = {}
    reviewers = reviewers_of(whole)
    for item in whole.items:
        row = ReviewItem.objects.create(review=review, item=item)
        for role, one in reviewers[item.pk]:
            reviewer = Reviewer.objects.create(
                review_item=row, person=one.person, role=role, name=str(one)
            )
            asked.setdefault(one.person_id, reviewer)
    return asked


@transaction.atomic
def look_through(*, item: MinutesItem, said: Said, by: User) -> Look:
    """Say of a § that it is ok, comment on it, or propose other words (KL 5:69).

    The same said twice of the same bytes is one look: a lost answer may be sent again.
    """
    require(by, "review.look", item.meeting)
    item = lock_item(item.pk)
    whole = record_of(item.meeting, [item])
    content = content_of(whole, whole.items[0]) if whole.items else ""
    passage = passage_of(whole, said.section)
    row = last_sent([item.meeting]).filter(item=item).first()
    reviewer = seat_of(row, by.person_id or 0) if row else None
    refuse_if(rules.blocks_look(look_facts(said, reviewer, digest(content), passage)))
    if same := repeated(reviewer, said):
        return same
    look = Look.objects.create(
        reviewer=reviewer,
        by=by,
        at=now(),
        verdict=said.verdict,
        comment=said.comment.strip(),
        **worded(said, passage),
        content=content,
        content_sha256=digest(content),
    )
    record(item, "review.looked", by=by, verdict=str(said.verdict))
    if not to_look_at(item.meeting, by.person_id or 0):
        enqueue("review.tell_secretary", look)
    return look


def look_facts(
    said: Said, reviewer: Reviewer | None, sha256: str, passage: Passage | None
) -> rules.LookFacts:
    """Return somebody's view of a § as the rules want it."""
    return rules.LookFacts(
        verdict=said.verdict,
        is_reviewer=reviewer is not None,
        shown_sha256=said.shown_sha256,
        sha256=sha256,
        comment=said.comment,
        wording=said.wording,
        before=passage.text if passage else "",
        has_section=passage is not None,
        fits=bool(passage and with_words(passage.body, said.wording)),
    )


def worded(said: Said, passage: Passage | None) -> dict[str, object]:
    """Return the proposed wording of a section, if that is what was said."""
    if said.verdict != Verdict.WORDING or passage is None:
        return {}
    return {
        "section_id": passage.pk,
        "section_heading": passage.heading,
        "before": passage.text,
        "wording": said.wording.strip(),
    }


def repeated(reviewer: Reviewer | None, said: Said) -> Look | None:
    """Return the look that says the same of the same bytes and waits for an answer.

    An ok counts only while it is the last thing that was said.
    """
    looks = list(
        Look.objects.filter(reviewer=reviewer, answer=None).order_by("-at", "-pk")
    )
    seen = looks[:1] if said.verdict == Verdict.OK else looks
    words = said.wording.strip() if said.verdict == Verdict.WORDING else ""
    section = said.section if said.verdict == Verdict.WORDING else None
    told = (said.verdict, said.shown_sha256, said.comment.strip(), words, section)
    for look in seen:
        row = (look.verdict, look.content_sha256, look.comment, look.wording)
        if told == (*row, look.section_id):
            return look
    return None


@transaction.atomic
def answer_look(*, look: Look, kind: AnswerKind, text: str, by: User | None) -> Answer:
    """Answer a remark, or note that the § was changed because of it."""
    require(by, "review.answer", look)
    look = lock_look(look.pk)
    item = look.reviewer.review_item.item
    whole = record_of(item.meeting, [item])
    now_sha256 = digest(content_of(whole, whole.items[0])) if whole.items else ""
    facts = rules.AnswerFacts(
        kind=kind,
        verdict=look.verdict,
        text=text,
        seen_sha256=look.content_sha256,
        sha256=now_sha256,
        is_answered=hasattr(look, "answer"),
    )
    refuse_if(rules.blocks_answer(facts))
    return write_answer(look, kind, text, by)


@transaction.atomic
def take_over(*, look: Look, version: int, by: User | None, text: str = "") -> Answer:
    """Write a proposed wording into its section; raises `Conflict` as saving it does.

    `version` is the one the secretary had before them.
    """
    require(by, "review.answer", look)
    lock_item(look.reviewer.review_item.item_id)
    look = lock_look(look.pk)
    passage = passage_now(look)
    body = with_words(passage.body, look.wording) if passage else None
    facts = rules.AnswerFacts(
        kind=AnswerKind.TAKEN_OVER,
        verdict=look.verdict,
        text=text,
        seen_sha256=look.content_sha256,
        sha256="",
        is_answered=hasattr(look, "answer"),
        has_section=passage is not None,
        fits=body is not None,
    )
    refuse_if(rules.blocks_answer(facts))
    # The rule has refused when there is no section.
    section = cast("ItemSection", look.section)
    save_section(section=section, body=body or "", version=version, by=by)
    return write_answer(look, AnswerKind.TAKEN_OVER, text, by)


def passage_now(look: Look) -> Passage | None:
    """Return the section of a wording as it stands, if it is still there."""
    if look.section is None:
        return None
    whole = record_of(look.section.item.meeting, [look.section.item])
    return passage_of(whole, look.section.pk)


def lock_look(pk: int) -> Look:
    """Return a look, locked: it is answered once."""
    looks = Look.objects.select_for_update(of=("self",)).select_related(
        "reviewer__review_item__item__meeting__board",
        "reviewer__review_item__review__meeting__board",
        "section__item__meeting__board",
        "answer",
    )
    return looks.get(pk=pk)


def write_answer(look: Look, kind: AnswerKind, text: str, by: User | None) -> Answer:
    """Write the answer beside the remark."""
    answer = Answer.objects.create(
        look=look, kind=kind, text=text.strip(), by=by, at=now()
    )
    item = look.reviewer.review_item.item
    record(item, "review.answered", by=by, kind=str(kind))
    return answer
