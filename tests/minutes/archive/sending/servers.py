"""E-archives of the tests: a folder, an SFTP server, an S3 interface."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import boto3

from minutes.archive.sending.buckets import BucketTarget
from minutes.archive.sending.folders import FolderTarget
from minutes.archive.sending.sftp import SftpTarget
from minutes.archive.sending.targets import Target
from tests.minutes.archive.sending.sftp_server import USER

READY_SECONDS = 30
BUCKET = "inlamnat"
CREDENTIALS = "[default]\naws_access_key_id = JUSTERA\naws_secret_access_key = hemlig\n"


class Archive(Protocol):
    """An e-archive, seen from its own side."""

    target: Target

    def there(self) -> dict[str, bytes]:
        """What lies there by now, by name."""

    def put(self, name: str, content: bytes) -> None:
        """Put something there."""

    def clear(self) -> None:
        """Take everything away."""


@dataclass
class OwnFolder:
    """An e-archive that looks into a folder."""

    path: Path
    target: Target

    def there(self) -> dict[str, bytes]:
        return {one.name: one.read_bytes() for one in self.path.iterdir()}

    def put(self, name: str, content: bytes) -> None:
        (self.path / name).write_bytes(content)

    def clear(self) -> None:
        for one in self.path.iterdir():
            one.unlink()


@dataclass
class OwnBucket:
    """An e-archive that looks into a bucket."""

    client: object
    target: Target

    def there(self) -> dict[str, bytes]:
        found = self.client.list_objects_v2(Bucket=BUCKET).get("Contents", [])
        return {one["Key"]: self.read(one["Key"]) for one in found}

    def read(self, key: str) -> bytes:
        return self.client.get_object(Bucket=BUCKET, Key=key)["Body"].read()

    def put(self, name: str, content: bytes) -> None:
        self.client.put_object(Bucket=BUCKET, Key=name, Body=content)

    def clear(self) -> None:
        for name in self.there():
            self.client.delete_object(Bucket=BUCKET, Key=name)


@contextmanager
def running(name: str, told: Path, *words: str) -> Iterator[None]:
    """Run a server of the tests until it is no longer needed."""
    command = [sys.executable, "-W", "ignore", "-m", f"{__package__}.{name}", *words]
    server = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        end = time.monotonic() + READY_SECONDS
        while not told.exists():
            assert server.poll() is None, f"{name} ended"
            assert time.monotonic() < end, f"{name} does not start"
            with contextlib.suppress(subprocess.TimeoutExpired):
                server.wait(0.05)
        yield
    finally:
        server.kill()
        server.wait()


@contextmanager
def folder_archive(place: Path) -> Iterator[OwnFolder]:
    """Give an e-archive with a folder."""
    folder = place / "in"
    folder.mkdir()
    yield OwnFolder(folder, FolderTarget("mapp", "Mapparkivet", folder, folder))


@contextmanager
def sftp_archive(place: Path) -> Iterator[OwnFolder]:
    """Give an e-archive with an SFTP server."""
    folder, told = place / "root" / "in", place / "ready.json"
    folder.mkdir(parents=True)
    with running("sftp_server", told, str(place / "root")):
        ready = json.loads(told.read_text())
        target = SftpTarget(
            name="sftp",
            label="Sydarkivet",
            host="127.0.0.1",
            port=ready["port"],
            user=USER,
            folder="/in",
            key=place / "key",
            host_key=ready["host_key"],
            answers="/in",
        )
        yield OwnFolder(folder, target)


@contextmanager
def s3_archive(place: Path) -> Iterator[OwnBucket]:
    """Give an e-archive with an S3 interface."""
    told, keys = place / "port", place / "keys.ini"
    keys.write_text(CREDENTIALS)
    with running("s3_server", told, str(told)):
        endpoint = f"http://127.0.0.1:{told.read_text()}"
        client = boto3.client(
            "s3",
            endpoint_url=endpoint,
            region_name="us-east-1",
            aws_access_key_id="JUSTERA",
            aws_secret_access_key="hemlig",
        )
        client.create_bucket(Bucket=BUCKET)
        target = BucketTarget("s3", "Molnarkivet", endpoint, BUCKET, keys, answers="")
        yield OwnBucket(client, target)


ARCHIVES = {"folder": folder_archive, "sftp": sftp_archive, "s3": s3_archive}
