"""The daily seal: a chain made anew from the middle is found by it."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.test import override_settings

from boards.integrity.chain import look_at_chain
from boards.integrity.checks import Fault
from boards.integrity.models import ChainLink, ChainSeal
from boards.integrity.seals import look_at_seals, seal_head, seal_history
from boards.shared.clock import at, local
from boards.shared.history import record
from boards.shared.models import HistoryEvent
from tests.factories import cases
from tests.factories.tampering import past_triggers, rewrite

pytestmark = [pytest.mark.django_db, pytest.mark.law("R-01")]

NIGHT = local(date(2026, 11, 23), 0, 50)
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def signing_dir(tmp_path: Path) -> Iterator[Path]:
    with override_settings(SIGNING_DIR=tmp_path / "signing"):
        yield tmp_path


@pytest.fixture
def sealed() -> HistoryEvent:
    """Three nights with something new in the history each day."""
    case = cases.case()
    made = None
    for turn in range(3):
        made = record(case, "case.changed", by=None, turn=turn)
        with at(NIGHT + turn * DAY):
            assert seal_history()
    return made


def found(moment: timedelta = 2 * DAY) -> list[Fault]:
    with at(NIGHT + moment):
        return list(look_at_seals(Counter()))


def codes(moment: timedelta = 2 * DAY) -> list[str]:
    return [fault.code.removeprefix("integrity.") for fault in found(moment)]


def test_seals_when_nothing_was_touched_then_have_no_fault(
    sealed: HistoryEvent,
) -> None:
    assert found() == []
    assert [seal.day for seal in ChainSeal.objects.order_by("number")] == [
        date(2026, 11, 23),
        date(2026, 11, 24),
        date(2026, 11, 25),
    ]


def test_seal_when_asked_for_twice_a_day_then_is_made_once(
    sealed: HistoryEvent,
) -> None:
    with at(NIGHT + 2 * DAY + timedelta(hours=20)):
        assert seal_head() is None
    assert ChainSeal.objects.count() == 3


def test_seal_when_there_is_no_history_then_is_none() -> None:
    assert seal_head() is None
    assert found() == []


def test_seals_when_the_chain_is_rewritten_from_the_middle_then_are_not_deceived(
    sealed: HistoryEvent,
) -> None:
    """Every link follows from the one before again; only the seals say otherwise."""
    past_triggers(
        "UPDATE boards_historyevent SET reason = 'nej' WHERE id = %s", [sealed.pk]
    )
    middle = ChainLink.objects.get(
        table="boards_historyevent", first_id__lte=sealed.pk, last_id__gte=sealed.pk
    )
    for link in ChainLink.objects.filter(number__gte=middle.number).order_by("number"):
        rewrite(link)
    assert list(look_at_chain(Counter())) == []
    [fault] = found()
    assert fault.code == "integrity.sealed_link_rewritten"
    assert fault.where == "boards_chainseal 3 (2026-11-25)"


def test_seals_when_seal_is_changed_to_the_new_chain_then_signature_says_no(
    sealed: HistoryEvent,
) -> None:
    past_triggers("UPDATE boards_chainseal SET link_sha256 = %s", ["ab" * 32])
    assert set(codes()) == {"seal_broken", "sealed_link_rewritten"}


@pytest.mark.parametrize(
    ("attack", "expected"),
    [
        ("DELETE FROM boards_chainseal WHERE number = 2", ["seals_missing"]),
        ("UPDATE boards_chainseal SET day = day - 9 WHERE number = 3", ["seal_broken"]),
        (
            "UPDATE boards_chainseal SET signature = 'x' WHERE number = 3",
            ["seal_broken"],
        ),
        (
            "UPDATE boards_chainseal SET signature = '' WHERE number = 1",
            ["seal_broken", "seal_replaced"],
        ),
        (
            (
                "DELETE FROM boards_chainlink WHERE number ="
                " (SELECT link_number FROM boards_chainseal WHERE number = 2)"
            ),
            ["sealed_link_missing"],
        ),
    ],
)
def test_seals_when_attacked_then_say_how(
    sealed: HistoryEvent, attack: str, expected: list[str]
) -> None:
    past_triggers(attack)
    assert codes() == expected


def test_seals_when_made_with_another_key_then_are_not_trusted(
    sealed: HistoryEvent, tmp_path: Path
) -> None:
    """Somebody takes all seals away and makes others on a machine of their own."""
    with override_settings(SIGNING_DIR=tmp_path / "another"):
        past_triggers("DELETE FROM boards_chainseal")
        with at(NIGHT + 2 * DAY):
            assert seal_head()
    assert codes() == ["seal_untrusted"]


def test_seals_when_none_was_made_for_days_then_that_is_a_fault(
    sealed: HistoryEvent,
) -> None:
    assert codes(4 * DAY) == []
    assert codes(5 * DAY) == ["seal_late"]
    past_triggers("DELETE FROM boards_chainseal")
    assert codes(5 * DAY) == ["seal_late"]
