"""From the form to the mail and out again, as somebody without login."""

from datetime import date, timedelta
from smtplib import SMTPRecipientsRefused
from unittest.mock import patch

import pytest
import time_machine
from django.core.mail import EmailMultiAlternatives
from django.test import Client

from boards.shared.clock import local, now
from minutes.subscription.models import (
    Letter,
    Mention,
    Subscriber,
    Subscription,
    SubscriptionRequest,
)
from minutes.subscription.tasks import forget_unconfirmed, take_requests
from tests.factories import published as make
from tests.factories.published import World
from tests.minutes.subscription.conftest import (
    ADDRESS,
    BOARD,
    ask,
    link,
    parsed,
    subscribe,
    work,
)

pytestmark = pytest.mark.django_db
Outbox = list[EmailMultiAlternatives]


def test_subscriber_when_walking_the_whole_way_then_one_mail_and_no_trace(
    client: Client, world: World, mailoutbox: Outbox
) -> None:
    ask(client)
    assert mailoutbox == []
    work()
    [mail] = mailoutbox
    assert mail.to == [ADDRESS]
    assert "Nämnden itvt" in mail.subject

    page = client.get(link(mail, "bekrafta"))
    assert page.content.decode().count("<button") == 2  # search, and the one
    assert client.post(link(mail, "bekrafta")).status_code == 200
    work()
    assert len(mailoutbox) == 1

    minutes = make.minutes(world.meeting)
    work()
    letter = mailoutbox[-1]
    assert len(mailoutbox) == 2
    assert f"http://127.0.0.1:8000{minutes.get_absolute_url()}" in letter.body
    assert not SubscriptionRequest.objects.exists()

    assert client.get(link(letter, "avsluta")).status_code == 200
    assert Subscription.objects.count() == 1
    client.post(link(letter, "avsluta"))
    work()
    for model in (Subscriber, Subscription, Letter, Mention, SubscriptionRequest):
        assert not model._default_manager.exists()
    make.minutes(world.meeting)
    work()
    assert len(mailoutbox) == 2


@pytest.mark.usefixtures("world")
def test_scanner_when_it_follows_every_link_then_nothing_changes(
    client: Client, mailoutbox: Outbox
) -> None:
    ask(client)
    work()
    for part in ("bekrafta",):
        client.get(link(mailoutbox[0], part))
        client.head(link(mailoutbox[0], part))
    work()
    assert Subscription.objects.get().confirmed_at is None

    client.post(link(mailoutbox[0], "bekrafta"))
    work()
    ask(client)
    work()
    reminder = mailoutbox[-1]
    path = link(reminder, "mina")
    for method in (client.get, client.head):
        method(path)
        method(f"{path}?do=end_all")
    assert not SubscriptionRequest.objects.exists()
    assert client.put(path).status_code == 405


@pytest.mark.usefixtures("world")
def test_ask_when_the_address_subscribes_already_then_the_page_says_the_same(
    client: Client, mailoutbox: Outbox
) -> None:
    new = client.post(BOARD, {"email": "ny@ek.example", "frequency": "daily"})
    subscribe(client, mailoutbox)
    old = client.post(BOARD, {"email": ADDRESS.upper(), "frequency": "daily"})
    assert (new.status_code, new["Location"]) == (old.status_code, old["Location"])
    work()
    assert [mail.subject for mail in mailoutbox] == ["Dina prenumerationer"]
    assert mailoutbox[0].to == [ADDRESS]
    # No more than one a day.
    ask(client)
    work()
    assert len(mailoutbox) == 1
    assert Subscriber.objects.filter(email__iexact=ADDRESS).count() == 1


@pytest.mark.usefixtures("world")
def test_ask_when_repeated_then_an_address_gets_three_mails_at_most(
    client: Client, mailoutbox: Outbox
) -> None:
    for url in (BOARD, "/prenumerera/?namnd=ks", "/prenumerera/?kommun=alby", BOARD):
        ask(client, url)
    ask(client, "/prenumerera/?kommun=berga", "annan@ek.example")
    work()
    assert [mail.to[0] for mail in mailoutbox].count(ADDRESS) == 3
    assert len(mailoutbox) == 4


@pytest.mark.law("GDPR-6")
@pytest.mark.usefixtures("world")
def test_ask_when_not_confirmed_within_48_hours_then_forgotten(
    client: Client, mailoutbox: Outbox
) -> None:
    start = local(date(2026, 5, 4), 12)
    with time_machine.travel(start, tick=False):
        ask(client)
        work()
        path = link(mailoutbox[0], "bekrafta")
    with time_machine.travel(start + timedelta(hours=47), tick=False):
        forget_unconfirmed()
        assert client.get(path).status_code == 200
    with time_machine.travel(start + timedelta(hours=49), tick=False):
        assert client.get(path).status_code == 410
        assert client.post(path).status_code == 410
        forget_unconfirmed()
        forget_unconfirmed()
    assert not Subscriber.objects.exists()
    assert not Subscription.objects.exists()


@pytest.mark.usefixtures("world")
def test_link_when_damaged_or_of_another_kind_then_gone(
    client: Client, mailoutbox: Outbox
) -> None:
    ask(client)
    work()
    token = link(mailoutbox[0], "bekrafta").split("/")[-2]
    for path in (
        f"/prenumerera/bekrafta/{token[:-1]}/",
        f"/prenumerera/avsluta/{token}/",
        f"/prenumerera/mina/{token}/",
        "/prenumerera/mina/x/",
        f"/prenumerera/avsluta/{'x' * 10_000}/",
    ):
        assert client.get(path).status_code == 410, path
        assert client.post(path, {"do": "end_all"}).status_code == 410, path
    assert not SubscriptionRequest.objects.exists()


def test_letter_when_read_by_a_mail_program_then_one_press_ends_it(
    world: World, mailoutbox: Outbox
) -> None:
    client = Client(enforce_csrf_checks=True)
    subscribe(client, mailoutbox)
    make.minutes(world.meeting)
    work()
    mail = parsed(mailoutbox[0])
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Message-ID"].startswith("<subscription-letter-")
    assert [part.get_content_type() for part in mail.iter_parts()] == [
        "text/plain",
        "text/html",
    ]
    for kind in ("plain", "html"):
        part = mail.get_body((kind,))
        assert part is not None
        text = part.get_content()
        assert "Nämnden itvt" in text
        assert "<img" not in text
        assert "Avsluta prenumerationen" in text

    # Folded before its address, as a long header is (RFC 5322 2.2.3).
    header = mail["List-Unsubscribe"].strip()
    assert header.startswith("<http://127.0.0.1:8000/prenumerera/avsluta/")
    path = header.strip("<>").removeprefix("http://127.0.0.1:8000")
    said = "List-Unsubscribe=One-Click"
    form = "application/x-www-form-urlencoded"
    answer = client.post(path, said, content_type=form)
    assert answer.status_code == 200
    assert not answer.cookies
    # Pressed twice it is ended all the same.
    assert client.post(path, said, content_type=form).status_code == 200
    work()
    assert not Subscriber.objects.exists()
    assert client.post(path, said, content_type=form).status_code == 200


def test_subscriptions_when_managed_by_the_link_then_changed_and_ended(
    client: Client, world: World, mailoutbox: Outbox
) -> None:
    subscribe(client, mailoutbox)
    subscribe(client, mailoutbox, "/prenumerera/?kommun=alby")
    subscribe(client, mailoutbox, email="annan@ek.example")
    make.minutes(world.meeting)
    work()
    path = link(next(m for m in mailoutbox if m.to == [ADDRESS]), "mina")
    shown = client.get(path).content.decode()
    assert "Nämnden itvt" in shown
    assert "Alby" in shown
    assert "@ek.example" not in shown
    first, second = Subscription.objects.filter(subscriber__email=ADDRESS)
    other = Subscription.objects.get(subscriber__email="annan@ek.example")

    for do, one in (("change", first), ("change", other), ("end", other)):
        said = {"do": do, "chosen": str(one.key), "frequency": "weekly"}
        assert client.post(path, said).status_code == 200
    for odd in ({"do": "end", "chosen": "x" * 10_000}, {"do": "x"}, {}):
        assert client.post(path, odd).status_code == 200
    work()
    first.refresh_from_db()
    other.refresh_from_db()
    assert (first.frequency, other.frequency) == ("weekly", "at_once")

    client.post(path, {"do": "end", "chosen": str(second.key)})
    work()
    assert list(Subscription.objects.all()) == [first, other]
    client.post(path, {"do": "end_all"})
    work()
    assert [one.email for one in Subscriber.objects.all()] == ["annan@ek.example"]
    assert "Du har inga prenumerationer" in client.get(path).content.decode()


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize(
    "email",
    [
        "eva@ek.example\nBcc: alla@ek.example",
        "eva@ek.example\r\nSubject: x",
        "eva@ek.example, alla@ek.example",
        "Eva <eva@ek.example>",
        "eva\x00@ek.example",
        f"{'e' * 10_000}@ek.example",
        f"eva@{'e' * 64}.example",
        "",
    ],
)
def test_ask_when_the_address_is_none_then_said_at_the_field(
    client: Client, email: str
) -> None:
    answer = client.post(BOARD, {"email": email, "frequency": "at_once"})
    assert answer.status_code == 400
    assert 'aria-invalid="true"' in answer.content.decode()
    assert not SubscriptionRequest.objects.exists()


@pytest.mark.usefixtures("world")
def test_ask_when_the_domain_has_swedish_letters_then_mailed_there(
    client: Client, mailoutbox: Outbox
) -> None:
    ask(client, email="eva@Räksmörgås.example")
    work()
    [mail] = mailoutbox
    assert mail.to == ["eva@xn--rksmrgs-5wao1o.example"]
    assert parsed(mail)["To"] == "eva@xn--rksmrgs-5wao1o.example"


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize(
    "query",
    [
        "namnd=okand",
        "kommun=okand",
        "arende=999999",
        "arende=%C2%B2",
        f"arende={'9' * 30}",
        f"sok={'q' * 10_000}",
        "sok=q%3D",
        f"sok=q%3D{'%25C3%25A5' * 300}",
        f"namnd={'x' * 10_000}",
        "namnd=%00",
    ],
)
def test_page_when_nothing_is_followed_by_that_name_then_the_choices(
    client: Client, query: str
) -> None:
    for answer in (
        client.get(f"/prenumerera/?{query}"),
        client.post(f"/prenumerera/?{query}", {"email": ADDRESS}),
    ):
        assert answer.status_code in {200, 404}
        assert "/prenumerera/?namnd=itvt" in answer.content.decode()
    assert not SubscriptionRequest.objects.exists()


def test_letter_when_the_address_refuses_three_times_then_it_rests_and_is_forgotten(
    client: Client, world: World, mailoutbox: Outbox
) -> None:
    subscribe(client, mailoutbox)
    refused = SMTPRecipientsRefused({ADDRESS: (550, b"no such user")})
    with patch.object(EmailMultiAlternatives, "send", side_effect=refused) as send:
        for _again in range(4):
            make.minutes(world.meeting)
            work()
    assert send.call_count == 3
    subscriber = Subscriber.objects.get()
    assert subscriber.failures == 3
    assert subscriber.rests_since is not None
    with time_machine.travel(now() + timedelta(days=31), tick=False):
        forget_unconfirmed()
    assert not Subscriber.objects.exists()


@pytest.mark.usefixtures("world")
def test_requests_when_late_then_done_in_order_and_gone(
    client: Client, mailoutbox: Outbox
) -> None:
    subscribe(client, mailoutbox)
    key = Subscription.objects.get().key
    SubscriptionRequest.objects.create(verb="end", key=key)
    SubscriptionRequest.objects.create(verb="confirm", key=key)
    take_requests()
    take_requests()
    assert not Subscription.objects.exists()
    assert not SubscriptionRequest.objects.exists()
