"""Publishing approved minutes and their §§ from what was frozen."""

from __future__ import annotations

from datetime import date
from typing import cast

from django.db import transaction

from boards.shared.clock import STOCKHOLM
from boards.shared.files import store_file
from boards.shared.history import record
from boards.shared.masking import mask_names
from boards.shared.outbox import enqueue
from boards.shared.paper import tree
from boards.shared.paper.html import render_html, render_section
from boards.shared.paper.store import from_json, to_json
from boards.shared.paper.text import blocks_text
from boards.shared.published.snapshots import publish_row
from minutes.approval.enums import ApprovalState
from minutes.approval.models import Approval, Correction
from minutes.item.models import MinutesItem
from minutes.notice.models import FinalConfirmation
from minutes.pdf.akoma import akoma_ntoso
from minutes.pdf.keys import item_key
from minutes.privacy.actions import pass_gate
from minutes.privacy.queries import left_out
from minutes.publication.actions.cases import publish_case
from minutes.publication.actions.follow_ups import publish_follow_ups
from minutes.publication.actions.masked import is_named_in_files, masked_pdf, without
from minutes.publication.actions.masking import HIDDEN_HEADING, protected_names
from minutes.publication.actions.meetings import publish_meeting
from minutes.publication.facts import PARTS, facts_of
from minutes.publication.models import (
    PublishedAgendaPoint,
    PublishedItem,
    PublishedMeeting,
    PublishedMinutes,
)


@transaction.atomic
def publish_minutes(*, approval: Approval) -> PublishedMinutes | None:
    """Publish approved minutes from their frozen content; nothing before approval.

    Secret §§ show number and legal ground alone. With a protected name in the text the
    PDF is made anew without it, and says that it is a masked copy.
    """
    if approval.state != ApprovalState.APPROVED:
        return None
    meeting = publish_meeting(meeting=approval.meeting)
    if approval.is_secret:
        return publish_secret_minutes(approval, meeting)
    if not pass_gate(approval=approval, is_public=is_shown(approval)):
        return None
    names = protected_names(approval.meeting)
    masked = from_json(mask_names(approval.content, names))
    document = without(masked, left_out(approval))
    is_changed = to_json(document) != approval.content
    is_masked = is_changed or is_named_in_files(document, names)
    pdf_sha256 = (
        masked_pdf(approval, document) if is_masked else approval.document.sha256
    )
    published = _upsert(
        approval,
        meeting,
        html=render_html(document),
        pdf_sha256=pdf_sha256,
        akn_sha256=store_file(akoma_ntoso(document), "application/xml").sha256,
        is_masked=is_masked,
    )
    if is_newest(approval):
        publish_items(approval, published, document)
    link_notices(approval)
    record(approval, "publication.minutes_published", by=None)
    return published


def is_shown(approval: Approval) -> bool:
    """Say whether the minutes are public as it is."""
    shown = PublishedMinutes.objects.filter(source_id=approval.pk)
    return shown.filter(withdrawn_at__isnull=True).exists()


def link_notices(approval: Approval) -> None:
    """Have notices lead to minutes that came out after they were posted."""
    for notice in approval.first.notices.filter(posted_on__isnull=False):
        enqueue("publication.notice", notice)


def _upsert(
    approval: Approval, meeting: PublishedMeeting, **values: object
) -> PublishedMinutes:
    return publish_row(
        PublishedMinutes,
        {"source_id": approval.pk},
        {
            "meeting": meeting,
            "items_label": approval.items_label,
            "approved_on": approval.approved_on,
            "version": approval.version,
            "first_source_id": approval.first.pk,
            "corrections": mask_names(
                corrections_of(approval), protected_names(approval.meeting)
            ),
            "signed_sha256": approval.document.sha256,
            "final_on": final_on(approval),
            "withdrawn_at": None,
            **values,
        },
    )


def final_on(approval: Approval) -> date | None:
    """Return when the decisions gained legal force, once somebody confirmed it."""
    row = FinalConfirmation.objects.filter(approval=approval.first).first()
    return row.final_on if row else None


def corrections_of(approval: Approval) -> list[dict[str, str]]:
    """Return what a corrected version put right; of secret §§ only that it did."""
    if approval.is_secret:
        return []
    return [
        {
            "item": row.item.citation if row.item else "",
            "wrong": row.wrong,
            "right": row.right,
            "ground": row.ground,
            "day": f"{approval.frozen_at.astimezone(STOCKHOLM):%Y-%m-%d}",
            "by": str(approval.frozen_by or ""),
        }
        for row in approval.corrections.select_related("item__board", "item__meeting")
    ]


def is_newest(approval: Approval) -> bool:
    """Say whether no later version of the minutes is approved."""
    later = approval.first.versions.filter(
        state=ApprovalState.APPROVED, version__gt=approval.version
    )
    return not later.exists()


def publish_secret_minutes(
    approval: Approval, meeting: PublishedMeeting
) -> PublishedMinutes:
    """Publish that secret §§ were approved: number and legal ground, nothing else."""
    published = _upsert(
        approval, meeting, html="", pdf_sha256="", akn_sha256="", is_secret=True
    )
    for item in approval.first.items.select_related("board", "meeting"):
        _upsert_item(item, published, heading=f"{HIDDEN_HEADING} ({item.legal_ground})")
    return published


def publish_items(
    approval: Approval, published: PublishedMinutes, document: tree.Document
) -> None:
    """Publish each § by itself, for search."""
    items = approval.first.items.select_related("board", "meeting", "agenda_item__case")
    names = protected_names(approval.meeting)
    put_right = corrected(approval)
    for item in items.prefetch_related(*PARTS):
        section = document.section(item_key(item))
        page = _upsert_item(
            item,
            published,
            heading=section.title,
            dnr=item.case.dnr if item.case else "",
            case=publish_case(item.case, published.meeting.board)
            if item.case
            else None,
            facts=mask_names(facts_of(item, put_right.get(item.pk, ())), names),
            html=render_section(document, section.key),
            text=blocks_text(section.blocks),
        )
        publish_follow_ups(item, page, names)


def corrected(approval: Approval) -> dict[int, list[Correction]]:
    """Return what later versions have put right, by §, in their order."""
    found: dict[int, list[Correction]] = {}
    versions = approval.first.versions.filter(
        state=ApprovalState.APPROVED, version__lte=approval.version
    )
    rows = Correction.objects.filter(approval__in=versions, item__isnull=False)
    for row in rows.order_by("approval__version", "pk"):
        found.setdefault(cast("int", row.item_id), []).append(row)
    return found


def _upsert_item(
    item: MinutesItem, published: PublishedMinutes, **values: object
) -> PublishedItem:
    empty: dict[str, object] = {
        "dnr": "",
        "html": "",
        "text": "",
        "case": None,
        "facts": {},
    }
    return publish_row(
        PublishedItem,
        {"source_id": item.pk},
        {
            "minutes": published,
            "number": item.number,
            "citation": item.citation,
            "point": PublishedAgendaPoint.objects.filter(
                source_id=item.agenda_item_id
            ).first(),
            "withdrawn_at": None,
            **empty,
            **values,
        },
    )
