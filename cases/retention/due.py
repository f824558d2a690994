"""Which handlingar are due for disposal on a day, and what stands against each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Count, Q, QuerySet

from boards.shared.clock import STOCKHOLM
from boards.shared.refusals import Refusal
from boards.shared.texts import sentence
from cases.case.enums import CaseState
from cases.document.models import Document
from cases.retention import registry, rules
from cases.retention.enums import Outcome, RowState, StartEvent
from cases.retention.models import DisposalRow, Hold, RetentionPlan, RetentionRule
from cases.retention.queries import KINDS, plan_in_force
from cases.retention.words import ground_of

if TYPE_CHECKING:
    from boards.board.models import Board

Found = dict[int, list[Refusal]]


@dataclass(frozen=True)
class Due:
    """A handling, the rule that decides about it, and what the rule comes to."""

    document: Document
    rule: RetentionRule | None
    verdict: rules.Verdict

    @property
    def ground(self) -> str:
        """What its disposal rests on, in words."""
        return ground_of(self.rule) if self.rule else ""

    @property
    def reasons(self) -> list[str]:
        """Everything that stands against it, in words."""
        return [sentence(refusal) for refusal in self.verdict.blocks]


@dataclass(frozen=True)
class DueList:
    """What is due in a board on a day; `unruled` is what no rule says anything of."""

    on: date
    plan: RetentionPlan | None
    rows: tuple[Due, ...]
    unruled: tuple[tuple[str, int], ...]

    @property
    def ready(self) -> list[Due]:
        """What may go."""
        return [row for row in self.rows if row.verdict.is_ready(self.on)]

    @property
    def blocked(self) -> list[Due]:
        """What something stands against."""
        return [row for row in self.rows if row.verdict.blocks]


def whole_documents() -> QuerySet[Document]:
    """Return handlingar with what a judgement of them needs."""
    return Document.objects.select_related("case__board", "file")


def due(board: Board, on: date, *, with_preserved: bool = False) -> DueList:
    """Return what is due in a board on a day, the oldest first, with what blocks it.

    What is preserved is listed once an e-archive has it, or when it is asked for.
    """
    plan = plan_in_force(board, on)
    kept = whole_documents().filter(
        act_number__isnull=False, case__board=board, disposal__isnull=True
    )
    ruled = list(plan.rules.all()) if plan else []
    closed = kept.filter(case__state=CaseState.CLOSED)
    unruled = closed.exclude(kind__in=[rule.kind for rule in ruled])
    rows = list(kept.filter(_may_be_due(ruled, on, with_preserved))) if ruled else []
    found = [one for one in judged(rows, plan) if one.verdict.is_due(on)]
    if not with_preserved:
        found = [one for one in found if not _waits_for_archive(one)]
    found.sort(key=lambda one: (one.verdict.due_on, one.document.pk))
    counts = unruled.order_by().values_list("kind").annotate(rows=Count("pk"))
    named = sorted((str(KINDS[kind]), count) for kind, count in counts)
    return DueList(on, plan, tuple(found), tuple(named))


def _waits_for_archive(one: Due) -> bool:
    stays = {"retention.not_delivered", "retention.minutes_stay"}
    return any(refusal.code in stays for refusal in one.verdict.blocks)


def _may_be_due(ruled: Iterable[RetentionRule], on: date, with_preserved: bool) -> Q:
    """Return the handlingar among which those due are: the rule decides day by day."""
    found = Q(pk__in=[])
    for rule in ruled:
        if rule.outcome == Outcome.PRESERVE and not (
            with_preserved or registry.deliveries
        ):
            continue
        latest = rules.after_years(on, -(rule.years or 0))
        begun = {
            StartEvent.CASE_CLOSED: Q(case__closed_on__lte=latest),
            StartEvent.REGISTERED: Q(registered_at__date__lte=latest),
            StartEvent.MINUTES_APPROVED: Q(registered_at__date__lte=on),
        }
        found |= Q(kind=rule.kind) & begun[StartEvent(rule.start)]
    return found


def judged(
    documents: Sequence[Document],
    plan: RetentionPlan | None,
    *,
    within: int | None = None,
) -> list[Due]:
    """Say of each handling when it is due and what stands against it.

    `within` is the disposal being carried out: being part of that is no hindrance.
    """
    rows_of_plan = plan.rules.select_related("plan") if plan else ()
    ruled = {rule.kind: rule for rule in rows_of_plan}
    keys = [row.pk for row in documents]
    cases = {row.case_id for row in documents}
    against = holds_against(documents, within)
    approved = _approved(cases)
    delivered = {pk for ask in registry.deliveries for pk in ask(cases)}
    if not keys:
        return []
    made = []
    for row in documents:
        facts = rules.DocumentFacts(
            kind=row.kind,
            registered_on=row.registered_at.astimezone(STOCKHOLM).date(),
            closed_on=row.case.closed_on,
            approved_on=approved.get(row.case_id),
            is_delivered=row.case_id in delivered,
            holds=tuple(against[row.pk]),
        )
        rule_of = ruled.get(row.kind)
        said = rule_of.facts() if rule_of else None
        verdict = rules.verdict(facts, said, has_plan=plan is not None)
        made.append(Due(row, rule_of, verdict))
    return made


def _approved(cases: Collection[int]) -> dict[int, date]:
    found: dict[int, date] = {}
    for ask in registry.approvals:
        for pk, day in ask(cases).items():
            found[pk] = max(day, found.get(pk, day))
    return found


def holds_against(documents: Sequence[Document], within: int | None = None) -> Found:
    """Return all that stands against each handling but the plan itself (R-02)."""
    found: Found = defaultdict(list)
    keys = [row.pk for row in documents]
    cases = {row.case_id for row in documents}
    of_case: Found = defaultdict(list)
    for ask in registry.case_holds:
        _add(of_case, ask(cases))
    for ask in registry.document_holds:
        _add(found, ask(keys))
    _add(found, _records(keys))
    _add(found, _in_disposals(keys, within))
    for hold in Hold.objects.standing().filter(case__in=cases):
        values = {"why": hold.get_kind_display(), "reason": hold.reason}
        refusal = Refusal("retention.held", "", values)
        if hold.document_id is None:
            of_case[hold.case_id].append(refusal)
        else:
            found[hold.document_id].append(refusal)
    return defaultdict(
        list, {row.pk: [*of_case[row.case_id], *found[row.pk]] for row in documents}
    )


def _add(to: Found, more: Mapping[int, Sequence[Refusal]]) -> None:
    for pk, refusals in more.items():
        to[pk].extend(refusals)


def _records(keys: Collection[int]) -> Found:
    """A gallringsprotokoll stays for ever, whatever its kind (arkivlagen 10 §)."""
    rows = Document.objects.filter(pk__in=keys, record_of__isnull=False)
    refusal = Refusal("retention.is_record", rules.LAW)
    return {pk: [refusal] for pk in rows.values_list("pk", flat=True)}


def _in_disposals(keys: Collection[int], within: int | None) -> Found:
    rows = DisposalRow.objects.filter(document__in=keys, state=RowState.PROPOSED)
    rows = rows.exclude(disposal=within)
    refusal = Refusal("retention.proposed_already")
    return {pk: [refusal] for pk in rows.values_list("document", flat=True)}
