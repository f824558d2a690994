"""Where a matter was before, what was asked, reported and proposed."""

from datetime import date, timedelta
from typing import Any

import pytest

from boards.board.enums import BoardKind
from boards.shared.refusals import Refused
from cases.delegation.models import DelegatedDecision
from minutes.item import actions
from minutes.item.enums import AskedKind, ProposalKind
from minutes.item.models import MinutesItem
from minutes.item.points import numbered
from minutes.item.queries import choosable_documents, earlier_items, missing
from minutes.meeting.enums import AgendaCause, AgendaKind
from tests.factories import items as make
from tests.factories.meetings import MEETING_DAY, board_with_roster

pytestmark = pytest.mark.django_db


@pytest.fixture
def item() -> MinutesItem:
    return make.item_in_session()


def about(item: MinutesItem, number: int = 4) -> Any:
    item.agenda_item.case = make.case_of(item.board, number)
    item.agenda_item.save()
    return item.agenda_item.case


def earlier(item: MinutesItem, case: Any, number: int | None = 7) -> MinutesItem:
    """A § about the case, a month before."""
    meeting = item.meeting
    meeting.pk, meeting.starts_at = None, meeting.starts_at - timedelta(days=28)
    meeting.save()
    point = meeting.agenda_items.create(position=1, heading="Förr", case=case)
    return MinutesItem.objects.create(
        agenda_item=point,
        meeting=meeting,
        board=item.board,
        year=2020,
        number=number,
        heading="Förr",
    )


def delegated(item: MinutesItem, **values: Any) -> DelegatedDecision:
    given = {
        "board": item.board,
        "decided_on": MEETING_DAY,
        "delegate": "Eva Ek, enhetschef",
        "ground": "3.1",
        "text": "Avtalet tecknas.",
    }
    return DelegatedDecision.objects.create(**{**given, **values})


def codes(item: MinutesItem) -> set[str]:
    found = missing(item.meeting)
    return {one.refusal.code for one in found if one.item == item}


@pytest.mark.law("P-10")
def test_earlier_when_of_the_same_case_is_offered_and_named_by_its_number(
    item: MinutesItem,
) -> None:
    case = about(item)
    before = earlier(MinutesItem.objects.get(pk=item.pk), case)
    assert list(earlier_items(item)) == [before]
    rows = [actions.Earlier(earlier=before), actions.Earlier("Au 57/2020")]
    actions.set_earlier(item=item, earlier=rows, by=None)
    labels = [row.label for row in item.earlier_handlings.all()]
    assert labels == ["ITVT § 7/2020-09-01", "Au 57/2020"]


@pytest.mark.law("P-10")
def test_earlier_when_of_another_case_is_refused_at_its_row(item: MinutesItem) -> None:
    about(item)
    other = make.case_of(item.board, 9)
    before = earlier(MinutesItem.objects.get(pk=item.pk), other)
    rows = [actions.Earlier("Au 57"), actions.Earlier(earlier=before)]
    with pytest.raises(Refused, match=r"item.not_earlier") as no:
        actions.set_earlier(item=item, earlier=rows, by=None)
    assert no.value.refusals[0].values["row"] == 1


@pytest.mark.law("P-10")
def test_further_cases_when_chosen_lend_their_handlingar(item: MinutesItem) -> None:
    case = about(item)
    other = make.case_of(item.board, 9)
    letter = make.handling(other)
    actions.set_further_cases(item=item, cases=[case, other], by=None)
    item = MinutesItem.objects.get(pk=item.pk)
    assert list(item.agenda_item.other_cases.all()) == [other]
    assert list(choosable_documents(item)) == [letter]


def test_further_cases_when_foreign_or_secret_are_refused(item: MinutesItem) -> None:
    foreign = make.case_of(board_with_roster("annan"), 1)
    secret = make.case_of(item.board, 3, legal_ground="OSL 21:1", marked_on=MEETING_DAY)
    for case, code in ((foreign, "of_other_board"), (secret, "is_secret")):
        with pytest.raises(Refused, match=rf"item.case_{code}"):
            actions.set_further_cases(item=item, cases=[case], by=None)


def test_questions_when_in_a_board_are_only_the_publics(item: MinutesItem) -> None:
    asked = actions.Asked(AskedKind.INTERPELLATION, "Bo Ek (S)", "Varför?", "MBN")
    with pytest.raises(Refused, match=r"asked.only_assembly"):
        actions.set_questions(item=item, questions=[asked], by=None)
    public = actions.Asked(AskedKind.PUBLIC_QUESTION, "en åhörare", "När?")
    actions.set_questions(item=item, questions=[public, public], by=None)
    assert item.asked_questions.count() == 2
    item.board.kind = BoardKind.ASSEMBLY
    item.board.save()
    item = MinutesItem.objects.get(pk=item.pk)
    actions.set_questions(item=item, questions=[asked], by=None)
    assert item.asked_questions.get().asked_to == "MBN"


@pytest.mark.law("P-01")
def test_missing_when_an_interpellation_has_no_question_asks_for_it(
    item: MinutesItem,
) -> None:
    item.agenda_item.kind = AgendaKind.INTERPELLATION
    item.agenda_item.save()
    assert "missing.question" in codes(item)


@pytest.mark.law("KL-15")
def test_reported_decisions_when_chosen_are_taken_and_fill_a_forced_point(
    item: MinutesItem,
) -> None:
    item.agenda_item.cause = AgendaCause.URGENT_DECISION
    item.agenda_item.save()
    assert "missing.report" in codes(item)
    urgent = delegated(item, is_urgent=True, ground="")
    actions.set_reported(item=item, decisions=[urgent], by=None)
    assert "missing.report" not in codes(item)
    other = item.meeting.items.last()
    with pytest.raises(Refused, match=r"item.decision_taken"):
        actions.set_reported(item=other, decisions=[urgent], by=None)
    actions.set_reported(item=item, decisions=[], by=None)
    assert not item.reported_decisions.exists()


@pytest.mark.parametrize(
    "values", [{"decided_on": date(2020, 9, 30)}, {"board": "annan"}]
)
def test_reported_decision_when_later_or_foreign_is_refused(
    item: MinutesItem, values: dict[str, Any]
) -> None:
    if "board" in values:
        values = {"board": board_with_roster("annan")}
    with pytest.raises(Refused, match=r"item.decision_taken"):
        actions.set_reported(item=item, decisions=[delegated(item, **values)], by=None)


@pytest.mark.law("P-01")
def test_proposal_when_changed_keeps_the_points_that_yrkanden_are_about(
    item: MinutesItem,
) -> None:
    nested = [actions.Proposed("Ett."), actions.Proposed("Under.", 1), "Två."]
    actions.set_proposed(item=item, texts=nested, by=None)
    numbers = [number for number, _row in numbered(item.proposed.all())]
    assert numbers == ["1", "1.1", "2"]
    two = item.proposed.last()
    proposal = actions.add_floor_proposal(
        item=item, kind=ProposalKind.REJECT, text="", proposers=[], by=None
    )
    proposal.targets.add(two)
    actions.set_proposed(item=item, texts=["Ett.", "Noll.", "Två."], by=None)
    assert proposal.targets.get() == two
    with pytest.raises(Refused, match=r"item.proposed_in_use"):
        actions.set_proposed(item=item, texts=[], by=None)
    with pytest.raises(Refused, match=r"decision.under_nothing"):
        actions.set_proposed(item=item, texts=[actions.Proposed("x", 1)], by=None)


def test_about_when_written_says_whose_proposal_and_whose_number(
    item: MinutesItem,
) -> None:
    said = {"reference": " KF handling nr 12 ", "proposed_by": "Arbetsutskottet"}
    row = actions.describe_item(item=item, by=None, **said)
    row.refresh_from_db()
    assert (row.reference, row.proposed_by) == ("KF handling nr 12", "Arbetsutskottet")
