"""Nothing is published past the gate, and what is withdrawn is gone."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO

import pgtrigger
import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.test import Client
from pypdf import PdfReader

from boards.person.models import Person, User
from boards.shared.clock import at, local
from boards.shared.files import store_file
from boards.shared.refusals import Refused
from boards.shared.storage import read_bytes
from cases.secrecy.actions import mark_secret
from minutes.approval.models import Approval
from minutes.item import actions as items
from minutes.meeting import actions as meetings
from minutes.privacy import actions
from minutes.privacy.enums import Choice, FindingKind, GateState, Ground, Step
from minutes.privacy.models import Publication, PublicationDecision
from minutes.privacy.tasks import end_grounds
from minutes.publication.actions import publish_minutes, publish_person
from minutes.publication.models import (
    PublishedItem,
    PublishedMinutes,
    PublishedNotice,
    PublishedPaper,
)
from tests.factories import approvals, gate, publications
from tests.factories import cases as diary
from tests.factories import meetings as make

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("_at_noon"),
    pytest.mark.filterwarnings("ignore:No directory at"),
]

WORDS = ("Sven", "Persson", gate.NUMBER, "Ekgatan", "070-123")


@pytest.fixture
def _at_noon() -> Iterator[None]:
    with time_machine.travel(publications.NOON, tick=False):
        yield


def published(publication: Publication, **values: object) -> Publication:
    row = actions.publish(
        publication=publication, said=gate.said(publication, **values), by=None
    )
    approvals.work_off()
    return row


def shown(approval: Approval) -> str:
    """All that the public can read of the minutes: page, PDF, §§ and agenda."""
    row = PublishedMinutes.objects.get(source_id=approval.pk)
    pdf = PdfReader(BytesIO(read_bytes(row.pdf_sha256)))
    texts = [page.extract_text() for page in pdf.pages]
    texts += [f"{one.html}{one.text}{one.heading}" for one in row.items.all()]
    return " ".join([row.html, str(row.meeting.agenda), *texts])


def standing(publication: Publication) -> str:
    return Publication.objects.get(pk=publication.pk).state


@pytest.mark.law("D-17")
def test_minutes_when_nothing_is_found_then_they_are_published_at_once() -> None:
    approval = publications.published()
    decision = approval.publication.decisions.get()
    assert (decision.step, decision.ground) == (Step.PUBLISH, Ground.STANDING)
    assert PublishedMinutes.objects.filter(source_id=approval.pk).exists()


@pytest.mark.law("A-12")
def test_minutes_when_something_is_found_then_only_the_notice_is_up() -> None:
    approval = gate.approved()
    assert not PublishedMinutes.objects.filter(source_id=approval.pk).exists()
    notices = PublishedNotice.objects.filter(taken_down_on__isnull=True)
    assert notices.count() == 2
    assert {notice.minutes for notice in notices} == {None}
    assert all(notice.last_appeal_day for notice in notices)
    assert approval.publication.state == GateState.WAITING
    assert [one.kind for one in approval.publication.found] == [
        FindingKind.NAME,
        FindingKind.PERSONAL_NUMBER,
        FindingKind.ADDRESS,
        FindingKind.PHONE,
    ]
    place = approval.publication.found[1].places[0]
    assert place.where == "ITVT § 1"
    assert place.before.endswith("Sven Persson (")


@pytest.mark.law("D-16")
def test_publish_when_all_is_masked_then_no_word_of_it_is_left() -> None:
    approval = gate.approved()
    published(approval.publication)
    text = shown(approval)
    assert [word for word in WORDS if word in text] == []
    row = PublishedMinutes.objects.get(source_id=approval.pk)
    assert row.is_masked
    assert {one.minutes for one in PublishedNotice.objects.all()} == {row}


def test_publish_when_a_name_is_accepted_then_it_stays() -> None:
    approval = gate.approved()
    published(approval.publication, choices={0: Choice.PUBLISH})
    text = shown(approval)
    assert "Persson" in text
    assert [word for word in WORDS[2:] if word in text] == []


@pytest.mark.law("D-18")
def test_publish_when_a_personal_number_is_accepted_then_it_is_refused() -> None:
    row = gate.waiting()
    with pytest.raises(Refused) as refused:
        published(row, choices={1: Choice.PUBLISH})
    (refusal,) = refused.value.refusals
    assert (refusal.code, refusal.field) == ("privacy.personal_number", "choice_1")
    assert (standing(row), row.decisions.count()) == (GateState.WAITING, 0)


def checked(row: Publication) -> None:
    row.board.regulations.update(publication_checked=True)


def two_people(row: Publication) -> tuple[User, User]:
    board = row.board
    return (
        approvals.with_role(board, "registrar", "en"),
        approvals.with_role(board, "secretary", "tva"),
    )


def test_publish_when_two_are_to_look_then_it_waits_for_the_second() -> None:
    row = gate.waiting()
    checked(row)
    first, second = two_people(row)
    row = actions.publish(publication=row, said=gate.said(row), by=first)
    approvals.work_off()
    assert standing(row) == GateState.CHECKING
    assert not PublishedMinutes.objects.exists()
    with pytest.raises(Refused) as refused:
        actions.confirm(publication=row, shown_sha256=row.shown_sha256, by=first)
    assert [one.code for one in refused.value.refusals] == ["privacy.same_person"]
    actions.confirm(publication=row, shown_sha256=row.shown_sha256, by=second)
    approvals.work_off()
    assert PublishedMinutes.objects.filter(source_id=row.approval_id).exists()
    assert [one.step for one in row.decisions.all()] == [Step.CONFIRM, Step.PUBLISH]


def test_confirm_when_written_past_the_rules_then_the_database_refuses() -> None:
    row = gate.waiting()
    checked(row)
    first, _second = two_people(row)
    actions.publish(publication=row, said=gate.said(row), by=first)
    decision = row.decisions.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        row.decisions.create(
            step=Step.CONFIRM,
            decided_by=first,
            decided_at=decision.decided_at,
            confirms=decision,
        )


def test_decision_when_changed_past_the_rules_then_the_database_refuses() -> None:
    row = published(gate.waiting())
    for verb in (
        lambda: PublicationDecision.objects.update(ground=Ground.CONSENT),
        lambda: row.decisions.all().delete(),
    ):
        with pytest.raises(Exception, match="append_only"), transaction.atomic():
            verb()


def test_withdraw_when_published_then_gone_at_once_and_a_tombstone_left(
    client: Client,
) -> None:
    approval = gate.approved()
    row = published(approval.publication, choices={0: Choice.PUBLISH})
    page = PublishedMinutes.objects.get(source_id=approval.pk).get_absolute_url()
    assert "Sven" in client.get(page).content.decode()
    actions.withdraw(publication=row, reason="Fel person namngavs.", by=None)
    for url in (page, f"{page}pdf/"):
        assert client.get(url).status_code in {404, 410}
    assert "Sven" not in client.get("/sok/", {"q": "brev"}).content.decode()
    tombstone = PublishedMinutes.objects.get(source_id=approval.pk)
    assert (tombstone.html, tombstone.pdf_sha256) == ("", "")
    assert tombstone.withdrawn_at == tombstone.changed_at == publications.NOON
    item = PublishedItem.objects.filter(minutes=tombstone).first()
    assert (item.html, item.text, item.heading, item.facts) == ("", "", "", {})
    assert item.withdrawn_at is not None
    assert PublishedNotice.objects.filter(taken_down_on__isnull=True).count() == 2


def test_withdraw_when_published_anew_then_it_is_there_again() -> None:
    approval = gate.approved()
    row = published(approval.publication, choices={0: Choice.PUBLISH})
    row = actions.withdraw(publication=row, reason="Fel.", by=None)
    assert publish_minutes(approval=approval) is None
    published(row)
    text = shown(approval)
    assert [word for word in WORDS if word in text] == []
    tombstone = PublishedMinutes.objects.get(source_id=approval.pk)
    assert tombstone.withdrawn_at is None
    assert not tombstone.items.filter(withdrawn_at__isnull=False).exists()


def test_ground_when_it_ends_then_personal_data_is_masked() -> None:
    approval = gate.approved()
    last = date(2020, 10, 31)
    published(approval.publication, choices={0: Choice.PUBLISH}, ends_on=last)
    for day, there in ((last, True), (date(2020, 11, 1), False)):
        with at(local(day, 0, 5)):
            end_grounds()
            end_grounds()
            approvals.work_off()
        assert ("Persson" in shown(approval)) is there
    row = Publication.objects.get(approval=approval)
    assert (row.state, row.ends_on) == (GateState.PUBLISHED, None)
    assert [one.step for one in row.decisions.all()] == [Step.END, Step.PUBLISH]


def with_appendix() -> tuple[Approval, diary.Document]:
    meeting = approvals.decided(is_closed=False)
    item = approvals.items_of(meeting)[0]
    pdf = store_file(approvals.a_pdf("Yttrande om avtalet"), "application/pdf")
    paper = diary.document(
        diary.case(meeting.board), file=pdf, file_name="a.pdf", subject="Avtalsfrågan"
    )
    items.add_appendix(item=item, document=paper, by=None)
    meetings.close_meeting(meeting=meeting, ends_at=publications.NOON, by=None)
    return publications.published(meeting), paper


@pytest.mark.law("D-12")
def test_handling_when_marked_secret_after_publishing_then_it_is_withdrawn() -> None:
    approval, paper = with_appendix()
    assert "Avtalsfrågan" in shown(approval)
    mark_secret(obj=paper, legal_ground="OSL 31:16", by=None)
    tombstone = PublishedMinutes.objects.get(source_id=approval.pk)
    assert (tombstone.html, tombstone.withdrawn_at) == ("", publications.NOON)
    row = Publication.objects.get(approval=approval)
    assert [one.kind for one in row.found] == [FindingKind.SECRET_DOCUMENT]
    published(row)
    text = shown(approval)
    assert "Avtalsfrågan" not in text
    assert "Yttrande om avtalet" not in text


def test_minutes_when_public_before_the_gate_then_they_stay_public() -> None:
    approval = gate.approved()
    published(approval.publication, choices={0: Choice.PUBLISH})
    # Such minutes were published before there was a row for them here.
    with pgtrigger.ignore():
        PublicationDecision.objects.all().delete()
        Publication.objects.all().delete()
    approval.refresh_from_db()
    assert publish_minutes(approval=approval) is not None
    row = Publication.objects.get(approval=approval)
    assert (row.state, row.decisions.get().ground) == (
        GateState.PUBLISHED,
        Ground.EARLIER,
    )


def handling(text: str = "Protokollsutdrag", **values: object) -> diary.Document:
    pdf = store_file(approvals.a_pdf(text), "application/pdf")
    return diary.document(file=pdf, file_name="a.pdf", **values)


@pytest.mark.law("D-17")
def test_handling_when_nobody_has_decided_then_it_waits() -> None:
    row = actions.consider(document=handling(), by=None)
    assert (row.state, row.found) == (GateState.WAITING, [])
    assert standing(published(row)) == GateState.PUBLISHED


@pytest.mark.law("D-18")
def test_handling_when_it_holds_a_number_then_it_cannot_be_published() -> None:
    row = actions.consider(document=handling(f"Född {gate.NUMBER}"), by=None)
    for choice, code in (
        (Choice.MASK, "privacy.file_not_masked"),
        (Choice.PUBLISH, "privacy.personal_number"),
    ):
        with pytest.raises(Refused) as refused:
            published(row, default=choice)
        assert [one.code for one in refused.value.refusals] == [code]


@pytest.mark.law("D-12")
def test_handling_when_marked_secret_then_its_publication_is_withdrawn() -> None:
    paper = handling()
    row = published(actions.consider(document=paper, by=None))
    mark_secret(obj=paper, legal_ground="OSL 21:1", by=None)
    assert standing(row) == GateState.WITHDRAWN
    with pytest.raises(Refused) as refused:
        published(Publication.objects.get(pk=row.pk))
    assert [one.code for one in refused.value.refusals] == ["privacy.is_secret"]


def test_handling_when_it_cannot_be_read_then_somebody_has_to_look() -> None:
    paper = diary.document(with_file=True)
    row = actions.consider(document=paper, by=None)
    assert [one.kind for one in row.found] == [FindingKind.UNREADABLE]


def test_handling_when_it_has_no_file_then_there_is_nothing_to_publish() -> None:
    with pytest.raises(Refused) as refused:
        actions.consider(document=diary.document(), by=None)
    assert [one.code for one in refused.value.refusals] == [
        "privacy.nothing_to_publish"
    ]


@pytest.mark.law("D-18")
def test_agenda_when_a_heading_holds_a_number_then_it_is_masked() -> None:
    meeting = publications.make.planned()
    with at(publications.make.local(date(2020, 9, 1), 12)):
        point = publications.make.with_points(meeting, 1)[0]
        point.heading = f"Ansökan {gate.NUMBER}"
        point.save(update_fields=["heading"])
        publications.make.called(meeting)
        approvals.work_off()
    page = Client().get(f"/namnd/itvt/{meeting.held_on}/").content.decode()
    assert "Ansökan" in page
    assert gate.NUMBER not in page


def protected(name: str = "Berg") -> Person:
    who = make.person("Anna", name)
    who.is_protected = True
    who.save()
    return who


@pytest.mark.law("D-20")
def test_handling_when_it_names_somebody_protected_then_it_cannot_be_published() -> (
    None
):
    protected()
    row = actions.consider(document=handling("Brev från Anna Berg"), by=None)
    with pytest.raises(Refused) as refused:
        published(row)
    assert [one.code for one in refused.value.refusals] == ["privacy.names_protected"]


@pytest.mark.law("D-20")
def test_handling_when_somebody_in_it_is_protected_later_then_it_is_gone() -> None:
    paper = handling("Brev från Anna Berg")
    row = actions.consider(document=paper, by=None)
    row = published(row, default=Choice.PUBLISH)
    assert PublishedPaper.objects.get(source_id=paper.pk).sha256
    publish_person(person=protected())
    assert standing(row) == GateState.WITHDRAWN
    tombstone = PublishedPaper.objects.get(source_id=paper.pk)
    assert (tombstone.sha256, tombstone.heading) == ("", "")
    assert tombstone.withdrawn_at is not None


@pytest.mark.law("D-20")
def test_minutes_when_an_appendix_names_a_protected_person_then_it_goes() -> None:
    approval, _paper = with_appendix()
    assert "Yttrande om avtalet" in shown(approval)
    row = PublishedMinutes.objects.get(source_id=approval.pk)
    who = make.person("Yttrande", "om avtalet")
    who.is_protected = True
    who.save()
    publish_person(person=who)
    row.refresh_from_db()
    assert row.is_masked
    assert "Yttrande om avtalet" not in shown(approval)


@pytest.mark.law("D-18")
def test_diary_when_a_subject_holds_a_number_then_it_is_masked(client: Client) -> None:
    paper = diary.document(subject=f"Ansökan, {gate.NUMBER}", counterparty="Berga")
    page = client.get(f"/diarium/{paper.board.slug}/").content.decode()
    assert "Ansökan" in page
    assert gate.NUMBER not in page


@pytest.mark.law("P-05")
def test_minutes_when_corrected_then_what_was_chosen_holds_for_the_new_version() -> (
    None
):
    approval = gate.approved()
    published(approval.publication, choices={0: Choice.PUBLISH})
    later = gate.corrected(approval)
    row = later.publication
    assert row.state == GateState.PUBLISHED
    assert [one.choice for one in row.found] == [
        Choice.PUBLISH,
        Choice.MASK,
        Choice.MASK,
        Choice.MASK,
    ]
    assert gate.NUMBER not in shown(later)
    actions.withdraw(publication=row, reason="Fel.", by=None)
    hidden = PublishedMinutes.objects.filter(withdrawn_at__isnull=False, html="")
    assert hidden.count() == 2


def test_minutes_when_a_correction_brings_something_new_then_they_wait() -> None:
    approval = gate.approved()
    published(approval.publication)
    later = gate.corrected(approval, right="Skrivelse och Eva Olofsson")
    assert later.publication.state == GateState.WAITING
    assert not PublishedMinutes.objects.filter(source_id=later.pk).exists()


def test_minutes_when_a_later_version_masks_more_then_the_first_does_too() -> None:
    approval = gate.approved()
    published(approval.publication, choices={0: Choice.PUBLISH})
    later = gate.corrected(approval, right="Skrivelse och Eva Olofsson")
    assert "Persson" in shown(approval)
    published(later.publication)
    assert "Persson" not in shown(approval)


@pytest.mark.law("D-12")
def test_handling_when_its_case_is_marked_secret_then_it_is_withdrawn() -> None:
    paper = handling()
    row = published(actions.consider(document=paper, by=None))
    mark_secret(obj=paper.case, legal_ground="OSL 21:1", by=None)
    assert standing(row) == GateState.WITHDRAWN
    with pytest.raises(Refused) as refused:
        published(Publication.objects.get(pk=row.pk))
    assert [one.code for one in refused.value.refusals] == ["privacy.is_secret"]


@pytest.mark.law("D-12")
def test_corrected_minutes_when_a_handling_is_marked_secret_then_all_versions_go() -> (
    None
):
    approval, paper = with_appendix()
    later = gate.corrected(approval, wrong="Ärende", right="Fråga")
    assert later.publication.state == GateState.PUBLISHED
    mark_secret(obj=paper, legal_ground="OSL 31:16", by=None)
    rows = Publication.objects.filter(approval__in=[approval, later])
    assert {row.state for row in rows} == {GateState.WITHDRAWN}
    published(rows.get(approval=later))
    assert "Avtalsfrågan" not in shown(later)


def test_ground_when_it_ends_for_a_handling_then_the_file_goes() -> None:
    paper = handling()
    last = date(2020, 10, 31)
    row = published(actions.consider(document=paper, by=None), ends_on=last)
    with at(local(date(2020, 11, 1), 0, 5)):
        end_grounds()
    assert standing(row) == GateState.WITHDRAWN
    assert PublishedPaper.objects.get(source_id=paper.pk).sha256 == ""
    assert [one.step for one in row.decisions.all()] == [Step.END, Step.PUBLISH]


def test_handling_when_considered_twice_then_it_is_one_row() -> None:
    paper = handling()
    first = actions.consider(document=paper, by=None)
    assert actions.consider(document=paper, by=None) == first
    published(first)
    again = actions.consider(document=paper, by=None)
    assert (again.state, again.decisions.count()) == (GateState.PUBLISHED, 1)


def test_document_when_a_mark_is_lifted_then_nothing_is_withdrawn() -> None:
    paper = handling()
    row = published(actions.consider(document=paper, by=None))
    actions.follow_secrecy(document=paper)
    actions.follow_case(case=paper.case)
    actions.follow_protection(person=make.person("Anna", "Berg"))
    actions.follow_protection(person=protected())
    assert standing(row) == GateState.PUBLISHED
