"""The app's models, gathered where Django looks."""

from finance.report.models import InterimReport, ReportTable, TableRow

__all__ = ["InterimReport", "ReportTable", "TableRow"]
