"""The worker's part of a delivery: build what was ordered, check it, keep it."""

from __future__ import annotations

import errno
import shutil
from datetime import datetime, timedelta
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.db import transaction

from boards.shared.clock import now
from boards.shared.files import store_stream
from boards.shared.history import record
from boards.shared.refusals import Refusal, Refused, refuse_if
from boards.shared.texts import sentence
from minutes.archive.sip.actions import build_case, build_year
from minutes.archive.sip.checking import Checked, check_package
from minutes.archive.sip.enums import SipState
from minutes.archive.sip.models import SipPackage, SipProgress
from minutes.archive.sip.progress import Come
from minutes.archive.sip.resuming import Altered, Busy

MEDIA_TYPE = "application/zip"
# What the history calls it.
KEPT = "sip.kept"
# How often the page of a package hears how far it has come.
PAUSE = timedelta(seconds=1)


def build_sip(package: SipPackage) -> SipPackage:
    """Build an ordered package; what stands in the way is kept for its page.

    Reading and writing take long, so nothing is locked meanwhile. Cut short anywhere
    it goes on the next time after what was written.

    Raises:
        OSError: when a store takes no more or does not answer: it is tried again.
    """
    clear_away()
    folder = Path(settings.BUILD_DIR) / str(package.pk)
    folder.mkdir(parents=True, exist_ok=True)
    try:
        path = _built(package, folder)
        with path.open("rb") as stream:
            found = check_package(stream)
            refuse_if(found.faults)
            kept = _kept(package, path.name, stream, found)
    except (Refused, Altered) as no:
        kept = _failed(package, _said(no))
    shutil.rmtree(folder, ignore_errors=True)
    return kept


def clear_away() -> None:
    """Remove what is left of packages that are not being built any more."""
    folder = Path(settings.BUILD_DIR)
    left = {one.name for one in folder.glob("*")} if folder.is_dir() else set()
    if left:
        ordered = SipPackage.objects.filter(state=SipState.ORDERED)
        for name in left - {str(pk) for pk in ordered.values_list("pk", flat=True)}:
            shutil.rmtree(folder / name, ignore_errors=True)


def _said(no: Refused | Altered) -> str:
    if isinstance(no, Altered):
        return sentence(Refusal("sip.file_altered", values={"path": str(no)}))
    return " ".join(map(sentence, no.refusals))


def _built(package: SipPackage, folder: Path) -> Path:
    tell = Teller(package)
    if package.case:
        return build_case(case=package.case, folder=folder, by=None, tell=tell)
    year = package.year or 0
    return build_year(board=package.board, year=year, folder=folder, by=None, tell=tell)


class Teller:
    """Writes down how far a package has come, once a second and at the end."""

    def __init__(self, package: SipPackage) -> None:
        self.package, self.began = package, now()
        self.told: datetime | None = None

    def __call__(self, come: Come) -> None:
        """Write it down, unless that was done a moment ago."""
        moment = now()
        is_over = come.files == come.of_files
        if self.told and moment - self.told < PAUSE and not is_over:
            return
        self.told = moment
        SipProgress.objects.update_or_create(
            package=self.package,
            defaults={
                "began": self.began,
                "seen": moment,
                "files": come.files,
                "of_files": come.of_files,
                "size": come.size,
                "of_size": come.of_size,
                "began_at": come.began_at,
            },
        )


@transaction.atomic
def _kept(
    package: SipPackage, name: str, stream: BinaryIO, found: Checked
) -> SipPackage:
    package = SipPackage.objects.select_for_update(of=("self",)).get(pk=package.pk)
    if package.is_built:
        return package
    package.file = store_stream(stream, MEDIA_TYPE)
    package.name, package.built_at, package.files = name, now(), found.files
    package.state, package.fault = SipState.BUILT, ""
    package.save()
    SipProgress.objects.filter(package=package).delete()
    record(package, KEPT, by=None, sha256=package.file.sha256)
    return package


@transaction.atomic
def _failed(package: SipPackage, fault: str) -> SipPackage:
    package = SipPackage.objects.select_for_update(of=("self",)).get(pk=package.pk)
    package.state, package.fault = SipState.FAILED, fault
    package.save()
    SipProgress.objects.filter(package=package).delete()
    return package


def note_trouble(pk: int, error: Exception, is_over: bool) -> None:
    """Tell on the package's page what keeps it from being built for now."""
    package = SipPackage.objects.select_for_update(of=("self",)).get(pk=pk)
    if package.state == SipState.ORDERED:
        package.fault = sentence(trouble(error, is_over=is_over))
        package.state = SipState.FAILED if is_over else SipState.ORDERED
        package.save()


def trouble(error: Exception, *, is_over: bool) -> Refusal:
    """Return what an error means to whoever waits for the package."""
    if isinstance(error, Busy):
        return Refusal("sip.busy")
    if isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return Refusal("sip.store_full")
    return Refusal("sip.gave_up" if is_over else "sip.trouble")
