"""What is in a package: shown one folder at a time."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from boards.access.enums import Role
from cases.case.models import Case
from minutes.archive.sip.browsing import folder_of
from tests.factories import approvals as make
from tests.minutes.archive.sip.test_deliveries import agreed, built  # noqa: F401
from tests.minutes.archive.sip.test_sip import NAMES, case  # noqa: F401  fixtures

names = st.text("abc å&?", min_size=1, max_size=4)
paths = st.lists(names, min_size=1, max_size=4).map("/".join)


def zipped(files: dict[str, bytes]) -> BytesIO:
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream


def walked(stream: BytesIO, path: str = "") -> dict[str, int]:
    """Open every folder, as somebody clicking would."""
    found = {}
    for one in folder_of(stream, path).entries:
        if one.is_folder:
            inside = walked(stream, one.path)
            assert (one.files, one.size) == (len(inside), sum(inside.values()))
            found |= inside
        else:
            found[one.path] = one.size
    return found


@given(st.sets(paths, min_size=1, max_size=20))
def test_folders_when_all_are_opened_then_every_file_was_shown_once(
    some: set[str],
) -> None:
    # No file is also a folder, as on a disk.
    files = {
        f"p/{one}.txt": bytes(len(one))
        for one in some
        if not any(f"{one}.txt" in other.split("/") for other in some)
    }
    assert walked(zipped(files)) == {name: len(text) for name, text in files.items()}


def test_folder_when_there_is_none_then_not_found() -> None:
    stream = zipped({"p/a.txt": b"1"})
    for path in ("q", "p/a", "..", "p/a.txt"):
        with pytest.raises(LookupError):
            folder_of(stream, path)


def test_page_when_followed_then_down_to_the_handling(
    agreed: Case,  # noqa: F811  the fixture
    client: Client,
) -> None:
    package = built(agreed)
    client.force_login(make.with_role(agreed.board, Role.ARCHIVIST, "arkivarie"))
    address = reverse("sip-contents", args=[package.pk])
    assert address in client.get(package.get_absolute_url()).content.decode()
    top = package.name.removesuffix(".zip")
    answer = client.get(address, {"mapp": f"{top}/representations/rep1/data"})
    shown = [one.name for one in answer.context["folder"].entries]
    assert shown == [f"{number:04d}" for number in range(1, len(NAMES) + 2)]
    missing = client.get(address, {"mapp": f"{top}/finns-inte"})
    assert missing.status_code == 404
