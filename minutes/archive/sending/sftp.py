"""An e-archive that takes packages over SFTP."""

from __future__ import annotations

import base64
import errno
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

import paramiko
from paramiko.ssh_exception import NoValidConnectionsError

from minutes.archive.sending.delivering import PART, Parcel, deliver
from minutes.archive.sending.errors import NotLetIn, StrangeHost

# How long the other end may be silent (seconds).
PATIENCE = 60
SSH_PORT = 22


class OnlyKnown(paramiko.MissingHostKeyPolicy):
    """Says no to whoever has no key of the kind we were given."""

    def missing_host_key(
        self, _client: paramiko.SSHClient, hostname: str, _key: paramiko.PKey
    ) -> None:
        """Say no."""
        raise StrangeHost(hostname)


class Remote:
    """A file at the other end; reading asks for much at once, so distance costs little.

    Only what a delivery does with a file: from its beginning to its end.
    """

    def __init__(self, file: paramiko.SFTPFile) -> None:
        self.file = file
        self.size = file.stat().st_size or 0
        self.place = 0

    def read(self, length: int) -> bytes:
        """Read on."""
        wanted = min(length, self.size - self.place)
        if wanted <= 0:
            return b""
        found = b"".join(self.file.readv([(self.place, wanted)]))
        self.place += len(found)
        return found

    def seek(self, place: int) -> None:
        """Go to a place in the file, to write there."""
        self.file.seek(place)

    def write(self, content: bytes) -> None:
        """Write on; that it arrived is known when the file is settled."""
        self.file.write(content)

    def truncate(self, size: int) -> None:
        """Cut off what follows."""
        self.file.truncate(size)

    def close(self) -> None:
        """Close it; what is under way is waited for."""
        self.file.close()


@dataclass(frozen=True)
class RemoteFolder:
    """A folder at the other end, as a place to deliver to."""

    client: paramiko.SFTPClient

    def holds(self, name: str) -> bool:
        """Say whether there is a file of that name."""
        try:
            self.client.stat(name)
        except FileNotFoundError:
            return False
        return True

    @contextmanager
    def reading(self, name: str) -> Iterator[BinaryIO]:
        """Open a file to be read through."""
        with self.client.open(name, "r") as file:
            yield cast("BinaryIO", Remote(file))

    @contextmanager
    def unfinished(self, name: str) -> Iterator[BinaryIO]:
        """Open a file that may have been begun."""
        with self.client.open(name, "r+" if self.holds(name) else "w+") as file:
            file.set_pipelined(True)
            yield cast("BinaryIO", Remote(file))

    def settle(self, stream: BinaryIO, size: int) -> None:
        """Wait for what is under way; `OSError` when less than all came to stay."""
        # What a write was answered is not looked at: a full disk shows in the size.
        there = cast("Remote", stream).file.stat().st_size
        if there != size:
            raise OSError(errno.EIO, f"{there} of {size} bytes arrived")

    def rename(self, name: str, to: str) -> None:
        """Give a file its name, which no other has."""
        self.client.rename(name, to)

    def remove(self, name: str) -> None:
        """Remove a file."""
        self.client.remove(name)

    def write(self, name: str, content: bytes) -> None:
        """Write a small file whole, over what has the name."""
        part = f"{name}{PART}"
        with self.client.open(part, "w") as file:
            file.write(content)
        if self.holds(name):
            self.client.remove(name)
        self.client.rename(part, name)


@dataclass(frozen=True)
class SftpTarget:
    """An e-archive reached over SFTP: where, as whom, and whose key it has to show."""

    name: str
    label: str
    host: str
    port: int
    user: str
    folder: str
    key: Path
    host_key: str
    answers: str = ""

    def deliver(self, parcel: Parcel, tell: Callable[[int], None]) -> None:
        """Put a file into the folder at the other end; see `delivering.deliver`."""
        with self.connected(self.folder) as client:
            deliver(parcel, RemoteFolder(client), tell)

    def receipts(self, longest: int) -> Iterator[tuple[str, bytes]]:
        """Give the files with answers, each with its name."""
        if not self.answers:
            return
        with self.connected(self.answers) as client:
            for one in sorted(client.listdir_attr(), key=lambda one: one.filename):
                is_file = stat.S_ISREG(one.st_mode or 0)
                if is_file and (one.st_size or 0) <= longest:
                    with client.open(one.filename, "r") as file:
                        yield one.filename, file.read(longest)

    @contextmanager
    def connected(self, folder: str) -> Iterator[paramiko.SFTPClient]:
        """Be logged in at the other end, standing in a folder.

        Raises:
            StrangeHost: when it shows another key than it should.
            NotLetIn: when it does not know ours.
            OSError: when it does not answer, or stops answering.
        """
        try:
            with paramiko.SSHClient() as client:
                self._log_in(client)
                with client.open_sftp() as files:
                    files.get_channel().settimeout(PATIENCE)
                    files.chdir(folder)
                    yield files
        except paramiko.BadHostKeyException as error:
            raise StrangeHost(self.host) from error
        except paramiko.AuthenticationException as error:
            raise NotLetIn(self.user) from error
        except (NoValidConnectionsError, paramiko.SSHException, EOFError) as error:
            raise ConnectionError(str(error)) from error

    def _log_in(self, client: paramiko.SSHClient) -> None:
        kind, _space, encoded = self.host_key.strip().partition(" ")
        known = paramiko.PKey.from_type_string(kind, base64.b64decode(encoded))
        port = self.port
        entry = self.host if port == SSH_PORT else f"[{self.host}]:{port}"
        client.get_host_keys().add(entry, kind, known)
        client.set_missing_host_key_policy(OnlyKnown())
        client.connect(
            self.host,
            port,
            self.user,
            key_filename=str(self.key),
            allow_agent=False,
            look_for_keys=False,
            timeout=PATIENCE,
            banner_timeout=PATIENCE,
            auth_timeout=PATIENCE,
        )
