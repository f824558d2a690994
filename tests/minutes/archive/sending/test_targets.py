"""The administrator's file of e-archives."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from minutes.archive.sending.buckets import BucketTarget
from minutes.archive.sending.folders import FolderTarget
from minutes.archive.sending.sftp import SftpTarget
from minutes.archive.sending.targets import targets

FILE = """
[mapp]
label = "Mapparkivet"
folder = "/mnt/in"

[syd]
sftp = "sftp://justera@arkiv.exempel.se/in"
key = "/etc/justera/key"
host_key = "ssh-ed25519 AAAA"
receipts = "/ut"

[moln]
s3 = "https://s3.exempel.se"
bucket = "in"
prefix = "alby/"
credentials = "/etc/justera/moln.ini"
"""
WRONG = {
    "no TOML": "[region",
    "no place": "[region]\nlabel = 'x'\n",
    "no table": "region = 'x'\n",
    "no user": "[a]\nsftp = 'sftp://host/in'\nkey = 'k'\nhost_key = 'h'\n",
    "no key": "[a]\nsftp = 'sftp://u@host/in'\n",
    "no host key": "[a]\nsftp = 'sftp://u@host/in'\nkey = 'k'\n",
    "no port": "[a]\nsftp = 'sftp://u@host:x/in'\nkey = 'k'\nhost_key = 'h'\n",
    "no https": "[a]\ns3 = 'http://s3.exempel.se'\nbucket = 'b'\ncredentials = 'c'\n",
    "no bucket": "[a]\ns3 = 'https://s3.exempel.se'\ncredentials = 'c'\n",
}


@pytest.fixture
def listed(tmp_path: Path, settings: Any) -> Path:
    settings.ARCHIVE_TARGETS = str(tmp_path / "targets.toml")
    return tmp_path / "targets.toml"


def test_targets_when_none_is_set_then_none() -> None:
    assert targets() == {}


def test_targets_when_of_every_kind_then_each_is_read(listed: Path) -> None:
    listed.write_text(FILE)
    found = targets()
    folder, syd, moln = found["mapp"], found["syd"], found["moln"]
    assert folder == FolderTarget("mapp", "Mapparkivet", Path("/mnt/in"))
    assert isinstance(syd, SftpTarget)
    assert (syd.label, syd.host, syd.port, syd.user, syd.folder, syd.answers) == (
        "syd",
        "arkiv.exempel.se",
        22,
        "justera",
        "/in",
        "/ut",
    )
    assert isinstance(moln, BucketTarget)
    assert (moln.bucket, moln.prefix, moln.region) == ("in", "alby/", "us-east-1")


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_targets_when_the_file_is_wrong_then_the_administrator_is_told(
    listed: Path, text: str
) -> None:
    listed.write_text(text)
    with pytest.raises(ImproperlyConfigured, match="ARCHIVE_TARGETS"):
        targets()


@pytest.mark.usefixtures("listed")
def test_targets_when_the_file_is_gone_then_the_administrator_is_told() -> None:
    with pytest.raises(ImproperlyConfigured, match="ARCHIVE_TARGETS"):
        targets()
