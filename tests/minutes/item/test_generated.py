"""Swedish wording made from the data of a §."""

import pytest

from minutes.item.enums import ProposalKind, RoundMethod, SettledBy, VoteChoice
from minutes.item.generated import (
    FloorFact,
    RecusalFact,
    RoundFact,
    VoteFact,
    floor_lead,
    genitive,
    listed,
    procedure,
    recusals,
    reservation,
    suggested_question,
)
from minutes.item.numbers import labelled, ranges

OPEN = RoundFact(
    question="förslaget antas",
    method=RoundMethod.OPEN_VOTE,
    is_yes=True,
    settled_by=SettledBy.MAJORITY,
    meanings=("bifall till förslaget", "avslag"),
    totals=(2, 1, 1),
    votes=(
        VoteFact("Karin Ek (L)", VoteChoice.NO),
        VoteFact("Bo Ås (S)", VoteChoice.ABSTAIN),
    ),
)


@pytest.mark.parametrize(
    ("names", "text"),
    [([], ""), (["A"], "A"), (["A", "B"], "A och B"), (["A", "B", "C"], "A, B och C")],
)
def test_listed_when_given_names_joins_them_in_swedish(
    names: list[str], text: str
) -> None:
    assert listed(names) == text


@pytest.mark.parametrize(
    ("person", "owned"),
    [
        ("Birgitta Lindqvist (C)", "Birgitta Lindqvists (C)"),
        ("Mats (S)", "Mats (S)"),
        ("Alex", "Alex"),
    ],
)
def test_genitive_when_the_name_ends_in_a_sibilant_adds_nothing(
    person: str, owned: str
) -> None:
    assert genitive(person) == owned


@pytest.mark.law("KL-08")
def test_procedure_when_acclaimed_says_question_and_answer() -> None:
    fact = RoundFact("förslaget antas", is_yes=True, settled_by=SettledBy.ACCLAMATION)
    assert procedure([fact]) == (
        "<p>Ordföranden frågar om förslaget antas och finner att svaret är ja.</p>"
    )


def test_procedure_when_the_question_is_a_sentence_quotes_it() -> None:
    assert "”Kan förslaget antas?”" in procedure([RoundFact("Kan förslaget antas?")])


@pytest.mark.law("KL-09")
def test_procedure_when_several_rounds_keeps_their_order() -> None:
    text = procedure([RoundFact("ärendet bordläggs"), RoundFact("förslaget antas")])
    assert text.index("bordläggs") < text.index("antas")
    assert "<h3>Fråga 2</h3>" in text


@pytest.mark.law("KL-08")
def test_procedure_when_voted_openly_names_everybody_and_their_meaning() -> None:
    text = procedure([OPEN])
    assert "Ja betyder bifall till förslaget." in text
    assert "2 ja-röster och 1 nej-röst" in text
    assert "1 ledamot avstår" in text
    assert "<td><p>Karin Ek (L)</p></td><td><p>Nej</p></td>" in text


@pytest.mark.law("KL-08")
@pytest.mark.parametrize(
    ("settled_by", "words"),
    [
        (SettledBy.CASTING_VOTE, "utslagsröst ger svaret ja, alltså bifall"),
        (SettledBy.LOT, "Lottning ger svaret ja"),
        (SettledBy.MAJORITY, "besvarad med ja, alltså bifall"),
    ],
)
def test_procedure_when_settled_says_by_what(settled_by: SettledBy, words: str) -> None:
    fact = RoundFact(
        "förslaget antas",
        RoundMethod.OPEN_VOTE,
        is_yes=True,
        settled_by=settled_by,
        meanings=("bifall", "avslag"),
        totals=(1, 1, 0),
    )
    assert words in procedure([fact])


@pytest.mark.law("KL-08")
def test_procedure_when_the_vote_is_closed_has_no_names() -> None:
    fact = RoundFact(
        "Anna väljs",
        RoundMethod.CLOSED_VOTE,
        is_yes=True,
        settled_by=SettledBy.MAJORITY,
        totals=(3, 2, 0),
        votes=(VoteFact("Karin Ek (L)", VoteChoice.NO),),
    )
    assert "Karin" not in procedure([fact])


def test_procedure_when_the_data_holds_markup_escapes_it() -> None:
    assert "<script" not in procedure([RoundFact("<script>alert(1)</script>")])


def test_procedure_when_nothing_was_asked_says_nothing() -> None:
    assert procedure([]) == ""


@pytest.mark.law("KL-09")
def test_suggested_question_when_postponing_is_asked_for_puts_that_first() -> None:
    floor = [FloorFact(ProposalKind.ADD, "x", ("A (S)",))]
    postponed = [*floor, FloorFact(ProposalKind.POSTPONE, "")]
    assert suggested_question([]) == "förvaltningens förslag till beslut antas"
    assert "As (S) tilläggsförslag" in suggested_question(floor)
    assert suggested_question(postponed) == "ärendet avgörs i dag eller bordläggs"


def test_floor_lead_when_nobody_proposed_is_the_chairs_note() -> None:
    assert floor_lead(FloorFact(ProposalKind.REJECT, "")) == "Ordföranden yrkar avslag."


@pytest.mark.law("KL-11")
def test_reservation_when_several_make_it_names_them_all() -> None:
    assert reservation(["A (S)", "B (V)"]).startswith("A (S) och B (V) reserverar")


@pytest.mark.law("KL-04")
def test_recusals_when_the_chair_is_out_say_who_sat_and_who_led() -> None:
    fact = RecusalFact("Göran Ekström (M)", "släkting", "Mats Åhlund (S)")
    lines = recusals([fact], "Birgitta Lindqvist (C)")
    assert "Skäl: släkting." in lines[0]
    assert "Mats Åhlund (S) tjänstgör i stället för Göran Ekström (M)." in lines[0]
    assert lines[1].startswith("Birgitta Lindqvist (C) leder")


@pytest.mark.parametrize(
    ("numbers", "text"),
    [([11, 12, 13, 14], "11–14"), ([11, 13, 14], "11, 13–14"), ([5], "5"), ([], "")],
)
def test_ranges_when_given_numbers_prints_them_as_minutes_do(
    numbers: list[int], text: str
) -> None:
    assert ranges(numbers) == text


def test_labelled_when_one_or_many_writes_one_or_two_signs() -> None:
    assert (labelled([1]), labelled([1, 2])) == ("§ 1", "§§ 1–2")
