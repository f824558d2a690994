"""The app's models, gathered where Django looks."""

from cases.case.models import Case
from cases.communication.models import Communication
from cases.delegation.models import DelegatedDecision
from cases.diary.models import DiaryRow
from cases.document.models import Document
from cases.preservation.models import FormatCheck
from cases.report.models import AccessibilityReport, AccessibilityStatement
from cases.retention.models import (
    Disposal,
    DisposalRow,
    Hold,
    RetentionPlan,
    RetentionRule,
)

__all__ = [
    "AccessibilityReport",
    "AccessibilityStatement",
    "Case",
    "Communication",
    "DelegatedDecision",
    "DiaryRow",
    "Disposal",
    "DisposalRow",
    "Document",
    "FormatCheck",
    "Hold",
    "RetentionPlan",
    "RetentionRule",
]
