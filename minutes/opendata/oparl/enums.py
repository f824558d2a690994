"""The kinds of objects that OParl 1.1 knows."""

from enum import StrEnum

SCHEMA = "https://schema.oparl.org/1.1/"


class Kind(StrEnum):
    """A kind of object, by the last part of its type's address."""

    SYSTEM = "System"
    BODY = "Body"
    ORGANIZATION = "Organization"
    PERSON = "Person"
    MEMBERSHIP = "Membership"
    MEETING = "Meeting"
    AGENDA_ITEM = "AgendaItem"
    PAPER = "Paper"
    CONSULTATION = "Consultation"
    FILE = "File"
    LOCATION = "Location"
    TERM = "LegislativeTerm"

    @property
    def type(self) -> str:
        """What an object of this kind says that it is."""
        return f"{SCHEMA}{self.value}"

    @property
    def path(self) -> str:
        """How the kind is written in addresses."""
        return f"{self.value[0].lower()}{self.value[1:]}"


# What a body has a list of, in the order of its properties.
LISTED = (
    Kind.ORGANIZATION,
    Kind.PERSON,
    Kind.MEETING,
    Kind.PAPER,
    Kind.TERM,
    Kind.AGENDA_ITEM,
    Kind.CONSULTATION,
    Kind.FILE,
    Kind.LOCATION,
    Kind.MEMBERSHIP,
)
# The lists inside an object that `omit_internal` leaves out.
INTERNAL_LISTS = {
    Kind.AGENDA_ITEM: ("auxiliaryFile",),
    Kind.MEETING: ("auxiliaryFile", "agendaItem"),
    Kind.PAPER: ("auxiliaryFile", "location"),
    Kind.PERSON: ("membership",),
    Kind.BODY: ("legislativeTerm",),
}
