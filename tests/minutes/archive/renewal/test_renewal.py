"""Archived minutes get a new time stamp before the last one weakens (S-05)."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import Error, connection, transaction
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from boards.access.enums import Role
from boards.integrity.checks import Looked
from boards.shared import outbox
from boards.shared.clock import at, local, today
from boards.shared.enums import OutboxState
from boards.shared.issued.models import IssuedDocument
from boards.shared.models import OutboxMessage
from boards.shared.seal.errors import TimestampUnavailable
from boards.shared.seal.pades import untouched, verify_pdf
from boards.shared.seal.reports import Level
from boards.shared.seal.setup import own_authority
from minutes.approval.models import Approval
from minutes.archive.handlers import renew as handler
from minutes.archive.models import ArchivePackage
from minutes.archive.package import SIGNED
from minutes.archive.renewal import actions, rules
from minutes.archive.renewal.integrity import look_at_stamps
from minutes.archive.renewal.models import ArchiveStamp
from minutes.archive.renewal.queries import KIND
from minutes.archive.renewal.tasks import renew_stamps
from minutes.archive.sip.actions import build_year
from tests.factories import approvals as make
from tests.factories.kills import ends
from tests.minutes.archive.sip.checker import faults
from tests.minutes.archive.sip.test_sip import approval, unpacked  # noqa: F401

COPIED = (
    "INSERT INTO minutes_archivestamp"
    " (package_id, number, file_id, stamped_at, weakens_on, authority) SELECT"
)
FROM = "FROM minutes_archivestamp"
days = st.dates(date(2000, 1, 1), date(2100, 1, 1))


@pytest.fixture
def package(approval: Approval) -> ArchivePackage:  # noqa: F811  the fixture
    return ArchivePackage.objects.get(approval=approval)


def night(day: date) -> datetime:
    return datetime.combine(day, time(3, 30), UTC)


def renewed(package: ArchivePackage) -> ArchiveStamp:
    """Let the night come on which the newest stamp is due, and the worker work."""
    newest = package.stamps.last()
    assert newest
    with at(night(newest.renew_from)):
        renew_stamps()
        make.work_off()
    stamp = package.stamps.last()
    assert stamp
    return stamp


def levels(pdf: bytes, year: int) -> set[Level]:
    reports = verify_pdf(pdf, own_authority(), at=local(date(year, 6, 1), 12))
    assert untouched(reports)
    return {one.level for one in reports}


@given(days, days)
def test_rule_when_any_days_then_renewed_before_it_weakens(
    stamped: date, certificate: date
) -> None:
    weakens = rules.weakens_on(stamped, certificate)
    assert weakens <= certificate
    assert weakens <= stamped + rules.LONGEST
    start = rules.renew_from(weakens)
    assert start < weakens
    assert rules.is_due(weakens, start)
    assert not rules.is_due(weakens, start - timedelta(1))


@pytest.mark.law("S-05")
def test_package_when_built_then_its_stamp_and_the_day_are_noted(
    package: ArchivePackage, client: Client
) -> None:
    (stamp,) = package.stamps.all()
    assert stamp.number == 1
    assert stamp.weakens_on == today() + rules.LONGEST
    user = make.with_role(package.board, Role.ARCHIVIST, "arkivarie-2")
    client.force_login(user)
    page = client.get(reverse("archive-list")).content.decode()
    assert f"{stamp.weakens_on}" in page
    assert f"{stamp.renew_from}" in page


@pytest.mark.law("S-05")
def test_night_when_due_then_a_new_stamp_over_the_old_and_not_before(
    package: ArchivePackage,
) -> None:
    first = package.stamps.get()
    with at(night(first.renew_from - timedelta(1))):
        renew_stamps()
        make.work_off()
    assert package.stamps.count() == 1
    second = renewed(package)
    assert second.number == 2
    assert second.weakens_on > first.weakens_on
    assert second.file.read().startswith(first.file.read())
    assert IssuedDocument.objects.filter(sha256=second.file.sha256).exists()
    with at(night(first.renew_from)):
        assert actions.order_renewals() == 0


@pytest.mark.law("S-05")
@pytest.mark.law("R-06")
def test_minutes_when_renewed_twice_then_verifiable_for_decades(
    package: ArchivePackage,
) -> None:
    stamps = [package.stamps.get(), renewed(package), renewed(package)]
    last = stamps[-1].file.read()
    assert [levels(last, year) for year in (2040, 2050)] == [{Level.LTA}] * 2
    assert stamps[-1].weakens_on.year > 2040


def test_stamp_when_the_authority_does_not_answer_then_tried_the_next_night(
    package: ArchivePackage, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = package.stamps.get()

    def silent(*_given: object) -> bytes:
        raise TimestampUnavailable("no answer")

    with monkeypatch.context() as patched:
        patched.setattr(actions, "archive_timestamp", silent)
        patched.setattr(outbox, "MOST_ATTEMPTS", 1)
        with at(night(first.renew_from)):
            renew_stamps()
            make.work_off()
            row = OutboxMessage.objects.get(kind=KIND)
            assert row.state == OutboxState.FAILED
            client.force_login(
                make.with_role(package.board, Role.ARCHIVIST, "arkivarie-2")
            )
            page = client.get(reverse("archive-list")).content.decode()
            assert "kunde inte göras om" in page
    assert package.stamps.count() == 1
    with at(night(first.renew_from + timedelta(1))):
        renew_stamps()
        make.work_off()
    assert package.stamps.count() == 2


def test_stamp_when_it_would_hold_no_longer_then_not_kept(
    package: ArchivePackage, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = package.stamps.get()
    monkeypatch.setattr(rules, "LONGEST", timedelta(0))
    monkeypatch.setattr(actions, "weakens_on", lambda _stamped, _ends: first.weakens_on)
    with at(night(first.renew_from)):
        renew_stamps()
        make.work_off()
    assert package.stamps.count() == 1
    assert OutboxMessage.objects.get(kind=KIND).state == OutboxState.FAILED


def test_package_when_built_before_stamps_were_noted_then_noted_by_night(
    package: ArchivePackage,
) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute("DELETE FROM minutes_archivestamp")
        cursor.execute("SET session_replication_role = origin")
    renew_stamps()
    make.work_off()
    stamp = package.stamps.get()
    assert (stamp.number, stamp.weakens_on > today()) == (1, True)


def as_it_was(package: ArchivePackage) -> None:
    """Say that there is one stamp or two, each a whole file that follows the last."""
    before = b""
    for stamp in package.stamps.all():
        pdf = stamp.file.read()
        assert len(pdf) == stamp.file.size
        assert pdf.startswith(before)
        before = pdf
    assert package.stamps.count() in {1, 2}


@pytest.mark.law("S-06")
def test_worker_when_killed_a_hundred_times_at_random_then_one_stamp_in_the_end(
    package: ArchivePackage,
) -> None:
    first = package.stamps.get()
    chance, kills = random.Random(20200929), 0
    with at(night(first.renew_from)):
        while kills < 100:
            with transaction.atomic():
                while not ends(lambda: handler(package.pk), chance.randint(1, 30)):
                    kills += 1
                    as_it_was(package)
                handler(package.pk)
                as_it_was(package)
                assert package.stamps.count() == 2
                transaction.set_rollback(True)
    assert renewed(package).number == 2


def test_two_workers_when_both_asked_then_the_first_is_kept(
    package: ArchivePackage,
) -> None:
    second = renewed(package)
    again = actions.keep(package=package, pdf=b"late", number=2)
    assert again == second


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE minutes_archivestamp SET weakens_on = '2100-01-01'",
        "DELETE FROM minutes_archivestamp",
        f"{COPIED} package_id, 1, file_id, stamped_at, weakens_on, '' {FROM}",
        f"{COPIED} package_id, 0, file_id, stamped_at, weakens_on, '' {FROM}",
        f"{COPIED} package_id, 2, file_id, stamped_at, '2001-01-01', '' {FROM}",
    ],
)
def test_stamp_when_changed_in_plain_sql_then_refused(
    package: ArchivePackage, sql: str
) -> None:
    assert package.stamps.count() == 1
    with pytest.raises(Error), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)


def codes() -> set[str]:
    return {one.code for one in look_at_stamps(Looked())}


@pytest.mark.law("S-06")
def test_check_when_a_stamped_file_is_not_what_was_kept_then_found(
    package: ArchivePackage,
) -> None:
    second = renewed(package)
    assert codes() == set()
    content = second.file.read()
    default_storage.delete(second.file.path)
    assert codes() == {"integrity.stamp_unreadable"}
    default_storage.save(second.file.path, ContentFile(content[1:]))
    assert "integrity.stamp_not_following" in codes() | {
        one.code for one in look_at_stamps(Looked())
    }


@pytest.mark.law("S-06")
def test_check_when_another_file_was_put_in_its_place_then_found(
    package: ArchivePackage,
) -> None:
    stamp = package.stamps.get()
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute(
            "UPDATE minutes_archivestamp SET file_id = %s", [package.package_id]
        )
        cursor.execute("SET session_replication_role = origin")
    assert codes() == {"integrity.stamp_replaced"}
    with at(night(stamp.weakens_on)):
        assert codes() == {"integrity.stamp_replaced", "integrity.stamp_weak"}


@pytest.mark.law("R-04")
def test_delivery_when_renewed_then_it_has_the_newest_stamp(
    package: ArchivePackage, tmp_path: Path
) -> None:
    second = renewed(package)
    built = build_year(board=package.board, year=2020, folder=tmp_path, by=None)
    root = unpacked(built, tmp_path / "ut")
    assert faults(root) == []
    (signed,) = (root / "representations").rglob(SIGNED)
    assert signed.read_bytes() == second.file.read()
