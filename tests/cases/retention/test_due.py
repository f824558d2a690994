"""The list of what is due, and everything that stands against it."""

from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from boards.board.models import Board
from boards.person.models import User
from boards.shared.clock import at, local
from boards.shared.refusals import Refusal, Refused
from cases.case.actions import reopen_case
from cases.retention import actions, registry
from cases.retention.actions import HoldValues
from cases.retention.due import DueList, due
from cases.retention.enums import HoldKind
from cases.retention.models import Hold
from tests.factories import cases, registers
from tests.factories import retention as make

pytestmark = [pytest.mark.django_db, pytest.mark.law("R-02")]


def numbers(found: DueList) -> list[int]:
    return [row.document.pk for row in found.rows]


def test_due_when_the_years_are_out_then_listed_from_that_day(board: Board) -> None:
    make.plan(board)
    _case, [letter] = make.old_case(board)
    assert numbers(due(board, date(2025, 9, 30))) == []
    [row] = due(board, make.DUE).rows
    assert (row.document, row.verdict.due_on) == (letter, make.DUE)
    assert row.verdict.is_ready(make.DUE)
    assert row.ground == (
        "ITVT 10/2017, dokumenthanteringsplan version 1: skrivelse gallras 5 år efter"
        " att ärendet avslutats"
    )


def test_due_when_counted_from_each_event_then_each_has_its_day(
    board: Board, approved: dict[int, date]
) -> None:
    make.plan(board)
    kinds = ("application", "opinion", "extract")
    case, documents = make.old_case(board, *kinds)
    approved[case.pk] = date(2020, 9, 29)
    found = {row.document.kind: row.verdict.due_on for row in due(board, make.DUE).rows}
    assert found == {
        "application": date(2022, 9, 14),
        "opinion": date(2021, 9, 29),
        "extract": make.CLOSED,
    }
    assert len(documents) == 3


def test_due_when_the_minutes_are_not_approved_then_not_due(
    board: Board, approved: dict[int, date]
) -> None:
    make.plan(board)
    make.old_case(board, "opinion")
    assert approved == {}
    assert numbers(due(board, date(2099, 1, 1))) == []


def test_due_when_the_case_is_open_again_then_something_stands_against(
    board: Board,
) -> None:
    make.plan(board)
    case, _documents = make.old_case(board, "application")
    reopen_case(case=case, reason="Nytt yttrande", by=None)
    [row] = due(board, make.DUE).blocked
    assert row.reasons == ["Ärendet är öppet. (arkivlagen 10 §)"]


def test_due_when_there_is_no_plan_then_nothing_is(board: Board) -> None:
    make.old_case(board)
    found = due(board, make.DUE)
    assert (found.plan, found.rows, found.unruled) == (None, (), (("Skrivelse", 1),))


def test_due_when_a_kind_has_no_rule_then_it_is_told_and_the_rest_goes_on(
    board: Board,
) -> None:
    make.plan(board)
    _case, [letter, _report] = make.old_case(board, "letter", "staff_report")
    found = due(board, make.DUE)
    assert numbers(found) == [letter.pk]
    assert found.unruled == (("Tjänsteskrivelse", 1),)


def test_due_when_drafts_and_other_boards_then_they_are_not_listed(
    board: Board,
) -> None:
    make.plan(board)
    make.old_case(registers.board())
    assert due(board, make.DUE).rows == ()


def test_due_when_preserved_then_listed_only_once_delivered(
    board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    make.plan(board)
    case, [decision, minutes] = make.old_case(board, "decision", "minutes")
    assert numbers(due(board, make.DUE)) == []
    asked = due(board, make.DUE, with_preserved=True)
    assert numbers(asked) == [decision.pk, minutes.pk]
    assert asked.ready == []
    monkeypatch.setattr(registry, "deliveries", [lambda _cases: {case.pk}])
    assert [row.document for row in due(board, make.DUE).ready] == [decision]


def test_due_when_other_rooms_hold_then_each_reason_is_told(
    board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    make.plan(board)
    case, [first, other] = make.old_case(board, "letter", "letter")
    held = [Refusal("retention.held", "", {"why": "a", "reason": "b"})]
    monkeypatch.setattr(registry, "case_holds", [lambda _keys: {case.pk: held}])
    monkeypatch.setattr(registry, "document_holds", [lambda _keys: {first.pk: held}])
    reasons = {row.document.pk: row.reasons for row in due(board, make.DUE).rows}
    assert reasons == {first.pk: ["a: b", "a: b"], other.pk: ["a: b"]}


def test_hold_when_set_then_stops_until_it_is_lifted(
    board: Board, archivist: User
) -> None:
    make.plan(board)
    case, [first, other] = make.old_case(board, "letter", "letter")
    said = HoldValues(HoldKind.SECRECY_REVIEW, "Begärd av Albybladet", first)
    hold = actions.set_hold(case=case, said=said, by=archivist)
    [blocked] = due(board, make.DUE).blocked
    assert blocked.document == first
    assert blocked.reasons == ["Sekretess prövas: Begärd av Albybladet"]
    assert [row.document for row in due(board, make.DUE).ready] == [other]
    actions.lift_hold(hold=hold, reason="Utlämnad", by=archivist)
    assert due(board, make.DUE).blocked == []
    with pytest.raises(Refused):
        actions.lift_hold(hold=hold, reason="Igen", by=archivist)


@pytest.mark.parametrize("reason", ["", "  "])
def test_hold_when_no_reason_is_given_then_refused(board: Board, reason: str) -> None:
    case = cases.case(board)
    with pytest.raises(Refused):
        actions.set_hold(case=case, said=HoldValues(HoldKind.OTHER, reason), by=None)


def test_hold_when_the_document_is_of_another_case_then_refused(board: Board) -> None:
    case, strange = cases.case(board), cases.document()
    with pytest.raises(Refused):
        actions.set_hold(
            case=case, said=HoldValues(HoldKind.OTHER, "x", strange), by=None
        )


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM cases_hold",
        "UPDATE cases_hold SET reason = 'y'",
        "UPDATE cases_hold SET document_id = NULL, case_id = case_id + 1",
    ],
)
def test_database_when_a_hold_is_attacked_then_it_refuses(
    board: Board, sql: str
) -> None:
    case = cases.case(board)
    actions.set_hold(case=case, said=HoldValues(HoldKind.OTHER, "x"), by=None)
    with pytest.raises(DatabaseError), transaction.atomic():
        connection.cursor().execute(sql)


def test_pages_when_the_archivist_sets_and_lifts_a_hold_then_shown(
    client: Client, board: Board, archivist: User
) -> None:
    client.force_login(archivist)
    case = cases.case(board)
    said = {"kind": "dispute", "reason": "Prövas i domstol"}
    answer = client.post(
        reverse("retention-hold-set", args=[case.pk]), said, follow=True
    )
    assert "Prövas i domstol" in answer.content.decode()
    hold = Hold.objects.get()
    lift = reverse("retention-hold-lift", args=[hold.pk])
    assert lift in client.get(reverse("retention-holds")).content.decode()
    client.post(lift, {"reason": "Avgjort"})
    page = client.get(reverse("retention-holds")).content.decode()
    assert "Avgjort" in page
    assert lift not in page


def test_due_page_when_filtered_then_shows_that_part(
    client: Client, board: Board, archivist: User
) -> None:
    client.force_login(archivist)
    make.plan(board)
    case, [first, other, kept] = make.old_case(board, "letter", "letter", "decision")
    said = HoldValues(HoldKind.OTHER, "Väntar", first)
    actions.set_hold(case=case, said=said, by=archivist)
    shown = {
        "": {first, other},
        "ready": {other},
        "blocked": {first},
        "preserved": {first, other, kept},
        "nonsens": {first, other},
    }
    with at(local(make.DUE, 9)):
        for show, documents in shown.items():
            url = reverse("retention-due")
            page = client.get(url, {"show": show}).content.decode()
            there = {one for one in (first, other, kept) if one.subject in page}
            assert there == documents, show


@pytest.mark.parametrize("count", [1, 6])
def test_due_page_when_it_grows_then_asks_no_more(
    client: Client,
    board: Board,
    archivist: User,
    django_assert_max_num_queries: DjangoAssertNumQueries,
    count: int,
) -> None:
    client.force_login(archivist)
    make.plan(board)
    for _number in range(count):
        make.old_case(board)
    with at(local(make.DUE, 9)), django_assert_max_num_queries(24):
        client.get(reverse("retention-due"))
