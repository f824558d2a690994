"""What became of decisions: marked by the secretary, read by everybody."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from boards.access.enums import Role
from boards.person.models import Person, User
from boards.registers.publish import publish_person
from boards.shared.models import HistoryEvent
from boards.shared.refusals import Refused
from minutes.approval.models import Approval
from minutes.followup import actions
from minutes.followup.enums import FollowUpKind
from minutes.followup.models import FollowUp
from minutes.item import actions as items
from minutes.item.models import DecisionPoint
from minutes.meeting import actions as meetings
from minutes.notice.actions import confirm_final
from minutes.notice.models import FinalConfirmation
from minutes.notice.tasks import take_down_due_notices
from minutes.portal.queries import case_url
from minutes.privacy.actions import withdraw
from minutes.publication.models import PublishedCase, PublishedFollowUp, PublishedItem
from tests.factories import approvals, publications, registers
from tests.factories import cases as diary
from tests.factories import meetings as make

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("_a_week_later"),
    pytest.mark.filterwarnings("ignore:No directory at"),
]
LATER = publications.NOON + timedelta(days=7)
DONE = date(2020, 10, 5)


@pytest.fixture
def _a_week_later() -> Iterator[None]:
    with time_machine.travel(LATER, tick=False):
        yield


@pytest.fixture
def approval() -> Approval:
    return publications.published()


def first_point(approval: Approval) -> DecisionPoint:
    return approvals.items_of(approval.meeting)[0].decision_points.get()


def marked(point: DecisionPoint, **said: object) -> FollowUp:
    values = {
        "kind": FollowUpKind.CARRIED_OUT,
        "done_on": DONE,
        "text": "Avtalet är undertecknat.",
        "by": None,
    }
    row = actions.mark(point=point, **values | said)
    approvals.work_off()
    return row


def refusal(point: DecisionPoint, **said: object) -> str:
    with pytest.raises(Refused) as refused:
        marked(point, **said)
    return refused.value.refusals[0].code


def shown(approval: Approval) -> str:
    row = PublishedItem.objects.get(minutes__source_id=approval.pk, number=1)
    return Client().get(f"/protokoll/{row.minutes_id}/1/").content.decode()


def browser(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def test_mark_then_it_is_on_the_public_page_and_in_the_history(
    approval: Approval,
) -> None:
    assert "Verkställt" not in shown(approval)
    marked(first_point(approval))
    page = shown(approval)
    assert "Verkställt 2020-10-05" in page
    assert "Avtalet är undertecknat." in page
    assert HistoryEvent.objects.filter(code="followup.marked").count() == 1


def test_mark_when_reported_back_too_then_both_stand(approval: Approval) -> None:
    marked(first_point(approval))
    marked(first_point(approval), kind=FollowUpKind.REPORTED_BACK, text="")
    assert "Verkställt 2020-10-05" in shown(approval)
    assert "Återrapporterat 2020-10-05" in shown(approval)


def test_mark_when_same_twice_or_day_cannot_be_then_refused(
    approval: Approval,
) -> None:
    point = first_point(approval)
    marked(point)
    assert refusal(point) == "followup.marked_already"
    kind = FollowUpKind.REPORTED_BACK
    too_early = {"kind": kind, "done_on": date(2020, 9, 28)}
    assert refusal(point, **too_early) == "followup.before_decision"
    assert refusal(point, kind=kind, done_on=date(2020, 10, 7)) == "followup.not_yet"


def test_mark_when_minutes_are_not_approved_then_refused() -> None:
    meeting = approvals.decided()
    point = approvals.items_of(meeting)[0].decision_points.get()
    assert refusal(point) == "followup.not_approved"


@pytest.mark.law("D-18")
@pytest.mark.parametrize(
    "text",
    ["Sven Persson fick bidraget.", "Ring 070-123 45 67.", "19811228-9874 är klar."],
)
def test_mark_when_text_holds_personal_data_then_refused(
    approval: Approval, text: str
) -> None:
    assert refusal(first_point(approval), text=text) == "followup.personal"
    assert not PublishedFollowUp.objects.exists()


def test_mark_when_elected_is_named_then_it_is_let_through(approval: Approval) -> None:
    marked(first_point(approval), text="Göran Ekström undertecknade avtalet.")
    assert "Göran Ekström undertecknade" in shown(approval)


@pytest.mark.law("D-20")
def test_mark_when_named_is_protected_later_then_the_name_goes(
    approval: Approval,
) -> None:
    marked(first_point(approval), text="Göran Ekström undertecknade avtalet.")
    who = Person.objects.get(family_name="Ekström")
    who.is_protected = True
    who.save()
    publish_person(who)
    approvals.work_off()
    assert "Ekström" not in PublishedFollowUp.objects.get().text


def test_mark_when_no_secretary_of_the_board_then_denied(approval: Approval) -> None:
    point = first_point(approval)
    for user in (
        registers.role(point.item.board, Role.REGISTRAR),
        registers.secretary(registers.board("annan")),
    ):
        with pytest.raises(PermissionDenied):
            marked(point, by=user)


def test_take_back_then_it_is_gone_from_the_page_and_kept_here(
    approval: Approval,
) -> None:
    row = marked(first_point(approval))
    actions.take_back(follow_up=row, reason="Fel punkt.", by=None)
    approvals.work_off()
    assert "Verkställt" not in shown(approval)
    assert PublishedFollowUp.objects.get().text == ""
    assert FollowUp.objects.get().taken_back_because == "Fel punkt."
    marked(first_point(approval), text="Rätt punkt.")
    assert "Rätt punkt." in shown(approval)


@pytest.mark.law("D-17")
def test_withdrawn_minutes_then_what_became_of_them_is_gone_too(
    approval: Approval,
) -> None:
    marked(first_point(approval))
    withdraw(publication=approval.publication, reason="Fel.", by=None)
    row = PublishedFollowUp.objects.get()
    assert row.text == ""
    assert row.withdrawn_at is not None


@pytest.mark.law("D-12")
def test_mark_when_item_is_secret_then_nothing_is_published() -> None:
    meeting = approvals.decided(is_closed=False)
    secret = approvals.items_of(meeting)[0]
    items.mark_item_secret(item=secret, legal_ground="OSL 26:1", by=None)
    meeting.refresh_from_db()
    with time_machine.travel(publications.NOON, tick=False):
        meetings.close_meeting(meeting=meeting, ends_at=publications.NOON, by=None)
        done = approvals.signed(meeting, items=[secret])
        approvals.posted(done, publications.NOON)
        approvals.work_off()
    marked(secret.decision_points.get(), text="Beviljat stöd betalades ut.")
    assert FollowUp.objects.count() == 1
    assert not PublishedFollowUp.objects.exists()


def test_database_when_marked_twice_or_taken_back_without_reason_then_refuses(
    approval: Approval,
) -> None:
    row = marked(first_point(approval))
    with pytest.raises(IntegrityError), transaction.atomic():
        FollowUp.objects.create(
            point=row.point, kind=row.kind, done_on=DONE, marked_at=LATER
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        FollowUp.objects.filter(pk=row.pk).update(taken_back_at=LATER)
    with (
        pytest.raises(DatabaseError),
        transaction.atomic(),
    ):
        FollowUp.objects.filter(pk=row.pk).delete()


@pytest.mark.law("A-09")
def test_final_when_confirmed_then_the_public_page_says_so(approval: Approval) -> None:
    with time_machine.travel("2020-10-21 09:00+02:00", tick=False):
        assert "Fråga nämnden" in shown(approval)
        take_down_due_notices()
        by = approval.meeting.secretary
        confirm_final(approval=approval, answer="Inget överklagande.", by=by)
        approvals.work_off()
        row = FinalConfirmation.objects.get()
        assert f"vann laga kraft {row.final_on}" in shown(approval)


def test_list_when_one_is_marked_then_it_waits_no_longer(approval: Approval) -> None:
    client = browser(approval.meeting.secretary)
    point = first_point(approval)
    before = client.get(reverse("followup-list"))
    assert point in list(before.context["page"])
    marked(point)
    after = client.get(reverse("followup-list"))
    assert point not in list(after.context["page"])
    assert [row.point for row in after.context["followed"]] == [point]


def test_list_when_longer_then_no_more_questions(approval: Approval) -> None:
    client = browser(approval.meeting.secretary)
    points = [
        item.decision_points.get() for item in approvals.items_of(approval.meeting)
    ]
    marked(points[0])
    with approvals.counted() as few:
        client.get(reverse("followup-list"))
    for point in points[:2]:
        marked(point, kind=FollowUpKind.REPORTED_BACK)
    with approvals.counted() as many:
        client.get(reverse("followup-list"))
    assert len(many) == len(few)


def test_page_when_filled_in_then_marked_and_when_wrong_then_said_at_the_field(
    approval: Approval,
) -> None:
    client = browser(approval.meeting.secretary)
    address = reverse("followup-mark", args=[first_point(approval).pk])
    said = {"kind": "carried_out", "done_on": "2020-10-07", "text": "Klart."}
    wrong = client.post(address, said)
    assert wrong.status_code == 409
    assert "done_on" in wrong.context["form"].errors
    assert "Klart." in wrong.content.decode()
    right = client.post(address, said | {"done_on": "2020-10-05"})
    assert right.headers["Location"] == reverse("followup-list")
    row = FollowUp.objects.get()
    client.post(reverse("followup-take-back", args=[row.pk]), {"reason": "Fel dag."})
    row.refresh_from_db()
    assert row.taken_back_because == "Fel dag."
    assert "Fel dag." in client.get(address).content.decode()


def test_case_when_a_decision_is_followed_up_then_its_pages_say_so() -> None:
    meeting = make.planned()
    point = make.with_points(meeting)[0]
    point.case = diary.case(meeting.board)
    point.save()
    approval = publications.published(approvals.decided(meeting))
    marked(first_point(approval))
    public = PublishedCase.objects.get(source_id=point.case_id)
    page = Client().get(case_url(public)).content.decode()
    assert "Verkställt: §" in page
    staff = browser(approval.meeting.secretary).get(point.case.get_absolute_url())
    assert "Verkställt 2020-10-05" in staff.content.decode()
