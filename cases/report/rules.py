"""What an accessibility statement, and a report against it, must tell."""

from __future__ import annotations

from dataclasses import dataclass

from boards.shared.refusals import Refusal
from cases.report.enums import Compliance

LONGEST_REPORT = 5000


@dataclass(frozen=True)
class StatementFacts:
    """A statement as the rules see it."""

    compliance: str
    deficiencies: str
    burden: str
    burden_assessment: str
    board_has_regulations: bool


def blocks_statement(facts: StatementFacts) -> list[Refusal]:
    """Refuse a statement that leaves out what it has to say (DOS-lagen 12–13 §§)."""
    found = []
    if facts.burden.strip() and not facts.burden_assessment.strip():
        found.append(
            Refusal(
                "accessibility.no_assessment", "DOS 12 §", field="burden_assessment"
            )
        )
    lacks = facts.deficiencies.strip() or facts.burden.strip()
    if facts.compliance != Compliance.FULL and not lacks:
        found.append(
            Refusal("accessibility.no_deficiencies", "DOS 13 §", field="deficiencies")
        )
    if facts.compliance == Compliance.FULL and lacks:
        found.append(Refusal("accessibility.not_full", "DOS 13 §", field="compliance"))
    if not facts.board_has_regulations:
        found.append(Refusal("accessibility.no_regulations", field="board"))
    return found


def blocks_report(text: str) -> list[Refusal]:
    """Refuse a report that says nothing, or more than one page holds."""
    if not text.strip():
        return [Refusal("accessibility.no_text", field="text")]
    if len(text) > LONGEST_REPORT:
        return [
            Refusal(
                "accessibility.too_long", "", {"most": LONGEST_REPORT}, field="text"
            )
        ]
    return []
