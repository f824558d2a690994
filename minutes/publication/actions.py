"""Publishing: live rows go in, masked snapshots come out; never the other way."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.html import escape
from pypdf import PdfReader

from boards.board.models import Board, Municipality
from boards.person.models import Person
from boards.person.queries import protected_words, words_of
from boards.shared.clock import STOCKHOLM, now
from boards.shared.files import store_file
from boards.shared.history import record
from boards.shared.issued.actions import About, issue
from boards.shared.issued.enums import IssuedKind
from boards.shared.masking import mask_names
from boards.shared.paper import tree
from boards.shared.paper.html import render_html, render_section
from boards.shared.paper.pdf import render_pdf
from boards.shared.paper.store import from_json
from boards.shared.paper.text import blocks_text
from boards.shared.published.snapshots import publish_row
from cases.diary.actions import publish_person_rows
from minutes.approval.enums import ApprovalState
from minutes.approval.models import Approval
from minutes.item.models import MinutesItem
from minutes.meeting.enums import AgendaKind, MeetingState
from minutes.meeting.models import AgendaItem, Meeting
from minutes.pdf.attached import attached
from minutes.pdf.documents import files_of
from minutes.pdf.keys import item_key
from minutes.publication.models import (
    PublishedAgendaPoint,
    PublishedAnnouncement,
    PublishedBoard,
    PublishedItem,
    PublishedMeeting,
    PublishedMinutes,
    PublishedMunicipality,
)

# Words of the published documents themselves, whatever the reader's language.
HIDDEN_HEADING = "Sekretess"
MASKED_COPY = (
    "Maskerad kopia. Skyddade uppgifter är borttagna. Den undertecknade handlingen har"
    " kontrollsumman (SHA-256) {sha256}."
)
APPENDIX_LEFT_OUT = (
    "Bilagan ingår inte i den maskerade kopian. Den prövas och lämnas ut på begäran."
)


@transaction.atomic
def publish_registers(*, board: Board) -> PublishedBoard:
    """Publish a board's and its municipalities' names and addresses."""
    municipalities = [publish_municipality(row) for row in board.municipalities()]
    published = publish_row(
        PublishedBoard,
        {"source_id": board.pk},
        {
            "slug": board.slug,
            "name": board.name,
            "prefix": board.prefix,
            "email": board.email,
            "notice_of_appeal": board.regulations_on(now().date()).notice_of_appeal,
        },
    )
    published.municipalities.set(municipalities)
    return published


def publish_municipality(municipality: Municipality) -> PublishedMunicipality:
    """Publish a municipality's name and how to reach it."""
    return publish_row(
        PublishedMunicipality,
        {"source_id": municipality.pk},
        {
            "slug": municipality.slug,
            "name": municipality.name,
            "email": municipality.email,
            "phone": municipality.phone,
            "address": municipality.address,
            "website": municipality.website,
        },
    )


@transaction.atomic
def publish_meeting(*, meeting: Meeting) -> PublishedMeeting:
    """Publish when and where a meeting is; its agenda once it has been summoned."""
    board = publish_registers(board=meeting.board)
    is_called = meeting.state not in {MeetingState.PLANNED, MeetingState.CANCELLED}
    published = publish_row(
        PublishedMeeting,
        {"source_id": meeting.pk},
        {
            "board": board,
            "starts_at": meeting.starts_at,
            "held_on": meeting.held_on,
            "place": mask_names(meeting.place, protected_names(meeting)),
            "is_cancelled": meeting.state == MeetingState.CANCELLED,
            "agenda": public_agenda(meeting) if is_called else [],
        },
    )
    publish_announcement(meeting, published)
    return published


def publish_announcement(meeting: Meeting, published: PublishedMeeting) -> None:
    """Publish the last kungörelse with the points it named, on each board here."""
    announcement = meeting.announcements.last()
    if announcement is None:
        return
    for municipality in meeting.board.municipalities():
        if not municipality.is_served_here:
            continue
        publish_row(
            PublishedAnnouncement,
            {
                "meeting": published,
                "municipality": publish_municipality(municipality),
            },
            {
                "source_id": announcement.pk,
                "announced_at": announcement.announced_at,
                "agenda": public_agenda(meeting, announcement.points),
                "has_moved": announcement.has_moved,
            },
        )


def public_agenda(
    meeting: Meeting, only: set[int] | None = None
) -> list[dict[str, Any]]:
    """Return the agenda with secret points as a neutral heading (KL 6:25, KL-17).

    `only` leaves out the points that a kungörelse did not name.
    """
    points = (
        meeting.agenda_items.filter(withdrawn_at__isnull=True)
        .exclude(kind=AgendaKind.OPENING)
        .select_related("case", "item")
    )
    names = protected_names(meeting)
    shown: list[dict[str, Any]] = [
        _public_point(point) for point in points if only is None or point.pk in only
    ]
    masked: list[dict[str, Any]] = mask_names(shown, names)
    return masked


def _public_point(point: AgendaItem) -> dict[str, Any]:
    is_secret = point.item.is_secret or bool(point.case and point.case.is_secret)
    return {
        "heading": HIDDEN_HEADING if is_secret else point.heading,
        "dnr": point.case.dnr if point.case else "",
    }


def protected_names(meeting: Meeting) -> list[str]:
    """Return what points protected people out, and the family names of those present.

    Running text says "Bergs (S) tilläggsförslag": a family name alone points somebody
    out only where the person took part (D-20).
    """
    present = Person.objects.filter(is_protected=True, attendances__meeting=meeting)
    return [*protected_words(), *(person.family_name for person in present)]


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
    names = protected_names(approval.meeting)
    content = mask_names(approval.content, names)
    document = from_json(content)
    is_masked = content != approval.content or is_named_in_files(document, names)
    pdf_sha256 = (
        masked_pdf(approval, document) if is_masked else approval.document.sha256
    )
    published = _upsert(
        approval,
        meeting,
        html=render_html(document),
        pdf_sha256=pdf_sha256,
        is_masked=is_masked,
    )
    if is_newest(approval):
        publish_items(approval, published, document)
    record(approval, "publication.minutes_published", by=None)
    return published


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
            **values,
        },
    )


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


def masked_pdf(approval: Approval, document: tree.Document) -> str:
    """Make the public copy and return its hash.

    Appendices that are files of their own are left out: nobody has masked those.
    """
    note = tree.paragraph(APPENDIX_LEFT_OUT)
    appendices = tuple(
        replace(one, pdf=b"", sha256="", blocks=(note,)) if not one.blocks else one
        for one in document.appendices
    )
    said = MASKED_COPY.format(sha256=approval.document.sha256)
    public = replace(
        document,
        blocks=(tree.paragraph(said), *document.blocks),
        appendices=appendices,
    )
    pdf = render_pdf(public, attachments=attached(public))
    about = About(
        kind=IssuedKind.PUBLIC_COPY,
        source=approval,
        board=approval.board,
        day=approval.meeting.held_on,
        is_public=True,
        items_label=approval.items_label,
        minutes=approval.pk,
    )
    issue(pdf, about)
    return store_file(pdf, "application/pdf").sha256


def is_named_in_files(document: tree.Document, names: list[str]) -> bool:
    """Say whether an appendix that is a PDF of its own holds a protected name."""
    if not names:
        return False
    texts = [pdf_text(content) for content in files_of(document).values()]
    return bool(mask_names(texts, names) != texts)


def pdf_text(content: bytes) -> str:
    """Return the text of a PDF as its reader sees it."""
    pages = PdfReader(BytesIO(content)).pages
    return "\n".join(page.extract_text() for page in pages)


def publish_secret_minutes(
    approval: Approval, meeting: PublishedMeeting
) -> PublishedMinutes:
    """Publish that secret §§ were approved: number and legal ground, nothing else."""
    published = _upsert(approval, meeting, html="", pdf_sha256="", is_secret=True)
    for item in approval.first.items.select_related("board", "meeting"):
        _upsert_item(item, published, heading=f"{HIDDEN_HEADING} ({item.legal_ground})")
    return published


def publish_items(
    approval: Approval, published: PublishedMinutes, document: tree.Document
) -> None:
    """Publish each § by itself, for search."""
    items = approval.first.items.select_related("board", "meeting", "agenda_item__case")
    for item in items:
        section = document.section(item_key(item))
        _upsert_item(
            item,
            published,
            heading=section.title,
            dnr=item.case.dnr if item.case else "",
            html=render_section(document, section.key),
            text=blocks_text(section.blocks),
        )


def _upsert_item(
    item: MinutesItem, published: PublishedMinutes, **values: str
) -> PublishedItem:
    empty = {"dnr": "", "html": "", "text": ""}
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
            **empty,
            **values,
        },
    )


@transaction.atomic
def publish_person(*, person: Person) -> None:
    """Publish anew what somebody is named in, after their protection changed (D-20)."""
    publish_person_rows(person=person)
    named = Q()
    for word in [*words_of(person), person.family_name]:
        named |= Q(html__icontains=escape(word))
    shown = PublishedMinutes.objects.filter(named | Q(is_masked=True))
    approvals = Approval.objects.filter(
        Q(meeting__attendances__person=person)
        | Q(pk__in=list(shown.values_list("source_id", flat=True))),
        state=ApprovalState.APPROVED,
    )
    for approval in approvals.distinct():
        publish_minutes(approval=approval)
    name = person.family_name
    meetings = Meeting.objects.filter(
        Q(agenda_items__heading__icontains=name) | Q(place__icontains=name)
    )
    for meeting in meetings.distinct():
        publish_meeting(meeting=meeting)
