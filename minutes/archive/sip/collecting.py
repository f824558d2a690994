"""What a delivery holds, read from the diary, the minutes and their packages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.conf import settings

from boards.person.queries import protected_words
from boards.shared.clock import local
from boards.shared.masking import mask_names
from boards.shared.models import HistoryEvent
from cases.case.queries import whole_history
from cases.document.enums import Direction
from cases.preservation.queries import newest_checks
from minutes.archive.contents import as_json, event_row
from minutes.archive.holding import items_about
from minutes.archive.models import ArchivePackage
from minutes.archive.queries import with_package
from minutes.archive.sip.decisions import decided
from minutes.archive.sip.facts import (
    Aggregation,
    Agreement,
    Decision,
    Delivery,
    Event,
    PackageFile,
    Party,
    Profile,
    Record,
    Restriction,
    Signing,
    of_bytes,
    safe_name,
)
from minutes.archive.sip.files import DATA, members, stored_files
from minutes.archive.sip.models import ArchiveAgreement
from minutes.archive.sip.redacted import HAS, Copy, masked_copies, redacted
from minutes.dispatch.models import Dispatch
from minutes.item.models import MinutesItem
from minutes.meeting.roster import with_kind_of_place

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from boards.board.models import Board
    from cases.case.models import Case
    from cases.document.models import Document
    from cases.secrecy.models import SecrecyMark
    from minutes.approval.models import Approval

DIRECTIONS = {
    Direction.RECEIVED: ("incoming", "received", "sender"),
    Direction.DRAWN_UP: ("internal_memo_without_follow-up", "created", "creator"),
    Direction.SENT: ("outgoing", "sent", "recipient"),
}
DISPOSED = "Gallrad {day:%Y-%m-%d}"
LEFT_OUT = "Utelämnad: sekretess enligt {ground}"
JSON = "application/json"
MEETING = "sammanträde"


def agreement_of(board: Board) -> Agreement:
    """Return who delivers; unless agreed otherwise the board's host submits."""
    agreed = ArchiveAgreement.objects.filter(board=board).first()
    if agreed:
        names = [one.name for one in fields(Agreement)]
        return Agreement(**{name: getattr(agreed, name) for name in names})
    host = board.host
    return Agreement(
        creator=board.name,
        creator_number=host.organisation_number,
        submitter=with_kind_of_place(host.name),
        submitter_number=host.organisation_number,
    )


def profile() -> Profile:
    """Return what the e-archives of this installation ask for."""
    return Profile(settings.SIP_PROFILE, settings.SIP_CONTENT_TYPE)


def of_case(case: Case, agreement: Agreement) -> Delivery:
    """Return a closed ärende with its handlingar, decisions and what was done."""
    events = list(whole_history(case))
    made = events[-1].at if events else local(case.opened_on, 0)
    dispatches = dispatches_of(case)
    items = items_about([case.pk]).filter(number__isnull=False)
    papers = [
        of_bytes(
            "documentation/historik.json",
            "Historik",
            JSON,
            made,
            as_json([event_row(one) for one in events]),
        ),
        of_bytes(
            "documentation/expediering.json",
            "Expediering",
            JSON,
            made,
            as_json([dispatch_row(one) for one in dispatches]),
        ),
        what_was_decided(items, made, agreement),
    ]
    return Delivery(
        name=safe_name(f"{case.board.slug}-{case.year}-{case.number}"),
        title=f"{case.dnr} {case.title}",
        made_at=made,
        agreement=agreement,
        aggregations=(_case(case, agreement),),
        documentation=tuple(papers),
        events=tuple(_events(events, dispatches)),
        profile=profile(),
    )


def what_was_decided(
    items: QuerySet[MinutesItem], made: datetime, agreement: Agreement
) -> PackageFile:
    """Return the §§ as data, in a file of its own."""
    rows = decided(items, protected_words(), agreement)
    return of_bytes("documentation/beslut.json", "Beslut", JSON, made, as_json(rows))


def _case(case: Case, agreement: Agreement) -> Aggregation:
    closed = [("closed", case.closed_on)] if case.closed_on else []
    return Aggregation(
        key=case.dnr,
        kind="caseFile",
        title=case.title,
        dates=(("opened", case.opened_on), *closed),
        records=tuple(_records(case, agreement)),
        decisions=tuple(decisions_of(case)),
        officer=str(case.case_officer or ""),
        restriction=_restriction(case),
    )


def _restriction(mark: SecrecyMark) -> Restriction | None:
    if not mark.is_secret:
        return None
    return Restriction(mark.legal_ground, mark.marked_on)


def _records(case: Case, agreement: Agreement) -> Iterator[Record]:
    documents = list(case.documents.registered().select_related("file", "case"))
    checks, names = newest_checks(documents), protected_words()
    for one in documents:
        absence = _absence(one, agreement)
        number = one.act_number or 0
        files = () if absence else stored_files(one, number, checks.get(one.pk))
        yield replace(_document(one, names), absence=absence, files=files)


def _document(one: Document, names: list[str]) -> Record:
    direction, happened, party = DIRECTIONS[Direction(one.direction)]
    dates: list[tuple[str, date | datetime]] = [(happened, one.handled_on)]
    if one.dated_on:
        dates.append(("originated", one.dated_on))
    if one.registered_at:
        dates.append(("captured", one.registered_at))
    return Record(
        key=one.designation,
        number=one.act_number or 0,
        title=one.subject,
        kind=one.get_kind_display(),
        direction=direction,
        dates=tuple(dates),
        parties=tuple(_parties(one, party, names)),
        restriction=_restriction(one),
    )


def _parties(one: Document, kind: str, names: list[str]) -> Iterator[Party]:
    if one.counterparty:
        masked = mask_names(one.counterparty, names)
        yield Party(one.counterparty, kind, is_protected=masked != one.counterparty)


def _absence(one: Document, agreement: Agreement) -> str:
    if one.disposed_on:
        return DISPOSED.format(day=one.disposed_on)
    if one.is_secret and agreement.leaves_out_secret:
        return LEFT_OUT.format(ground=one.legal_ground)
    return ""


def decisions_of(case: Case) -> Iterator[Decision]:
    """Give the approved §§ that decided in the ärende."""
    items = items_about([case.pk]).filter(number__isnull=False)
    items = items.order_by("meeting__starts_at", "number")
    for item in items.prefetch_related("decision_points"):
        texts = [point.text for point in item.decision_points.all()]
        yield Decision(item.citation, item.meeting.held_on, tuple(texts))


def dispatches_of(case: Case) -> list[Dispatch]:
    """Return whom the extracts about an ärende went to."""
    items = items_about([case.pk]).values("pk")
    rows = Dispatch.objects.filter(extract__item__in=items, sent_at__isnull=False)
    rows = rows.select_related("extract__item__board", "extract__item__meeting")
    return list(rows.order_by("sent_at", "pk"))


def dispatch_row(one: Dispatch) -> dict[str, object]:
    """Return one row of the dispatch log."""
    return {
        "paragraf": one.extract.item.citation,
        "mottagare": one.name,
        "adress": one.email,
        "tid": one.sent_at.isoformat() if one.sent_at else None,
        "läge": one.state,
    }


def _events(events: list[HistoryEvent], dispatches: list[Dispatch]) -> Iterator[Event]:
    for one in events:
        name = str(one.by) if one.by else ""
        yield Event("registration", one.at, one.code, name)
    for sent in dispatches:
        if sent.sent_at:
            detail = f"{sent.extract.item.citation}: {sent.name}"
            yield Event("dissemination", sent.sent_at, detail)


def packages_of_year(board: Board, year: int) -> list[ArchivePackage]:
    """Return the packages of the year's approved minutes, in order."""
    rows = with_package().filter(
        approval__meeting__board=board, approval__meeting__starts_at__year=year
    )
    return list(rows.order_by("approval__meeting__starts_at", "approval__pk"))


def of_year(board: Board, year: int, agreement: Agreement) -> Delivery:
    """Return the year's minutes, each justering as it was put into its package."""
    packages = packages_of_year(board, year)
    made = max(one.built_at for one in packages)
    meetings: dict[int, list[ArchivePackage]] = {}
    for one in packages:
        meetings.setdefault(one.approval.meeting_id, []).append(one)
    keys = [one.approval_id for one in packages]
    events = HistoryEvent.objects.filter(
        model=packages[0].approval._meta.label, object_id__in=keys
    ).select_related("by__person")
    rows = [event_row(one) for one in events.order_by("pk")]
    items = MinutesItem.objects.filter(approval__in=keys)
    copies = masked_copies(packages)
    history = of_bytes(
        "documentation/historik.json", "Historik", JSON, made, as_json(rows)
    )
    return Delivery(
        name=safe_name(f"{board.slug}-protokoll-{year}"),
        title=f"{board.name}: protokoll {year}",
        made_at=made,
        agreement=agreement,
        aggregations=tuple(_meeting(some, copies) for some in meetings.values()),
        documentation=(history, what_was_decided(items, made, agreement)),
        events=tuple(_events(list(events.order_by("pk")), [])),
        profile=profile(),
    )


def _meeting(packages: list[ArchivePackage], copies: Mapping[int, Copy]) -> Aggregation:
    meeting = packages[0].approval.meeting
    decisions = [
        Decision(
            item.citation,
            meeting.held_on,
            tuple(point.text for point in item.decision_points.all()),
        )
        for one in packages
        for item in one.approval.items.order_by("number")
    ]
    return Aggregation(
        key=f"{meeting.board.prefix} {meeting.held_on:%Y-%m-%d}",
        kind=MEETING,
        title=f"Sammanträde {meeting.held_on:%Y-%m-%d}",
        dates=(("decision", meeting.held_on),),
        records=tuple(_approvals(packages, copies)),
        decisions=tuple(decisions),
    )


def _approvals(
    packages: list[ArchivePackage], copies: Mapping[int, Copy]
) -> Iterator[Record]:
    """Give each justering, and after all of them the masked copies of some."""
    last = len(packages)
    public: list[Record] = []
    for number, one in enumerate(packages, 1):
        record, copy = _approval(one.approval, one, number), copies.get(one.approval_id)
        if copy is None:
            yield record
            continue
        folder = f"{DATA}/{one.approval.meeting.held_on:%Y-%m-%d}-{number}"
        public.append(redacted(record, copy, folder, last + len(public) + 1))
        yield replace(record, relations=((HAS, public[-1].key),))
    yield from public


def _approval(approval: Approval, package: ArchivePackage, number: int) -> Record:
    signings = tuple(
        Signing(one.name, one.role, one.signature.signed_at)
        for one in approval.approvers.select_related("signature")
    )
    folder = f"{DATA}/{approval.meeting.held_on:%Y-%m-%d}-{number}"
    ground = next(
        (item.legal_ground for item in approval.items.all() if item.legal_ground), ""
    )
    return Record(
        key=approval.items_label,
        number=number,
        title=f"Protokoll {approval.items_label}",
        kind="Protokoll",
        direction="internal_memo_without_follow-up",
        dates=(("decision_date", approval.approved_on or package.built_at),),
        files=tuple(members(package, folder, signings)),
        parties=tuple(Party(one.name, "main_signatory") for one in signings),
        restriction=Restriction(ground) if ground else None,
    )
