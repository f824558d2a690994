"""Was it up all the time: the record, its gaps, and what they stop."""

from datetime import date, datetime, timedelta

import pytest
from django.core import mail
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse

from boards.shared.clock import at, local
from boards.shared.refusals import Refused
from minutes.approval.models import Approval
from minutes.notice import actions
from minutes.notice.enums import Look
from minutes.notice.models import FinalConfirmation, Interruption, Notice, Sighting
from minutes.notice.rules import TOLERANCE, look
from minutes.notice.tasks import take_down_due_notices
from tests.factories import approvals as make

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.law("A-05"),
    pytest.mark.filterwarnings("ignore:No directory at"),
]

DAY = date(2020, 9, 29)
NOON = local(DAY, 12)
STEP = timedelta(minutes=5)
LAST_MINUTE = local(date(2020, 10, 20), 23, 58)


@pytest.mark.parametrize(
    ("minutes", "last", "is_seen", "what"),
    [
        (5, 0, True, Look.EXTEND),
        (15, 0, True, Look.EXTEND),
        (16, 0, True, Look.BEGIN_AFTER_GAP),
        (5, None, True, Look.BEGIN),
        (16, None, True, Look.BEGIN_AFTER_GAP),
        (5, 0, False, Look.MISSING),
        (5, None, False, Look.WAIT),
        (16, None, False, Look.UNSEEN),
        (15, 0, None, Look.WAIT),
        (16, 0, None, Look.UNSEEN),
    ],
)
def test_look_then_what_it_means(
    minutes: int, last: int | None, is_seen: bool | None, what: Look
) -> None:
    found = look(
        posted_at=NOON,
        last_seen=None if last is None else NOON,
        asked_at=NOON + timedelta(minutes=minutes),
        is_seen=is_seen,
    )
    assert found == what


def test_look_when_nothing_was_ever_watched_then_the_record_begins_here() -> None:
    late = NOON + timedelta(days=3)
    for is_seen, what in ((True, Look.BEGIN), (False, Look.WAIT), (None, Look.WAIT)):
        assert (
            look(
                posted_at=NOON,
                last_seen=None,
                asked_at=late,
                is_seen=is_seen,
                is_first=True,
            )
            == what
        )


@pytest.fixture
def approval() -> Approval:
    return make.posted(make.approved_on(NOON), NOON)


def alby(approval: Approval) -> Notice:
    return approval.notices.get(municipality__name="Alby")


def looked(notice: Notice, moment: datetime, *, there: bool | None = True) -> None:
    seen = {notice.pk} if there else None if there is None else set()
    with at(moment):
        actions.note_look(municipality=notice.municipality, seen=seen, asked_at=moment)


def watched(notice: Notice, *moments: datetime) -> Notice:
    """Seen at each moment and, between two that are near, all the time."""
    for moment in moments:
        looked(notice, moment)
    return notice


def grown(notice: Notice, until: datetime) -> None:
    """Let the record grow to a moment, as looks every five minutes would."""
    row = notice.sightings.last()
    step = TOLERANCE
    while row.seen_until < until:
        row.seen_until = min(row.seen_until + step, until)
        row.save(update_fields=["seen_until"])


def test_record_when_seen_again_and_again_then_one_stretch(approval: Approval) -> None:
    notice = watched(alby(approval), NOON, NOON + STEP, NOON + 2 * STEP)
    row = notice.sightings.get()
    assert (row.seen_from, row.seen_until) == (NOON, NOON + 2 * STEP)
    assert not Interruption.objects.exists()


def test_record_when_a_gap_is_too_long_then_an_interruption_and_mail(
    approval: Approval,
) -> None:
    by = approval.meeting.secretary
    by.email = "sekreterare@alby.example"
    by.save(update_fields=["email"])
    notice = watched(alby(approval), NOON, NOON + timedelta(days=3))
    row = notice.interruptions.get()
    assert (row.from_at, row.until_at) == (NOON, NOON + timedelta(days=3))
    assert notice.sightings.count() == 2
    make.work_off()
    assert "syntes inte på tavlan" in mail.outbox[-1].subject
    assert "KL 13:5" in mail.outbox[-1].body


def test_record_when_the_board_lacks_it_then_interrupted_until_it_is_back(
    approval: Approval,
) -> None:
    notice = watched(alby(approval), NOON)
    for step in (1, 2):
        looked(notice, NOON + step * STEP, there=False)
    row = notice.interruptions.get()
    assert (row.was_asked, row.until_at) == (True, None)
    looked(notice, NOON + 3 * STEP)
    row.refresh_from_db()
    assert row.until_at == NOON + 3 * STEP


def test_record_when_the_board_is_silent_shortly_then_no_interruption(
    approval: Approval,
) -> None:
    notice = watched(alby(approval), NOON)
    looked(notice, NOON + STEP, there=None)
    looked(notice, NOON + 2 * STEP)
    assert not Interruption.objects.exists()
    looked(notice, NOON + 2 * STEP + TOLERANCE + STEP, there=None)
    assert Interruption.objects.get().until_at is None


def interrupted(approval: Approval) -> Interruption:
    return watched(alby(approval), NOON, NOON + timedelta(days=3)).interruptions.get()


def test_final_when_an_interruption_waits_then_refused_by_rule_and_database(
    approval: Approval,
) -> None:
    row = interrupted(approval)
    with (
        at(local(date(2020, 10, 22), 9)),
        pytest.raises(Refused, match=r"notice.interruption_unassessed"),
    ):
        actions.confirm_final(approval=approval, answer="Inget", by=None)
    with pytest.raises(DatabaseError), transaction.atomic():
        FinalConfirmation.objects.create(
            approval=row.notice.approval,
            final_on=date(2020, 10, 21),
            answer="Inget",
            confirmed_by=approval.meeting.secretary,
            confirmed_at=NOON,
        )


def test_take_down_when_an_interruption_waits_then_every_board_keeps_it(
    approval: Approval,
) -> None:
    interrupted(approval)
    with at(local(date(2020, 10, 21), 0, 5)):
        take_down_due_notices()
    assert not Notice.objects.filter(taken_down_on__isnull=False).exists()


def test_take_down_when_nobody_looked_lately_then_an_interruption_first(
    approval: Approval,
) -> None:
    notice = watched(alby(approval), NOON)
    with at(local(date(2020, 10, 21), 0, 5)):
        take_down_due_notices()
    assert notice.interruptions.get().until_at == local(date(2020, 10, 21))
    notice.refresh_from_db()
    assert notice.state == "posted"


def test_assess_when_it_was_not_up_then_posted_anew_with_a_new_clock(
    approval: Approval,
) -> None:
    row = interrupted(approval)
    with at(local(date(2020, 10, 5), 9)):
        actions.assess_interruption(
            interruption=row, outcome="interrupted", ground="Servern låg nere", by=None
        )
    for notice in approval.notices.all():
        assert notice.posted_on == DAY
        assert notice.counted_from == date(2020, 10, 5)
        assert notice.last_appeal_day == date(2020, 10, 26)
        assert notice.removable_on == date(2020, 10, 27)


def test_assess_when_it_was_up_then_the_time_stands_and_the_bevis_tells(
    approval: Approval,
) -> None:
    row = interrupted(approval)
    actions.assess_interruption(
        interruption=row, outcome="stands", ground="Loggen visar det.", by=None
    )
    grown(row.notice, LAST_MINUTE)
    with at(local(date(2020, 10, 21), 0, 5)):
        take_down_due_notices()
        make.work_off()
        text = make_text(alby(approval))
    assert alby(approval).state == "down"
    assert "Loggen visar det" in text
    assert "2020-09-29 kl. 12.00" in text


def make_text(notice: Notice) -> str:
    from io import BytesIO  # noqa: PLC0415  optional

    from pypdf import PdfReader  # noqa: PLC0415  optional

    pdf = PdfReader(BytesIO(notice.certificate.document.read()))
    return " ".join(pdf.pages[0].extract_text().split())


@pytest.mark.parametrize(
    ("outcome", "ground", "field"),
    [("", "Log", "outcome"), ("stands", " ", "ground"), ("annat", "Log", "outcome")],
)
def test_assess_when_unclear_then_refused_at_the_field(
    approval: Approval, outcome: str, ground: str, field: str
) -> None:
    with pytest.raises(Refused) as no:
        actions.assess_interruption(
            interruption=interrupted(approval), outcome=outcome, ground=ground, by=None
        )
    assert [one.field for one in no.value.refusals] == [field]


@pytest.mark.parametrize(
    "change",
    [
        {"seen_from": NOON - STEP},
        {"seen_until": NOON - STEP},
        {"seen_until": NOON + timedelta(hours=1)},
    ],
)
def test_sighting_when_written_over_then_the_database_refuses(
    approval: Approval, change: dict[str, datetime]
) -> None:
    watched(alby(approval), NOON, NOON + STEP)
    with pytest.raises(DatabaseError), transaction.atomic():
        Sighting.objects.update(**change)
    with pytest.raises(DatabaseError), transaction.atomic():
        Sighting.objects.all().delete()


def test_sighting_when_added_where_it_was_not_seen_then_the_database_refuses(
    approval: Approval,
) -> None:
    notice = watched(alby(approval), NOON, NOON + STEP)
    for moment in (NOON, NOON - timedelta(hours=1)):
        with pytest.raises(DatabaseError), transaction.atomic():
            Sighting.objects.create(
                notice=notice, seen_from=moment, seen_until=NOON + 2 * STEP
            )


@pytest.mark.parametrize(
    "change",
    [
        {"outcome": "stands"},
        {"from_at": NOON + STEP},
        {"until_at": None},
    ],
)
def test_interruption_when_written_over_then_the_database_refuses(
    approval: Approval, change: dict[str, object]
) -> None:
    interrupted(approval)
    with pytest.raises(DatabaseError), transaction.atomic():
        Interruption.objects.update(**change)


@pytest.mark.parametrize(
    "change",
    [
        {"last_appeal_day": date(2020, 10, 19), "removable_on": date(2020, 10, 20)},
        {"last_appeal_day": date(2020, 10, 26), "removable_on": date(2020, 10, 27)},
        {"last_appeal_day": None, "removable_on": None},
        {"reposted_on": date(2020, 10, 5)},
        {"taken_down_on": date(2020, 10, 20)},
    ],
)
def test_dates_when_moved_without_an_interruption_then_the_database_refuses(
    approval: Approval, change: dict[str, object]
) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        Notice.objects.filter(approval=approval).update(**change)


def test_pages_when_interrupted_then_said_on_notice_and_desk_and_assessed_there(
    client: Client, approval: Approval
) -> None:
    row = interrupted(approval)
    client.force_login(approval.meeting.secretary)
    page = client.get(row.notice.get_absolute_url()).content.decode()
    assert "Ej laga kraft, kräver bedömning" in page
    assert "har då inte löpt ut" in page
    assert "Bedöm: anslaget syntes inte" in client.get("/kansli/").content.decode()
    url = reverse("notice-assess", args=[row.notice_id, row.pk])
    answer = client.post(url, {"outcome": "stands", "ground": ""})
    assert "ground" in answer.context["assess"].errors
    client.post(url, {"outcome": "stands", "ground": "Loggen"})
    page = client.get(row.notice.get_absolute_url()).content.decode()
    assert "Ej laga kraft" not in page


def test_take_down_by_hand_when_nobody_looked_lately_then_told_to_assess(
    client: Client, approval: Approval
) -> None:
    notice = watched(alby(approval), NOON)
    client.force_login(approval.meeting.secretary)
    url = reverse("notice-take-down", args=[notice.pk])
    page = client.post(url, follow=True).content.decode()
    assert "Anslaget sitter kvar: bedöm först" in page
    assert notice.interruptions.exists()
