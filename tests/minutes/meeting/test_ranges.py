"""Points as the secretary writes them, and back in the shortest form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boards.shared.refusals import Refused
from minutes.meeting.rules.ranges import Stay, as_text, parse, runs

POINTS = tuple(range(160, 185))
AGENDA = tuple(range(1, 15))


@pytest.mark.parametrize(
    ("said", "stays"),
    [
        ("170, 172-184", (Stay(170, 170), Stay(172, 184))),
        ("§§ 170, 172–184", (Stay(170, 170), Stay(172, 184))),
        ("utom 161", (Stay(160, 160), Stay(162, 184))),
        ("ej 184", (Stay(160, 183),)),
        ("alla", (Stay(160, 184),)),
        ("", ()),
        ("ingen", ()),
        ("160 - del av 170", (Stay(160, 170, "", "del"),)),
        ("del av 160-161", (Stay(160, 161, "del"),)),
        ("del av 170", (Stay(170, 170, "", "del"),)),
        ("165 p. 3", (Stay(165, 165, "p. 3", "p. 3"),)),
        ("165 p.3 - 170", (Stay(165, 170, "p. 3"),)),
        ("160-162, 163-164 och 170", (Stay(160, 164), Stay(170, 170))),
        ("160-del av 170, del av 170-184", None),
    ],
)
def test_parse_reads_what_real_protokoll_write(
    said: str, stays: tuple[Stay, ...] | None
) -> None:
    lost_link = (Stay(160, 170, "", "del"), Stay(170, 184, "del"))
    assert parse(said, POINTS) == (lost_link if stays is None else stays)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("många", "unreadable"),
        ("170-", "unreadable"),
        ("172-170", "backwards"),
        ("1-170", "no_such_point"),
        ("160-170, 165", "overlap"),
        ("160-170, 170-172", "overlap"),
        ("utom del av 170", "part_of_exception"),
    ],
)
def test_parse_of_anything_else_says_why(said: str, code: str) -> None:
    with pytest.raises(Refused) as no:
        parse(said, POINTS)
    assert [one.code for one in no.value.refusals] == [f"ranges.{code}"]


@pytest.mark.parametrize(
    ("stays", "text"),
    [
        ((), "ingen"),
        ((Stay(1, 14),), "alla"),
        ((Stay(1, 12), Stay(14, 14)), "utom 13"),
        ((Stay(1, 1), Stay(3, 4)), "1, 3-4"),
        ((Stay(1, 3, "", "del"),), "1-del av 3"),
        ((Stay(5, 5, "p. 3", "p. 3"),), "5 p. 3"),
    ],
)
def test_as_text_is_the_shortest(stays: tuple[Stay, ...], text: str) -> None:
    assert as_text(stays, AGENDA) == text


@given(st.sets(st.sampled_from(AGENDA)), st.sets(st.sampled_from(AGENDA)))
def test_whole_points_written_and_read_again_are_the_same(
    there: set[int], withdrawn: set[int]
) -> None:
    open_points = tuple(sorted(set(AGENDA) - withdrawn))
    text = as_text(runs(there & set(open_points)), open_points)
    read = parse(text, open_points)
    covered = {p for p in open_points if any(s.first <= p <= s.last for s in read)}
    assert covered == there & set(open_points)
    assert as_text(read, open_points) == text


PARTS = st.sampled_from(["", "del", "p. 1", "p. 3"])


@given(st.lists(st.integers(1, 14), max_size=6, unique=True), st.data())
def test_parts_written_and_read_again_are_the_same(
    ends: list[int], data: st.DataObject
) -> None:
    pairs = zip(sorted(ends)[::2], sorted(ends)[1::2], strict=False)
    said = ", ".join(
        as_text((Stay(a, b, data.draw(PARTS), data.draw(PARTS)),), range(99))
        for a, b in pairs
    )
    stays = parse(said, AGENDA)
    assert parse(as_text(stays, AGENDA), AGENDA) == stays


@pytest.mark.parametrize("start", ["", "del", "p. 3"])
@pytest.mark.parametrize("end", ["", "del", "p. 3"])
def test_one_point_in_any_part_is_read_as_it_was_written(start: str, end: str) -> None:
    stay = Stay(5, 5, start, end)
    assert parse(as_text((stay,), AGENDA), AGENDA) == (stay,)
