"""The pages of the gate."""

from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from boards.person.models import User
from boards.shared.refusals import Refused
from minutes.privacy import actions
from minutes.privacy.enums import Choice, GateState, Ground
from minutes.privacy.models import Publication
from minutes.publication.models import PublishedMinutes
from tests.factories import approvals, gate, publications
from tests.factories import cases as diary

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("_at_noon"),
    pytest.mark.filterwarnings("ignore:No directory at"),
]


@pytest.fixture
def _at_noon() -> Iterator[None]:
    with time_machine.travel(publications.NOON, tick=False):
        yield


def browser(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def secretary(row: Publication) -> User:
    return row.approval.meeting.secretary


def filled(row: Publication, **changed: str) -> dict[str, str]:
    """What the form sends when a name is published and the rest masked."""
    choices = {f"choice_{place}": Choice.MASK for place in (2, 3)}
    return {
        "shown_sha256": row.shown_sha256,
        "choice_0": Choice.PUBLISH,
        **choices,
        "ground": Ground.PUBLIC_TASK,
        **changed,
    }


def test_list_when_one_waits_then_it_is_there_with_its_age() -> None:
    row = gate.waiting()
    page = browser(secretary(row)).get(reverse("publication-list"))
    assert row.get_absolute_url() in page.content.decode()
    assert list(page.context["waiting"]) == [row]
    assert "2020-09-29 12.00" in page.content.decode()


def test_list_when_there_are_more_then_the_same_number_of_queries() -> None:
    row = gate.waiting()
    client = browser(secretary(row))
    with approvals.counted() as first:
        client.get(reverse("publication-list"))
    for _number in range(3):
        paper = diary.document(diary.case(row.board), with_file=True)
        actions.consider(document=paper, by=None)
    with approvals.counted() as more:
        page = client.get(reverse("publication-list"))
    assert len(page.context["waiting"]) == 4
    assert len(more) == len(first)


def test_detail_when_found_then_each_stands_in_its_context() -> None:
    row = gate.waiting()
    page = browser(secretary(row)).get(row.get_absolute_url())
    text = page.content.decode()
    assert "Brev från <mark>Sven Persson</mark> (" in text
    assert "ITVT § 1" in text
    # A personnummer is masked by law: there is nothing to choose.
    assert 'name="choice_0"' in text
    assert 'name="choice_1"' not in text


def test_detail_when_decided_then_it_is_published() -> None:
    row = gate.waiting()
    client = browser(secretary(row))
    answer = client.post(row.get_absolute_url(), filled(row))
    assert answer.status_code == 302
    approvals.work_off()
    assert PublishedMinutes.objects.get(source_id=row.approval_id).is_masked
    decision = row.decisions.get()
    assert decision.decided_by == secretary(row)


def test_detail_when_a_choice_is_missing_then_said_at_it_and_the_rest_kept() -> None:
    row = gate.waiting()
    client = browser(secretary(row))
    sent = filled(row, choice_0="", reason="Vägt mot insynen.")
    answer = client.post(row.get_absolute_url(), sent)
    assert answer.status_code == 409
    form = answer.context["form"]
    assert list(form.errors) == ["choice_0"]
    assert "Vägt mot insynen." in answer.content.decode()


def test_detail_when_it_changed_meanwhile_then_nothing_is_decided() -> None:
    row = gate.waiting()
    client = browser(secretary(row))
    sent = filled(row, shown_sha256="0" * 64)
    assert client.post(row.get_absolute_url(), sent).status_code == 409
    assert Publication.objects.get(pk=row.pk).state == GateState.WAITING


def test_confirm_when_two_are_to_look_then_the_second_publishes() -> None:
    row = gate.waiting()
    row.board.regulations.update(publication_checked=True)
    first = browser(secretary(row))
    first.post(row.get_absolute_url(), filled(row))
    row = Publication.objects.get(pk=row.pk)
    url = reverse("publication-confirm", args=[row.pk])
    assert url not in first.get(row.get_absolute_url()).content.decode()
    second = browser(approvals.with_role(row.board, "registrar", "andra"))
    assert url in second.get(row.get_absolute_url()).content.decode()
    assert second.post(url, {"shown_sha256": row.shown_sha256}).status_code == 302
    assert Publication.objects.get(pk=row.pk).state == GateState.PUBLISHED


def test_withdraw_when_no_reason_is_given_then_said_and_it_stays() -> None:
    approval = publications.published()
    row = approval.publication
    client = browser(secretary(row))
    url = reverse("publication-withdraw", args=[row.pk])
    assert client.post(url, {"reason": " "}).status_code == 409
    assert client.post(url, {"reason": "Fel bilaga."}).status_code == 302
    assert Publication.objects.get(pk=row.pk).state == GateState.WITHDRAWN


def test_document_when_nobody_has_decided_then_its_page_leads_to_the_gate() -> None:
    approval = publications.published()
    paper = diary.document(diary.case(approval.board), with_file=True)
    client = browser(approval.meeting.secretary)
    url = reverse("publication-consider", args=[paper.pk])
    assert url in client.get(paper.get_absolute_url()).content.decode()
    answer = client.post(url)
    assert answer.url == paper.publication.get_absolute_url()
    assert client.get(answer.url).status_code == 200


def test_consider_when_it_is_a_draft_then_refused() -> None:
    draft = diary.document(draft=True)
    with pytest.raises(Refused):
        actions.consider(document=draft, by=None)
