"""What is new: once in each subscription, from published rows alone."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.core.mail import EmailMultiAlternatives
from django.db import ProgrammingError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.http import urlencode

from boards.shared.clock import local, now
from boards.shared.published.role import as_public
from boards.shared.published.snapshots import publish_row
from minutes.publication.models import PublishedProclamation
from minutes.search.actions import index_everything
from minutes.subscription import spreading
from minutes.subscription.models import Letter, Mention, Subscriber, Subscription
from minutes.subscription.opening import behind
from minutes.subscription.tasks import tell_news
from tests.factories import approvals
from tests.factories import published as make
from tests.factories.published import World
from tests.minutes.subscription.conftest import ADDRESS, ask, subscribe, work

pytestmark = pytest.mark.django_db
Outbox = list[EmailMultiAlternatives]
SAID = "namn som ingen ska se"


def lines(mail: EmailMultiAlternatives) -> list[str]:
    """Return what a letter tells of, without its links."""
    body = str(mail.body).split("-" * 40, maxsplit=1)[0]
    return [part.split("\n")[0] for part in body.split("\n\n")[1:] if part]


def proclamation(world: World, **values: Any) -> PublishedProclamation:
    """A kungörelse that went up now."""
    said = {
        "municipality": world.alby,
        "board": world.own,
        "kind": "other",
        "heading": "Ny väg",
        "law": "Väglagen 18 §",
        "posted_on": now().date(),
        "posted_at": now(),
        "last_day": now().date() + timedelta(days=21),
        "removable_on": now().date() + timedelta(days=22),
    }
    key = {"source_id": next(make.serial)}
    return publish_row(PublishedProclamation, key, said | values)


def test_board_when_followed_then_agendas_minutes_and_notices(
    client: Client, world: World, mailoutbox: Outbox
) -> None:
    subscribe(client, mailoutbox)
    coming = now().date() + timedelta(days=9)
    meeting = make.meeting(world.joint, coming, agenda=[{"heading": "Budget"}])
    make.meeting(world.joint, coming + timedelta(days=1), is_cancelled=True)
    make.meeting(world.joint, coming + timedelta(days=2))
    make.meeting(world.own, coming, agenda=[{"heading": "Budget"}])
    minutes = make.minutes(meeting)
    make.notice(minutes, world.alby)
    work()
    [mail] = mailoutbox
    assert lines(mail) == [
        f"Föredragningslista: Nämnden itvt {coming}",
        f"Inställt sammanträde: Nämnden itvt {coming + timedelta(days=1)}",
        f"Protokoll: Nämnden itvt {coming}, §§\N{NO-BREAK SPACE}1-2",
        f"Anslag i Alby: Nämnden itvt {coming}, §§\N{NO-BREAK SPACE}1-2",
    ]


def test_case_when_followed_then_its_way_and_no_other(
    client: Client, world: World, mailoutbox: Outbox
) -> None:
    subscribe(client, mailoutbox, f"/prenumerera/?arende={world.case.pk}")
    other = make.case(world.joint)
    point = make.point(world.next, world.case)
    make.point(world.next, other)
    make.paper(world.case, point)
    make.item(world.minutes, point, 7)
    make.item(world.minutes, make.point(world.next, other), 8)
    work()
    [mail] = mailoutbox
    assert mail.subject == f"Nytt: Ärende {world.case.dnr}"
    assert lines(mail) == [
        "På föredragningslistan: Nämnden itvt 2020-12-01",
        f"Handling: {world.case.dnr}-1 Tjänsteskrivelse",
        f"ITVT § 7/2020-09-29 Punkt om {world.case}",
    ]


@pytest.mark.law("D-18")
def test_case_when_it_is_about_somebody_then_no_heading_in_the_mail(
    client: Client, world: World, mailoutbox: Outbox
) -> None:
    subscribe(client, mailoutbox, f"/prenumerera/?arende={world.case.pk}")
    facts = {"points": [{"number": "1", "appeal": "administrative"}]}
    make.item(world.minutes, world.point, 7, heading=SAID, facts=facts)
    make.paper(world.case, world.point, heading=SAID)
    work()
    [mail] = mailoutbox
    assert "ITVT § 7/2020-09-29" in lines(mail)
    assert SAID not in f"{mail.subject} {mail.body} {mail.alternatives}"


@pytest.mark.law("A-12")
def test_notice_board_when_a_notice_names_somebody_then_only_that_it_is_up(
    client: Client, world: World, mailoutbox: Outbox
) -> None:
    subscribe(client, mailoutbox, "/prenumerera/?kommun=alby")
    proclamation(world, heading=SAID, names_somebody=True)
    proclamation(world)
    proclamation(world, municipality=world.berga)
    make.minutes(world.meeting)
    work()
    [mail] = mailoutbox
    assert lines(mail) == [
        "Ett anslag har satts upp i Alby",
        "Anslag i Alby: Ny väg",
    ]
    assert SAID not in f"{mail.body} {mail.alternatives}"


def test_news_when_withdrawn_before_the_letter_then_not_in_it(
    client: Client, world: World, mailoutbox: Outbox
) -> None:
    subscribe(client, mailoutbox)
    make.withdraw(make.minutes(world.meeting))
    gone = make.minutes(world.meeting)
    spreading.spread()
    make.withdraw(gone)
    work()
    assert mailoutbox == []
    assert not Mention.objects.filter(letter=None).exists()


def test_news_when_told_then_never_again_however_often_it_changes(
    client: Client, world: World, mailoutbox: Outbox
) -> None:
    subscribe(client, mailoutbox)
    minutes = make.minutes(world.meeting)
    work()
    publish_row(type(minutes), {"pk": minutes.pk}, {"html": "<p>Rättat</p>"})
    work()
    assert len(mailoutbox) == 1


def test_day_and_week_when_chosen_then_one_letter_in_the_morning(
    client: Client, world: World, mailoutbox: Outbox
) -> None:
    monday = local(date(2026, 5, 4), 12)
    with time_machine.travel(monday, tick=False):
        subscribe(client, mailoutbox, often="daily")
        subscribe(client, mailoutbox, email="vecka@ek.example", often="weekly")
        for _some in range(3):
            make.minutes(world.meeting)
        work()
    assert mailoutbox == []
    with time_machine.travel(monday + timedelta(hours=19), tick=False):
        work()
    assert [mail.to for mail in mailoutbox] == [[ADDRESS]]
    assert len(lines(mailoutbox[0])) == 3
    with time_machine.travel(monday + timedelta(days=7), tick=False):
        work()
    assert [mail.to for mail in mailoutbox] == [[ADDRESS], ["vecka@ek.example"]]


def test_letter_when_there_is_very_much_then_cut_with_a_way_to_the_rest(
    client: Client, world: World, mailoutbox: Outbox
) -> None:
    subscribe(client, mailoutbox)
    for _some in range(52):
        make.minutes(world.meeting)
    work()
    [mail] = mailoutbox
    assert "Och 2 till: se sidan." in mail.body
    assert mail.body.count("/protokoll/") == 50


def test_search_when_saved_then_new_hits_and_none_that_were_there(
    client: Client, world: World, mailoutbox: Outbox
) -> None:
    make.item(world.minutes, make.point(world.meeting), 3, text="Gamla vägar")
    url = f"/prenumerera/?{urlencode({'sok': 'q=vägar&namnd=itvt&ordning=newest'})}"
    subscribe(client, mailoutbox, url)
    row = Subscription.objects.get()
    assert row.target == "q=v%C3%A4gar&namnd=itvt"
    index_everything()
    work()
    assert mailoutbox == []
    point = make.point(world.meeting)
    make.item(world.minutes, point, 4, text="Nya vägar", heading="Grus")
    make.item(world.minutes, make.point(world.meeting), 5, text="Nya hus", facts={})
    work()
    [mail] = mailoutbox
    assert mail.subject == "Nytt: Sökning: vägar"
    assert lines(mail) == ["Paragraf i protokoll: ITVT § 4/2020-09-29 Grus"]
    index_everything()
    work()
    assert len(mailoutbox) == 1


def test_page_of_something_that_can_be_followed_then_leads_to_its_form(
    client: Client, world: World
) -> None:
    make.item(world.minutes, make.point(world.meeting), 3, text="Gamla vägar")
    number = world.case.dnr.rsplit(" ", maxsplit=1)[-1].replace("/", "-")
    for page, way in {
        "/namnd/itvt/": "/prenumerera/?namnd=itvt",
        "/anslagstavla/alby/": "/prenumerera/?kommun=alby",
        f"/arende/itvt/{number}/": f"/prenumerera/?arende={world.case.pk}",
        "/sok/?q=v%C3%A4gar": "/prenumerera/?sok=q%3Dv%25C3%25A4gar",
        "/": "/prenumerera/",
        "/prenumerera/": "/prenumerera/?kommun=berga",
    }.items():
        assert f'href="{way}"' in client.get(page).content.decode(), page
        assert client.get(way).status_code == 200


@pytest.mark.usefixtures("world")
def test_public_role_then_it_reads_no_address_and_changes_no_subscription(
    client: Client, mailoutbox: Outbox
) -> None:
    subscribe(client, mailoutbox)
    ask(client, email="annan@ek.example")
    tables = (
        "minutes_subscriber",
        "minutes_subscription",
        "minutes_letter",
        "minutes_mention",
        "minutes_news",
        "minutes_subscriptionrequest",
    )
    for table in tables:
        for sql in (
            f"SELECT * FROM {table}",
            f"UPDATE {table} SET id = id",
            f"DELETE FROM {table}",
        ):
            with (
                pytest.raises(ProgrammingError, match="permission denied"),
                as_public(),
                connection.cursor() as cursor,
            ):
                cursor.execute(sql)
    key = Subscriber.objects.get(email=ADDRESS).key
    with as_public():
        [one] = behind(key)
        assert behind(uuid4()) == []
    assert "@" not in repr(one)


def test_spreading_then_the_number_of_followers_costs_no_query(
    client: Client, world: World, mailoutbox: Outbox
) -> None:
    costs = []
    for number in (1, 3):
        for one in range(number):
            subscribe(client, mailoutbox, email=f"n{number}-{one}@ek.example")
        tell_news()
        make.minutes(world.meeting)
        with CaptureQueriesContext(connection) as counted:
            spreading.spread()
        costs.append(len(counted))
        work()
        mailoutbox.clear()
    assert costs[0] == costs[1]


def test_letter_when_two_workers_tell_the_same_then_one_mail(
    client: Client, world: World, mailoutbox: Outbox
) -> None:
    subscribe(client, mailoutbox)
    make.minutes(world.meeting)
    tell_news()
    tell_news()
    approvals.work_off()
    approvals.work_off()
    assert Letter.objects.count() == 1
    assert len(mailoutbox) == 1
