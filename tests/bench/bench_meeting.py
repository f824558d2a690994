"""How pages grow with a meeting: both sides in turn in one run, medians, ratios.

Run by `make bench`; not collected with the tests, and it asserts no times.
"""

from collections.abc import Callable
from statistics import median
from time import perf_counter

import pytest
from django.test import Client
from django.urls import reverse

from boards.shared.paper.html import render_html
from boards.shared.paper.pdf import render_pdf
from minutes.item import actions as items
from minutes.item.enums import RoundMethod, VoteChoice
from minutes.item.service import ServiceMap
from minutes.meeting.models import Meeting
from minutes.pdf.documents import files_of, minutes_document
from tests.factories.assembly import assembly, sitting

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.time_machine("2020-09-29T09:10:00+02:00", tick=True),
]
ROUNDS = 7


def in_turn(*sides: Callable[[], object], rounds: int = ROUNDS) -> list[float]:
    """Return the median seconds of each side, run in turn after one warm-up."""
    taken: list[list[float]] = [[] for _side in sides]
    for side in sides:
        side()
    for _round in range(rounds):
        for times, side in zip(taken, sides, strict=True):
            begun = perf_counter()
            side()
            times.append(perf_counter() - begun)
    return [median(times) for times in taken]


def say(what: str, base: float, other: float, goal: str = "") -> None:
    """Print one comparison as a ratio."""
    line = f"{what}: {other / base:.2f}x ({base * 1000:.0f} -> {other * 1000:.0f} ms)"
    print(f"{line}{f' ({goal})' if goal else ''}")  # noqa: T201  a bench prints


def opened(meeting: Meeting, name: str) -> Callable[[], object]:
    """Return what opens a page of a meeting as its secretary."""
    client = Client()
    client.force_login(meeting.secretary)
    url = reverse(name, args=[meeting.pk])
    return lambda: client.get(url)


def written(meeting: Meeting) -> Callable[[], object]:
    return lambda: minutes_document(meeting)


def as_pdf(meeting: Meeting) -> Callable[[], object]:
    document = minutes_document(meeting)
    files = files_of(document)
    return lambda: render_pdf(document, files)


def as_html(meeting: Meeting) -> Callable[[], object]:
    document = minutes_document(meeting)
    return lambda: render_html(document)


def voting(meeting: Meeting) -> Callable[[], object]:
    """Return what notes and settles a vote by name of everybody."""
    item = meeting.items.order_by("-agenda_item__position").first()
    items.set_decision(item=item, points=[], by=None)
    question = items.Question(
        "förslaget antas", RoundMethod.OPEN_VOTE, "antas", "avslås"
    )
    round_ = items.put_round(item=item, question=question, by=None)
    votes = {
        person.pk: VoteChoice.YES for person in ServiceMap(meeting).at(item).serving
    }

    def note() -> None:
        items.record_votes(round_=round_, votes=votes, by=None)
        items.settle_round(round_=round_, by=None)

    return note


def test_bench_of_a_large_meeting() -> None:
    board = assembly(61, "kfa")
    small = sitting(board, items=5, votes=2)
    medium = sitting(assembly(61, "kfm"), items=30, votes=10)
    large = sitting(assembly(61, "kfb"), items=120, votes=40)
    few = sitting(assembly(7, "kfc"), items=120, votes=40)
    print("\n61 members; §§ (votes by name): 5 (2), 30 (10), 120 (40)")  # noqa: T201
    live = in_turn(opened(small, "live"), opened(large, "live"))
    say("live view, 120 §§ against 5", *live, goal="goal: at most 2x")
    for name in ("meeting-detail", "meeting-minutes", "meeting-attendance"):
        taken = in_turn(opened(medium, name), opened(large, name))
        say(f"{name}, 120 §§ against 30", *taken, goal="linear is 4x")
    for what, make in (("tree", written), ("HTML", as_html), ("PDF", as_pdf)):
        taken = in_turn(make(medium), make(large), rounds=3)
        say(f"minutes as {what}, 120 §§ against 30", *taken, goal="linear is 4x")
    taken = in_turn(voting(few), voting(large))
    say("a vote by name noted, 61 members against 7", *taken, goal="linear is 8.7x")
