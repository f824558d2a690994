"""What only a store with an S3 interface can do to a delivery."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any, cast

import pytest
from botocore.exceptions import ClientError

from minutes.archive.sending import buckets
from minutes.archive.sending.buckets import BucketTarget, Store, said_no
from minutes.archive.sending.delivering import Parcel
from minutes.archive.sending.errors import NotLetIn
from tests.minutes.archive.sending.servers import BUCKET, OwnBucket, s3_archive
from tests.minutes.archive.sending.test_delivering import NAME, sha256, whole

CONTENT = b"ett" * 1000


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OwnBucket]:
    with s3_archive(tmp_path_factory.mktemp("s3")) as found:
        yield found


@pytest.fixture
def archive(served: OwnBucket) -> OwnBucket:
    served.clear()
    return served


def send(target: object) -> None:
    parcel = Parcel(BytesIO(CONTENT), NAME, sha256(CONTENT))
    cast("BucketTarget", target).deliver(parcel, lambda _sent: None)


def test_sending_when_cut_short_then_only_what_is_missing_is_sent(
    archive: OwnBucket, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(buckets, "PART_SIZE", 1000)
    client: Any = archive.client
    where = {"Bucket": BUCKET, "Key": NAME}
    client.create_multipart_upload(**where)
    upload = client.create_multipart_upload(**where)["UploadId"]
    for number, part in ((1, b"fel"), (2, CONTENT[1000:2000])):
        client.upload_part(**where, UploadId=upload, PartNumber=number, Body=part)
    sent: list[int] = []
    begun = Store._parts

    def parts(store: Store, said: dict[str, str]) -> dict[int, str]:
        found = begun(store, said)
        store.client.meta.events.register(
            "before-call.s3.UploadPart",
            lambda params, **_said: sent.append(params["query_string"]["partNumber"]),
        )
        return found

    monkeypatch.setattr(Store, "_parts", parts)
    send(archive.target)
    assert sent == [1, 3]
    assert archive.there() == whole(CONTENT)
    assert "Uploads" not in client.list_multipart_uploads(Bucket=BUCKET)


def test_store_when_there_is_no_such_bucket_then_told(archive: OwnBucket) -> None:
    with pytest.raises(FileNotFoundError):
        send(replace(cast("BucketTarget", archive.target), bucket="finns-inte"))


def test_store_when_nobody_answers_then_told(archive: OwnBucket) -> None:
    nowhere = "http://127.0.0.1:9"
    with pytest.raises(ConnectionError):
        send(replace(cast("BucketTarget", archive.target), endpoint=nowhere))


def test_store_when_a_prefix_is_agreed_then_every_name_begins_with_it(
    archive: OwnBucket,
) -> None:
    send(replace(cast("BucketTarget", archive.target), prefix="alby/"))
    assert set(archive.there()) == {f"alby/{NAME}", f"alby/{NAME}.sha256"}


@pytest.mark.parametrize(
    ("code", "kind"),
    [("AccessDenied", NotLetIn), ("NoSuchBucket", FileNotFoundError), ("503", OSError)],
)
def test_store_when_it_says_no_then_it_is_known_why(code: str, kind: type) -> None:
    error = ClientError({"Error": {"Code": code}}, "PutObject")
    assert type(said_no(error)) is kind


def test_credentials_when_the_file_is_empty_or_gone_then_no_crash(
    archive: OwnBucket, tmp_path: Path
) -> None:
    target = cast("BucketTarget", archive.target)
    (tmp_path / "tom").write_text("")
    with replace(target, credentials=tmp_path / "tom").opened() as store:
        assert store.bucket == BUCKET
    with pytest.raises(FileNotFoundError):
        send(replace(target, credentials=tmp_path / "borta"))
