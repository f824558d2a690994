"""Sending out, looking through, answering and taking over."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection, transaction

from boards.shared.clock import at, local
from boards.shared.models import HistoryEvent, OutboxMessage
from boards.shared.refusals import Refused
from minutes.item.actions import Conflict, mark_item_secret
from minutes.item.models import MinutesItem
from minutes.meeting.models import Meeting
from minutes.review import actions
from minutes.review.enums import AnswerKind, Standing, Verdict
from minutes.review.models import Answer, Look, Review, Reviewer
from minutes.review.queries import reviewed, to_look_at
from tests.factories import approvals as make
from tests.factories import meetings, reviews
from tests.factories.items import section_of

NOW = "2020-09-30T10:00:00+02:00"
pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(NOW, tick=False)]


def codes(no: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [refusal.code for refusal in no.value.refusals]


def first(meeting: Meeting) -> MinutesItem:
    return make.items_of(meeting)[0]


def standings(meeting: Meeting, family_name: str = "Lindqvist") -> list[Standing]:
    person = meetings.attendance(meeting, family_name).person_id
    return [row.seats[0].standing for row in reviewed(meeting, person)]


@pytest.mark.law("P-03")
def test_send_when_meeting_is_closed_then_chair_and_approver_are_asked() -> None:
    meeting = reviews.sent()
    asked = Reviewer.objects.filter(review_item__item=first(meeting))
    assert [(row.name, row.role) for row in asked] == [
        ("Göran Ekström (M)", "chair"),
        ("Birgitta Lindqvist (C)", "approver"),
    ]
    assert Review.objects.get().due_on == date(2020, 10, 13)
    assert OutboxMessage.objects.filter(kind="review.ask").count() == 2
    assert HistoryEvent.objects.filter(code="review.sent").exists()


def test_send_when_a_point_has_its_own_approver_then_they_are_asked_there() -> None:
    meeting = make.decided()
    item = first(meeting)
    own = meetings.attendance(meeting, "Åhlund")
    meeting.chosen_approvers.create(attendance=own, for_item=item.agenda_item)
    reviews.sent(meeting)
    asked = Reviewer.objects.filter(role="approver").order_by("review_item__item_id")
    assert [row.person.family_name for row in asked] == [
        "Åhlund",
        "Lindqvist",
        "Lindqvist",
    ]


def test_send_when_not_the_secretary_then_denied() -> None:
    meeting = make.decided()
    with pytest.raises(PermissionDenied):
        reviews.sent(meeting, by=reviews.reviewer(meeting))
    assert not Review.objects.exists()


def test_send_when_frozen_or_unknown_then_refused() -> None:
    meeting = make.decided()
    make.frozen(meeting, items=[first(meeting)])
    with pytest.raises(Refused) as no:
        reviews.sent(meeting)
    assert codes(no) == ["review.item_frozen"]
    other = reviews.worded(
        make.decided(meetings.planned(meetings.board_with_roster("b")))
    )
    with pytest.raises(Refused) as no:
        reviews.sent(meeting, items=[first(other)])
    assert codes(no) == ["review.no_items", "review.unknown_item"]


def test_look_when_ok_then_bound_to_what_was_seen() -> None:
    meeting = reviews.sent()
    look = reviews.look(first(meeting), reviews.reviewer(meeting))
    assert look.content_sha256 == reviews.sha256_of(first(meeting))
    assert "att besluta i ärendet Ärende 1." in look.content
    assert standings(meeting) == [Standing.OK, Standing.UNSEEN, Standing.UNSEEN]


@pytest.mark.law("P-04")
def test_look_when_one_item_changes_then_only_that_needs_another() -> None:
    meeting = reviews.sent()
    by = reviews.reviewer(meeting)
    for item in make.items_of(meeting):
        reviews.look(item, by)
    assert standings(meeting) == [Standing.OK] * 3
    reviews.rewrite(make.items_of(meeting)[1])
    assert standings(meeting) == [Standing.OK, Standing.CHANGED, Standing.OK]
    row = to_look_at(meeting, by.person_id)[0]
    changed = row.changes_since(row.seats[0].last)
    assert [one.text for one in changed if one.kind == "new"] == ["Skrivet på nytt."]


def test_look_when_only_the_number_shifts_then_stays() -> None:
    meeting = reviews.sent()
    reviews.look(make.items_of(meeting)[2], reviews.reviewer(meeting))
    earlier = local(date(2020, 9, 1), 9)
    other = meetings.planned_again(meeting)
    Meeting.objects.filter(pk=other.pk).update(starts_at=earlier)
    meetings.with_points(other, 2)
    rows = reviewed(meeting)
    assert [row.number for row in rows] == [3, 4, 5]
    assert standings(meeting)[2] == Standing.OK


def test_look_when_other_bytes_were_shown_then_refused() -> None:
    meeting = reviews.sent()
    seen = reviews.sha256_of(first(meeting))
    reviews.rewrite(first(meeting))
    with pytest.raises(Refused) as no:
        reviews.look(first(meeting), reviews.reviewer(meeting), shown_sha256=seen)
    assert codes(no) == ["review.changed_meanwhile"]
    assert not Look.objects.exists()


def test_look_when_sent_twice_then_one_look() -> None:
    meeting = reviews.sent()
    by = reviews.reviewer(meeting)
    assert reviews.remark(first(meeting), by) == reviews.remark(first(meeting), by)
    assert Look.objects.count() == 1


def test_look_when_all_is_seen_then_secretary_is_told() -> None:
    meeting = reviews.sent()
    by = reviews.reviewer(meeting)
    for item in make.items_of(meeting):
        assert not OutboxMessage.objects.filter(kind="review.tell_secretary").exists()
        reviews.look(item, by)
    assert OutboxMessage.objects.filter(kind="review.tell_secretary").count() == 1


def test_look_when_not_asked_for_the_item_then_refused() -> None:
    meeting = reviews.worded(make.decided())
    reviews.sent(meeting, items=[first(meeting)])
    with pytest.raises(Refused) as no:
        reviews.look(make.items_of(meeting)[1], reviews.reviewer(meeting))
    assert codes(no) == ["review.not_asked"]
    with pytest.raises(PermissionDenied):
        reviews.look(first(meeting), reviews.reviewer(meeting, "Wikman"))


def test_look_when_frozen_then_refused_by_rule_and_database() -> None:
    meeting = reviews.sent()
    by = reviews.reviewer(meeting)
    look = reviews.look(first(meeting), by)
    make.frozen(meeting)
    with pytest.raises(Refused) as no:
        reviews.remark(first(meeting), by)
    assert codes(no) == ["item.frozen"]
    look.pk = None
    with (
        pytest.raises(DatabaseError, match="part of frozen minutes"),
        transaction.atomic(),
    ):
        look.save(force_insert=True)


@pytest.mark.parametrize(
    "attack",
    [
        "UPDATE minutes_look SET comment = 'x'",
        "DELETE FROM minutes_look",
        "UPDATE minutes_answer SET text = 'x'",
        "DELETE FROM minutes_reviewer",
        "UPDATE minutes_review SET due_on = '2030-01-01'",
        "UPDATE minutes_reviewitem SET review_id = review_id + 0, item_id = 1",
    ],
)
def test_rows_when_changed_by_sql_then_the_database_refuses(attack: str) -> None:
    meeting = reviews.sent()
    look = reviews.remark(first(meeting), reviews.reviewer(meeting))
    actions.answer_look(
        look=look, kind=AnswerKind.ANSWERED, text="Ja.", by=meeting.secretary
    )
    with (
        pytest.raises(DatabaseError),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(attack)


def test_look_when_written_for_another_then_the_database_refuses() -> None:
    meeting = reviews.sent()
    look = reviews.look(first(meeting), reviews.reviewer(meeting))
    look.pk, look.by = None, reviews.reviewer(meeting, "Ekström")
    with pytest.raises(DatabaseError, match="only the reviewer"), transaction.atomic():
        look.save(force_insert=True)


def test_look_when_hash_is_of_other_content_then_the_database_refuses() -> None:
    meeting = reviews.sent()
    look = reviews.look(first(meeting), reviews.reviewer(meeting))
    look.pk, look.content_sha256 = None, "0" * 64
    with pytest.raises(DatabaseError), transaction.atomic():
        look.save(force_insert=True)


def test_secret_item_when_sent_then_only_its_signers_have_it() -> None:
    meeting = reviews.worded(make.decided())
    item = first(meeting)
    own = meetings.attendance(meeting, "Åhlund")
    meeting.chosen_approvers.create(attendance=own, for_item=item.agenda_item)
    mark_item_secret(item=item, legal_ground="OSL 21:1", by=meeting.secretary)
    reviews.sent(meeting)
    person = meetings.attendance(meeting, "Lindqvist").person_id
    assert item not in [row.item for row in reviewed(meeting, person)]
    assert len(reviewed(meeting, person)) == 2


def test_answer_when_given_then_kept_and_not_given_twice() -> None:
    meeting = reviews.sent()
    look = reviews.remark(first(meeting), reviews.reviewer(meeting))
    with pytest.raises(PermissionDenied):
        actions.answer_look(look=look, kind=AnswerKind.ANSWERED, text="Ja.", by=look.by)
    given = {"look": look, "kind": AnswerKind.ANSWERED, "by": meeting.secretary}
    actions.answer_look(text="Det var jag.", **given)
    with pytest.raises(Refused) as no:
        actions.answer_look(text="Igen.", **given)
    assert codes(no) == ["review.answered_already"]
    assert Answer.objects.get().text == "Det var jag."


def test_answer_when_said_to_be_changed_then_the_item_has_to_be() -> None:
    meeting = reviews.sent()
    look = reviews.remark(first(meeting), reviews.reviewer(meeting))
    given = {"look": look, "kind": AnswerKind.CHANGED, "by": meeting.secretary}
    with pytest.raises(Refused) as no:
        actions.answer_look(text="", **given)
    assert codes(no) == ["review.not_changed"]
    reviews.rewrite(first(meeting))
    assert actions.answer_look(text="", **given).kind == AnswerKind.CHANGED


def test_take_over_when_wording_fits_then_section_has_it() -> None:
    meeting = reviews.sent()
    item = first(meeting)
    look = reviews.proposal(item, reviews.reviewer(meeting))
    version = section_of(item).version
    actions.take_over(look=look, version=version, by=meeting.secretary)
    assert section_of(item).body == "<p>Nämnden fick veta.</p>"
    assert Answer.objects.get().kind == AnswerKind.TAKEN_OVER
    assert standings(meeting)[0] == Standing.CHANGED


def test_take_over_when_somebody_saved_meanwhile_then_conflict_and_no_answer() -> None:
    meeting = reviews.sent()
    item = first(meeting)
    look = reviews.proposal(item, reviews.reviewer(meeting))
    version = section_of(item).version
    reviews.rewrite(item)
    with pytest.raises(Conflict):
        actions.take_over(look=look, version=version, by=meeting.secretary)
    assert not Answer.objects.exists()


def test_take_over_when_section_is_gone_then_refused_and_look_stays() -> None:
    meeting = reviews.sent()
    item = first(meeting)
    look = reviews.proposal(item, reviews.reviewer(meeting))
    section_of(item).delete()
    with pytest.raises(Refused) as no:
        actions.take_over(look=look, version=1, by=meeting.secretary)
    assert codes(no) == ["review.section_gone"]
    assert Look.objects.get().wording == "Nämnden fick veta."


def test_take_over_when_it_is_a_comment_then_refused() -> None:
    meeting = reviews.sent()
    look = reviews.remark(first(meeting), reviews.reviewer(meeting))
    with pytest.raises(Refused) as no:
        actions.take_over(look=look, version=1, by=meeting.secretary)
    assert codes(no) == ["review.no_wording"]


def test_sent_again_when_a_look_still_holds_then_it_counts() -> None:
    meeting = reviews.sent()
    by = reviews.reviewer(meeting)
    for item in make.items_of(meeting):
        reviews.look(item, by)
    with at(local(date(2020, 10, 2), 9)):
        reviews.sent(meeting)
    assert standings(meeting) == [Standing.OK] * 3
    again = OutboxMessage.objects.filter(kind="review.ask").count()
    assert again == 3, "the one who has looked at all is not asked again"


def test_wording_when_same_verdict_in_generated_section_then_taken_over() -> None:
    meeting = reviews.sent()
    item = first(meeting)
    section = item.sections.create(kind="notes", position=9)
    with pytest.raises(Refused) as no:
        reviews.look(
            item,
            reviews.reviewer(meeting),
            verdict=Verdict.WORDING,
            wording="x",
            section=section.pk,
        )
    assert codes(no) == ["review.no_section"]


def test_remark_when_its_maker_is_replaced_then_the_secretary_still_sees_it() -> None:
    meeting = reviews.sent()
    item = first(meeting)
    look = reviews.remark(item, reviews.reviewer(meeting))
    own = meetings.attendance(meeting, "Åhlund")
    meeting.chosen_approvers.create(attendance=own, for_item=item.agenda_item)
    with at(local(date(2020, 10, 2), 9)):
        reviews.sent(meeting)
    row = reviewed(meeting)[0]
    assert row.unanswered == [look]
    assert [seat.reviewer.person.family_name for seat in row.seats] == [
        "Ekström",
        "Åhlund",
    ]
    with pytest.raises(Refused) as no:
        reviews.look(item, look.by)
    assert codes(no) == ["review.not_asked"]


def test_take_over_when_the_wording_is_hostile_then_it_stays_text() -> None:
    meeting = reviews.sent()
    item = first(meeting)
    words = "Nämnden <script>alert(1)</script> & <b>beslutar</b>"
    look = reviews.proposal(item, reviews.reviewer(meeting), words)
    version = section_of(item).version
    actions.take_over(look=look, version=version, by=meeting.secretary)
    body = section_of(item).body
    assert "<script" not in body
    assert "<b>" not in body
    assert "&lt;script&gt;" in body
