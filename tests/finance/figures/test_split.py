"""However a ledger is cut into files, the report made of it is the same."""

import io
from collections import defaultdict
from datetime import date

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from finance.figures.queries import board_figures
from finance.ledger.actions import Order, import_ledger
from finance.ledger.sie.facts import Voucher
from tests.factories import charts, registers
from tests.finance.ledger.sie_files import vouchers
from tests.finance.ledger.test_split import written

pytestmark = pytest.mark.django_db
Tables = dict[object, object]


def tables(files: list[bytes]) -> Tables:
    """Every cell of the report after the files, with nothing left behind."""
    with transaction.atomic():
        board = registers.board()
        revenue, cost = (
            charts.line(board, "Intäkter"),
            charts.line(board, "Kostnader", 1),
        )
        named, others = charts.unit(board, "it"), charts.unit(board, "annat")
        charts.mapping(named, cost, ("4000", "8999"), responsibility="410")
        charts.mapping(others, revenue, ("3000", "3999"))
        charts.mapping(others, cost, ("5000", "6999"))
        for content in files:
            order = Order(board=board, name="bok.se", is_addition=True)
            report = import_ledger(order=order, stream=io.BytesIO(content), by=None)
            assert report.problems == []
        figures = board_figures(board, date(2020, 12, 31))
        transaction.set_rollback(True)
    cells: Tables = {
        (one.unit.code, line.label): amounts.actual_to_date
        for one in figures.units
        for line, amounts in one.rows
    }
    return cells | {"without place": figures.unmapped}


@given(st.data(), vouchers())
@settings(max_examples=10)
def test_report_when_its_ledger_is_cut_in_any_way_then_the_same(
    data: st.DataObject, booked: list[Voucher]
) -> None:
    parts = data.draw(
        st.lists(st.integers(0, 2), min_size=len(booked), max_size=len(booked))
    )
    cut = defaultdict(list)
    for part, voucher in zip(parts, booked, strict=True):
        cut[part].append(voucher)
    files = data.draw(st.permutations([written(part) for part in cut.values()]))
    whole = [written(booked)] if booked else []
    assert tables(files) == tables(whole)
