"""Who answers over SFTP, whom it lets in, and what it says when it cannot go on."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import cast

import asyncssh
import pytest

from minutes.archive.sending import sftp
from minutes.archive.sending.delivering import Parcel
from minutes.archive.sending.errors import NotLetIn, StrangeHost
from minutes.archive.sending.sftp import Remote, RemoteFolder, SftpTarget
from tests.minutes.archive.sending.servers import OwnFolder, sftp_archive
from tests.minutes.archive.sending.test_delivering import NAME, sha256


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OwnFolder]:
    with sftp_archive(tmp_path_factory.mktemp("sftp")) as found:
        yield found


@pytest.fixture
def target(archive: OwnFolder) -> SftpTarget:
    return cast("SftpTarget", archive.target)


def send(target: SftpTarget) -> None:
    content = b"paketet"
    parcel = Parcel(BytesIO(content), NAME, sha256(content))
    target.deliver(parcel, lambda _sent: None)


@pytest.mark.parametrize("kind", ["ssh-ed25519", "ssh-rsa"])
def test_server_when_it_shows_another_key_then_nothing_is_sent(
    archive: OwnFolder, target: SftpTarget, kind: str
) -> None:
    other = asyncssh.generate_private_key(kind).export_public_key().decode()
    known = " ".join(other.split()[:2])
    with pytest.raises(StrangeHost):
        send(replace(target, host_key=known))
    assert archive.there() == {}


def test_server_when_it_does_not_know_our_key_then_told(
    target: SftpTarget, tmp_path: Path
) -> None:
    key = asyncssh.generate_private_key("ssh-ed25519")
    key.write_private_key(tmp_path / "key")
    with pytest.raises(NotLetIn):
        send(replace(target, key=tmp_path / "key"))


def test_server_when_the_folder_is_not_there_then_told(target: SftpTarget) -> None:
    with pytest.raises(FileNotFoundError):
        send(replace(target, folder="/finns-inte"))


def test_server_when_nobody_answers_then_told(target: SftpTarget) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with pytest.raises(ConnectionError):
        send(replace(target, port=port))


def test_server_when_it_never_says_anything_then_not_waited_for_ever(
    target: SftpTarget, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sftp, "PATIENCE", 0.2)
    with (
        socket.create_server(("127.0.0.1", 0)) as silent,
        pytest.raises((ConnectionError, TimeoutError)),
    ):
        send(replace(target, port=silent.getsockname()[1]))


def test_server_when_less_than_all_came_to_stay_then_it_is_not_settled(
    archive: OwnFolder, target: SftpTarget
) -> None:
    archive.put("half", b"hal")
    with target.connected(target.folder) as client:
        place = RemoteFolder(client)
        with (
            client.open("half", "r+") as file,
            pytest.raises(OSError, match="3 of 4"),
        ):
            place.settle(cast("BytesIO", Remote(file)), 4)
    archive.clear()
