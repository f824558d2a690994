"""What the gate finds in text, and what it leaves alone."""

from datetime import date
from time import process_time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from boards.shared.personal_numbers import luhn, plain
from minutes.privacy.detectors import (
    Known,
    Passage,
    findings,
)
from minutes.privacy.enums import Choice, FindingKind

KNOWN = Known(
    names=frozenset({"Anna Berg", "Lars Åhlund"}),
    contacts=frozenset(
        {"Storgatan 1, 123 45 Alby", "namnden@alby.example", "08-123 45 67"}
    ),
)
NOTATIONS = (
    "{yy}{rest}-{serial}",
    "{yy}{rest}+{serial}",
    "{yy}{rest}{serial}",
    "{yy}{rest} {serial}",
    "{yy}{rest}–{serial}",
    "{yy}{rest} - {serial}",
    "{yy}{rest}\u2011{serial}",
    "{yy}{rest}\u00ad-{serial}",
    "{century}{yy}{rest}-{serial}",
    "{century}{yy}{rest}+{serial}",
    "{century}{yy}{rest}{serial}",
    "{century}{yy}{rest} {serial}",
    "{century}{yy}{rest}\u00a0{serial}",
    "{century}{yy}-{mm}-{dd}-{serial}",
    "{century}{yy} {mm} {dd} {serial}",
    "{yy} {mm} {dd}-{serial}",
)


@st.composite
def personal_numbers(draw: st.DrawFn) -> str:
    born = draw(st.dates(date(1890, 1, 1), date(2029, 12, 31)))
    is_coordination = draw(st.booleans())
    day = born.day + 60 * is_coordination
    rest = f"{born.month:02}{day:02}"
    first = f"{born:%y}{rest}{draw(st.integers(1, 999)):03}"
    check = -luhn(f"{first}0") % 10
    return draw(st.sampled_from(NOTATIONS)).format(
        century=f"{born.year // 100}",
        yy=f"{born:%y}",
        rest=rest,
        mm=rest[:2],
        dd=rest[2:],
        serial=f"{first[6:]}{check}",
    )


def kinds(text: str, known: Known = KNOWN) -> list[tuple[FindingKind, str]]:
    return [(one.kind, one.text) for one in findings([Passage("§ 1", text)], known)]


def numbers(text: str) -> list[str]:
    found = kinds(text)
    return [said for kind, said in found if kind == FindingKind.PERSONAL_NUMBER]


@pytest.mark.law("D-18")
@given(number=personal_numbers(), before=st.text(), after=st.text())
def test_personal_number_when_in_any_text_and_notation_then_it_is_found(
    number: str, before: str, after: str
) -> None:
    assume(not plain(before)[-1:].isdigit())
    assume(not plain(after)[:1].isdigit())
    # Words of a text, not a column of figures: two numbers may run together.
    assume(not any(one.isdigit() for one in before[-8:]))
    assert plain(number) in numbers(f"{before}{number}{after}")


@pytest.mark.parametrize(
    "text",
    ["Född 19121212-1212.", "pnr:121212+1212", "(121272-1219)", "1 811228-9874"],
)
@pytest.mark.law("D-18")
def test_personal_number_when_beside_other_signs_then_it_is_found(text: str) -> None:
    assert len(numbers(text)) == 1
    (found,) = findings([Passage("ITVT § 3", text)], KNOWN)
    assert (found.where, found.suggestion) == ("ITVT § 3", Choice.MASK)
    assert text[found.start : found.end] == found.text


@given(
    prefix=st.sampled_from(["ITVT", "KS", "Dnr"]),
    number=st.integers(1, 99999),
    year=st.integers(1990, 2040),
)
def test_dnr_when_in_any_pattern_then_it_is_no_personal_number(
    prefix: str, number: int, year: int
) -> None:
    for dnr in (
        f"{prefix} {number}/{year}",
        f"{prefix} {number}/{year}-{number % 90}",
        f"{prefix} {year}-{number:05}",
        f"{prefix}/{year}:{number}",
        f"{prefix} § {number % 400}/{year}-06-16",
    ):
        assert kinds(f"Ärende {dnr}, bilaga") == []


@given(day=st.dates(date(1900, 1, 1), date(2060, 12, 31)), hour=st.times())
def test_date_when_written_then_it_is_no_personal_number(
    day: date, hour: object
) -> None:
    for said in (
        f"{day:%Y-%m-%d}",
        f"{day:%Y%m%d}",
        f"{day:%y%m%d}",
        f"{day:%Y-%m-%d} {hour:%H.%M}",
        f"{day:%Y-%m-%d} {hour:%H%M}",
        f"{day:%Y%m%d}-{day:%Y%m%d}",
        f"{day:%Y-%m-%d}–{day:%Y-%m-%d}",
        f"{day:%d.%m.%Y} kl {hour:%H.%M}-{hour:%H.%M}",
    ):
        assert kinds(f"Den {said} sammanträder nämnden.") == []


@given(
    first=st.sampled_from("125678"),
    second=st.integers(0, 9),
    third=st.integers(2, 9),
    rest=st.integers(0, 999999),
)
def test_organisation_number_when_written_then_it_is_no_personal_number(
    first: str, second: int, third: int, rest: int
) -> None:
    digits = f"{first}{second}{third}{rest:06}"
    number = f"{digits}{-luhn(f'{digits}0') % 10}"
    for said in (f"{number[:6]}-{number[6:]}", number, f"16{number}"):
        assert numbers(f"Bolaget ({said}) får uppdraget.") == []


@given(number=st.integers(10**9, 10**10 - 1), clearing=st.integers(1000, 9999))
def test_account_when_written_then_it_is_no_personal_number(
    number: int, clearing: int
) -> None:
    n = str(number)
    for said in (
        f"bankgiro {n[:4]}-{n[4:8]}",
        f"bankgiro {n[:3]}-{n[3:7]}",
        f"plusgiro {n[:2]} {n[2:4]} {n[4:6]}-{n[6]}",
        f"konto {clearing}-{n[:7]}",
        f"konto {clearing}-1, {n[:3]} {n[3:6]} {n[6:9]}-{n[9]}",
        f"SE45 {clearing} {n[:4]} {n[4:8]} {clearing} {n[:4]}",
    ):
        assert numbers(f"Utbetalas till {said} i dag.") == []


@pytest.mark.parametrize(
    "number",
    [
        "070-123 45 67",
        "08-12 34 56",
        "0303-23 80 00",
        "+46 70 123 45 67",
        "0046701234567",
        "+46(0)8-508 00 000",
        "070 – 123 45 67",
        "070/123 45 67",
        "0701234567",
    ],
)
def test_phone_when_in_a_sentence_then_it_is_found(number: str) -> None:
    for text in (f"Ring {number} i dag.", f"({number})", f"{number}, 08.30"):
        assert kinds(text) == [(FindingKind.PHONE, number)]


@pytest.mark.parametrize(
    "text",
    [
        "kl 09.00-12.30",
        "kl 0900-1230",
        "1 234 567 kronor",
        "§§ 170-184",
        "Ring 08-123 45 67.",
        "skriv till namnden@alby.example",
        "registrator@berga.example",
        "Kommunhuset, Storgatan 1",
        "Ledamoten Anna Berg (S) och Lars Åhlunds förslag",
        "Region Stockholm, Svenska Kraftnät AB, Alby Kommun",
        "Tillsynsavgift enligt 26 kap. miljöbalken",
    ],
)
def test_text_when_it_names_offices_elected_and_staff_then_nothing_is_found(
    text: str,
) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("Brev från Sven Persson.", FindingKind.NAME, "Sven Persson"),
        ("Ledamoten Siv-Britt Ekman Holm", FindingKind.NAME, "Siv-Britt Ekman Holm"),
        ("sökanden Fatima Al-Rashid", FindingKind.NAME, "Fatima Al-Rashid"),
        ("Karl von Essen yttrar", FindingKind.NAME, "Karl von Essen"),
        ("av Xyta Andersson", FindingKind.NAME, "Xyta Andersson"),
        ("Per\nOlofsson", FindingKind.NAME, "Per\nOlofsson"),
        ("Eva Lunds bygglov", FindingKind.NAME, "Eva Lunds"),
        ("e-post eva.lund@mail.example.", FindingKind.EMAIL, "eva.lund@mail.example"),
        ("eva(at)mail.example", FindingKind.EMAIL, "eva(at)mail.example"),
        ("bor på Ekgatan 12 B", FindingKind.ADDRESS, "Ekgatan 12 B"),
        (
            "på Södra vägen 4, 414 63 Göteborg",
            FindingKind.ADDRESS,
            "Södra vägen 4, 414 63 Göteborg",
        ),
        ("Box 3, 123 45 Berga", FindingKind.ADDRESS, "123 45 Berga"),
        ("Sekretess enligt OSL 26:1", FindingKind.SECRECY, "OSL 26:1"),
        (
            "har skyddade personuppgifter",
            FindingKind.SECRECY,
            "skyddade personuppgifter",
        ),
        ("är sekretessbelagd.", FindingKind.SECRECY, "sekretessbelagd"),
    ],
)
def test_text_when_it_points_somebody_out_then_it_is_found(
    text: str, kind: FindingKind, found: str
) -> None:
    assert kinds(text) == [(kind, found)]


def test_name_when_only_the_surname_follows_then_that_is_found_too() -> None:
    passages = [
        Passage("§ 1", "Sven Persson yttrar sig. Persson menar, Perssons tomt."),
        Passage("§ 2", "Anna Berg (S) och Nils Berg. Berg yrkar. Persson-Ek, Pers."),
    ]
    found = [(one.where, one.text) for one in findings(passages, KNOWN)]
    # A surname that somebody elected has as well says nothing of who is meant.
    assert found == [
        ("§ 1", "Sven Persson"),
        ("§ 2", "Nils Berg"),
        ("§ 1", "Persson"),
        ("§ 1", "Perssons"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "070" + "1" * 20000 + "x",
        "070 " + "11 " * 8000 + "x",
        "a" * 20000,
        "a." * 10000,
        "Anna " * 8000,
        "Anna-" * 8000,
        "S" + "gata" * 8000,
        "1234 " * 8000,
        "19" * 10000,
    ],
    ids=lambda text: text[:8],
)
def test_text_when_made_to_take_long_then_it_is_read_at_once(text: str) -> None:
    start = process_time()
    kinds(text)
    assert process_time() - start < 3
