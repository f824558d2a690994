"""The verbs of the chart: name units and rows, say what belongs there and when."""

from __future__ import annotations

from collections.abc import Mapping as Dict
from dataclasses import asdict, dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import transaction

from boards.access.permissions import require
from boards.board.models import Board
from boards.shared.history import record
from boards.shared.refusals import Refusal, refuse_if
from finance.chart import rules
from finance.chart.models import Mapping, ReportLine, ReportUnit

if TYPE_CHECKING:
    from boards.person.models import User


@dataclass(frozen=True)
class MappingValues:
    """What a mapping says; an empty object means any."""

    unit: ReportUnit
    line: ReportLine
    account_from: str
    valid_from: date
    account_to: str = ""
    responsibility: str = ""
    project: str = ""
    activity: str = ""
    valid_to: date | None = None


def _lock(board: Board, by: User | None) -> None:
    """Let one person at a time change what belongs where."""
    require(by, "chart.edit", board)
    Board.objects.select_for_update(of=("self",)).get(pk=board.pk)


@transaction.atomic
def save_unit(
    *, board: Board, said: Dict[str, Any], by: User | None, unit: ReportUnit | None
) -> ReportUnit:
    """Add a unit, or change its name and place."""
    _lock(board, by)
    unit = unit or ReportUnit(board=board)
    same = board.report_units.filter(code=said["code"]).exclude(pk=unit.pk)
    refuse_if([Refusal("chart.unit_twice", field="code")] if same.exists() else [])
    for name, value in said.items():
        setattr(unit, name, value)
    unit.save()
    record(unit, "chart.unit_saved", by=by, name=unit.name)
    return unit


@transaction.atomic
def save_line(
    *, board: Board, said: Dict[str, Any], by: User | None, line: ReportLine | None
) -> ReportLine:
    """Add a row to every unit's table, or change its label and place."""
    _lock(board, by)
    line = line or ReportLine(board=board)
    same = board.report_lines.filter(label=said["label"]).exclude(pk=line.pk)
    refuse_if([Refusal("chart.line_twice", field="label")] if same.exists() else [])
    for name, value in said.items():
        setattr(line, name, value)
    line.save()
    record(line, "chart.line_saved", by=by, name=line.label)
    return line


@transaction.atomic
def save_mapping(
    *,
    board: Board,
    values: MappingValues,
    by: User | None,
    mapping: Mapping | None = None,
) -> Mapping:
    """Say where accounts and objects belong; refused where another says so as well.

    Frozen reports hold their own figures and are not changed by it (F-05).
    """
    _lock(board, by)
    mapping = mapping or Mapping(board=board)
    for name in MappingValues.__dataclass_fields__:
        setattr(mapping, name, getattr(values, name))
    mapping.account_to = mapping.account_to or mapping.account_from
    _refuse_unclear(mapping)
    mapping.save()
    record(mapping, "chart.mapping_saved", by=by, mapping=str(mapping))
    return mapping


def _refuse_unclear(mapping: Mapping) -> None:
    boards = (mapping.unit.board_id, mapping.line.board_id)
    refuse_if(rules.blocks_target(boards, mapping.board_id))
    others = Mapping.objects.filter(board=mapping.board_id).exclude(pk=mapping.pk)
    facts = [other.facts() for other in others]
    refuse_if(rules.blocks_mapping(mapping.facts(), facts))


@transaction.atomic
def end_mapping(*, mapping: Mapping, valid_to: date, by: User | None) -> Mapping:
    """Let a mapping hold to the end of a month and no longer."""
    _lock(mapping.board, by)
    refuse_if(rules.blocks_period(mapping.valid_from, valid_to))
    mapping.valid_to = valid_to
    _refuse_unclear(mapping)
    mapping.save(update_fields=["valid_to"])
    record(mapping, "chart.mapping_ended", by=by, mapping=str(mapping))
    return mapping


@transaction.atomic
def renew_mappings(*, board: Board, valid_from: date, by: User | None) -> list[Mapping]:
    """Give a new year's chart mappings of its own, alike those in force until then.

    Accounts are renumbered between years: what is changed from now on leaves earlier
    months as they were (F-05).
    """
    _lock(board, by)
    refuse_if(rules.blocks_period(valid_from, None))
    last = rules.eve(valid_from)
    old = list(
        board.mappings.filter(valid_from__lt=valid_from)
        .exclude(valid_to__lt=valid_from)
        .select_for_update()
    )
    refuse_if([] if old else [Refusal("chart.nothing_to_copy", field="valid_from")])
    ends = [mapping.valid_to for mapping in old]
    for mapping in old:
        mapping.valid_to = last
        mapping.save(update_fields=["valid_to"])
    made = [
        Mapping.objects.create(**_copied(mapping), valid_from=valid_from, valid_to=end)
        for mapping, end in zip(old, ends, strict=True)
    ]
    record(board, "chart.mappings_renewed", by=by, day=str(valid_from))
    return made


def _copied(mapping: Mapping) -> dict[str, Any]:
    """Return what a mapping says, without its months."""
    said = asdict(mapping.facts())
    kept = ("account_from", "account_to", "responsibility", "project", "activity")
    return {name: said[name] for name in kept} | {
        "board": mapping.board,
        "unit_id": mapping.unit_id,
        "line_id": mapping.line_id,
    }
