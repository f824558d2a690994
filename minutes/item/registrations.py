"""What the room of the §§ tells the meeting."""

from boards.integrity.checks import Check, checks
from cases.case import registry as cases
from minutes.item.deciding import decisions_in, first_meetings
from minutes.item.drafts import Drafts, start_from
from minutes.item.integrity import look_at_item_numbers
from minutes.item.reporting import list_decisions
from minutes.item.returning import sent_on
from minutes.meeting import registry

registry.draft_keepers.append(Drafts())
registry.after_proposal.append(start_from)
registry.reporting.append(list_decisions)
registry.returning.append(sent_on)
cases.decisions.append(decisions_in)
cases.first_meetings.append(first_meetings)
checks.append(Check("items", look_at_item_numbers))
