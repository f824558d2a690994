"""One trial authority and one signed protokoll for all tests of the seal."""

from datetime import UTC, datetime

import pytest

from boards.shared.paper.pdf import render_pdf
from boards.shared.seal.authority import Authority, load_authority
from boards.shared.seal.evidence import Signed
from boards.shared.seal.pades import archive_timestamp, sign_pdf
from tests.boards.shared.paper.model_minutes import model_minutes
from tests.boards.shared.seal.making import MOMENTS, signing


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return load_authority(tmp_path_factory.mktemp("signing"))


@pytest.fixture(scope="session")
def unsigned() -> bytes:
    return render_pdf(model_minutes())


@pytest.fixture(scope="session")
def signatures(authority: Authority, unsigned: bytes) -> list[Signed]:
    """Return what each of three signatures made."""
    made: list[Signed] = []
    for field in MOMENTS:
        before = made[-1].pdf if made else unsigned
        made.append(sign_pdf(before, signing(field), authority))
    return made


@pytest.fixture(scope="session")
def revisions(unsigned: bytes, signatures: list[Signed]) -> list[bytes]:
    """Return the file as it was before and after each of three signatures."""
    return [unsigned, *(one.pdf for one in signatures)]


@pytest.fixture(scope="session")
def archived(revisions: list[bytes], authority: Authority) -> bytes:
    """Return the signed file with the archive's time stamp."""
    at = datetime(2020, 9, 30, 8, tzinfo=UTC)
    return archive_timestamp(revisions[-1], authority, at)
