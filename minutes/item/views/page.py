"""What the §'s page shows: its parts, their forms, and what is still missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.shortcuts import render

from minutes.item import forms
from minutes.item.actions.steps import blocks_change
from minutes.item.changes import Suggestion, suggestion_of
from minutes.item.checks import missing_in
from minutes.item.enums import RoundMethod
from minutes.item.facts import is_assembly
from minutes.item.queries import earlier_items, neighbours, record_of
from minutes.item.sentences import SECTION_HEADINGS
from minutes.item.vote_form import VoteForm
from minutes.item.wording import is_generated, text_of
from minutes.meeting.enums import AgendaKind, MeetingState

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from minutes.item.models import ItemSection, MinutesItem
    from minutes.item.queries import Record
    from minutes.item.service import Service

SIMPLE_FORMS = {
    "heading": forms.HeadingForm,
    "add_section": forms.AddSectionForm,
    "proposed": forms.ProposedForm,
    "floor": forms.FloorForm,
    "unput": forms.UnputForm,
    "rounds": forms.RoundForm,
    "called": forms.CallVoteForm,
    "reservations": forms.ReservationForm,
    "notes": forms.NoteForm,
    "aside": forms.AsideForm,
    "recusals": forms.RecusalForm,
    "recipients": forms.RecipientsForm,
    "appendices": forms.AppendixForm,
    "communications": forms.CommunicationsForm,
    "reported": forms.ReportedForm,
    "about": forms.AboutForm,
    "agreed": forms.AgreedForm,
    "cases": forms.CasesForm,
    "secrecy": forms.SecrecyForm,
}
# Points at which somebody is asked something.
ASKING = frozenset(
    {AgendaKind.INTERPELLATION, AgendaKind.QUESTION, AgendaKind.QUESTION_TIME}
)


@dataclass(frozen=True)
class SectionPart:
    """A section as the page shows it."""

    section: ItemSection
    heading: str
    form: forms.SectionForm
    is_generated: bool
    suggestion: Suggestion | None
    theirs: dict[str, str] | None = None


def item_page(
    request: HttpRequest,
    item: MinutesItem,
    bound: dict[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    """Answer with the page; forms in `bound` take the place of fresh ones."""
    record = record_of(item.meeting, [item])
    context = page_context(record, record.items[0], bound or {})
    return render(request, "minutes/item/edit.html", context, status=status)


def page_context(
    record: Record, item: MinutesItem, bound: dict[str, Any]
) -> dict[str, Any]:
    """Return everything the page's template names."""
    service = record.at(item)
    before, after = neighbours(item)
    return {
        **standing(item),
        "number": record.number(item),
        "service": service,
        "missing": missing_in(item, service),
        "before": before,
        "after": after,
        "sections": [
            section_part(record, item, row, bound) for row in item.sections.all()
        ],
        **rows_of(item, service, bound),
        "forms": part_forms(item, service, bound),
    }


def rows_of(
    item: MinutesItem, service: Service, bound: dict[str, Any]
) -> dict[str, Any]:
    """Return the rounds, reservations and notes, each with its form."""
    return {
        "rounds": [round_part(item, row, service, bound) for row in item.rounds.all()],
        "written": [
            (row, reservation_form(item, row, service, bound))
            for row in item.reservations.all()
        ],
        "noted": [
            (row, note_form(item, row, service, bound)) for row in item.notes.all()
        ],
    }


def standing(item: MinutesItem) -> dict[str, Any]:
    """Return what the § is and how far its meeting has come."""
    return {
        "item": item,
        "meeting": item.meeting,
        "is_frozen": bool(blocks_change(item)),
        "is_closed": item.meeting.state == MeetingState.CLOSED,
        "must_agree": item.agenda_item.is_late and is_assembly(item),
        "described": bool(item.reference or item.proposed_by or item.is_authority),
        "kind": item.agenda_item.kind,
        "is_asking": item.agenda_item.kind in ASKING,
    }


def part_forms(
    item: MinutesItem, service: Service, bound: dict[str, Any]
) -> dict[str, Any]:
    """Return one form per part, with what was typed where one was sent in."""
    made: dict[str, Any] = {
        name: form(item=item, service=service) for name, form in SIMPLE_FORMS.items()
    }
    made["basis"] = basis_form(item)
    made["earlier"] = earlier_form(item)
    made["asked"] = asked_form(item)
    made["decision"] = forms.DecisionForm(item)
    return {**made, **bound}


def basis_form(item: MinutesItem, data: Any = None) -> forms.RowsForm:
    """Return the rows of beslutsunderlag, with an empty one last."""
    rows = [
        {"document": row.document_id, "label": row.label} for row in item.basis.all()
    ]
    made = forms.BasisForms(
        data, initial=rows, prefix="basis", form_kwargs={"item": item}
    )
    return forms.RowsForm(made, data)


def earlier_form(item: MinutesItem, data: Any = None) -> forms.RowsForm:
    """Return the rows of where the matter was before; our own §§ are offered."""
    rows = [
        {"earlier": row.earlier_id, "label": row.label}
        for row in item.earlier_handlings.all()
    ]
    given = {"offer": list(earlier_items(item))}
    made = forms.EarlierForms(data, initial=rows, prefix="earlier", form_kwargs=given)
    return forms.RowsForm(made, data)


def asked_form(item: MinutesItem, data: Any = None) -> forms.RowsForm:
    """Return the rows of what was asked, with an empty one last."""
    names = list(forms.AskedForms.form.base_fields)
    rows = [
        {name: row.serializable_value(name) for name in names}
        for row in item.asked_questions.all()
    ]
    given = {"item": item}
    made = forms.AskedForms(data, initial=rows, prefix="asked", form_kwargs=given)
    return forms.RowsForm(made, data)


def section_part(
    record: Record, item: MinutesItem, section: ItemSection, bound: dict[str, Any]
) -> SectionPart:
    """Return a section with its form; one nobody worded shows what the data says."""
    follows_data = is_generated(section.kind) and not section.body
    body = text_of(record, item, section.kind) if follows_data else section.body
    fresh = forms.SectionForm(
        initial={"body": body, "version": section.version},
        auto_id=f"section-{section.pk}-%s",
    )
    return SectionPart(
        section=section,
        heading=section.heading or SECTION_HEADINGS.get(section.kind, ""),
        form=bound.get(f"section{section.pk}", fresh),
        is_generated=follows_data,
        suggestion=suggestion_of(record, item, section),
        theirs=bound.get(f"theirs{section.pk}"),
    )


def round_part(
    item: MinutesItem, row: Any, service: Service, bound: dict[str, Any]
) -> dict[str, Any]:
    """Return a question with the form that settles it."""
    is_vote = row.method != RoundMethod.ACCLAMATION
    form = None
    if is_vote:
        form = VoteForm(item=item, service=service, round_=row)
    return {"round": row, "is_vote": is_vote, "form": bound.get(f"votes{row.pk}", form)}


def reservation_form(
    item: MinutesItem, row: Any, service: Service, bound: dict[str, Any]
) -> Any:
    """Return the form for a reservation's written text."""
    fresh = forms.ReservationTextForm(item=item, service=service, reservation=row)
    return bound.get(f"reservation{row.pk}", fresh)


def note_form(item: MinutesItem, row: Any, service: Service, bound: Any) -> Any:
    """Return the form for what is noted."""
    fresh = forms.NoteTextForm(item=item, service=service, note=row)
    return bound.get(f"note{row.pk}", fresh)
