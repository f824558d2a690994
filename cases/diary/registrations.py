"""The public rows follow the title and the secrecy of their ärende."""

from cases.case.models import Case
from cases.case.registry import after_change
from cases.diary.actions import publish_case_rows


def follow(case: Case) -> None:
    """Write the rows of an ärende anew."""
    publish_case_rows(case=case)


after_change.append(follow)
