"""A slip is put right in a new version; what was signed is never touched (P-05)."""

from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse

from boards.shared import clock
from boards.shared.paper.store import from_json
from boards.shared.paper.text import render_text
from boards.shared.refusals import Refused
from minutes.approval import actions
from minutes.approval.corrections import Change
from minutes.approval.models import Approval
from minutes.dispatch.actions import dispatch_extracts
from minutes.dispatch.queries import to_dispatch
from minutes.item.models import MinutesItem
from minutes.notice.models import Notice
from minutes.publication.actions import publish_minutes
from minutes.publication.models import PublishedMinutes
from tests.factories import approvals as make
from tests.factories.items import executive

pytestmark = [pytest.mark.django_db, pytest.mark.law("P-05")]
DAY = date(2020, 10, 5)


def a_change(approval: Approval, wrong: str = "", right: str = "Nytt") -> Change:
    item = make.items_of(approval.meeting)[0]
    return Change(item.pk, wrong or item.heading.split()[0], right)


def corrected(approval: Approval, change: Change | None = None) -> Approval:
    with clock.at(clock.local(DAY, 9)):
        return actions.correct(
            approval=approval,
            changes=[change or a_change(approval)],
            ground="skrivfel",
            by=approval.meeting.secretary,
        )


def sign_all(approval: Approval) -> Approval:
    make.work_off()
    for name in ("Sundell", "Ekström", "Lindqvist"):
        make.sign_as(approval, name)
    approval.refresh_from_db()
    return approval


def codes_of(no: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [refusal.code for refusal in no.value.refusals]


def test_correct_when_a_word_is_wrong_then_new_version_says_what_changed() -> None:
    approval = make.signed()
    before = approval.document.read()
    made = corrected(approval)
    text = render_text(from_json(made.content))
    assert "Nytt" in text
    assert "Rättelse 2020-10-05 av" in text
    assert "har rättats till ”Nytt”" in text
    assert "skrivfel" in text
    assert approval.document.sha256 in text
    approval.refresh_from_db()
    assert approval.document.read() == before
    assert made.version == 2


def test_corrected_version_when_all_have_signed_then_public_shows_both() -> None:
    approval = make.signed()
    make.work_off()
    notices = Notice.objects.count()
    made = sign_all(corrected(approval))
    make.work_off()
    first = PublishedMinutes.objects.get(source_id=approval.pk)
    second = PublishedMinutes.objects.get(source_id=made.pk)
    assert "Nytt" in second.html
    assert "Nytt" not in first.html
    client = Client()
    assert second.get_absolute_url() in client.get(first.get_absolute_url()).text
    page = client.get(second.get_absolute_url()).text
    assert first.get_absolute_url() in page
    assert "skrivfel" in page
    assert Notice.objects.count() == notices


def test_first_version_when_published_again_then_sections_stay_with_the_newest() -> (
    None
):
    approval = make.signed()
    made = sign_all(corrected(approval))
    publish_minutes(approval=made)
    publish_minutes(approval=approval)
    second = PublishedMinutes.objects.get(source_id=made.pk)
    assert second.items.count() == len(make.items_of(approval.meeting))


def test_correct_when_words_are_not_there_then_said_at_the_field() -> None:
    approval = make.signed()
    with pytest.raises(Refused) as no:
        corrected(approval, a_change(approval, wrong="Finns inte alls"))
    assert codes_of(no) == ["correct.not_found"]
    assert no.value.refusals[0].field == "wrong_1"


@pytest.mark.parametrize(
    ("wrong", "right", "code"),
    [
        ("Ord", "  ", "correct.no_right"),
        (" ", "Ord", "correct.nothing"),
        ("två ord", "två  ord", "correct.same"),
    ],
)
def test_correct_when_nothing_is_said_then_refused(
    wrong: str, right: str, code: str
) -> None:
    approval = make.signed()
    with pytest.raises(Refused) as no:
        corrected(approval, Change(None, wrong, right))
    assert codes_of(no) == [code]


def test_correct_when_not_approved_then_refused() -> None:
    approval = make.sealed()
    with pytest.raises(Refused) as no:
        corrected(approval)
    assert codes_of(no) == ["correct.not_approved"]


def test_correct_when_one_waits_for_signatures_then_refused() -> None:
    approval = make.signed()
    corrected(approval)
    with pytest.raises(Refused) as no:
        corrected(approval)
    assert codes_of(no) == ["correct.open_already"]


def test_correct_when_first_of_two_versions_then_refused_and_second_can_be() -> None:
    approval = make.signed()
    made = sign_all(corrected(approval))
    with pytest.raises(Refused) as no:
        corrected(approval)
    assert codes_of(no) == ["correct.not_newest"]
    third = corrected(made, a_change(made, wrong="Nytt", right="Nyare"))
    assert third.version == 3
    assert third.origin == approval


def test_correction_when_sent_back_then_another_can_be_made() -> None:
    approval = make.signed()
    made = corrected(approval)
    make.work_off()
    chair = make.user_of(made.approvers.get(role="chair").person)
    actions.return_approval(approval=made, reason="Inte heller rätt", by=chair)
    assert corrected(approval).version == 2
    assert make.items_of(approval.meeting)[0].approval == approval


def test_version_when_changed_in_sql_then_database_refuses() -> None:
    made = corrected(make.signed())
    with (
        pytest.raises(DatabaseError),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(
            "UPDATE minutes_approval SET version = 7 WHERE id = %s", [made.pk]
        )


def test_correction_page_when_words_are_missing_then_kept_and_said(
    client: Client,
) -> None:
    approval = make.signed()
    client.force_login(approval.meeting.secretary.person.user)
    url = reverse("approval-correct", args=[approval.pk])
    said = {"item_1": "", "wrong_1": "Hertljunga", "right_1": "Herrljunga"}
    response = client.post(url, said | {"ground": "skrivfel"})
    form = response.context["form"]
    assert "Hertljunga" in form.errors["wrong_1"][0]
    assert 'value="Herrljunga"' in response.text


def test_front_page_when_corrected_then_no_section_changes() -> None:
    approval = make.signed()
    place = approval.meeting.place.split()[0]
    made = corrected(approval, Change(None, place, "Rätt plats"))
    old, new = from_json(approval.content), from_json(made.content)
    assert list(old.sections()) == list(new.sections())
    assert "Rätt plats" in render_text(new)
    assert "försättsbladet" in render_text(new)


def test_extract_when_its_section_was_corrected_then_sent_again_from_the_newest() -> (
    None
):
    meeting = make.decided()
    item, other, _third = make.items_of(meeting)
    for one in (item, other):
        one.recipients.create(recipient=executive(meeting.board))
    by = meeting.secretary
    approval = make.signed(meeting)
    for one in (item, other):
        dispatch_extracts(item=MinutesItem.objects.get(pk=one.pk), by=by)
    assert not to_dispatch([meeting.board])
    made = sign_all(corrected(approval))
    assert [one.pk for one in to_dispatch([meeting.board])] == [item.pk]
    again = dispatch_extracts(item=MinutesItem.objects.get(pk=item.pk), by=by)
    assert [row.extract.approval for row in again] == [made]
    assert item.extracts.count() == 2
    assert not to_dispatch([meeting.board])
    with pytest.raises(Refused) as no:
        dispatch_extracts(item=MinutesItem.objects.get(pk=other.pk), by=by)
    assert codes_of(no) == ["dispatch.all_sent"]
