"""Terms of office: who, when, and what they may not be."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction

from boards.membership.enums import MemberRole
from boards.membership.models import Membership
from boards.membership.queries import missing_in_roster
from boards.registers import actions
from boards.shared import outbox
from boards.shared.models import HistoryEvent, OutboxMessage, RowChange
from boards.shared.refusals import Refused
from boards.shared.texts import sentence
from tests.factories import registers as make

pytestmark = pytest.mark.django_db


def add(of: object, who: object, role: MemberRole, **values: object) -> Membership:
    defaults = {"valid_from": date(2020, 1, 1), "by": None}
    return actions.add_membership(
        board=of,
        person=who,
        role=role,
        **{"municipality": of.host} | defaults | values,
    )


def codes(no: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [refusal.code for refusal in no.value.refusals]


@pytest.mark.law("KL-14")
def test_term_when_same_person_serves_already_then_refused_with_dates() -> None:
    board, anna = make.board(), make.person("Anna Ek")
    add(board, anna, MemberRole.MEMBER, valid_to=date(2020, 12, 31))
    with pytest.raises(Refused) as no:
        add(board, anna, MemberRole.SUBSTITUTE, valid_from=date(2020, 12, 31))
    said = sentence(no.value.refusals[0])
    assert "Anna Ek" in said
    assert board.name in said
    assert "2020-01-01" in said
    assert "2020-12-31" in said
    assert no.value.refusals[0].field == "valid_from"


def test_term_when_it_starts_the_day_after_then_added() -> None:
    board, anna = make.board(), make.person()
    add(board, anna, MemberRole.MEMBER, valid_to=date(2020, 12, 31))
    add(board, anna, MemberRole.CHAIR, valid_from=date(2021, 1, 1))
    assert board.memberships.count() == 2


def test_term_when_second_chair_then_refused_at_role() -> None:
    board = make.board()
    add(board, make.person(), MemberRole.CHAIR)
    with pytest.raises(Refused) as no:
        add(board, make.person(), MemberRole.CHAIR)
    assert codes(no) == ["membership.second_chair_open"]
    assert no.value.refusals[0].field == "role"


def test_term_when_elected_by_stranger_then_refused() -> None:
    board = make.board()
    with pytest.raises(Refused) as no:
        add(
            board,
            make.person(),
            MemberRole.MEMBER,
            municipality=make.municipality("Cy"),
        )
    assert codes(no) == ["membership.not_its_municipality"]


def test_term_when_it_ends_before_start_then_refused() -> None:
    with pytest.raises(Refused) as no:
        add(make.board(), make.person(), MemberRole.MEMBER, valid_to=date(2019, 1, 1))
    assert codes(no) == ["membership.ends_before_start"]


def test_term_when_refused_then_nothing_is_written() -> None:
    board, anna = make.board(), make.person()
    add(board, anna, MemberRole.MEMBER)
    before = (HistoryEvent.objects.count(), RowChange.objects.count())
    with pytest.raises(Refused):
        add(board, anna, MemberRole.MEMBER)
    assert (HistoryEvent.objects.count(), RowChange.objects.count()) == before


def test_term_when_secretary_adds_it_then_denied() -> None:
    board = make.board()
    with pytest.raises(PermissionDenied):
        add(board, make.person(), MemberRole.MEMBER, by=make.secretary(board))


def test_term_when_added_then_history_knows_who() -> None:
    admin = make.user(administrator=True)
    term = add(make.board(), make.person(), MemberRole.MEMBER, by=admin)
    row = RowChange.objects.get(table_name="boards_membership", row_id=term.pk)
    assert row.actor_id == admin.pk
    assert HistoryEvent.objects.filter(code="membership.added", by=admin).exists()


def test_term_when_ended_then_stays_and_next_can_follow() -> None:
    board, anna = make.board(), make.person()
    term = add(board, anna, MemberRole.CHAIR)
    actions.end_membership(membership=term, valid_to=date(2022, 12, 31), by=None)
    add(board, make.person(), MemberRole.CHAIR, valid_from=date(2023, 1, 1))
    assert board.memberships.get(pk=term.pk).valid_to == date(2022, 12, 31)


def test_term_when_plain_sql_overlaps_then_database_refuses() -> None:
    board, anna = make.board(), make.person()
    add(board, anna, MemberRole.MEMBER)
    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.create(
            board=board,
            person=anna,
            role="substitute",
            municipality=board.host,
            valid_from=date(2021, 1, 1),
        )


def test_term_when_plain_sql_deletes_then_database_refuses() -> None:
    term = make.membership(make.board())
    with pytest.raises(Exception, match="Cannot delete"), transaction.atomic():
        connection.cursor().execute(
            "DELETE FROM boards_membership WHERE id = %s", [term.pk]
        )


@pytest.mark.law("KL-19")
def test_roster_when_joint_board_is_complete_then_nothing_is_missing() -> None:
    board = make.board(joint=True)
    berga = make.municipality("Berga")
    add(board, make.person(), MemberRole.CHAIR)
    add(board, make.person(), MemberRole.MEMBER, municipality=berga)
    add(board, make.person(), MemberRole.SUBSTITUTE)
    add(board, make.person(), MemberRole.SUBSTITUTE, municipality=berga)
    assert missing_in_roster(board, date(2020, 9, 29)) == []


@pytest.mark.law("KL-19")
def test_roster_when_partner_lacks_substitute_then_told() -> None:
    board = make.board(joint=True)
    berga = make.municipality("Berga")
    add(board, make.person(), MemberRole.CHAIR)
    add(board, make.person(), MemberRole.MEMBER, municipality=berga)
    add(board, make.person(), MemberRole.SUBSTITUTE)
    found = [row.code for row in missing_in_roster(board, date(2020, 9, 29))]
    assert found == [
        "membership.substitutes_differ",
        "membership.municipality_missing",
    ]


def test_roster_when_empty_then_seats_and_chair_are_missing() -> None:
    found = [row.code for row in missing_in_roster(make.board(), date(2020, 9, 29))]
    assert found == ["membership.seats_differ", "membership.no_chair"]


def test_order_when_set_again_then_replaced() -> None:
    board, m, c, kd = make.board(), make.party("M"), make.party("C"), make.party("KD")
    for called in ([c, kd], [kd, c]):
        actions.set_substitution_order(
            board=board, absent_party=m, called_parties=called, by=None
        )
    assert [row.called_party for row in board.substitution_order.all()] == [kd, c]


def test_registers_when_something_publishes_them_then_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(outbox.handlers, "publication.registers", print)
    board = make.board()
    before = OutboxMessage.objects.filter(object_id=board.pk).count()
    add(board, make.person(), MemberRole.MEMBER)
    assert OutboxMessage.objects.filter(object_id=board.pk).count() == before + 1
