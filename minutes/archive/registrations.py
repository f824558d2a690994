"""What the archive makes known when the app starts."""

from boards.integrity.checks import Check, checks
from cases.retention import registry as retention
from minutes.archive.holding import approved_cases, held_cases, held_documents
from minutes.archive.integrity import look_at_packages
from minutes.archive.queries import archived_meetings
from minutes.archive.renewal.integrity import look_at_stamps
from minutes.archive.sip.deliveries import delivered_cases
from minutes.archive.sip.integrity import look_at_deliveries
from minutes.meeting import registry

registry.progress_marks.append(registry.ProgressMark("archived", archived_meetings))
retention.case_holds.append(held_cases)
retention.document_holds.append(held_documents)
retention.approvals.append(approved_cases)
checks.append(Check("packages", look_at_packages))
checks.append(Check("deliveries", look_at_deliveries))
checks.append(Check("stamps", look_at_stamps))
retention.deliveries.append(delivered_cases)
