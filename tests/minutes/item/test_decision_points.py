"""Points that nest, do different things, and follow the questions that settled them."""

from datetime import date
from functools import partial
from typing import Any

import pytest

from boards.board.enums import BoardKind
from boards.shared.models import HistoryEvent
from boards.shared.refusals import Refused
from minutes.item import actions
from minutes.item.enums import AppealRegime, PointOutcome, ProposalKind, RoundPurpose
from minutes.item.models import MinutesItem, PropositionRound
from minutes.item.points import in_words, numbered
from minutes.item.queries import missing
from tests.factories import items as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def item() -> MinutesItem:
    return make.item_in_session()


def decide(item: MinutesItem, *points: actions.Point, **more: Any) -> MinutesItem:
    return actions.set_decision(item=item, points=list(points), by=None, **more)


def closed(item: MinutesItem) -> MinutesItem:
    make.finished(item.meeting, item.meeting.secretary)
    return MinutesItem.objects.get(pk=item.pk)


def assembly(item: MinutesItem) -> MinutesItem:
    item.board.kind = BoardKind.ASSEMBLY
    item.board.save()
    return MinutesItem.objects.get(pk=item.pk)


def codes(item: MinutesItem) -> set[str]:
    found = missing(item.meeting)
    return {one.refusal.code for one in found if one.item == item}


def settled(item: MinutesItem, *, is_yes: bool, **fields: Any) -> PropositionRound:
    row = actions.put_round(item=item, question=actions.Question("antas"), by=None)
    row = actions.settle_round(round_=row, is_yes=is_yes, by=None)
    PropositionRound.objects.filter(pk=row.pk).update(**fields)
    row.refresh_from_db()
    return row


@pytest.mark.law("P-01")
def test_points_when_nested_are_numbered_under_their_own(item: MinutesItem) -> None:
    decide(
        item,
        actions.Point("A"),
        actions.Point("B"),
        actions.Point("B1", depth=1),
        actions.Point("B2", depth=1),
    )
    rows = item.decision_points.all()
    assert [number for number, _row in numbered(rows)] == ["1", "2", "2.1", "2.2"]
    assert [str(row.parent or "") for row in rows] == ["", "", "B", "B"]
    kept = [
        actions.Point(row.text, depth=depth, pk=row.pk)
        for row, depth in zip(rows, (0, 0, 1, 0), strict=True)
    ]
    decide(item, *kept[1:], kept[0])
    again = numbered(item.decision_points.all())
    assert [(number, row.text) for number, row in again] == [
        ("1", "B"),
        ("1.1", "B1"),
        ("2", "B2"),
        ("3", "A"),
    ]
    assert {row.pk for _number, row in again} == {row.pk for row in rows}


@pytest.mark.law("P-01")
def test_points_when_they_do_different_things_keep_what_belongs_to_each(
    item: MinutesItem,
) -> None:
    eva = actions.ElectedPerson("Eva Ek", "ledamot", party="S", in_place_of="Bo Al")
    decide(
        item,
        actions.Point("Antas."),
        actions.Point("Föreslås.", PointOutcome.PROPOSES, proposed_to="KF"),
        actions.Point("Väljs.", PointOutcome.ELECTED, elected=(eva,)),
        actions.Point("Åter.", PointOutcome.REFERRED_BACK, reason="Kostnad saknas."),
        actions.Point("Vilar.", PointOutcome.POSTPONED, until=date(2020, 10, 27)),
    )
    rows = item.decision_points.all()
    none = AppealRegime.NONE
    assert [row.appeal for row in rows] == ["legality", none, "legality", none, none]
    assert [one.name for one in rows[2].elected.all()] == ["Eva Ek"]
    assert (rows[1].proposed_to, rows[3].reason) == ("KF", "Kostnad saknas.")


@pytest.mark.law("P-01")
def test_points_when_one_is_wrong_are_refused_at_its_field(item: MinutesItem) -> None:
    back = actions.Point("Åter.", PointOutcome.REFERRED_BACK)
    with pytest.raises(Refused) as no:
        decide(item, actions.Point("Antas."), back)
    (refusal,) = no.value.refusals
    assert (refusal.field, refusal.values["row"]) == ("reason", 1)
    assert not item.decision_points.exists()


@pytest.mark.law("KL-09")
def test_point_when_its_addition_was_refused_cannot_be_adopted(
    item: MinutesItem,
) -> None:
    row = settled(item, is_yes=False, purpose=RoundPurpose.ADDITION)
    with pytest.raises(Refused, match=r"decision.contradicts_question"):
        decide(item, actions.Point("Tillägget antas.", round=row))
    decide(item, actions.Point("Avslås.", PointOutcome.REJECTED, round=row))
    other = settled(item.meeting.items.last(), is_yes=True)
    with pytest.raises(Refused, match=r"decision.question_elsewhere"):
        decide(item, actions.Point("Antas.", round=other))


@pytest.mark.law("KL-09")
def test_point_when_its_question_is_answered_anew_is_missing_agreement(
    item: MinutesItem,
) -> None:
    reject = actions.add_floor_proposal(
        item=item, kind=ProposalKind.REJECT, text="", proposers=[], by=None
    )
    row = settled(item, is_yes=False, no_proposal=None)
    decide(item, actions.Point("Avslås.", PointOutcome.REJECTED, round=row))
    assert "missing.agreement" not in codes(item)
    PropositionRound.objects.update(no_proposal=reject)
    item.decision_points.update(outcome=PointOutcome.ADOPTED)
    assert "missing.agreement" in codes(item)


def test_late_point_when_an_assembly_has_not_agreed_is_refused(
    item: MinutesItem,
) -> None:
    item.agenda_item.is_late = True
    item.agenda_item.save()
    make.decided(item)
    item = assembly(item)
    with pytest.raises(Refused, match=r"decision.not_announced"):
        make.decided(item, "Annat.")
    assert "decision.not_announced" in codes(item)
    actions.set_agreed(item=item, is_agreed=True, by=None)
    make.decided(item, "Annat.")
    actions.set_agreed(item=item, is_agreed=False, by=None)
    assert "decision.not_announced" in codes(item)


@pytest.mark.law("KL-11")
def test_point_when_somebody_reserved_against_it_stays(item: MinutesItem) -> None:
    decide(item, actions.Point("Ett."), actions.Point("Två."))
    one, two = item.decision_points.all()
    actions.announce_reservation(
        item=item,
        people=[make.attendance(item.meeting, "Lindqvist")],
        grounds=actions.Grounds(points=(two,)),
        by=None,
    )
    with pytest.raises(Refused, match=r"decision.point_reserved"):
        decide(item, actions.Point("Ett.", pk=one.pk))
    decide(item, actions.Point("Två.", pk=two.pk))
    assert item.reservations.get().points.get() == two


@pytest.mark.law("P-04")
@pytest.mark.parametrize(
    "change",
    [
        {"outcome": PointOutcome.REJECTED},
        {"depth": 0},
        {"appeal": AppealRegime.ADMINISTRATIVE, "appeal_text": "Till länsstyrelsen."},
    ],
)
def test_decision_when_anything_in_it_changes_late_is_shown_as_changed(
    item: MinutesItem, change: dict[str, Any]
) -> None:
    decide(item, actions.Point("Ett."), actions.Point("Under.", depth=1))
    kept = {"depth": 1, **change}
    late = partial(
        decide, closed(item), actions.Point("Ett."), actions.Point("Under.", **kept)
    )
    with pytest.raises(Refused, match=r"decision.no_comment"):
        late()
    late(comment="Skrevs fel.")
    values = HistoryEvent.objects.get(code="item.decision_changed").values
    assert in_words(values["before"]) != in_words(values["after"])
    assert values["before"][0] == values["after"][0]


@pytest.mark.law("P-04")
def test_decision_when_taken_away_and_written_late_needs_a_comment_twice(
    item: MinutesItem,
) -> None:
    make.decided(item, "Ett.")
    item = closed(item)
    decide(item, comment="Skrevs fel.")
    with pytest.raises(Refused, match=r"decision.no_comment"):
        decide(item, actions.Point("Två."))
    # What says the same is no change, and needs no word.
    decide(item, actions.Point("Två."), comment="Så här var det.")
    decide(item, actions.Point("Två."))
    assert HistoryEvent.objects.filter(code="item.decision_changed").count() == 2


@pytest.mark.law("KL-07")
def test_missing_when_authority_has_the_ordinary_appeal_asks_for_its_own(
    item: MinutesItem,
) -> None:
    actions.describe_item(item=item, is_authority=True, by=None)
    make.decided(item)
    assert "missing.authority_appeal" in codes(item)
    told = {"appeal": AppealRegime.ADMINISTRATIVE, "appeal_text": "Till länsstyrelsen."}
    decide(item, actions.Point("Lov ges.", **told))
    assert "missing.authority_appeal" not in codes(item)
