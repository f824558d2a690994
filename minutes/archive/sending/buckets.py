"""An e-archive that takes packages in a store with an S3 interface.

An object is there whole or not at all. It is sent in parts; cut short, the parts that
arrived as they should are not sent again.
"""

from __future__ import annotations

import configparser
import hashlib
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from minutes.archive.sending.delivering import (
    CHECKSUM,
    PIECE,
    Parcel,
    digest_of,
)
from minutes.archive.sending.errors import Damaged, NotLetIn, Occupied

# Held in memory one at a time; S3 takes 10 000 of them, 312 GiB in all (bytes).
PART_SIZE = 32 << 20
PATIENCE = 60
NOTHING_THERE = frozenset({"404", "NoSuchKey", "NotFound"})
NO_PLACE = frozenset({"NoSuchBucket"})
NOT_LET_IN = frozenset(
    {"403", "AccessDenied", "InvalidAccessKeyId", "SignatureDoesNotMatch"}
)


@dataclass(frozen=True)
class BucketTarget:
    """An e-archive's bucket: where, with which key, and under which beginning of names.

    `credentials` is a file as AWS's own programs read it.
    """

    name: str
    label: str
    endpoint: str
    bucket: str
    credentials: Path
    prefix: str = ""
    region: str = "us-east-1"
    answers: str = ""

    def deliver(self, parcel: Parcel, tell: Callable[[int], None]) -> None:
        """Put a file into the bucket.

        Raises:
            Occupied: when another object has the name.
            Damaged: when the object that arrived is another than was sent.
            NotLetIn: when the store does not know our key, or does not let us write.
            OSError: when the store takes no more or does not answer.
        """
        with self.opened() as store:
            key = f"{self.prefix}{parcel.name}"
            if not store.holds(key):
                store.send(key, parcel, tell)
                if store.digest(key) != parcel.sha256:
                    store.remove(key)
                    raise Damaged(parcel.name)
            elif store.digest(key) != parcel.sha256:
                raise Occupied(parcel.name)
            store.write(f"{key}{CHECKSUM}", parcel.line)

    def receipts(self, longest: int) -> Iterator[tuple[str, bytes]]:
        """Give the objects with answers, each with its name."""
        if self.answers:
            with self.opened() as store:
                yield from store.small_ones(self.answers, longest)

    @contextmanager
    def opened(self) -> Iterator[Store]:
        """Reach the bucket; what the store says no to is an `OSError`."""
        try:
            yield Store(self._client(), self.bucket)
        except ClientError as error:
            raise said_no(error) from error
        except BotoCoreError as error:
            raise ConnectionError(str(error)) from error

    def _client(self) -> Any:
        said = configparser.ConfigParser(interpolation=None)
        said.read_string(self.credentials.read_text(encoding="utf-8"))
        keys = said[said.sections()[0]] if said.sections() else {}
        # Nothing is taken from the environment: the file is what the key is in.
        return boto3.session.Session().client(
            "s3",
            endpoint_url=self.endpoint,
            region_name=self.region,
            aws_access_key_id=keys.get("aws_access_key_id", "-"),
            aws_secret_access_key=keys.get("aws_secret_access_key", "-"),
            config=Config(
                signature_version="s3v4",
                connect_timeout=PATIENCE,
                read_timeout=PATIENCE,
                retries={"mode": "standard", "max_attempts": 2},
                s3={"addressing_style": "path"},
                request_checksum_calculation="when_required",
                response_checksum_validation="when_required",
                proxies={},
            ),
        )


def said_no(error: ClientError) -> OSError:
    """Return what the store's no means to a delivery."""
    code = str(error.response.get("Error", {}).get("Code", ""))
    if code in NO_PLACE:
        return FileNotFoundError(code)
    if code in NOT_LET_IN:
        return NotLetIn(code)
    return OSError(f"the store says {code}")


@dataclass(frozen=True)
class Store:
    """The bucket, as far as a delivery needs it."""

    client: Any
    bucket: str

    def holds(self, key: str) -> bool:
        """Say whether there is an object of that name."""
        try:
            self.client.head_object(Bucket=self.bucket, Key=key)
        except ClientError as error:
            if error.response["Error"]["Code"] in NOTHING_THERE:
                # A bucket that is not there says the same of its objects.
                self.client.list_objects_v2(Bucket=self.bucket, MaxKeys=1)
                return False
            raise
        return True

    def digest(self, key: str) -> str:
        """Return the SHA-256 of an object, read back whole."""
        answer = self.client.get_object(Bucket=self.bucket, Key=key)
        with closing(answer["Body"]) as body:
            return digest_of(body.iter_chunks(PIECE))

    def send(self, key: str, parcel: Parcel, tell: Callable[[int], None]) -> None:
        """Send a file in parts, after those that are there already."""
        said = {"Bucket": self.bucket, "Key": key, "UploadId": self._begun(key)}
        there, parts, done = self._parts(said), [], 0
        for number, part in enumerate(parts_of(parcel), 1):
            tag = f'"{hashlib.md5(part, usedforsecurity=False).hexdigest()}"'
            if there.get(number) != tag:
                answer = self.client.upload_part(**said, PartNumber=number, Body=part)
                tag = answer["ETag"]
            parts.append({"PartNumber": number, "ETag": tag})
            done += len(part)
            tell(done)
        self.client.complete_multipart_upload(**said, MultipartUpload={"Parts": parts})

    def _begun(self, key: str) -> str:
        """Return the sending that was begun last, or a new one; others are ended."""
        pages = self.client.get_paginator("list_multipart_uploads")
        found = [
            one
            for page in pages.paginate(Bucket=self.bucket, Prefix=key)
            for one in page.get("Uploads", [])
            if one["Key"] == key
        ]
        found.sort(key=lambda one: one["Initiated"])
        for one in found[:-1]:
            self.client.abort_multipart_upload(
                Bucket=self.bucket, Key=key, UploadId=one["UploadId"]
            )
        if found:
            return str(found[-1]["UploadId"])
        made = self.client.create_multipart_upload(Bucket=self.bucket, Key=key)
        return str(made["UploadId"])

    def _parts(self, said: dict[str, str]) -> dict[int, str]:
        pages = self.client.get_paginator("list_parts").paginate(**said)
        rows = (one for page in pages for one in page.get("Parts", []))
        return {one["PartNumber"]: one["ETag"] for one in rows}

    def write(self, key: str, content: bytes) -> None:
        """Write a small object."""
        self.client.put_object(Bucket=self.bucket, Key=key, Body=content)

    def remove(self, key: str) -> None:
        """Remove an object."""
        self.client.delete_object(Bucket=self.bucket, Key=key)

    def small_ones(self, prefix: str, longest: int) -> Iterator[tuple[str, bytes]]:
        """Give the small objects under a beginning of names."""
        pages = self.client.get_paginator("list_objects_v2")
        for page in pages.paginate(Bucket=self.bucket, Prefix=prefix):
            for one in page.get("Contents", []):
                if one["Size"] <= longest:
                    answer = self.client.get_object(Bucket=self.bucket, Key=one["Key"])
                    yield one["Key"].removeprefix(prefix), answer["Body"].read(longest)


def parts_of(parcel: Parcel) -> Iterator[bytes]:
    """Read a file in the parts it is sent in; an empty one is one empty part."""
    parcel.source.seek(0)
    part = parcel.source.read(PART_SIZE)
    while True:
        yield part
        part = parcel.source.read(PART_SIZE)
        if not part:
            return
