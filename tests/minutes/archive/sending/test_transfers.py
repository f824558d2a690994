"""A package is sent by the worker, and its page says how it goes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.db import Error, connection, transaction
from django.test import Client
from django.urls import reverse

from boards.access.enums import Role
from boards.shared.refusals import Refused
from cases.case.models import Case
from minutes.archive.handlers import send_delivery
from minutes.archive.sending.actions import send_package
from minutes.archive.sending.enums import TransferState
from minutes.archive.sending.models import Transfer
from minutes.archive.sip.enums import Answer
from minutes.archive.sip.models import SipPackage
from tests.factories import approvals as make
from tests.factories.kills import ends
from tests.minutes.archive.sip.test_deliveries import (  # noqa: F401  fixtures
    agreed,
    answered,
    built,
    ordered,
)
from tests.minutes.archive.sip.test_sip import case  # noqa: F401  a fixture


@pytest.fixture
def place(tmp_path: Path, settings: Any) -> Path:
    """An e-archive that takes packages in a folder."""
    folder, listed = tmp_path / "in", tmp_path / "targets.toml"
    folder.mkdir()
    listed.write_text(f'[region]\nlabel = "Regionarkivet"\nfolder = "{folder}"\n')
    settings.ARCHIVE_TARGETS = str(listed)
    return folder


@pytest.fixture
def package(agreed: Case) -> SipPackage:  # noqa: F811  the fixture
    return built(agreed)


def sent(package: SipPackage) -> Transfer:
    transfer = send_package(package=package, target="region", by=None)
    make.work_off()
    transfer.refresh_from_db()
    return transfer


def refused(package: SipPackage, target: str = "region") -> set[str]:
    with pytest.raises(Refused) as no:
        send_package(package=package, target=target, by=None)
    return {one.code for one in no.value.refusals}


def test_package_when_sent_then_whole_in_the_folder_with_its_checksum(
    package: SipPackage, place: Path
) -> None:
    transfer = sent(package)
    assert transfer.state == TransferState.DELIVERED
    assert (place / package.name).read_bytes() == package.file.read()
    listed = (place / f"{package.name}.sha256").read_text()
    assert listed == f"{package.file.sha256}  {package.name}\n"
    send_delivery(transfer.pk)
    assert len(list(place.iterdir())) == 2


@pytest.mark.usefixtures("place")
def test_package_when_not_built_or_on_its_way_or_received_then_refused(
    agreed: Case,  # noqa: F811  the fixture
) -> None:
    package = ordered(agreed)
    assert refused(package, "okänt") == {"sip.not_built", "transfer.no_target"}
    make.work_off()
    package.refresh_from_db()
    send_package(package=package, target="region", by=None)
    assert refused(package) == {"transfer.under_way"}
    make.work_off()
    answered(package, Answer.ACCEPTED)
    assert refused(package) == {"transfer.received_already"}


@pytest.mark.law("R-02")
def test_package_when_refused_then_a_new_version_lies_beside_the_old(
    agreed: Case,  # noqa: F811  the fixture
    place: Path,
) -> None:
    first = built(agreed)
    sent(first)
    answered(first, Answer.REFUSED, "Avtalet saknas.")
    second = built(agreed)
    assert second.version == 2
    assert sent(second).state == TransferState.DELIVERED
    later = f"{first.name.removesuffix('.zip')}-v2.zip"
    found = {path.name for path in place.glob("*.zip")}
    assert found == {first.name, later}


def test_package_when_another_file_has_its_name_then_said_and_left_alone(
    package: SipPackage, place: Path
) -> None:
    (place / package.name).write_bytes(b"annat")
    transfer = sent(package)
    assert transfer.state == TransferState.FAILED
    assert "annan fil" in transfer.fault
    assert (place / package.name).read_bytes() == b"annat"


def test_package_when_the_place_is_gone_then_said_and_tried_again(
    package: SipPackage, place: Path
) -> None:
    place.rmdir()
    transfer = sent(package)
    assert transfer.state == TransferState.WAITING
    assert "finns inte" in transfer.fault
    place.mkdir()
    send_delivery(transfer.pk)
    transfer.refresh_from_db()
    assert (transfer.state, transfer.fault) == (TransferState.DELIVERED, "")


def test_worker_when_killed_at_any_statement_then_delivered_once_in_the_end(
    package: SipPackage, place: Path
) -> None:
    kills = 0
    while True:
        with transaction.atomic():
            transfer = send_package(package=package, target="region", by=None)
            done = ends(lambda one=transfer: send_delivery(one.pk), kills + 1)
            send_delivery(transfer.pk)
            transfer.refresh_from_db()
            assert transfer.state == TransferState.DELIVERED
            assert (place / package.name).read_bytes() == package.file.read()
            transaction.set_rollback(True)
        if done:
            break
        kills += 1
    assert kills > 4


def test_page_when_the_archivist_sends_then_told_where_it_is(
    package: SipPackage, place: Path, client: Client
) -> None:
    client.force_login(make.with_role(package.board, Role.ARCHIVIST, "arkivarie"))
    page = client.get(package.get_absolute_url()).content.decode()
    assert "Skicka till Regionarkivet" in page
    address = reverse("sip-send", args=[package.pk])
    assert client.post(address, {"target": "region"}).status_code == 302
    state = client.get(reverse("sip-state", args=[package.pk])).content.decode()
    assert "hx-get" in state
    make.work_off()
    page = client.get(package.get_absolute_url()).content.decode()
    assert "Levererat" in page
    assert "hx-get" not in page
    assert (place / package.name).exists()


@pytest.mark.usefixtures("place")
@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM minutes_transfer",
        "UPDATE minutes_transfer SET ended_at = NULL",
        "UPDATE minutes_transfer SET state = 'waiting'",
    ],
)
def test_transfer_when_changed_in_plain_sql_then_refused(
    package: SipPackage, sql: str
) -> None:
    sent(package)
    with pytest.raises(Error), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)
