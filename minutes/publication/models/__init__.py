"""What the public may see: snapshots, already masked, with no link to live rows.

`source_id` remembers which row a snapshot came from as a plain number, so that no query
of a public page can reach what was not published.
"""

from minutes.publication.models.follow_ups import PublishedFollowUp
from minutes.publication.models.meetings import (
    PublishedAgendaPoint,
    PublishedAnnouncement,
    PublishedCase,
    PublishedMeeting,
    PublishedPaper,
)
from minutes.publication.models.minutes import PublishedItem, PublishedMinutes
from minutes.publication.models.notices import PublishedNotice, PublishedProclamation
from minutes.publication.models.registers import (
    PublishedBoard,
    PublishedMunicipality,
    PublishedPerson,
    PublishedSeat,
)

__all__ = [
    "PublishedAgendaPoint",
    "PublishedAnnouncement",
    "PublishedBoard",
    "PublishedCase",
    "PublishedFollowUp",
    "PublishedItem",
    "PublishedMeeting",
    "PublishedMinutes",
    "PublishedMunicipality",
    "PublishedNotice",
    "PublishedPaper",
    "PublishedPerson",
    "PublishedProclamation",
    "PublishedSeat",
]
