"""What belongs where, in force and in the database, and what has no place."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction

from boards.board.models import Board
from boards.shared.models import HistoryEvent
from boards.shared.refusals import Refused
from finance.chart import actions
from finance.chart.models import Mapping, ReportUnit
from finance.chart.queries import placed_sums
from tests.factories import charts, registers
from tests.finance.ledger.imports import take_in
from tests.finance.ledger.sie_files import HEAD, VOUCHER

pytestmark = pytest.mark.django_db
COSTS = ("5000", "5999")


@pytest.fixture
def board() -> Board:
    return registers.board("itvt")


@pytest.fixture
def mapping(board: Board) -> Mapping:
    return charts.mapping(charts.unit(board), charts.line(board), COSTS)


def test_placed_sums_when_mapped_then_each_amount_once_in_few_queries(
    mapping: Mapping, django_assert_num_queries: object
) -> None:
    take_in(mapping.board, [*HEAD, *VOUCHER])
    with django_assert_num_queries(3):
        placed = placed_sums(mapping.board, 2020)
    place = (mapping.unit_id, mapping.line_id, date(2020, 1, 1))
    assert dict(placed.sums) == {place: 10050}
    assert placed.unmapped == ()


def test_placed_sums_when_not_mapped_then_listed_with_name_and_amount(
    board: Board,
) -> None:
    take_in(board, [*HEAD, *VOUCHER])
    (left,) = placed_sums(board, 2020).unmapped
    assert (left.account, left.name, left.unit, left.ore) == (
        "5011",
        "Löner",
        "410",
        10050,
    )


@pytest.mark.law("F-06")
def test_placed_sums_when_the_project_is_an_investment_then_it_alone_has_it(
    mapping: Mapping,
) -> None:
    voucher = [line.replace('1 "410"', '6 "5201"') for line in VOUCHER]
    take_in(mapping.board, [*HEAD, *voucher])
    placed = placed_sums(mapping.board, 2020, investments={"5201"})
    assert dict(placed.projects) == {("5201", date(2020, 1, 1)): 10050}
    assert not placed.sums


def test_save_mapping_when_another_ties_then_refused_and_nothing_written(
    mapping: Mapping,
) -> None:
    with pytest.raises(Refused) as no:
        charts.mapping(mapping.unit, mapping.line, ("5500", "6499"))
    assert no.value.refusals[0].values == {"other": "5000–5999"}
    assert Mapping.objects.count() == 1


def test_save_mapping_when_the_unit_is_another_boards_then_refused(
    mapping: Mapping,
) -> None:
    foreign = charts.unit(registers.board("annan"))
    values = actions.MappingValues(foreign, mapping.line, "4000", charts.START)
    with pytest.raises(Refused, match=r"chart\.other_board"):
        actions.save_mapping(board=mapping.board, values=values, by=None)


def test_save_mapping_when_changed_then_told_in_the_history(mapping: Mapping) -> None:
    values = actions.MappingValues(mapping.unit, mapping.line, "5011", charts.START)
    changed = actions.save_mapping(
        board=mapping.board, values=values, by=None, mapping=mapping
    )
    assert (changed.pk, changed.account_to) == (mapping.pk, "5011")
    events = HistoryEvent.objects.filter(code="chart.mapping_saved")
    assert events.filter(object_id=mapping.pk).count() == 2


@pytest.mark.parametrize("verb", ["unit", "line"])
def test_save_when_code_or_label_is_taken_then_refused(
    mapping: Mapping, verb: str
) -> None:
    with pytest.raises(Refused, match=rf"chart\.{verb}_twice"):
        getattr(charts, verb)(mapping.board)


def test_save_when_secretary_then_not_allowed(mapping: Mapping) -> None:
    by = registers.secretary(mapping.board)
    with pytest.raises(PermissionDenied):
        actions.end_mapping(mapping=mapping, valid_to=date(2020, 12, 31), by=by)


def test_end_mapping_when_ended_then_later_months_have_no_place(
    mapping: Mapping,
) -> None:
    take_in(mapping.board, [*HEAD, *VOUCHER])
    actions.end_mapping(mapping=mapping, valid_to=date(2019, 12, 31), by=None)
    assert len(placed_sums(mapping.board, 2020).unmapped) == 1


@pytest.mark.law("F-05")
def test_renew_mappings_when_a_new_chart_then_earlier_months_stay(
    mapping: Mapping,
) -> None:
    day = date(2020, 7, 1)
    (new,) = actions.renew_mappings(board=mapping.board, valid_from=day, by=None)
    mapping.refresh_from_db()
    assert (mapping.valid_to, new.valid_from) == (date(2020, 6, 30), day)
    other = charts.line(mapping.board, "Annat")
    values = actions.MappingValues(new.unit, other, "5011", day)
    actions.save_mapping(board=mapping.board, values=values, by=None, mapping=new)
    take_in(mapping.board, [*HEAD, *VOUCHER])
    (place,) = placed_sums(mapping.board, 2020).sums
    assert place[1] == mapping.line_id


def test_renew_mappings_when_none_is_in_force_then_refused(board: Board) -> None:
    with pytest.raises(Refused, match=r"chart\.nothing_to_copy"):
        actions.renew_mappings(board=board, valid_from=date(2021, 1, 1), by=None)


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"account_from": "6", "account_to": "5", "project": "1"},
        {"account_from": "x", "account_to": "x", "project": "2"},
        {"valid_from": date(2020, 1, 2), "project": "3"},
        {"valid_to": date(2018, 1, 31), "project": "4"},
    ],
)
def test_mapping_when_written_past_the_rules_then_the_database_refuses(
    mapping: Mapping, said: dict[str, object]
) -> None:
    values = {
        "board": mapping.board,
        "unit": mapping.unit,
        "line": mapping.line,
        "account_from": "5000",
        "account_to": "5999",
        "valid_from": date(2020, 1, 1),
    }
    with pytest.raises(DatabaseError), transaction.atomic():
        Mapping.objects.create(**values | said)


def test_mapping_when_moved_to_another_boards_unit_then_the_database_refuses(
    mapping: Mapping,
) -> None:
    foreign = charts.unit(registers.board("annan"))
    with pytest.raises(DatabaseError), transaction.atomic():
        Mapping.objects.update(unit=foreign)
    with pytest.raises(DatabaseError), transaction.atomic():
        ReportUnit.objects.filter(pk=mapping.unit_id).update(board=foreign.board)
