"""What the archive makes known when the app starts."""

from minutes.archive.queries import archived_meetings
from minutes.meeting import registry

registry.progress_marks.append(registry.ProgressMark("archived", archived_meetings))
