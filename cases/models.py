"""The app's models, gathered where Django looks."""

from cases.case.models import Case
from cases.communication.models import Communication
from cases.delegation.models import DelegatedDecision
from cases.diary.models import DiaryRow
from cases.document.models import Document

__all__ = ["Case", "Communication", "DelegatedDecision", "DiaryRow", "Document"]
