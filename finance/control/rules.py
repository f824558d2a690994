"""Rules of internal control: the scale, the plan, its follow-up (KL 6:6; I-01 to I-05).

Pure: facts in, refusals out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from boards.shared.refusals import Refusal
from finance.control.enums import Grade, Level

LAW = "KL 6:6"
FEWEST_STEPS, MOST_STEPS = 2, 10
# A reminder so long before the day, and again and again so long after it.
BEFORE = (timedelta(days=14), timedelta(days=3))
AGAIN = timedelta(days=30)
# What an added row lacks is asked for so long after its beslut.
TIME_TO_COMPLETE = timedelta(days=30)

NEEDS_DEVIATION = frozenset({Grade.DEVELOP, Grade.UNDOCUMENTED})


@dataclass(frozen=True)
class Scale:
    """A board's scale in a year: steps, and the products from which a risk is graver.

    No steps at all: the board gives each risk a plain value.
    """

    likelihood: int = 0
    consequence: int = 0
    medium_from: int = 0
    high_from: int = 0

    @property
    def is_used(self) -> bool:
        """Whether the board multiplies likelihood and consequence."""
        return bool(self.likelihood or self.consequence)


@dataclass(frozen=True)
class RiskFacts:
    """A risk with its two steps, or the one value of a plan without a scale."""

    process: str
    likelihood: int | None = None
    consequence: int | None = None
    assessment: int | None = None

    @property
    def value(self) -> int | None:
        """The product, or the plain value; None while it is not assessed."""
        if self.likelihood is not None and self.consequence is not None:
            return self.likelihood * self.consequence
        return self.assessment


@dataclass(frozen=True)
class RowFacts:
    """A row of the plan: a risk and what is done to control it."""

    risk: RiskFacts
    moment: str = ""
    responsible: str = ""
    report_to: str = ""


@dataclass(frozen=True)
class CheckFacts:
    """A control as it was carried out, or not."""

    grade: Grade
    performed_on: date | None
    performer: str
    result: str
    deviation: str


def level(risk: RiskFacts, scale: Scale) -> Level | None:
    """Return how grave a risk is; a plain value says nothing of that (I-03)."""
    if risk.likelihood is None or risk.consequence is None:
        return None
    value = risk.likelihood * risk.consequence
    if value >= scale.high_from:
        return Level.HIGH
    return Level.MEDIUM if value >= scale.medium_from else Level.LOW


def blocks_scale(scale: Scale, risks: Iterable[RiskFacts]) -> list[Refusal]:
    """Refuse a scale that is none, or that risks already assessed fall off (I-03)."""
    if not scale.is_used:
        is_assessed = any(risk.likelihood for risk in risks)
        return [Refusal("control.scale_in_use", LAW)] if is_assessed else []
    found = []
    steps = (scale.likelihood, scale.consequence)
    for field, count in zip(("likelihood", "consequence"), steps, strict=True):
        if not FEWEST_STEPS <= count <= MOST_STEPS:
            values = {"fewest": FEWEST_STEPS, "most": MOST_STEPS}
            found.append(Refusal("control.scale_steps", LAW, values, f"{field}_labels"))
    highest = scale.likelihood * scale.consequence
    if not 1 < scale.medium_from < scale.high_from <= highest:
        values = {"highest": highest}
        found.append(Refusal("control.scale_limits", LAW, values, "high_from"))
    found += [
        Refusal("control.scale_in_use_by", LAW, {"process": risk.process})
        for risk in risks
        if (risk.likelihood or 0) > scale.likelihood
        or (risk.consequence or 0) > scale.consequence
    ]
    return found


def blocks_risk(risk: RiskFacts, scale: Scale) -> list[Refusal]:
    """Refuse a risk that is half assessed, doubly assessed or off the scale (I-03)."""
    found = []
    if not risk.process.strip():
        found.append(Refusal("control.no_process", LAW, field="process"))
    steps = (risk.likelihood, risk.consequence)
    if (steps[0] is None) != (steps[1] is None):
        field = "likelihood" if steps[0] is None else "consequence"
        found.append(Refusal("control.half_assessed", LAW, field=field))
    if risk.assessment is not None and steps != (None, None):
        found.append(Refusal("control.doubly_assessed", LAW, field="assessment"))
    fields = ("likelihood", "consequence")
    limits = (scale.likelihood, scale.consequence)
    for field, step, most in zip(fields, steps, limits, strict=True):
        if step is not None and not 1 <= step <= most:
            values = {"step": step, "most": most}
            code = "control.off_scale" if most else "control.no_scale"
            found.append(Refusal(code, LAW, values, field))
    return found


def missing(row: RowFacts) -> tuple[str, ...]:
    """Return what a row of the plan still lacks, by field (I-04)."""
    said = {
        "assessment": row.risk.value is not None,
        "moment": bool(row.moment.strip()),
        "responsible": bool(row.responsible.strip()),
        "report_to": bool(row.report_to.strip()),
    }
    return tuple(field for field, is_there in said.items() if not is_there)


def blocks_decision(citation: str, decided_on: date, today: date) -> list[Refusal]:
    """Refuse a beslut that cites no § or lies ahead."""
    found = []
    if "§" not in citation:
        found.append(Refusal("control.no_citation", field="citation"))
    if decided_on > today:
        found.append(Refusal("control.decided_ahead", field="decided_on"))
    return found


def blocks_adoption(rows: Sequence[RowFacts]) -> list[Refusal]:
    """Refuse to adopt a plan without rows, or with rows that are not finished (I-04).

    Only rows that the board itself adds by a beslut may be finished later.
    """
    if not rows:
        return [Refusal("control.no_rows", LAW)]
    return [
        Refusal("control.row_incomplete", LAW, {"process": row.risk.process})
        for row in rows
        if missing(row)
    ]


def blocks_completing(before: RowFacts, after: RowFacts) -> list[Refusal]:
    """Refuse to change by completing what the board has decided."""
    pairs = (
        ("process", before.risk.process, after.risk.process),
        ("likelihood", before.risk.likelihood, after.risk.likelihood),
        ("consequence", before.risk.consequence, after.risk.consequence),
        ("assessment", before.risk.assessment, after.risk.assessment),
        ("moment", before.moment, after.moment),
        ("responsible", before.responsible, after.responsible),
        ("report_to", before.report_to, after.report_to),
    )
    return [
        Refusal("control.needs_decision", LAW, field=field)
        for field, old, new in pairs
        if old not in {None, ""} and old != new
    ]


def blocks_check(check: CheckFacts, today: date) -> list[Refusal]:
    """Refuse a follow-up that says too little to stand on (I-05)."""
    found = []
    is_done = check.grade != Grade.NOT_PERFORMED
    if is_done and check.performed_on is None:
        found.append(Refusal("control.no_performed_on", LAW, field="performed_on"))
    if not is_done and check.performed_on is not None:
        found.append(Refusal("control.not_performed_day", LAW, field="performed_on"))
    if check.performed_on and check.performed_on > today:
        found.append(Refusal("control.performed_ahead", field="performed_on"))
    if is_done and not check.performer.strip():
        found.append(Refusal("control.no_performer", LAW, field="performer"))
    if not check.result.strip():
        code = "control.no_result" if is_done else "control.no_reason"
        found.append(Refusal(code, LAW, field="result"))
    if check.grade in NEEDS_DEVIATION and not check.deviation.strip():
        found.append(Refusal("control.no_deviation", LAW, field="deviation"))
    return found


def blocks_report(followed: Iterable[tuple[str, bool]]) -> list[Refusal]:
    """Refuse a report that is silent about controls of the plan (I-05).

    A control nobody carried out is reported as not performed, with the reason.
    """
    return [
        Refusal("control.not_followed", LAW, {"process": process})
        for process, is_followed in followed
        if not is_followed
    ]


def reminded_for(day: date, due: date, since: date) -> date | None:
    """Return which reminder's day has last come, before the due day and after it.

    Nobody is reminded of what they were given later than the reminder's day.
    """
    if day > due:
        rounds = (day - due).days // AGAIN.days
        return due + AGAIN * rounds + timedelta(days=1 if rounds == 0 else 0)
    steps = [due - before for before in BEFORE]
    return max((step for step in steps if since < step <= day), default=None)
