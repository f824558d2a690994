"""Every number that an act sets, with the day it applies from and the paragraph."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction


class StatuteName(StrEnum):
    """What the number is for."""

    APPROVAL_DAYS = "approval_days"
    NOTICE_DAYS = "notice_days"
    APPEAL_WEEKS = "appeal_weeks"
    SUMMONS_DAYS = "summons_days"
    MEETING_REQUEST_SHARE = "meeting_request_share"
    REFERRAL_SHARE = "referral_share"
    CITIZEN_PROPOSAL_MONTHS = "citizen_proposal_months"
    INTERIM_REPORT_MONTHS = "interim_report_months"
    LEDGER_YEARS = "ledger_years"


@dataclass(frozen=True)
class Statute:
    """One number, its law, and the days it applies (`valid_to` included)."""

    name: StatuteName
    value: int | Fraction
    law: str
    valid_from: date
    valid_to: date | None = None

    def applies_on(self, day: date) -> bool:
        """Say whether the number is law that day."""
        return self.valid_from <= day and (
            self.valid_to is None or day <= self.valid_to
        )

    @property
    def whole(self) -> int:
        """The number as a count of days, weeks or months."""
        return int(self.value)


KL_1991 = date(1992, 1, 1)
KL_1991_END = date(2017, 12, 31)
KL_2017 = date(2018, 1, 1)
LKBR = date(2019, 1, 1)
THIRD = Fraction(1, 3)

STATUTES: tuple[Statute, ...] = (
    Statute(StatuteName.APPROVAL_DAYS, 14, "KL (1991:900) 5:61", KL_1991, KL_1991_END),
    Statute(StatuteName.APPROVAL_DAYS, 14, "KL 5:69", KL_2017),
    Statute(StatuteName.NOTICE_DAYS, 2, "KL (1991:900) 5:62", KL_1991, KL_1991_END),
    Statute(StatuteName.NOTICE_DAYS, 2, "KL 8:12", KL_2017),
    Statute(StatuteName.APPEAL_WEEKS, 3, "KL (1991:900) 10:6", KL_1991, KL_1991_END),
    Statute(StatuteName.APPEAL_WEEKS, 3, "KL 13:5", KL_2017),
    Statute(StatuteName.SUMMONS_DAYS, 7, "KL (1991:900) 5:8", KL_1991, KL_1991_END),
    Statute(StatuteName.SUMMONS_DAYS, 7, "KL 5:13", KL_2017),
    Statute(StatuteName.MEETING_REQUEST_SHARE, THIRD, "KL 6:23", KL_2017),
    Statute(StatuteName.REFERRAL_SHARE, THIRD, "KL 5:50", KL_2017),
    Statute(StatuteName.CITIZEN_PROPOSAL_MONTHS, 12, "KL 5:35", KL_2017),
    Statute(StatuteName.INTERIM_REPORT_MONTHS, 2, "LKBR 13:1", LKBR),
    Statute(StatuteName.LEDGER_YEARS, 7, "LKBR 3 kap.", LKBR),
)

# The oldest day for which statutory dates can be told.
FIRST_DAY = min(row.valid_from for row in STATUTES)


def statute(name: StatuteName, day: date) -> Statute:
    """Return the number that is law on a day; `LookupError` when none is known."""
    for row in STATUTES:
        if row.name == name and row.applies_on(day):
            return row
    message = f"no {name} known on {day}"
    raise LookupError(message)
