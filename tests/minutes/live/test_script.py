"""What the chair says at each point, as tables of cases."""

from dataclasses import replace

import pytest

from minutes.item.enums import ProposalKind, RoundMethod, RoundPurpose, SettledBy
from minutes.item.generated import FloorFact, RoundFact
from minutes.live.rules.gavel import prefilled
from minutes.live.rules.script import (
    LineKind,
    NextQuestion,
    PointFacts,
    RoomFacts,
    ScriptFacts,
    next_line,
    script,
    standing_of,
)
from minutes.live.rules.steering import (
    blocks_going,
    blocks_stale,
    neighbours,
)
from minutes.meeting.enums import AgendaKind, MeetingState

ROOM = RoomFacts(
    presiding="Göran Ekström (M)",
    roll=("Birgitta Lindqvist (C)", "Karin Lind (L)", "Göran Ekström (M)"),
    needed=2,
)
FEW = replace(ROOM, needed=5, is_quorate=False)
POINT = PointFacts(position=4, heading="Nytt avtal", number=12)
FACTS = ScriptFacts(point=POINT, room=ROOM, proposed=("Avtalet godkänns.",))
YES = RoundFact("förslaget antas", is_yes=True, settled_by=SettledBy.ACCLAMATION)
VOTE = RoundFact(
    "förslaget antas",
    method=RoundMethod.OPEN_VOTE,
    meanings=("anta förslaget", "avslå förslaget"),
)


def said(facts: ScriptFacts) -> list[str]:
    return [line.text for line in script(facts)]


def ahead(facts: ScriptFacts) -> str:
    lines = script(facts)
    number = next_line(lines)
    return "" if number is None else lines[number].text


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Upprop", "roll"),
        ("Val av justerare", "approvers"),
        ("Fastställande av dagordning", "agenda"),
        ("Sammanträdet öppnas", "opening"),
        ("Nytt avtal", ""),
    ],
)
def test_standing_point_is_known_by_its_heading(heading: str, expected: str) -> None:
    assert standing_of(heading) == expected


def opening(heading: str, **more: object) -> ScriptFacts:
    point = PointFacts(1, heading, AgendaKind.OPENING, is_first=True)
    return ScriptFacts(point=point, room=replace(ROOM, **more))


def test_first_point_opens_the_meeting_before_all_else() -> None:
    lines = said(opening("Upprop", roll=()))
    assert lines[0].startswith("Välkomna.")
    assert lines[1].startswith("Vi börjar med upprop")


def test_roll_when_it_is_called_says_how_many_serve() -> None:
    assert "3 tjänstgör. Nämnden är beslutsför." in said(opening("Upprop"))


def test_approvers_when_they_are_chosen_are_put_to_the_board() -> None:
    lines = said(opening("Val av justerare", approvers=("Karin Lind (L)",)))
    assert lines[-1] == "Kan nämnden välja Karin Lind (L) att justera protokollet?"


@pytest.mark.parametrize(
    ("change", "line"),
    [
        ({"point": replace(POINT, rapporteur="Jan Hedlund")}, "ordet till Jan Hedlund"),
        (
            {"room": replace(ROOM, recused=("Karin Lind (L)",))},
            "Karin Lind (L) har anmält jäv och lämnar rummet.",
        ),
        (
            {
                "room": replace(
                    ROOM,
                    recused=("Karin Lind (L)",),
                    stand_ins=(("Mats Åhlund (S)", "Karin Lind (L)"),),
                )
            },
            "Mats Åhlund (S) tjänstgör i stället för Karin Lind (L).",
        ),
        (
            {"room": replace(ROOM, presiding="Birgitta", other_presides=True)},
            "Birgitta leder sammanträdet under punkten.",
        ),
        ({"room": FEW}, "Nämnden är inte beslutsför: 3 tjänstgör"),
        ({"room": replace(ROOM, is_paused=True)}, "Sammanträdet är ajournerat."),
        (
            {"floor": (FloorFact(ProposalKind.REJECT, "", ("Karin Lind (L)",)),)},
            "Karin Lind (L) yrkar avslag.",
        ),
        (
            {"floor": (FloorFact(ProposalKind.ADD, "En bänk till."),)},
            "Jag själv yrkar ett tillägg: En bänk till.",
        ),
        (
            {"next_question": NextQuestion("förslaget antas", "bifall", "avslag")},
            "Jag frågar om förslaget antas.",
        ),
        ({"rounds": (YES,)}, "Jag finner att svaret är ja."),
        ({"rounds": (YES,)}, "Begär någon omröstning?"),
        ({"rounds": (VOTE,)}, "Ja betyder: anta förslaget."),
        ({"rounds": (VOTE,)}, "Nej betyder: avslå förslaget."),
        ({"rounds": (VOTE,)}, "och sist Göran Ekström (M)."),
        (
            {"rounds": (replace(VOTE, method=RoundMethod.CLOSED_VOTE),)},
            "Rösta med slutna sedlar.",
        ),
        (
            {"rounds": (replace(VOTE, is_yes=True, totals=(2, 1, 0)),)},
            "Omröstningen gav 2 ja och 1 nej.",
        ),
        (
            {"rounds": (replace(VOTE, is_yes=False, totals=(0, 2, 1)),)},
            "Omröstningen gav 0 ja, 2 nej och 1 som avstod.",
        ),
        (
            {"is_decided": True, "decision": ("Ja.",), "reservists": ("Karin",)},
            "Karin reserverar sig mot beslutet.",
        ),
        (
            {"is_decided": True, "decision": ("Ja.",), "is_immediate": True},
            "§ 12 är omedelbart justerad.",
        ),
        (
            {"is_decided": True, "decision": ("Ja.",)},
            "Kan nämnden förklara § 12 omedelbart justerad?",
        ),
        (
            {
                "is_decided": True,
                "decision": ("Ja.",),
                "point": replace(POINT, is_last=True),
            },
            "Jag förklarar sammanträdet avslutat.",
        ),
        (
            {"point": replace(POINT, kind=AgendaKind.INFORMATION)},
            "ta emot informationen",
        ),
        (
            {"point": replace(POINT, kind=AgendaKind.COMMUNICATIONS)},
            "lägga redovisningen till handlingarna",
        ),
    ],
)
def test_script_says_what_the_facts_call_for(
    change: dict[str, object], line: str
) -> None:
    assert line in "\n".join(said(replace(FACTS, **change)))


@pytest.mark.law("KL-09")
def test_question_unanswered_keeps_the_gavel_up() -> None:
    assert not any("beslutar" in line for line in said(replace(FACTS, rounds=(VOTE,))))


@pytest.mark.parametrize(
    ("change", "line"),
    [
        ({}, "Vi går till § 12, punkt 4: Nytt avtal."),
        ({"floor": (FloorFact(ProposalKind.ADOPT, ""),)}, "Finns det några yrkanden?"),
        ({"rounds": (YES,)}, "Begär någon omröstning?"),
        ({"rounds": (VOTE,)}, "Omröstning är begärd."),
        (
            {"rounds": (YES,), "is_decided": True, "decision": ("Ja.",)},
            "Vill någon reservera sig?",
        ),
        ({"is_decided": True, "decision": ("Ja.",), "reservists": ("Karin",)}, ""),
    ],
)
def test_next_line_follows_what_has_been_noted(
    change: dict[str, object], line: str
) -> None:
    assert ahead(replace(FACTS, **change)).startswith(line)


def test_warning_is_never_the_next_line() -> None:
    lines = script(replace(FACTS, room=FEW))
    number = next_line(lines)
    assert number is not None
    assert lines[number].kind != LineKind.WARN


ADDED = FloorFact(ProposalKind.ADD, "En bänk till.", ("Karin",))
AMENDED = FloorFact(ProposalKind.AMEND, "Avtalet sägs upp.", ("Karin",))
FORMAL = RoundPurpose.PROCEDURAL
NAMED = replace(YES, purpose=RoundPurpose.ADDITION, yes_name="Karins tilläggsyrkande")


@pytest.mark.parametrize(
    ("floor", "rounds", "expected"),
    [
        ((), (), ("Avtalet godkänns.",)),
        ((ADDED,), (), ("Avtalet godkänns.",)),
        ((), (YES,), ("Avtalet godkänns.",)),
        (
            (ADDED,),
            (replace(YES, question="förslaget med Karins tilläggsförslag antas"),),
            ("Avtalet godkänns.", "En bänk till."),
        ),
        ((), (replace(YES, is_yes=False),), ()),
        ((), (VOTE,), ()),
        ((), (replace(YES, purpose=FORMAL, is_yes=False),), ()),
        ((), (replace(YES, purpose=FORMAL), YES), ("Avtalet godkänns.",)),
        ((ADDED,), (YES, NAMED), ("Avtalet godkänns.", "En bänk till.")),
        ((ADDED,), (YES, replace(NAMED, is_yes=False)), ("Avtalet godkänns.",)),
        (
            (AMENDED,),
            (replace(YES, is_yes=False, no_name="Karins ändringsyrkande"),),
            ("Avtalet sägs upp.",),
        ),
    ],
)
def test_decision_starts_from_what_was_answered(
    floor: tuple[FloorFact, ...],
    rounds: tuple[RoundFact, ...],
    expected: tuple[str, ...],
) -> None:
    assert prefilled(("Avtalet godkänns.",), floor, rounds) == expected


@pytest.mark.parametrize(
    ("state", "withdrawn", "own", "code"),
    [
        (MeetingState.IN_SESSION, False, True, None),
        (MeetingState.CALLED, False, True, "live.not_in_session"),
        (MeetingState.CLOSED, False, True, "live.not_in_session"),
        (MeetingState.IN_SESSION, True, True, "live.no_such_point"),
        (MeetingState.IN_SESSION, False, False, "live.no_such_point"),
    ],
)
def test_going_to_a_point_is_refused_outside_the_meeting(
    state: str, *, withdrawn: bool, own: bool, code: str | None
) -> None:
    found = blocks_going(state=state, is_withdrawn=withdrawn, is_own=own)
    assert [one.code for one in found] == ([code] if code else [])


def test_writing_over_is_refused_when_more_has_been_written() -> None:
    assert blocks_stale(seen=1, now=1) == []
    assert blocks_stale(seen=1, now=2)[0].code == "live.changed_meanwhile"


@pytest.mark.parametrize(
    ("current", "expected"),
    [(None, (None, 2)), (2, (None, 5)), (5, (2, 9)), (9, (5, None)), (4, (2, 5))],
)
def test_neighbours_skip_the_holes(
    current: int | None, expected: tuple[int | None, int | None]
) -> None:
    assert neighbours((9, 2, 5), current) == expected
