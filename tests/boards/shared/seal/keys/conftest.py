"""The places a key can be kept, and an authority whose key is there."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from boards.shared.seal.authority import Authority, load_authority
from boards.shared.seal.installing import Installing, make_certificate
from boards.shared.seal.keys.address import keeper_at
from boards.shared.seal.keys.kept import Keeper
from tests.boards.shared.seal.keys.tokens import Token, make_token
from tests.boards.shared.seal.keys.transit import TOKEN, Transit, served

MADE = datetime(2020, 9, 1, 8, tzinfo=UTC)


@pytest.fixture
def token(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Token:
    return make_token(tmp_path, monkeypatch)


@pytest.fixture
def transit(tmp_path: Path) -> Iterator[Transit]:
    made = Transit()
    (tmp_path / "token").write_text(f"{TOKEN}\n")
    with served(made, tmp_path):
        yield made


@pytest.fixture
def keeper_of(tmp_path: Path) -> Callable[[str], Keeper]:
    """Return who keeps the key at an address, with what our folder says of services."""

    def made(address: str) -> Keeper:
        return keeper_at(
            address,
            token_file=str(tmp_path / "token"),
            authorities=str(tmp_path / "tls.cert.pem"),
        )

    return made


@pytest.fixture
def installed(
    tmp_path: Path, keeper_of: Callable[[str], Keeper]
) -> Callable[[str], Authority]:
    """Return the authority whose key is at an address, with a certificate made."""

    def made(address: str) -> Authority:
        keeper, folder = keeper_of(address), tmp_path / "signing"
        installing = Installing(keeper, "Exempel kommun: underskrifter", "Exempel")
        make_certificate(folder, installing, MADE, 10)
        return load_authority(folder, keeper)

    return made
