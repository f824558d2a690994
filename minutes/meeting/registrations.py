"""What the meeting tells the diary: decisions taken in the nämnd's place come here."""

from cases.delegation import registry as delegation
from minutes.meeting.actions.reporting import report_decisions

delegation.after_registration.append(report_decisions)
