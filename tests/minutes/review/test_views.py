"""The pages of review, through the client."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from minutes.item.actions import mark_item_secret
from minutes.item.models import MinutesItem
from minutes.meeting.models import Meeting
from minutes.review.models import Answer, Look, Review
from minutes.review.pages import review_panel
from tests.factories import approvals as make
from tests.factories import meetings, reviews
from tests.factories.items import section_of

NOW = "2020-09-30T10:00:00+02:00"
pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(NOW, tick=False)]


def as_reviewer(client: Client, meeting: Meeting, name: str = "Lindqvist") -> Client:
    client.force_login(reviews.reviewer(meeting, name))
    return client


def as_secretary(client: Client, meeting: Meeting) -> Client:
    client.force_login(meeting.secretary)
    return client


def first(meeting: Meeting) -> MinutesItem:
    return make.items_of(meeting)[0]


def page_of(item: MinutesItem) -> str:
    return reverse("review-item", args=[item.meeting_id, item.pk])


def said(item: MinutesItem, **values: str) -> dict[str, str]:
    """What the form of a § sends, as the page holds it before anything is typed."""
    section = section_of(item)
    text = re.sub("<[^>]+>", "", section.body)
    sent = {"shown_sha256": reviews.sha256_of(item), f"words{section.pk}": text}
    sent |= {"comment": ""}
    changed = {
        (f"words{section.pk}" if name == "words" else name): value
        for name, value in values.items()
    }
    return {f"i{item.pk}-{name}": value for name, value in (sent | changed).items()}


def text_of(response: HttpResponse) -> str:
    return response.content.decode()


def test_mail_when_sent_then_link_but_no_content_or_heading() -> None:
    meeting = reviews.sent()
    make.work_off()
    asked = [one for one in mail.outbox if "/uppdrag/granskning/" in one.body]
    assert {one.to[0] for one in asked} == {
        "göran.ekström@alby.example",
        "birgitta.lindqvist@alby.example",
    }
    for one in asked:
        assert reverse("review-read", args=[meeting.pk]) in one.body
        assert "2020-10-13" in one.body
        assert "Ärende" not in one.subject + one.body


def test_mail_when_everything_was_looked_at_meanwhile_then_none() -> None:
    meeting = reviews.sent()
    mail.outbox.clear()
    for item in make.items_of(meeting):
        reviews.look(item, reviews.reviewer(meeting))
    make.work_off()
    to = [one.to[0] for one in mail.outbox if "/uppdrag/granskning/" in one.body]
    assert to == ["göran.ekström@alby.example"]
    told = [one for one in mail.outbox if "/kansli/" in one.body]
    assert len(told) == 1
    assert "Birgitta Lindqvist" in told[0].body


def test_read_page_when_reviewer_then_list_and_progress(client: Client) -> None:
    meeting = reviews.sent()
    reviews.look(first(meeting), reviews.reviewer(meeting))
    url = reverse("review-read", args=[meeting.pk])
    page = text_of(as_reviewer(client, meeting).get(url))
    assert "1 av 3 §§ granskade" in page
    assert page_of(make.items_of(meeting)[1]) in page


def test_item_page_when_ok_then_saved_and_next_is_shown(client: Client) -> None:
    meeting = reviews.sent()
    one, two, _three = make.items_of(meeting)
    as_reviewer(client, meeting)
    page = text_of(client.get(page_of(one)))
    assert "att besluta i ärendet Ärende 1." in page
    response = client.post(page_of(one), said(one, verdict="ok"))
    assert response.url == page_of(two)
    assert Look.objects.get().verdict == "ok"


def test_item_page_when_the_last_is_saved_then_back_to_the_list(client: Client) -> None:
    meeting = reviews.sent()
    by = reviews.reviewer(meeting)
    one, two, three = make.items_of(meeting)
    reviews.look(one, by)
    reviews.look(three, by)
    response = as_reviewer(client, meeting).post(page_of(two), said(two, verdict="ok"))
    assert response.url == reverse("review-read", args=[meeting.pk])


def test_item_page_when_words_are_changed_then_a_proposal(client: Client) -> None:
    meeting = reviews.sent()
    item = first(meeting)
    words = said(item, words="Nämnden får en god lägesbild.", comment="Så här.")
    as_reviewer(client, meeting).post(page_of(item), words)
    look = Look.objects.get()
    assert (look.verdict, look.comment) == ("wording", "Så här.")
    assert look.wording == "Nämnden får en god lägesbild."
    assert look.before == "Nämnden får en lägesbild av Ärende 1."


@pytest.mark.parametrize(
    "values",
    [
        {"verdict": "ok", "comment": "Något skrivet"},
        {"verdict": "comment", "comment": "Något skrivet", "shown_sha256": "gammal"},
        {"verdict": "ok", "words": "Något skrivet"},
    ],
)
def test_item_page_when_refused_then_what_was_typed_is_kept(
    client: Client, values: dict[str, str]
) -> None:
    meeting = reviews.sent()
    item = first(meeting)
    response = as_reviewer(client, meeting).post(page_of(item), said(item, **values))
    assert response.status_code == 409
    assert "Något skrivet" in text_of(response)
    assert reviews.sha256_of(item) in text_of(response)
    assert not Look.objects.exists()


@pytest.mark.parametrize("values", [{}, {"verdict": "comment"}, {"verdict": "wording"}])
def test_item_page_when_nothing_is_said_then_says_what_is_missing(
    client: Client, values: dict[str, str]
) -> None:
    meeting = reviews.sent()
    item = first(meeting)
    response = as_reviewer(client, meeting).post(page_of(item), said(item, **values))
    assert response.status_code == 409
    assert "error-summary" in text_of(response)


def test_item_page_when_changed_since_then_shows_what(client: Client) -> None:
    meeting = reviews.sent()
    item = first(meeting)
    reviews.look(item, reviews.reviewer(meeting))
    reviews.rewrite(item)
    page = text_of(as_reviewer(client, meeting).get(page_of(item)))
    assert "Ändrad sedan du granskade" in page
    assert "<ins>Skrivet på nytt.</ins>" in page


def test_item_page_when_answered_then_the_answer_is_shown(client: Client) -> None:
    meeting = reviews.sent()
    item = first(meeting)
    look = reviews.remark(item, reviews.reviewer(meeting))
    as_secretary(client, meeting).post(
        reverse("review-answer", args=[look.pk]),
        {"kind": "answered", "text": "Det var Lars."},
    )
    page = text_of(as_reviewer(client, meeting).get(page_of(item)))
    assert "Det var Lars." in page
    other = text_of(as_reviewer(client, meeting, "Ekström").get(page_of(item)))
    assert "Det var Lars." not in other


def test_all_page_when_some_are_refused_then_others_saved_and_typed_kept(
    client: Client,
) -> None:
    meeting = reviews.sent()
    one, two, three = make.items_of(meeting)
    as_reviewer(client, meeting)
    url = reverse("review-all", args=[meeting.pk])
    sent = said(one, verdict="ok") | said(two, verdict="ok", comment="Nej, vänta")
    response = client.post(url, sent | said(three))
    assert response.status_code == 409
    assert Look.objects.get().reviewer.review_item.item == one
    assert "Nej, vänta" in text_of(response)
    sent = said(two, verdict="comment", comment="Nej, vänta") | said(three)
    assert client.post(url, sent).url == url
    assert Look.objects.count() == 2


def test_pages_when_frozen_then_read_only(client: Client) -> None:
    meeting = reviews.sent()
    make.frozen(meeting)
    as_reviewer(client, meeting)
    page = text_of(client.get(page_of(first(meeting))))
    assert "Spara och gå vidare" not in page
    for url in (reverse("review-read", args=[meeting.pk]), page_of(first(meeting))):
        assert client.get(url).status_code == 200
    response = client.post(page_of(first(meeting)), said(first(meeting), verdict="ok"))
    assert response.status_code == 409
    assert not Look.objects.exists()


@pytest.mark.parametrize("name", ["review-read", "review-all"])
def test_pages_when_not_asked_then_closed(client: Client, name: str) -> None:
    meeting = reviews.sent()
    other = meetings.board_with_roster("annan")
    url = reverse(name, args=[meeting.pk])
    assert as_reviewer(client, meeting, "Wikman").get(url).status_code == 403
    client.force_login(meetings.secretary_of(other))
    assert client.get(url).status_code == 404
    assert client.get(page_of(first(meeting))).status_code == 404


def test_item_page_when_the_item_is_secret_and_not_theirs_then_unknown(
    client: Client,
) -> None:
    meeting = reviews.worded(make.decided())
    item = first(meeting)
    own = meetings.attendance(meeting, "Åhlund")
    meeting.chosen_approvers.create(attendance=own, for_item=item.agenda_item)
    mark_item_secret(item=item, legal_ground="OSL 21:1", by=meeting.secretary)
    reviews.sent(meeting)
    as_reviewer(client, meeting)
    assert client.get(page_of(item)).status_code == 404
    assert client.post(page_of(item), said(item, verdict="ok")).status_code == 404
    for name in ("review-read", "review-all"):
        page = text_of(client.get(reverse(name, args=[meeting.pk])))
        assert "Ärende 1" not in page
    assert as_reviewer(client, meeting, "Åhlund").get(page_of(item)).status_code == 200


def test_detail_when_secretary_then_remarks_and_diff(client: Client) -> None:
    meeting = reviews.sent()
    item = first(meeting)
    by = reviews.reviewer(meeting)
    reviews.proposal(item, by, "Nämnden får en klar bild av Ärende 1.")
    url = reverse("review-detail", args=[meeting.pk])
    page = text_of(as_secretary(client, meeting).get(url))
    assert "<del>lägesbild</del> <ins>klar bild</ins>" in page
    assert "1 av 3 §§ granskade" in page
    assert as_reviewer(client, meeting).get(url).status_code == 403


def test_send_when_posted_then_out_and_refusal_keeps_the_form(client: Client) -> None:
    meeting = reviews.worded(make.decided())
    as_secretary(client, meeting)
    url = reverse("review-send", args=[meeting.pk])
    chosen = [item.pk for item in make.items_of(meeting)]
    late = {"items": chosen, "due_on": "2020-12-24"}
    response = client.post(url, late)
    assert response.status_code == 409
    assert "KL 5:69" in text_of(response)
    assert "2020-12-24" in text_of(response)
    response = client.post(url, late | {"due_on": "2020-10-09"})
    assert response.url == reverse("review-detail", args=[meeting.pk])
    assert Review.objects.get().items.count() == 3


def test_take_over_when_posted_then_in_the_item_or_conflict(client: Client) -> None:
    meeting = reviews.sent()
    item = first(meeting)
    look = reviews.proposal(item, reviews.reviewer(meeting))
    url = reverse("review-take-over", args=[look.pk])
    as_secretary(client, meeting)
    version = section_of(item).version
    reviews.rewrite(item, "<p>Någon annans text.</p>")
    response = client.post(url, {"version": version})
    assert response.status_code == 409
    assert "Någon annans text." in text_of(response)
    assert f'value="{version + 1}"' in text_of(response)
    client.post(url, {"version": version + 1})
    assert section_of(item).body == "<p>Nämnden fick veta.</p>"
    assert Answer.objects.get().kind == "taken_over"


def test_take_over_when_frozen_meanwhile_then_refused_with_the_reason(
    client: Client,
) -> None:
    meeting = reviews.sent()
    item = first(meeting)
    look = reviews.proposal(item, reviews.reviewer(meeting))
    make.frozen(meeting)
    url = reverse("review-take-over", args=[look.pk])
    response = as_secretary(client, meeting).post(
        url, {"version": section_of(item).version}
    )
    assert response.status_code == 409
    assert "KL 5:69" in text_of(response)
    assert not Answer.objects.exists()


def test_answer_when_empty_then_refused_at_the_field(client: Client) -> None:
    meeting = reviews.sent()
    look = reviews.remark(first(meeting), reviews.reviewer(meeting))
    url = reverse("review-answer", args=[look.pk])
    as_secretary(client, meeting)
    response = client.post(url, {"kind": "answered", "text": ""})
    assert response.status_code == 409
    assert "Skriv ditt svar." in text_of(response)
    client.force_login(meetings.secretary_of(meetings.board_with_roster("annan")))
    assert client.post(url, {"kind": "answered", "text": "x"}).status_code == 404


def test_meeting_page_when_sent_then_panel_with_progress(client: Client) -> None:
    meeting = reviews.worded(make.decided())
    as_secretary(client, meeting)
    url = reverse("review-detail", args=[meeting.pk])
    assert url in text_of(client.get(meeting.get_absolute_url()))
    reviews.sent(meeting)
    reviews.remark(first(meeting), reviews.reviewer(meeting))
    page = text_of(client.get(meeting.get_absolute_url()))
    assert "1 av 3 §§ granskade" in page
    assert "1 synpunkt att besvara" in page


def test_freeze_page_when_review_is_not_done_then_says_so(client: Client) -> None:
    meeting = reviews.sent()
    by = [reviews.reviewer(meeting), reviews.reviewer(meeting, "Ekström")]
    for item in make.items_of(meeting)[1:]:
        for one in by:
            reviews.look(item, one)
    reviews.remark(make.items_of(meeting)[2], by[0])
    url = reverse("approval-freeze", args=[meeting.pk])
    page = text_of(as_secretary(client, meeting).get(url))
    assert "Alla som skriver under har inte granskat § 1" in page
    assert "§ 3: en synpunkt har inte fått svar" in page


def as_many(name: str, who: str) -> Callable[[Client, Meeting], int]:
    def count(client: Client, meeting: Meeting) -> int:
        by = meeting.secretary if who == "secretary" else reviews.reviewer(meeting)
        client.force_login(by)
        args: list[Any] = [meeting.pk]
        if name == "review-item":
            args.append(first(meeting).pk)
        url = reverse(name, args=args)
        client.get(url)
        with make.counted() as queries:
            assert client.get(url).status_code == 200
        return len(queries)

    return count


@pytest.mark.parametrize(
    ("name", "who"),
    [
        ("review-read", "reviewer"),
        ("review-all", "reviewer"),
        ("review-item", "reviewer"),
        ("review-detail", "secretary"),
    ],
)
def test_page_when_more_items_and_remarks_then_same_number_of_queries(
    client: Client, name: str, who: str
) -> None:
    small, large = a_review("a", 2), a_review("b", 6)
    count = as_many(name, who)
    assert count(client, small) == count(client, large)


def test_panel_when_more_items_then_same_number_of_queries() -> None:
    counts = []
    for slug, points in (("a", 2), ("b", 6)):
        meeting = a_review(slug, points)
        with make.counted() as queries:
            assert review_panel(meeting, meeting.secretary)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def a_review(slug: str, points: int) -> Meeting:
    meeting = meetings.planned(meetings.board_with_roster(slug))
    meetings.with_points(meeting, points)
    reviews.sent(reviews.worded(make.decided(meeting)))
    secretary = meeting.secretary
    for item in make.items_of(meeting):
        look = reviews.remark(item, reviews.reviewer(meeting))
        reviews.proposal(item, reviews.reviewer(meeting, "Ekström"))
        reviews.actions.answer_look(look=look, kind="answered", text="Ja", by=secretary)
        reviews.rewrite(item)
    return meeting
