"""The chain over the history: what was changed, deleted or put in is named."""

from collections import Counter
from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from boards.integrity.chain import look_at_chain
from boards.integrity.checks import Fault, Looked
from boards.integrity.digests import CHANGES, HISTORY
from boards.integrity.models import ChainLink
from boards.integrity.sealing import extend_chain
from boards.shared.clock import at, local
from boards.shared.history import record
from boards.shared.models import HistoryEvent, RowChange
from tests.factories import cases
from tests.factories.tampering import link_of, past_triggers, rewrite

pytestmark = [pytest.mark.django_db, pytest.mark.law("R-01")]

NOON = local(date(2020, 9, 29), 12)


def found() -> list[Fault]:
    return list(look_at_chain(Counter()))


def events(count: int) -> list[HistoryEvent]:
    case = cases.case()
    return [record(case, "case.changed", by=None, turn=n) for n in range(count)]


@pytest.fixture
def chained() -> list[HistoryEvent]:
    """Ten events of a case and more, bound into links of four rows."""
    made = events(10)
    extend_chain(4)
    return made


def test_chain_when_nothing_was_touched_then_has_no_fault(
    chained: list[HistoryEvent],
) -> None:
    looked: Looked = Counter()
    assert list(look_at_chain(looked)) == []
    rows = HistoryEvent.objects.count() + RowChange.objects.count()
    assert looked["history_rows"] == rows
    assert looked["rows_unsealed"] == 0
    assert looked["links"] == ChainLink.objects.count() > 3


def test_chain_when_extended_twice_then_nothing_is_added(
    chained: list[HistoryEvent],
) -> None:
    before = list(ChainLink.objects.values_list("sha256", flat=True))
    assert extend_chain(4) == 0
    assert list(ChainLink.objects.values_list("sha256", flat=True)) == before


def test_chain_when_history_goes_on_then_the_new_rows_wait_and_are_bound(
    chained: list[HistoryEvent],
) -> None:
    record(cases.case(), "case.changed", by=None)
    looked: Looked = Counter()
    assert list(look_at_chain(looked)) == []
    assert looked["rows_unsealed"] > 0
    assert extend_chain(4) > 0
    assert found() == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ("UPDATE boards_historyevent SET reason = 'nej' WHERE id = %s", "changed"),
        ("UPDATE boards_historyevent SET at = at + '1 us' WHERE id = %s", "changed"),
        ("UPDATE boards_historyevent SET values = '{}' WHERE id = %s", "changed"),
        ("UPDATE boards_historyevent SET by_id = 99 WHERE id = %s", "changed"),
        ("DELETE FROM boards_historyevent WHERE id = %s", "deleted"),
    ],
)
def test_chain_when_an_event_is_touched_then_that_row_is_named(
    chained: list[HistoryEvent], change: str, code: str
) -> None:
    victim = chained[5]
    past_triggers(change, [victim.pk])
    [fault] = found()
    assert fault.where == f"{HISTORY} {victim.pk}"
    assert fault.code == f"integrity.row_{code}"


def test_chain_when_a_change_of_a_row_is_touched_then_that_row_is_named(
    chained: list[HistoryEvent],
) -> None:
    victim = RowChange.objects.filter(table_name="cases_case").first()
    past_triggers(
        "UPDATE boards_rowchange SET after = jsonb_set(after, '{title}', '\"Annat\"')"
        " WHERE id = %s",
        [victim.pk],
    )
    [fault] = found()
    assert (fault.where, fault.code) == (
        f"{CHANGES} {victim.pk}",
        "integrity.row_changed",
    )


@pytest.mark.parametrize("key", [-5, 0])
def test_chain_when_a_row_is_put_in_before_the_first_then_it_is_named(
    chained: list[HistoryEvent], key: int
) -> None:
    forge(chained[0], key)
    [fault] = found()
    assert (fault.where, fault.code) == (
        f"{HISTORY} {key}",
        "integrity.row_inserted",
    )


def test_chain_when_a_row_is_put_into_a_hole_then_it_is_named() -> None:
    made = events(4)
    hole = made[2].pk
    past_triggers("DELETE FROM boards_historyevent WHERE id = %s", [hole])
    extend_chain()
    assert found() == []
    forge(made[0], hole)
    [fault] = found()
    assert (fault.where, fault.code) == (
        f"{HISTORY} {hole}",
        "integrity.row_inserted",
    )


def forge(event: HistoryEvent, key: int) -> None:
    past_triggers(
        "INSERT INTO boards_historyevent"
        " (id, code, model, object_id, board_id, by_id, at, reason, values)"
        " SELECT %s, code, model, object_id, board_id, by_id, at, reason, values"
        " FROM boards_historyevent WHERE id = %s",
        [key, event.pk],
    )


def test_chain_when_a_hole_between_links_is_filled_then_it_is_named() -> None:
    made = events(3)
    extend_chain()
    hole = made[-1].pk + 1
    connection.cursor().execute("SELECT nextval('boards_historyevent_id_seq')")
    record(cases.case(), "case.changed", by=None)
    extend_chain()
    forge(made[0], hole)
    assert [fault.where for fault in found()] == [f"{HISTORY} {hole}"]


def test_chain_when_a_link_is_rewritten_then_the_next_does_not_follow(
    chained: list[HistoryEvent],
) -> None:
    """Whoever makes one link anew has to make all that follow."""
    victim = chained[1]
    past_triggers(
        "UPDATE boards_historyevent SET reason = 'nej' WHERE id = %s", [victim.pk]
    )
    rewrite(link_of(victim))
    [fault] = found()
    number = link_of(victim).number + 1
    assert (fault.where, fault.code) == (
        f"boards_chainlink {number}",
        "integrity.link_changed",
    )


def test_chain_when_links_are_taken_out_then_they_are_named(
    chained: list[HistoryEvent],
) -> None:
    past_triggers("DELETE FROM boards_chainlink WHERE number IN (2, 3)")
    codes = [fault.code for fault in found()]
    assert codes == ["integrity.links_missing"]


def test_chain_when_links_are_taken_out_then_says_which(
    chained: list[HistoryEvent],
) -> None:
    past_triggers("DELETE FROM boards_chainlink WHERE number = 1")
    assert found()[0].values == {"first": 1, "last": 1}


def test_link_when_tried_with_sql_then_is_refused(chained: list[HistoryEvent]) -> None:
    link = ChainLink.objects.earliest("number")
    for attack in (link.delete, lambda: ChainLink.objects.update(count=1)):
        with pytest.raises(DatabaseError), transaction.atomic():
            attack()


def test_chain_when_a_moment_is_read_in_another_zone_then_is_the_same(
    chained: list[HistoryEvent],
) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL TIME ZONE 'Europe/Stockholm'")
    assert found() == []


def test_chain_when_pieces_are_small_then_each_costs_the_same() -> None:
    with at(NOON):
        events(40)
    with CaptureQueriesContext(connection) as few:
        extend_chain(20)
    links = ChainLink.objects.count()
    events(40)
    with CaptureQueriesContext(connection) as more:
        extend_chain(10)
    made = ChainLink.objects.count() - links
    assert (len(few) - len(more)) % (made - links) == 0
    with CaptureQueriesContext(connection) as walk:
        assert found() == []
    assert len(walk) == 2 * (made + links) + 3
