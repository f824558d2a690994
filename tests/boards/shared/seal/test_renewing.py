"""A chain of time stamps: each carries the one below, as long as it lasts itself."""

from __future__ import annotations

import socket
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from pyhanko.pdf_utils.generic import NameObject, TextStringObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from boards.shared.seal.authority import Authority, Issued
from boards.shared.seal.certificates import stamps_certificate
from boards.shared.seal.errors import SealError
from boards.shared.seal.evidence import Signed
from boards.shared.seal.pades import archive_timestamp, untouched, verify_pdf
from boards.shared.seal.reports import Change, Level
from boards.shared.seal.verification import last_stamp


def day(year: int) -> datetime:
    return datetime(year, 6, 1, tzinfo=UTC)


def stamper(authority: Authority, first: int, last: int) -> Authority:
    """The installation when its stamps' certificate held from one year to another."""
    key = ec.generate_private_key(ec.SECP256R1())
    certificate = stamps_certificate(key, (day(first), day(last)))
    earlier = (*authority.earlier, authority.stamping.certificate)
    return replace(authority, stamping=Issued(key, certificate), earlier=earlier)


@pytest.fixture(scope="module")
def stampers(authority: Authority) -> list[Authority]:
    """Three of some eight years, one after the other; each knows those before."""
    made = [authority]
    for first, last in ((2019, 2028), (2026, 2035), (2034, 2043)):
        made.append(stamper(made[-1], first, last))
    return made[1:]


@pytest.fixture(scope="module")
def signed(signatures: list[Signed]) -> bytes:
    return signatures[-1].pdf


@pytest.fixture(scope="module")
def renewed(signed: bytes, stampers: list[Authority]) -> list[bytes]:
    """The file stamped in 2020, 2027 and 2034."""
    made = [signed]
    for by, year in zip(stampers, (2020, 2027, 2034), strict=True):
        made.append(archive_timestamp(made[-1], by, day(year)))
    return made[1:]


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_given: object) -> None:
        raise AssertionError("nothing may be asked of anybody")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


Looks = Callable[[bytes, int], set[Level]]


@pytest.fixture
def level(stampers: list[Authority]) -> Looks:
    def looked(pdf: bytes, year: int) -> set[Level]:
        reports = verify_pdf(pdf, stampers[-1], at=day(year))
        assert untouched(reports)
        return {one.level for one in reports}

    return looked


@pytest.mark.law("S-05")
@pytest.mark.usefixtures("offline")
def test_file_when_renewed_in_time_then_archived_still_in_2040(
    renewed: list[bytes], level: Looks
) -> None:
    for year in range(2034, 2044):
        assert level(renewed[2], year) == {Level.LTA}
    assert level(renewed[2], 2045) == {Level.LT}


@pytest.mark.law("S-05")
@pytest.mark.usefixtures("offline")
def test_file_when_not_renewed_then_said_when_its_stamp_has_run_out(
    renewed: list[bytes], level: Looks
) -> None:
    assert [level(renewed[0], year) for year in (2027, 2029)] == [
        {Level.LTA},
        {Level.LT},
    ]
    assert [level(renewed[1], year) for year in (2035, 2036)] == [
        {Level.LTA},
        {Level.LT},
    ]


@pytest.mark.law("S-05")
def test_signature_when_its_own_stamp_has_run_out_then_archiving_carries_it(
    renewed: list[bytes], stampers: list[Authority], level: Looks
) -> None:
    # The signatures have stamps of the trial authority, which ends in 2060.
    assert level(renewed[2], 2061) == {Level.B}
    late = stamper(stampers[-1], 2040, 2070)
    again = archive_timestamp(renewed[2], late, day(2042))
    reports = verify_pdf(again, late, at=day(2061))
    assert {one.level for one in reports} == {Level.LTA}


def test_stamp_when_the_one_before_has_run_out_then_it_stands_for_itself(
    renewed: list[bytes], stampers: list[Authority], level: Looks
) -> None:
    late = archive_timestamp(renewed[0], stampers[2], day(2036))
    assert level(late, 2040) == {Level.LTA}
    chain = last_stamp(late, stampers[2], at=day(2040))
    assert chain
    assert chain.at == day(2036)


def test_last_stamp_then_the_outermost_with_the_day_it_ends(
    renewed: list[bytes], stampers: list[Authority], signed: bytes
) -> None:
    found = [last_stamp(pdf, stampers[-1], at=day(2034)) for pdf in renewed]
    assert [(one.at.year, one.ends.year, one.lasts) for one in found if one] == [
        (2020, 2028, False),
        (2027, 2035, True),
        (2034, 2043, True),
    ]
    assert last_stamp(signed, stampers[-1]) is None
    with pytest.raises(SealError):
        last_stamp(b"no pdf", stampers[-1])


def with_more(pdf: bytes) -> bytes:
    """Add a revision of somebody else's, between stamps or after them."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    writer.root[NameObject("/Extra")] = TextStringObject("tillagt")
    writer.update_root()
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


def cut(pdf: bytes, length: int) -> bytes:
    return pdf[:length]


def flipped(pdf: bytes, place: int) -> bytes:
    content = bytearray(pdf)
    content[place] ^= 1
    return bytes(content)


def swapped(made: list[bytes]) -> bytes:
    return made[0] + made[2][len(made[1]) :] + made[1][len(made[0]) :]


DAMAGES = {
    "a byte of the text": lambda made: flipped(made[2], 2000),
    "a byte of the first stamp": lambda made: flipped(made[2], len(made[0]) - 40),
    "a byte of the middle": lambda made: flipped(made[2], len(made[1]) - 40),
    "the last byte of the first": lambda made: flipped(made[2], len(made[0]) - 2),
    "a byte between": lambda made: flipped(made[2], len(made[0]) + 30),
    "the tail cut off": lambda made: cut(made[2], len(made[2]) - 100),
    "the last stamp cut in two": lambda made: cut(made[2], len(made[1]) + 500),
    "something added at the end": lambda made: made[2] + b"%%EOF\n",
    "a revision at the end": lambda made: with_more(made[2]),
    "stamps swapped": swapped,
    "the middle left out": lambda made: made[0] + made[2][len(made[1]) :],
    "the first one twice": lambda made: made[0] + made[0][-500:] + made[1][-500:],
}


@pytest.mark.law("S-06")
@pytest.mark.parametrize("name", DAMAGES)
def test_chain_when_tampered_with_then_no_longer_archived_and_untouched(
    renewed: list[bytes], stampers: list[Authority], name: str
) -> None:
    damaged = DAMAGES[name](renewed)
    assert damaged != renewed[2]
    try:
        reports = verify_pdf(damaged, stampers[-1], at=day(2036))
    except SealError:
        return
    assert not untouched(reports) or {one.level for one in reports} != {Level.LTA}


def test_chain_when_something_foreign_lies_between_then_not_ours(
    renewed: list[bytes], stampers: list[Authority]
) -> None:
    between = archive_timestamp(with_more(renewed[1]), stampers[2], day(2034))
    reports = verify_pdf(between, stampers[-1], at=day(2036))
    assert {one.change for one in reports} == {Change.UNKNOWN}
    assert not untouched(reports)
