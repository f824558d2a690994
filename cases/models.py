"""The app's models, gathered where Django looks."""

from cases.case.models import Case
from cases.communication.models import Communication
from cases.diary.models import DiaryRow
from cases.document.models import Document

__all__ = ["Case", "Communication", "DiaryRow", "Document"]
