"""What the ärenden make known when the app starts."""

from boards.integrity.checks import Check, checks
from cases.case.integrity import look_at_case_numbers

checks.append(Check("cases", look_at_case_numbers))
