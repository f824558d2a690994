"""A published world, and ways to walk as a subscriber does."""

import re
from email import message_from_bytes, policy
from email.message import EmailMessage as Parsed

import pytest
from django.core.mail import EmailMultiAlternatives
from django.test import Client

from minutes.subscription.models import News
from minutes.subscription.tasks import take_requests, tell_news
from tests.factories import approvals
from tests.factories.published import World

ADDRESS = "eva@ek.example"
BOARD = "/prenumerera/?namnd=itvt"


@pytest.fixture
def world() -> World:
    """Two municipalities whose news is old: nobody followed them then."""
    made = World()
    News.objects.all().delete()
    return made


def work() -> None:
    """Let the worker do twice what there is to do."""
    for _again in range(2):
        take_requests()
        tell_news()
        approvals.work_off()


def link(mail: EmailMultiAlternatives, part: str) -> str:
    """Return the path of the link in a mail."""
    found = re.search(rf"http://[^/]+(/prenumerera/{part}/\S+)", str(mail.body))
    assert found, mail.body
    return found.group(1)


def parsed(mail: EmailMultiAlternatives) -> Parsed:
    """Read a mail as a mail program does."""
    return message_from_bytes(mail.message().as_bytes(), policy=policy.default)


def ask(
    client: Client, url: str = BOARD, email: str = ADDRESS, often: str = "at_once"
) -> None:
    """Ask for a subscription, as the form does."""
    answer = client.post(url, {"email": email, "frequency": often})
    assert answer.status_code == 302, answer.content.decode()
    assert answer["Location"] == "/prenumerera/tack/"
    assert not answer.cookies


def subscribe(
    client: Client,
    mailoutbox: list[EmailMultiAlternatives],
    url: str = BOARD,
    email: str = ADDRESS,
    often: str = "at_once",
) -> None:
    """Ask, and confirm by the link in the mail."""
    ask(client, url, email, often)
    work()
    assert client.post(link(mailoutbox[-1], "bekrafta")).status_code == 200
    work()
    mailoutbox.clear()
