"""The app's models, gathered where Django looks."""

from finance.budget.models import (
    BudgetAmount,
    BudgetVersion,
    InvestmentProject,
    ProjectAmount,
)
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
from finance.ledger.sheets.models import SheetMapping
from finance.portal.models import PublishedReport
from finance.report.models import (
    CoveredBoard,
    DeficitFollowUp,
    DeficitReminder,
    InterimReport,
    ReportTable,
    TableRow,
)

__all__ = [
    "BudgetAmount",
    "BudgetVersion",
    "Control",
    "ControlCheck",
    "ControlDecision",
    "ControlMeasure",
    "ControlPlan",
    "ControlReminder",
    "ControlReport",
    "ControlRisk",
    "ControlSending",
    "CoveredBoard",
    "DeficitFollowUp",
    "DeficitReminder",
    "InterimReport",
    "InvestmentProject",
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
    "ProjectAmount",
    "PublishedReport",
    "ReportLine",
    "ReportTable",
    "ReportUnit",
    "SheetMapping",
    "TableRow",
    "Voucher",
    "VoucherRow",
]
