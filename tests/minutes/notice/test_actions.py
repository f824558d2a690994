"""The notice: up, its dates, down, and the court."""

from datetime import date, datetime, timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from boards.board.models import Municipality
from boards.shared.clock import at, local
from boards.shared.models import HistoryEvent, OutboxMessage
from boards.shared.refusals import Refused
from boards.shared.texts import sentence
from minutes.notice import actions
from minutes.notice.models import FinalConfirmation, Notice, PostingCertificate
from minutes.notice.tasks import take_down_due_notices
from minutes.notice.texts import explanation
from tests.factories import approvals as make

pytestmark = pytest.mark.django_db

DAY = date(2020, 9, 29)
NOON = local(DAY, 12)


def notice_in(approval: make.Approval, name: str) -> Notice:
    return approval.notices.get(municipality__name=name)


def post(approval: make.Approval, name: str, moment: datetime = NOON) -> Notice:
    with at(moment):
        return actions.post_notice(
            approval=approval,
            municipality=Municipality.objects.get(name=name),
            by=approval.meeting.secretary,
        )


def test_approval_when_given_then_a_notice_waits_in_every_municipality() -> None:
    approval = make.approved_on(NOON)
    rows = approval.notices.order_by("municipality__name")
    assert [row.municipality.name for row in rows] == ["Alby", "Berga"]
    assert {row.due_on for row in rows} == {date(2020, 10, 1)}


@pytest.mark.law("A-06")
def test_post_when_last_board_posts_then_the_models_dates_on_all() -> None:
    approval = make.posted(make.approved_on(NOON), NOON)
    for notice in approval.notices.all():
        assert notice.posted_on == DAY
        assert notice.last_appeal_day == date(2020, 10, 20)
        assert notice.removable_on == date(2020, 10, 21)


@pytest.mark.law("A-07")
def test_post_when_one_board_has_not_posted_then_no_dates_until_it_has() -> None:
    approval = make.approved_on(NOON)
    first = post(approval, "Alby")
    assert first.last_appeal_day is None
    assert "1 av 2" in explanation(first) or "1 of 2" in explanation(first)
    post(approval, "Berga", local(date(2020, 10, 1), 9))
    first.refresh_from_db()
    assert first.removable_on == date(2020, 10, 23)
    assert "2020-10-22" in explanation(first)


def test_post_when_not_approved_then_refused() -> None:
    approval = make.sealed()
    with pytest.raises(Refused, match=r"notice.not_approved"):
        post(approval, "Alby")


def test_post_when_twice_then_refused() -> None:
    approval = make.approved_on(NOON)
    post(approval, "Alby")
    with pytest.raises(Refused, match=r"notice.already_posted"):
        post(approval, "Alby")


@pytest.mark.law("A-04")
def test_post_when_late_then_posted_and_marked() -> None:
    approval = make.approved_on(NOON)
    assert post(approval, "Alby", local(date(2020, 10, 2), 9)).is_late
    assert HistoryEvent.objects.get(code="notice.posted").values["is_late"]


@pytest.mark.law("A-13")
def test_post_when_late_in_the_evening_utc_then_local_date_counts() -> None:
    approval = make.approved_on(NOON)
    evening = datetime.fromisoformat("2020-09-30T22:30:00+00:00")
    assert post(approval, "Alby", evening).posted_on == date(2020, 10, 1)


SEEN = actions.Proof("Eva Ek, e-post 2020-09-30", "https://berga.example/anslag/1")


def external(approval: make.Approval, day: date, proof: actions.Proof = SEEN) -> Notice:
    berga = Municipality.objects.get(name="Berga")
    with at(local(date(2020, 10, 5), 9)):
        return actions.record_external_posting(
            approval=approval,
            municipality=berga,
            posted_on=day,
            proof=proof,
            by=approval.meeting.secretary,
        )


@pytest.mark.law("A-07")
def test_external_posting_when_recorded_then_counts_as_posted() -> None:
    approval = make.approved_on(NOON)
    Municipality.objects.filter(name="Berga").update(is_served_here=False)
    post(approval, "Alby")
    assert external(approval, DAY).removable_on == date(2020, 10, 21)


@pytest.mark.parametrize(
    ("day", "proof", "field"),
    [
        (date(2020, 10, 6), SEEN, "posted_on"),
        (date(2020, 9, 28), SEEN, "posted_on"),
        (DAY, actions.Proof(" ", SEEN.address), "told_by"),
        (DAY, actions.Proof("Eva Ek, i dag"), "address"),
    ],
)
def test_external_posting_when_wrong_then_refused_at_field(
    day: date, proof: actions.Proof, field: str
) -> None:
    approval = make.approved_on(NOON)
    Municipality.objects.filter(name="Berga").update(is_served_here=False)
    with pytest.raises(Refused) as no:
        external(approval, day, proof)
    assert [row.field for row in no.value.refusals] == [field]


@pytest.mark.law("A-07")
def test_external_posting_when_written_without_proof_then_the_database_refuses() -> (
    None
):
    approval = make.approved_on(NOON)
    Municipality.objects.filter(name="Berga").update(is_served_here=False)
    rows = Notice.objects.filter(municipality__name="Berga")
    with pytest.raises(DatabaseError), transaction.atomic():
        rows.update(posted_on=DAY, proof="Eva Ek")
    external(approval, DAY)
    for change in ({"proof": "Annan"}, {"proof_url": ""}):
        with pytest.raises(DatabaseError), transaction.atomic():
            rows.update(**change)


def test_posting_when_the_wrong_way_for_the_board_then_refused() -> None:
    approval = make.approved_on(NOON)
    with pytest.raises(Refused, match=r"notice.board_is_ours"):
        external(approval, DAY)
    Municipality.objects.filter(name="Berga").update(is_served_here=False)
    with pytest.raises(Refused, match=r"notice.board_is_external"):
        post(approval, "Berga")


@pytest.mark.law("A-05")
def test_take_down_when_last_day_has_not_passed_then_refused_with_the_day() -> None:
    approval = make.posted(make.approved_on(NOON), NOON)
    notice = notice_in(approval, "Alby")
    with at(local(date(2020, 10, 20), 23)), pytest.raises(Refused) as no:
        actions.take_down_notice(notice=notice, by=approval.meeting.secretary)
    assert "2020-10-21" in sentence(no.value.refusals[0])


@pytest.mark.law("A-05")
def test_task_when_last_day_passes_then_down_just_after_midnight() -> None:
    approval = make.posted(make.approved_on(NOON), NOON)
    with at(local(date(2020, 10, 20), 23, 59)):
        take_down_due_notices()
    assert not Notice.objects.filter(taken_down_on__isnull=False).exists()
    with at(local(date(2020, 10, 21), 0, 1)):
        take_down_due_notices()
        take_down_due_notices()
    down = {row.taken_down_on for row in approval.notices.all()}
    assert down == {date(2020, 10, 21)}
    assert OutboxMessage.objects.filter(kind="notice.certificate").count() == 2


def test_task_when_board_is_external_then_left_to_people() -> None:
    approval = make.posted(make.approved_on(NOON), NOON)
    Municipality.objects.filter(name="Berga").update(is_served_here=False)
    make.taken_down(approval)
    assert notice_in(approval, "Berga").taken_down_on is None


@pytest.mark.law("A-11")
def test_certificate_when_down_then_made_once_with_both_days() -> None:
    approval = make.taken_down()
    make.work_off()
    notice = notice_in(approval, "Alby")
    actions.certify_posting(notice=notice)
    certificate = PostingCertificate.objects.get(notice=notice)
    assert certificate.document.read().startswith(b"%PDF")


@pytest.mark.law("A-09")
def test_final_when_time_runs_or_court_not_asked_then_refused() -> None:
    approval = make.posted(make.approved_on(NOON), NOON)
    by = approval.meeting.secretary
    with at(local(date(2020, 10, 20), 12)), pytest.raises(Refused) as no:
        actions.confirm_final(approval=approval, answer="", by=by)
    codes = [row.code for row in no.value.refusals]
    assert codes == ["notice.time_still_runs", "notice.court_not_asked"]


@pytest.mark.law("A-09")
def test_final_when_court_has_answered_then_confirmed_once() -> None:
    approval = make.taken_down()
    by = approval.meeting.secretary
    actions.confirm_final(approval=approval, answer="Inget överklagande", by=by)
    assert FinalConfirmation.objects.get().final_on == date(2020, 10, 21)
    with pytest.raises(Refused, match=r"notice.final_already"):
        actions.confirm_final(approval=approval, answer="Igen", by=by)


@pytest.mark.law("A-05")
@pytest.mark.parametrize(
    "change",
    [
        "taken_down_on = '2020-10-20', taken_down_at = now()",
        "removable_on = '2020-10-01', last_appeal_day = '2020-09-30'",
        "last_appeal_day = NULL, removable_on = NULL",
        "posted_on = '2020-09-01'",
        "posted_on = NULL",
    ],
)
def test_notice_when_changed_in_plain_sql_then_refused(change: str) -> None:
    make.posted(make.approved_on(NOON), NOON)
    with connection.cursor() as cursor:
        for sql in (
            f"UPDATE minutes_notice SET {change}",
            "DELETE FROM minutes_notice",
        ):
            with pytest.raises(DatabaseError), transaction.atomic():
                cursor.execute(sql)


def test_notice_when_posted_in_plain_sql_before_approval_then_refused() -> None:
    approval = make.sealed()
    host = approval.board.host
    with pytest.raises(DatabaseError, match="before it was approved"):
        Notice.objects.create(
            approval=approval, municipality=host, due_on=DAY, posted_on=DAY
        )


def test_immediate_when_posted_earlier_then_has_its_own_dates() -> None:
    meeting = make.decided(is_closed=False)
    first = make.items_of(meeting)[:1]
    with at(NOON):
        at_once = make.signed(meeting, items=first, is_immediate=True)
    make.posted(at_once, NOON)
    with at(NOON):
        make.make.actions.close_meeting(
            meeting=meeting, ends_at=NOON + timedelta(hours=1), by=None
        )
    meeting.refresh_from_db()
    with at(NOON + timedelta(days=3)):
        rest = make.signed(meeting, items=make.items_of(meeting)[1:])
    make.posted(rest, NOON + timedelta(days=3))
    assert at_once.notices.first().last_appeal_day == date(2020, 10, 20)
    assert rest.notices.first().last_appeal_day == date(2020, 10, 23)
