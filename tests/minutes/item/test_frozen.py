"""Plain SQL against a § that is being approved, and every verb on it."""

from collections.abc import Callable

import pytest
from django.db import DatabaseError, connection, transaction

from boards.shared.clock import now
from boards.shared.refusals import Refused
from minutes.approval.models import Approval
from minutes.item import actions
from minutes.item.enums import ProposalKind
from minutes.item.models import MinutesItem
from tests.factories import items as make

pytestmark = pytest.mark.django_db

PARTS = (
    "itemsection",
    "basisdocument",
    "proposeddecision",
    "floorproposal",
    "propositionround",
    "decisionpoint",
    "reservation",
    "recusal",
    "itemrecipient",
    "appendix",
    "itemcommunication",
)
OF_PARTS = {
    "proposer": "proposal_id IN (SELECT id FROM minutes_floorproposal)",
    "vote": "round_id IN (SELECT id FROM minutes_propositionround)",
    "reservist": "reservation_id IN (SELECT id FROM minutes_reservation)",
}


@pytest.fixture
def item() -> MinutesItem:
    """A § with one of every part, being approved."""
    board = make.larger_board(4)
    item = make.in_session(board).items.first()
    meeting = item.meeting
    item.agenda_item.case = make.case_of(board, 5)
    item.agenda_item.save()
    report = make.handling(item.agenda_item.case)
    make.fill_plan(item, meeting.secretary)
    absent = make.attendance(meeting, "Ledamot1")
    actions.recuse(item=item, attendance=absent, by=None)
    actions.add_appendix(item=item, document=report, by=None)
    make.fill_communications(meeting.items.last(), meeting.secretary)
    message = meeting.items.last().communications.get()
    message.item = item
    message.save()
    chair = make.attendance(meeting, "Ekström")
    item.rounds.get().votes.create(attendance=chair, choice="yes")
    actions.announce_reservation(item=item, people=[chair], by=None)
    return frozen(item)


def frozen(item: MinutesItem) -> MinutesItem:
    approval = Approval.objects.create(meeting=item.meeting)
    item.approval = approval
    item.save(update_fields=["approval"])
    approval.state, approval.frozen_at = "frozen", now()
    approval.save(update_fields=["state", "frozen_at"])
    return MinutesItem.objects.get(pk=item.pk)


def attack(sql: str) -> None:
    with (
        pytest.raises(DatabaseError, match="frozen minutes"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql)


@pytest.mark.parametrize("part", PARTS)
def test_part_when_its_item_is_frozen_refuses_plain_sql(
    item: MinutesItem, part: str
) -> None:
    where = f"WHERE item_id = {item.pk}"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM minutes_{part} {where}")
        assert cursor.fetchone()[0]
    attack(f"UPDATE minutes_{part} SET item_id = item_id {where}")
    attack(f"DELETE FROM minutes_{part} {where}")


@pytest.mark.parametrize("part", OF_PARTS)
def test_part_of_a_part_when_the_item_is_frozen_refuses_plain_sql(
    item: MinutesItem, part: str
) -> None:
    attack(f"UPDATE minutes_{part} SET id = id WHERE {OF_PARTS[part]}")
    attack(f"DELETE FROM minutes_{part} WHERE {OF_PARTS[part]}")


def test_item_when_frozen_refuses_plain_sql(item: MinutesItem) -> None:
    attack(f"UPDATE minutes_minutesitem SET heading = 'x' WHERE id = {item.pk}")
    attack(f"UPDATE minutes_minutesitem SET approval_id = NULL WHERE id = {item.pk}")
    attack(f"DELETE FROM minutes_minutesitem WHERE id = {item.pk}")


def test_part_when_it_is_moved_into_a_frozen_item_is_refused(item: MinutesItem) -> None:
    other = item.meeting.items.exclude(pk=item.pk).first()
    attack(
        f"UPDATE minutes_itemsection SET item_id = {item.pk} WHERE item_id = {other.pk}"
    )
    attack(
        "INSERT INTO minutes_proposeddecision (item_id, text, position)"
        f" VALUES ({item.pk}, 'x', 1)"
    )


VERBS: dict[str, Callable[[MinutesItem], object]] = {
    "save_section": lambda item: actions.save_section(
        section=make.section_of(item), body="x", version=1, by=None
    ),
    "set_decision": lambda item: actions.set_decision(
        item=item, points=[actions.Point("x")], by=None
    ),
    "set_basis": lambda item: actions.set_basis(item=item, basis=[], by=None),
    "set_proposed": lambda item: actions.set_proposed(item=item, texts=[], by=None),
    "set_recipients": lambda item: actions.set_recipients(
        item=item, recipients=[], by=None
    ),
    "set_communications": lambda item: actions.set_communications(
        item=item, communications=[], by=None
    ),
    "add_floor_proposal": lambda item: actions.add_floor_proposal(
        item=item, kind=ProposalKind.ADD, text="x", proposers=[], by=None
    ),
    "put_round": lambda item: actions.put_round(
        item=item, question=actions.Question("x"), by=None
    ),
    "remove_round": lambda item: actions.remove_round(
        round_=item.rounds.get(), by=None
    ),
    "record_votes": lambda item: actions.record_votes(
        round_=item.rounds.get(), votes={}, by=None
    ),
    "withdraw_recusal": lambda item: actions.withdraw_recusal(
        recusal=item.recusals.get(), by=None
    ),
    "write_reservation": lambda item: actions.write_reservation(
        reservation=item.reservations.get(), text="x", by=None
    ),
    "remove_appendix": lambda item: actions.remove_appendix(
        appendix=item.appendices.get(), by=None
    ),
    "mark_item_secret": lambda item: actions.mark_item_secret(
        item=item, legal_ground="OSL 21:1", by=None
    ),
    "change_item": lambda item: actions.change_item(
        item=item, heading="x", is_information=True, by=None
    ),
}


@pytest.mark.parametrize("verb", VERBS)
def test_verb_when_the_item_is_frozen_is_refused_in_words(
    item: MinutesItem, verb: str
) -> None:
    with pytest.raises(Refused, match=r"item.frozen"):
        VERBS[verb](item)
