"""What may be asked at a meeting, of whom (KL 5:59–64)."""

from dataclasses import dataclass

from boards.shared.refusals import Refusal
from minutes.item.enums import AskedKind

# Kinds only an assembly knows, with the law that gives them.
OF_ASSEMBLY = {AskedKind.INTERPELLATION: "KL 5:59", AskedKind.QUESTION: "KL 5:63"}


@dataclass(frozen=True)
class AskedFacts:
    """A question that was put: as what, by whom, to whom, and its words."""

    kind: str
    asked_by: str
    asked_to: str
    text: str
    answered_by: str = ""
    answer: str = ""


def blocks_asking(row: int, facts: AskedFacts, *, is_assembly: bool) -> list[Refusal]:
    """Find what is wrong with a question, each at its field (KL 5:59–64)."""
    law = OF_ASSEMBLY.get(AskedKind(facts.kind), "")
    of_assembly = facts.kind in OF_ASSEMBLY
    values = {"row": row}
    asked = (
        (of_assembly and not is_assembly, "asked.only_assembly", "kind"),
        (not facts.asked_by.strip(), "asked.by_nobody", "asked_by"),
        (of_assembly and not facts.asked_to.strip(), "asked.to_nobody", "asked_to"),
        (not facts.text.strip(), "asked.no_text", "text"),
        (
            bool(facts.answer.strip()) and not facts.answered_by.strip(),
            "asked.answered_by_nobody",
            "answered_by",
        ),
    )
    return [Refusal(code, law, values, field) for wrong, code, field in asked if wrong]
