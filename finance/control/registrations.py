"""What internal control gives the ärende: the plan as a table of its §."""

from cases.case.registry import tables
from finance.control.tables import tables_of_cases

tables.append(tables_of_cases)
