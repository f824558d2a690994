"""Every PDF we make keeps PDF/A-3a and PDF/UA-1; what breaks them is noticed."""

from datetime import date
from pathlib import Path

import pytest
from django.test import override_settings

from boards.shared.clock import at, local
from boards.shared.paper.pdf import render_pdf
from boards.shared.paper.store import from_json
from boards.shared.storage import read_bytes
from finance.report import actions as reports
from minutes.approval import actions
from minutes.approval.corrections import Change
from minutes.archive.contents import archived
from minutes.dispatch.actions import dispatch_extracts
from minutes.meeting.models import Summons
from minutes.notice.models import PostingCertificate
from minutes.pdf.attached import attached
from minutes.pdf.documents import minutes_document
from minutes.publication.actions import masked_pdf
from tests.conformity.damage import DAMAGES, damaged
from tests.conformity.engine import validated
from tests.factories import approvals as make
from tests.factories import cases
from tests.factories import rich_items as rich
from tests.factories.items import executive
from tests.factories.model_report import fill

NOON = local(date(2020, 9, 29), 12)
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_signing_folder(tmp_path: Path) -> None:
    with override_settings(SIGNING_DIR=tmp_path / "signing"):
        yield


def every_kind() -> dict[str, bytes]:
    """Make one of each, by what the product does."""
    files = minutes_at_every_step() | rich_minutes()
    files["report"] = report()
    files["summons"] = Summons.objects.first().document.read()
    return files


def minutes_at_every_step() -> dict[str, bytes]:
    meeting = make.decided()
    item = meeting.items.first()
    item.recipients.create(recipient=executive(meeting.board))
    approval = make.sealed(meeting)
    files = {"unsigned": approval.document.read()}
    for name in ("Sundell", "Ekström", "Lindqvist"):
        with at(NOON):
            make.sign_as(approval, name)
        approval.refresh_from_db()
        files[f"signed by {name}"] = approval.document.read()
    make.taken_down(make.posted(approval, NOON))
    make.work_off()
    certificate = PostingCertificate.objects.first()
    files["certificate"] = certificate.document.read()
    item.refresh_from_db()
    sent = dispatch_extracts(item=item, by=meeting.secretary)[0]
    files["archived"] = archived(approval)
    files["public copy"] = read_bytes(masked_pdf(approval, from_json(approval.content)))
    files["extract"] = sent.extract.document.read()
    change = Change(item.pk, item.heading.split()[0], "Rättat")
    made = actions.correct(
        approval=approval, changes=[change], ground="skrivfel", by=meeting.secretary
    )
    files["corrected"] = actions.seal(approval=made).document.read()
    return files


def rich_minutes() -> dict[str, bytes]:
    meeting = rich.meeting_of_four()
    rich.filled(meeting.items.all()[1])
    document = minutes_document(meeting)
    masked = minutes_document(meeting, public=True)
    return {"everything": render_pdf(document), "masked": render_pdf(masked)}


def report() -> bytes:
    board = make.make.board_with_roster("rapport")
    made = reports.start_report(
        case=cases.case(board, opened_on=date(2020, 5, 2)),
        title="Delårsrapport servicenämnder",
        period_end=date(2020, 8, 31),
        by=None,
    )
    fill(made)
    return reports.freeze_report(report=made, by=None).file.read()


def test_every_pdf_when_validated_then_no_clause_is_broken(tmp_path: Path) -> None:
    files = every_kind()
    found = validated(files, tmp_path)
    assert set(found) == set(files)
    for name, profiles in found.items():
        assert profiles == {"3a": {}, "ua1": {}}, name


def test_pdf_when_broken_on_purpose_then_rejected_for_that_clause(
    tmp_path: Path,
) -> None:
    meeting = rich.meeting_of_four()
    rich.filled(meeting.items.all()[1])
    document = minutes_document(meeting)
    whole = render_pdf(document, attachments=attached(document))
    copies = {name: damaged(whole, how) for name, (how, *_) in DAMAGES.items()}
    found = validated(copies, tmp_path)
    for name, (_how, profile, clause) in DAMAGES.items():
        named = {one.rpartition("-")[0] for one in found[name][profile]}
        assert clause in named, (name, found[name])
