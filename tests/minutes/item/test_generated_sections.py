"""Golden sentences: what each construct of a § becomes in Swedish."""

import pytest

from boards.board.enums import VoteLayout
from boards.shared.sanitise import plain_text, sanitise
from minutes.item.enums import (
    AppealRegime,
    AskedKind,
    NoteKind,
    PointOutcome,
    ProposalKind,
    RoundMethod,
    RoundPurpose,
    SettledBy,
    VoteChoice,
)
from minutes.item.generated import (
    AttendanceFact,
    CameFact,
    FloorFact,
    LeftFact,
    NoteFact,
    OptionFact,
    RecusalFact,
    ReservationFact,
    RoundFact,
    SeatFact,
    VoteFact,
    attendance,
    dispatch,
    floor,
    notes,
    procedure,
    recusal_text,
    reservations,
)
from minutes.item.generated.agenda import PointFact as AgendaPoint
from minutes.item.generated.agenda import changes
from minutes.item.generated.decision import (
    ElectedFact,
    PointFact,
    appeals,
    elected,
    wording,
)
from minutes.item.generated.dissent import notes_heading
from minutes.item.generated.lists import AskedFact, answer_lead, asked_lead

EK, AS, DAHL = "Karin Ek (L)", "Bo Ås (S)", "Eva Dahl (V)"


@pytest.mark.law("KL-06", "P-01")
@pytest.mark.parametrize(
    ("fact", "text"),
    [
        (
            AttendanceFact(
                12, left=(LeftFact(EK, "10.05"),), begin=(SeatFact(DAHL, EK),)
            ),
            (
                "Karin Ek (L) lämnar sammanträdet kl. 10.05. Eva Dahl (V) tjänstgör i"
                " Karin Eks (L) ställe från och med § 12."
            ),
        ),
        (
            AttendanceFact(
                13, came=(CameFact(EK, "10.30"),), end=(SeatFact(DAHL, EK),)
            ),
            (
                "Karin Ek (L) kommer till sammanträdet kl. 10.30 och tjänstgör från och"
                " med § 13. Eva Dahl (V) tjänstgör inte längre i Karin Eks (L) ställe."
            ),
        ),
        (
            AttendanceFact(14, left=(LeftFact(EK, "11.00", "p. 1–2"),)),
            (
                "Karin Ek (L) lämnar sammanträdet under paragrafen kl. 11.00 och är"
                " närvarande i denna del: p. 1–2."
            ),
        ),
        (
            AttendanceFact(15, begin=(SeatFact(DAHL),)),
            "Eva Dahl (V) tjänstgör på en vakant plats från och med § 15.",
        ),
        (
            AttendanceFact(16, presiding=AS),
            "Bo Ås (S) leder sammanträdet från och med § 16.",
        ),
        (AttendanceFact(17), ""),
    ],
)
def test_attendance_when_somebody_moves_says_who_sits_from_where(
    fact: AttendanceFact, text: str
) -> None:
    assert plain_text(attendance(fact)) == text


@pytest.mark.law("KL-04")
def test_recusals_when_the_board_found_it_say_so() -> None:
    text = plain_text(recusal_text([RecusalFact(EK, found_by="Byggnadsnämnden")]))
    assert text.startswith("Byggnadsnämnden finner att Karin Ek (L) är jävig.")


@pytest.mark.law("P-01")
@pytest.mark.parametrize(
    ("fact", "text"),
    [
        (
            FloorFact(ProposalKind.ADOPT, "", (EK, AS)),
            "Karin Ek (L) och Bo Ås (S) yrkar bifall.",
        ),
        (
            FloorFact(ProposalKind.REJECT, "", (EK,), seconders=(AS,)),
            "Karin Ek (L), med instämmande av Bo Ås (S), yrkar avslag.",
        ),
        (
            FloorFact(ProposalKind.AMEND, "Tio.", (EK,), on_behalf_of="Liberalerna"),
            "Karin Ek (L) för Liberalerna yrkar följande ändring: Tio.",
        ),
        (
            FloorFact(ProposalKind.ADD, "Mer.", (EK,), points=("1", "2.1")),
            "Karin Ek (L) yrkar följande tillägg i punkterna 1 och 2.1: Mer.",
        ),
        (
            FloorFact(
                ProposalKind.REJECT, "", (EK,), about=("Bo Ås (S) tilläggsyrkande",)
            ),
            "Karin Ek (L) yrkar avslag på Bo Ås (S) tilläggsyrkande.",
        ),
        (
            FloorFact(ProposalKind.POSTPONE, "", (EK,), until="2020-11-03"),
            "Karin Ek (L) yrkar bordläggning till 2020-11-03.",
        ),
        (
            FloorFact(ProposalKind.REFER_BACK, "Underlag saknas.", (EK,)),
            "Karin Ek (L) yrkar återremiss med följande motivering: Underlag saknas.",
        ),
        (
            FloorFact(ProposalKind.ADD, "X.", (EK,), not_put_because="Nytt ärende."),
            (
                "Karin Ek (L) yrkar följande tillägg: X. Ordföranden ställer inte"
                " yrkandet under proposition. Skäl: Nytt ärende."
            ),
        ),
        (
            FloorFact(ProposalKind.ELECT, "Anna Holm (L)", (EK,)),
            "Karin Ek (L) föreslår att följande väljs: Anna Holm (L)",
        ),
    ],
)
def test_floor_when_a_proposal_is_made_says_who_what_and_about_what(
    fact: FloorFact, text: str
) -> None:
    assert plain_text(floor([fact])) == text


def vote(**values: object) -> RoundFact:
    given = {
        "question": "förslaget antas",
        "method": RoundMethod.OPEN_VOTE,
        "is_yes": True,
        "settled_by": SettledBy.MAJORITY,
        "meanings": ("bifall", "avslag"),
        "totals": (2, 1, 1),
        "votes": (
            VoteFact(EK, VoteChoice.YES),
            VoteFact(DAHL, VoteChoice.NO),
            VoteFact("Ola Berg (M)", VoteChoice.ABSTAIN),
            VoteFact(AS, VoteChoice.YES),
        ),
    }
    return RoundFact(**{**given, **values})


@pytest.mark.law("KL-08")
def test_vote_when_the_layout_is_running_text_names_everybody_in_sentences() -> None:
    fact = vote(asked_by=DAHL, found_yes=True)
    assert plain_text(procedure([fact], VoteLayout.RUNNING)) == (
        "Ordföranden frågar om förslaget antas och finner att svaret är ja."
        " Eva Dahl (V) begär omröstning. Den genomförs öppet, namn för namn, och"
        " ordföranden röstar sist. Ja betyder bifall. Nej betyder avslag."
        " Omröstningen ger 2 ja-röster och 1 nej-röst. 1 ledamot avstår från att rösta."
        " Ja röstar Karin Ek (L) och Bo Ås (S). Nej röstar Eva Dahl (V)."
        " Avstår från att rösta gör Ola Berg (M)."
        " Frågan är därmed besvarad med ja, alltså bifall."
    )


@pytest.mark.law("KL-08")
@pytest.mark.parametrize(
    ("names", "meaning"),
    [
        (
            ("Karin Eks (L) tilläggsyrkande", ""),
            "Ja betyder bifall till Karin Eks (L) tilläggsyrkande.",
        ),
        (("", ""), "Ja betyder att frågan besvaras med ja."),
    ],
)
def test_vote_when_no_meaning_was_written_still_says_what_yes_means(
    names: tuple[str, str], meaning: str
) -> None:
    fact = vote(meanings=("", ""), yes_name=names[0], no_name=names[1])
    assert meaning in plain_text(procedure([fact]))


@pytest.mark.law("KL-13")
def test_vote_when_a_minority_settles_it_names_the_law() -> None:
    fact = vote(
        settled_by=SettledBy.MINORITY,
        is_yes=False,
        meanings=("avgörs i dag", "återremiss"),
    )
    assert (
        "Minst en tredjedel av de närvarande ledamöterna har begärt det, och frågan är"
        " därmed besvarad med nej, alltså återremiss (5 kap. 50 § kommunallagen)."
    ) in plain_text(procedure([fact]))


@pytest.mark.law("KL-08")
@pytest.mark.parametrize("layout", VoteLayout)
def test_election_when_settled_by_lot_gives_totals_and_no_voters(
    layout: VoteLayout,
) -> None:
    fact = vote(
        purpose=RoundPurpose.ELECTION,
        method=RoundMethod.CLOSED_VOTE,
        settled_by=SettledBy.LOT,
        totals=(2, 2, 1),
        options=(OptionFact("Anna Holm (L)", 2, True), OptionFact("Per Falk (S)", 2)),
    )
    text = plain_text(procedure([fact], layout))
    assert "Omröstningen genomförs med slutna sedlar." in text
    assert "1 valsedel är blank." in text
    assert "Lottning leder till att Anna Holm (L) väljs." in text
    assert "2 röster" in text
    assert EK not in text


@pytest.mark.law("KL-09")
def test_procedure_when_three_proposals_stand_names_counter_and_main_vote() -> None:
    main, first, second = (
        "förvaltningens förslag till beslut",
        "Karin Eks (L) ändringsyrkande",
        "Eva Dahls (V) ändringsyrkande",
    )
    rounds = [
        RoundFact("ärendet avgörs i dag", purpose=RoundPurpose.PROCEDURAL, is_yes=True),
        vote(purpose=RoundPurpose.COUNTER, yes_name=first, no_name=second),
        vote(purpose=RoundPurpose.MAIN, yes_name=main, no_name=first),
        RoundFact(
            "tillägget antas",
            purpose=RoundPurpose.ADDITION,
            is_yes=True,
            points=("2",),
        ),
    ]
    text = plain_text(procedure(rounds))
    wanted = (
        "Fråga 1: formfråga",
        "Fråga 2: motförslag",
        (
            "Karin Eks (L) ändringsyrkande eller Eva Dahls (V) ändringsyrkande ska bli"
            " motförslag till huvudförslaget i huvudvoteringen."
        ),
        "Fråga 3: huvudvotering",
        (
            "Förvaltningens förslag till beslut är huvudförslag och Karin Eks (L)"
            " ändringsyrkande är motförslag."
        ),
        "Fråga 4: tillägg",
        "Frågan gäller punkt 2.",
    )
    places = [text.find(one) for one in wanted]
    assert -1 not in places
    assert places == sorted(places)


@pytest.mark.law("KL-11")
@pytest.mark.parametrize(
    ("fact", "text"),
    [
        (
            ReservationFact((EK, AS)),
            "Karin Ek (L) och Bo Ås (S) reserverar sig mot beslutet.",
        ),
        (
            ReservationFact(
                (EK,), points=("2", "3"), in_favour_of="eget yrkande", text="Nej."
            ),
            (
                "Karin Ek (L) reserverar sig mot beslutet i punkterna 2 och 3 till"
                " förmån för eget yrkande. Nej."
            ),
        ),
        (
            ReservationFact((EK,), on_behalf_of="Liberalerna", document="bilaga 2"),
            (
                "Karin Ek (L) för Liberalerna reserverar sig mot beslutet."
                " Reservationen är skriftlig: bilaga 2."
            ),
        ),
    ],
)
def test_reservation_when_made_says_against_what_and_for_what(
    fact: ReservationFact, text: str
) -> None:
    assert plain_text(reservations([fact])) == text


@pytest.mark.law("KL-12")
@pytest.mark.parametrize(
    ("kind", "text", "heading"),
    [
        (
            NoteKind.NOTE,
            "Karin Ek (L) lämnar en protokollsanteckning: Så.",
            "Protokollsanteckning",
        ),
        (
            NoteKind.STATEMENT,
            "Karin Ek (L) lämnar ett särskilt yttrande: Så.",
            "Särskilt yttrande",
        ),
        (
            NoteKind.OPINION,
            "Karin Ek (L) får sin mening antecknad: Så.",
            "Mening antecknad",
        ),
    ],
)
def test_notes_when_of_three_kinds_are_called_three_things(
    kind: NoteKind, text: str, heading: str
) -> None:
    assert plain_text(notes([NoteFact(kind, (EK,), "Så.")])) == text
    assert notes_heading([kind]) == heading
    assert notes_heading(list(NoteKind)) == "Anteckningar och yttranden"


def test_note_when_dated_and_attached_says_both() -> None:
    fact = NoteFact(NoteKind.STATEMENT, (EK,), dated="2020-09-28", document="bilaga 1")
    assert plain_text(notes([fact])) == (
        "Karin Ek (L) lämnar ett särskilt yttrande, daterat 2020-09-28."
        " Yttrandet är skriftligt: bilaga 1."
    )


@pytest.mark.parametrize(
    ("fact", "text"),
    [
        (
            PointFact("1", "Ärendet bordläggs.", until="2020-11-03"),
            "Ärendet bordläggs. Ärendet tas upp igen 2020-11-03.",
        ),
        (
            PointFact(
                "1",
                "Ärendet återremitteras.",
                PointOutcome.REFERRED_BACK,
                addressee="förvaltningen",
                reason="Kostnaden saknas.",
            ),
            (
                "Ärendet återremitteras. Ärendet går till förvaltningen."
                " Skäl: Kostnaden saknas."
            ),
        ),
        (PointFact("1", "", PointOutcome.ANSWERED), "Ärendet anses besvarat."),
        (PointFact("1", "Planen antas."), "Planen antas."),
    ],
)
def test_point_when_its_outcome_needs_more_adds_it_once(
    fact: PointFact, text: str
) -> None:
    assert wording(fact) == text


def test_elected_when_period_and_predecessor_are_known_says_both() -> None:
    fact = ElectedFact("Anna Holm (L)", "ledamot", "2020-10-01", "2022-12-31", EK)
    assert elected(fact) == (
        "Anna Holm (L) väljs till ledamot för tiden 2020-10-01–2022-12-31 i Karin Eks"
        " (L) ställe."
    )


@pytest.mark.law("P-06")
def test_appeals_when_points_differ_say_it_of_each() -> None:
    facts = [
        PointFact("1", "Antas.", appeal=AppealRegime.NONE),
        PointFact(
            "2", "Avslås.", appeal=AppealRegime.ADMINISTRATIVE, appeal_text="Skriv."
        ),
        PointFact("3", "Noteras.", PointOutcome.NOTED, AppealRegime.NONE),
    ]
    assert appeals(facts) == [
        ("Överklagande av punkt 2", "Skriv."),
        ("Överklagande", "Punkt 1 kan inte överklagas."),
    ]


def test_asked_when_answered_or_not_says_so() -> None:
    fact = AskedFact(AskedKind.QUESTION, EK, "Hur?", AS, AS, "Så.")
    assert asked_lead(fact) == "Karin Ek (L) ställer en fråga till Bo Ås (S):"
    assert answer_lead(fact) == "Bo Ås (S) svarar:"
    unanswered = AskedFact(AskedKind.INTERPELLATION, EK, "Hur?")
    assert answer_lead(unanswered) == "Frågan besvaras inte vid sammanträdet."


def test_agenda_when_a_point_moved_names_what_it_follows() -> None:
    one, two, three = (AgendaPoint(key, f"Ärende {key}") for key in (1, 2, 3))
    assert changes([one, two, three], [two, three, one]) == [
        "Ärendet ”Ärende 1” behandlas efter ”Ärende 3”."
    ]
    assert changes([one], [one]) == []


@pytest.mark.parametrize(
    "body",
    [
        floor([FloorFact(ProposalKind.ADD, "A < B & C", (EK,))]),
        procedure([vote(), vote()]),
        reservations([ReservationFact((EK,), "Rad ett\n\nRad två")]),
        dispatch(["Kommunstyrelsen"]),
    ],
)
def test_generated_text_when_cleaned_once_is_clean(body: str) -> None:
    assert sanitise(sanitise(body)) == sanitise(body)
    assert plain_text(sanitise(body)) == plain_text(body)
