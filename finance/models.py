"""The app's models, gathered where Django looks."""

from finance.chart.models import Mapping, ReportLine, ReportUnit
from finance.control.models import (
    Control,
    ControlCheck,
    ControlDecision,
    ControlMeasure,
    ControlPlan,
    ControlReminder,
    ControlReport,
    ControlRisk,
    ControlSending,
)
from finance.ledger.models import (
    LedgerAccount,
    LedgerBalance,
    LedgerDimension,
    LedgerFile,
    LedgerMonth,
    LedgerObject,
    LedgerUpload,
    LedgerYear,
    MonthAmount,
    Voucher,
    VoucherRow,
)
from finance.portal.models import PublishedReport
from finance.report.models import InterimReport, ReportTable, TableRow

__all__ = [
    "Control",
    "ControlCheck",
    "ControlDecision",
    "ControlMeasure",
    "ControlPlan",
    "ControlReminder",
    "ControlReport",
    "ControlRisk",
    "ControlSending",
    "InterimReport",
    "LedgerAccount",
    "LedgerBalance",
    "LedgerDimension",
    "LedgerFile",
    "LedgerMonth",
    "LedgerObject",
    "LedgerUpload",
    "LedgerYear",
    "Mapping",
    "MonthAmount",
    "PublishedReport",
    "ReportLine",
    "ReportTable",
    "ReportUnit",
    "TableRow",
    "Voucher",
    "VoucherRow",
]
