"""What the pages of the gate show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from boards.access.permissions import may
from boards.shared.models import HistoryEvent
from minutes.privacy.enums import Choice, FindingKind, GateState
from minutes.privacy.models import Publication
from minutes.privacy.queries import decisions_of, last_decision

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.forms import BoundField

    from minutes.meeting.models import Meeting
    from minutes.privacy.findings import Found
    from minutes.privacy.forms import PublishForm, WithdrawForm

KINDS = {
    FindingKind.PERSONAL_NUMBER: _("Personal number"),
    FindingKind.EMAIL: _("E-mail address"),
    FindingKind.PHONE: _("Telephone number"),
    FindingKind.ADDRESS: _("Address"),
    FindingKind.NAME: _("Name"),
    FindingKind.SECRECY: _("Secrecy"),
    FindingKind.SECRET_DOCUMENT: _("Appendix marked secret"),
    FindingKind.UNREADABLE: _("File without text that can be read"),
}
CHOICES = {
    Choice.NONE: ("waiting", _("Not chosen")),
    Choice.PUBLISH: ("active", _("Is published")),
    Choice.MASK: ("calm", _("Masked")),
}
TONES = {
    GateState.WAITING: "waiting",
    GateState.CHECKING: "waiting",
    GateState.PUBLISHED: "done",
    GateState.WITHDRAWN: "alarm",
}
# Kinds for which the law has chosen.
FIXED = {
    FindingKind.PERSONAL_NUMBER: "dataskyddslagen 3:10",
    FindingKind.SECRET_DOCUMENT: "OSL 8:1",
}
# So many places are shown at once; the others unfold.
FIRST_PLACES = 3


def is_fixed(found: Found) -> bool:
    """Say whether the law has chosen already (D-18, OSL 8:1)."""
    return found.kind in FIXED


@dataclass(frozen=True)
class Row:
    """One finding as the page shows it."""

    found: Found
    field: BoundField | None = None

    @property
    def kind(self) -> Any:
        """What it looks like, in words."""
        return KINDS[self.found.kind]

    @property
    def chosen(self) -> tuple[str, Any]:
        """What is chosen, with its tone."""
        return CHOICES[self.found.choice]

    @property
    def law(self) -> str:
        """Why there is nothing to choose."""
        return FIXED.get(self.found.kind, "")

    @property
    def first(self) -> Any:
        """The first places it stands in."""
        return self.found.places[:FIRST_PLACES]

    @property
    def others(self) -> Any:
        """The places that unfold."""
        return self.found.places[FIRST_PLACES:]


def rows_of(publication: Publication, form: PublishForm | None = None) -> list[Row]:
    """Return the findings, each with its field when there is a choice to make."""
    return [
        Row(one, form[name] if form and name in form.fields else None)
        for place, one in enumerate(publication.found)
        for name in [f"choice_{place}"]
    ]


def gate_page(
    publication: Publication,
    user: Any,
    form: PublishForm | None,
    withdrawing: WithdrawForm,
) -> dict[str, Any]:
    """Return what the page of a document at the gate shows."""
    decision = last_decision(publication)
    may_decide = may(user, "publication.decide", publication)
    is_checking = publication.state == GateState.CHECKING
    is_own = bool(decision and decision.decided_by_id == user.pk)
    return {
        "publication": publication,
        "tone": TONES[GateState(publication.state)],
        "rows": rows_of(publication, form),
        "chosen_rows": rows_of(publication),
        "form": form if may_decide else None,
        "blocked": blocked(publication),
        "may_confirm": may_decide and is_checking and not is_own,
        "is_own": is_checking and is_own,
        "withdrawing": withdrawing,
        "may_withdraw": may_decide and publication.state == GateState.PUBLISHED,
        "decision": decision,
        "decisions": decisions_of(publication),
        "events": events_of(publication),
    }


def blocked(publication: Publication) -> bool:
    """Say whether a file holds what is never published, and so stays here."""
    return publication.is_file and any(is_fixed(one) for one in publication.found)


def events_of(publication: Publication) -> QuerySet[HistoryEvent]:
    """Return what was done at the gate, the latest first."""
    label = Publication._meta.label
    rows = HistoryEvent.objects.filter(model=label, object_id=publication.pk)
    return rows.select_related("by__person").order_by("-at", "-pk")


def gate_panel(meeting: Meeting, user: Any) -> dict[str, Any] | None:
    """Return the minutes of a meeting that wait at the gate, or were withdrawn."""
    about = Publication.objects.filter(meeting=meeting)
    about |= Publication.objects.filter(approval__meeting=meeting)
    rows = about.exclude(state=GateState.PUBLISHED)
    shown = list(rows.select_related("approval__meeting__board", "meeting__board"))
    if not shown or not may(user, "publication.view", meeting):
        return None
    return {"publications": [(row, TONES[GateState(row.state)]) for row in shown]}
