"""The verbs of the gate: let through, consider, decide, confirm, withdraw, end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import models, transaction

from boards.access.permissions import require
from boards.shared.clock import now, today
from boards.shared.history import record
from boards.shared.outbox import enqueue, handlers
from boards.shared.refusals import Refusal, refuse_if
from cases.document.models import Document
from minutes.privacy import rules
from minutes.privacy.enums import TRANSITIONS, Choice, GateState, Ground, Step
from minutes.privacy.findings import Found, packed, with_choices
from minutes.privacy.models import Publication, PublicationDecision
from minutes.privacy.queries import last_decision, versions_of
from minutes.privacy.reading import names_protected
from minutes.privacy.registry import take_down
from minutes.privacy.screening import screened
from minutes.privacy.titles import found_in_titles

if TYPE_CHECKING:
    from boards.person.models import Person, User
    from cases.case.models import Case
    from minutes.approval.models import Approval
    from minutes.meeting.models import Meeting


@dataclass(frozen=True)
class Said:
    """What somebody says at the gate: a choice for each finding by its place."""

    shown_sha256: str
    ground: str
    choices: Mapping[int, str] = field(default_factory=dict)
    reason: str = ""
    ends_on: date | None = None


@transaction.atomic
def pass_gate(*, approval: Approval, is_public: bool) -> bool:
    """Say whether approved minutes may be published; those with nothing to weigh may.

    The first time they are looked through. Minutes that were public before there was
    a gate stay so until somebody withdraws them.
    """
    row, is_new = Publication.objects.select_for_update().get_or_create(
        approval=approval, defaults={"board": approval.board, "since": now()}
    )
    if is_new:
        found = screened(row)
        row.findings = packed(found)
        row.save(update_fields=["findings"])
        is_clear = all(one.choice != Choice.NONE for one in found) and (
            not found or has_been_decided(row)
        )
        if is_clear or is_public:
            ground = Ground.STANDING if is_clear else Ground.EARLIER
            move(row, Step.PUBLISH, by=None, ground=ground)
    return row.state == GateState.PUBLISHED


def has_been_decided(row: Publication) -> bool:
    """Say whether all that was found was decided for an earlier version already."""
    before = {
        one.identity
        for version in versions_of(row)
        if version.pk != row.pk and version.state == GateState.PUBLISHED
        for one in version.found
    }
    return all(one.identity in before for one in row.found)


@transaction.atomic
def consider(*, document: Document, by: User | None) -> Publication:
    """Take a handling to the gate: without a decision it is not published (D-17)."""
    require(by, "publication.decide", document)
    refuse_if(
        []
        if document.is_registered and document.kept_file
        else [Refusal("privacy.nothing_to_publish")]
    )
    row, is_new = Publication.objects.select_for_update().get_or_create(
        document=document, defaults={"board": document.board, "since": now()}
    )
    if is_new or row.state != GateState.PUBLISHED:
        row.findings = packed(screened(row))
        row.save(update_fields=["findings"])
    if is_new:
        record(row, "privacy.considered", by=by)
    return row


@transaction.atomic
def look_at_titles(*, meeting: Meeting) -> Publication | None:
    """Look an agenda's titles through; what is found is masked until it is decided.

    Nothing waits for it: a kungörelse has its day (KL 5:13). What was chosen before
    still holds, and something new has to be decided.
    """
    row = Publication.objects.select_for_update().filter(meeting=meeting).first()
    before = {one.identity: one.choice for one in row.found} if row else {}
    found = found_in_titles(meeting)
    if row is not None and {one.identity for one in found} == before.keys():
        return row
    # What nobody has looked at a second time does not count yet.
    is_decided = row is not None and row.state != GateState.CHECKING
    found = with_choices(found, before if is_decided else {})
    is_open = any(one.choice == Choice.NONE for one in found)
    if row is None and not is_open:
        return None
    row = row or Publication(meeting=meeting, board=meeting.board, since=now())
    row.findings = packed(found)
    if is_open:
        row.state, row.since, row.ends_on = GateState.WAITING, now(), None
    row.save()
    record(row, "privacy.considered", by=None)
    if not is_open and row.state == GateState.WAITING:
        move(row, Step.PUBLISH, by=None, ground=Ground.STANDING)
    return row


@transaction.atomic
def publish(*, publication: Publication, said: Said, by: User | None) -> Publication:
    """Decide what of a document is published and on which ground (D-17).

    Where the board wants a second pair of eyes it waits for those.
    """
    require(by, "publication.decide", publication)
    row = Publication.objects.lock(publication.pk)
    found = [
        replace(one, choice=Choice(said.choices.get(place, one.choice)))
        for place, one in enumerate(row.found)
    ]
    refuse_if(blocks_by_disposal(row))
    refuse_if(rules.blocks_publishing(facts_of(row, found, said)))
    row.findings, row.ends_on = packed(found), said.ends_on
    needs_check = row.board.regulations_on(today()).publication_checked
    move(
        row,
        Step.PUBLISH,
        to=GateState.CHECKING if needs_check else None,
        by=by,
        ground=said.ground,
        reason=said.reason.strip(),
        ends_on=said.ends_on,
    )
    carry_out(row)
    return row


def blocks_by_disposal(row: Publication) -> list[Refusal]:
    """Refuse what is disposed of; the lock makes a disposal and this one wait."""
    if row.document_id is None:
        return []
    document = Document.objects.select_for_update().get(pk=row.document_id)
    return [Refusal("privacy.nothing_to_publish")] if document.is_disposed else []


def facts_of(row: Publication, found: list[Found], said: Said) -> rules.PublishFacts:
    """Return a decision as the rules see it."""
    return rules.PublishFacts(
        state=GateState(row.state),
        chosen=tuple(
            rules.Chosen(one.kind, one.choice, f"choice_{place}")
            for place, one in enumerate(found)
        ),
        ground=said.ground,
        ends_on=said.ends_on,
        today=today(),
        is_same=said.shown_sha256 == row.shown_sha256,
        is_file=row.is_file,
        is_secret=is_secret(row.document),
        names_protected=bool(row.document and names_protected(row.document)),
    )


def is_secret(document: Document | None) -> bool:
    """Say whether a handling, or its ärende, is marked secret."""
    return document is not None and (document.is_secret or document.case.is_secret)


@transaction.atomic
def confirm(
    *, publication: Publication, shown_sha256: str, by: User | None
) -> Publication:
    """Look a second time, as somebody else, and let it be published."""
    require(by, "publication.decide", publication)
    row = Publication.objects.lock(publication.pk)
    first = last_decision(row)
    refuse_if(
        rules.blocks_confirming(
            state=GateState(row.state),
            decided_by=first.decided_by_id if first else None,
            by=by.pk if by else None,
            is_same=shown_sha256 == row.shown_sha256,
        )
    )
    move(row, Step.CONFIRM, by=by, confirms=first, ends_on=row.ends_on)
    carry_out(row)
    return row


@transaction.atomic
def withdraw(*, publication: Publication, reason: str, by: User | None) -> Publication:
    """Take a document back: gone from every page when this is committed.

    Every version of minutes goes, since they say the same. A tombstone stays, and a
    new decision may publish it anew.
    """
    require(by, "publication.decide", publication, reason)
    rows = [Publication.objects.lock(one.pk) for one in versions_of(publication)]
    asked = next(row for row in rows if row.pk == publication.pk)
    state = GateState(asked.state)
    refuse_if(rules.blocks_withdrawing(state=state, reason=reason))
    for row in rows:
        if row.state == GateState.PUBLISHED:
            row.ends_on = None
            if row.meeting_id is not None:
                row.findings = packed(all_masked(row))
            move(row, Step.WITHDRAW, by=by, reason=reason.strip())
            tell(row)
    return asked


@transaction.atomic
def end_ground(*, publication: Publication) -> Publication:
    """Take personal data offline whose ground has ended: masked, or the whole file."""
    row = Publication.objects.lock(publication.pk)
    if not (row.state == GateState.PUBLISHED and rules.is_over(row.ends_on, today())):
        return row
    row.ends_on = None
    if row.is_file:
        move(row, Step.END, to=GateState.WITHDRAWN, by=None)
        tell(row)
        return row
    row.findings = packed(all_masked(row))
    move(row, Step.END, by=None)
    carry_out(row)
    return row


@transaction.atomic
def follow_secrecy(*, document: Document) -> None:
    """Take back at once what shows a handling that was marked secret (OSL 8:1)."""
    if not document.is_secret:
        return
    shown = models.Q(document=document) | models.Q(
        approval__items__appendices__document=document
    )
    reason = f"{document.designation}: {document.legal_ground}"
    for row in Publication.objects.filter(shown).distinct().order_by("pk"):
        withdraw_if_public(row, reason)
        for version in versions_of(row):
            look_again(version)


@transaction.atomic
def follow_case(*, case: Case) -> None:
    """Take back the files of an ärende that was marked secret (OSL 8:1)."""
    if case.is_secret:
        for row in Publication.objects.filter(document__case=case).order_by("pk"):
            withdraw_if_public(row, f"{case.dnr}: {case.legal_ground}")


def all_masked(row: Publication) -> list[Found]:
    """Return what was found, all of it masked."""
    return [replace(one, choice=Choice.MASK) for one in row.found]


def withdraw_if_public(row: Publication, reason: str) -> None:
    """Take a document back if any of its versions is published."""
    for version in versions_of(row):
        if version.state == GateState.PUBLISHED:
            withdraw(publication=version, reason=reason, by=None)
            return


@transaction.atomic
def follow_protection(*, person: Person) -> None:
    """Take back at once the files that name somebody now protected (OSL 21:3)."""
    if not person.is_protected:
        return
    files = Publication.objects.filter(
        document__isnull=False, state=GateState.PUBLISHED
    )
    for row in files.order_by("pk"):
        if row.document is not None and names_protected(row.document):
            withdraw(publication=row, reason="OSL 21:3", by=None)


def look_again(row: Publication) -> None:
    """Look a document through once more, after what it holds was marked."""
    row = Publication.objects.lock(row.pk)
    row.findings = packed(screened(row))
    row.save(update_fields=["findings"])


def move(
    row: Publication,
    step: Step,
    *,
    by: User | None,
    to: GateState | None = None,
    **said: Any,
) -> PublicationDecision:
    """Write a decision, and where it leaves the document."""
    row.state = to or TRANSITIONS[GateState(row.state), step]
    row.since = now()
    row.save(update_fields=["state", "since", "findings", "ends_on"])
    decision = row.decisions.create(
        step=step, findings=row.findings, decided_by=by, decided_at=row.since, **said
    )
    record(row, f"privacy.{step}", by=by, reason=said.get("reason", ""))
    return decision


def carry_out(row: Publication) -> None:
    """Have what was decided shown, where something shows it.

    What is masked in one version of minutes is masked in the others as well.
    """
    kind = "publication.paper" if row.is_file else "publication.minutes"
    kind = "publication.meeting" if row.meeting_id is not None else kind
    if row.state != GateState.PUBLISHED or kind not in handlers:
        return
    for version in versions_of(row):
        shown = version.approval or version.document or version.meeting
        if version.state == GateState.PUBLISHED and shown is not None:
            enqueue(kind, shown)


def tell(row: Publication) -> None:
    """Have the document taken down before the withdrawal is committed."""
    for take in take_down:
        take(row)
