"""The pages of the §§: the whole meeting's minutes, and one § to work in."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from boards.access.queries import fetch
from boards.shared.forms import act
from minutes.item import actions, forms
from minutes.item.checks import missing_at_meeting
from minutes.item.enums import RoundMethod
from minutes.item.models import ItemSection, MinutesItem
from minutes.item.queries import minutes_rows, record_of
from minutes.item.service import ServiceMap
from minutes.item.views.page import SIMPLE_FORMS, item_page
from minutes.item.views.verbs import PARTS, ROW_PARTS, ROW_VERBS
from minutes.item.vote_form import VoteForm
from minutes.meeting.models import Meeting

if TYPE_CHECKING:
    from minutes.item.models import PropositionRound

REFUSED = 409


@login_required
@require_GET
def meeting_minutes(request: HttpRequest, pk: int) -> HttpResponse:
    """Show all §§ of a meeting, what they lack, and the way to each."""
    meetings = Meeting.objects.select_related("board__host", "secretary__person")
    meeting = fetch(request.user, meetings, "meeting.view", pk=pk)
    record = record_of(meeting)
    context = {
        "meeting": meeting,
        "rows": minutes_rows(record),
        "missing": missing_at_meeting(record),
    }
    return render(request, "minutes/item/meeting.html", context)


@login_required
@require_GET
def item_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the § with everything the secretary works on."""
    return item_page(request, item_for(request, pk))


def item_for(request: HttpRequest, pk: int) -> MinutesItem:
    """Return the § if the user may write it."""
    items = MinutesItem.objects.select_related("agenda_item__case", "meeting__board")
    return fetch(request.user, items, "item.edit", pk=pk)


def back(item: MinutesItem, anchor: str) -> HttpResponse:
    """Go back to the part that was worked on."""
    return redirect(f"{item.get_absolute_url()}#{anchor}")


@login_required
@require_POST
def item_part(request: HttpRequest, pk: int, part: str) -> HttpResponse:
    """Save one part of the §; what was typed stays when it is refused."""
    item = item_for(request, pk)
    if part not in PARTS:
        raise Http404
    name, carry_out = PARTS[part]
    service = ServiceMap(item.meeting).at(item)
    form = SIMPLE_FORMS[name](request.POST, item=item, service=service)
    if act(form, lambda data: carry_out(item, request.user, data)):
        return back(item, name)
    return item_page(request, item, {name: form}, REFUSED)


@login_required
@require_POST
def item_rows(request: HttpRequest, pk: int, part: str) -> HttpResponse:
    """Save a part that is rows of small forms."""
    item = item_for(request, pk)
    name, make, carry_out = ROW_PARTS[part]
    top = make(item, request.POST)
    if forms.act_on_rows(top, lambda data: carry_out(item, request.user, data)):
        return back(item, name)
    return item_page(request, item, {name: top}, REFUSED)


@login_required
@require_POST
def item_row(
    request: HttpRequest, pk: int, part: str, row: int, verb: str
) -> HttpResponse:
    """Do one thing with one row of a part."""
    item = item_for(request, pk)
    if (part, verb) not in ROW_VERBS:
        raise Http404
    relation, carry_out = ROW_VERBS[part, verb]
    carry_out(get_object_or_404(getattr(item, relation), pk=row), request.user)
    return back(item, "sections" if part == "avsnitt" else PARTS[part][0])


@login_required
@require_POST
def round_votes(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    """Note the votes of a round, and settle it."""
    item = item_for(request, pk)
    round_ = get_object_or_404(item.rounds, pk=row)
    service = ServiceMap(item.meeting).at(item)
    form = VoteForm(request.POST, item=item, service=service, round_=round_)
    if act(form, lambda data: note_votes(form, round_, request.user, data)):
        return back(item, "rounds")
    return item_page(request, item, {f"votes{row}": form}, REFUSED)


def note_votes(
    form: VoteForm, round_: PropositionRound, by: Any, data: dict[str, Any]
) -> PropositionRound:
    """Note what was answered, by name or in totals; then see what it settles."""
    if round_.method == RoundMethod.OPEN_VOTE:
        actions.record_votes(round_=round_, votes=form.votes(), by=by)
        return actions.settle_round(round_=round_, by=by)
    if form.is_election:
        return actions.count_election(round_=round_, count=form.count(), by=by)
    actions.record_totals(round_=round_, totals=form.totals(), by=by)
    return actions.settle_round(round_=round_, by=by, is_yes=forms.ANSWER[data["lot"]])


@login_required
@require_POST
def reservation_text(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    """Save the written text of a reservation."""
    item = item_for(request, pk)
    reservation = get_object_or_404(item.reservations, pk=row)
    service = ServiceMap(item.meeting).at(item)
    form = forms.ReservationTextForm(
        request.POST, item=item, service=service, reservation=reservation
    )
    write = actions.write_reservation
    if act(form, lambda data: write(reservation=reservation, by=request.user, **data)):
        return back(item, "reservations")
    return item_page(request, item, {f"reservation{row}": form}, REFUSED)


@login_required
@require_POST
def note_text(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    """Save what is noted, in other words."""
    item = item_for(request, pk)
    note = get_object_or_404(item.notes, pk=row)
    service = ServiceMap(item.meeting).at(item)
    form = forms.NoteTextForm(request.POST, item=item, service=service, note=note)
    write = actions.write_note
    if act(form, lambda data: write(note=note, by=request.user, **data)):
        return back(item, "notes")
    return item_page(request, item, {f"note{row}": form}, REFUSED)


def section_for(request: HttpRequest, pk: int) -> ItemSection:
    """Return the section if the user may write it."""
    sections = ItemSection.objects.select_related("item__board", "item__meeting__board")
    return fetch(request.user, sections, "item.edit", pk=pk)


@login_required
@require_POST
def section_save(request: HttpRequest, pk: int) -> HttpResponse:
    """Save a section: JSON for the page that saves by itself, a form for others."""
    section = section_for(request, pk)
    if request.content_type == "application/json":
        return section_autosave(request, section)
    form = forms.SectionForm(request.POST, auto_id=f"section-{pk}-%s")
    try:
        save = actions.save_section
        if act(form, lambda data: save(section=section, by=request.user, **data)):
            return back(section.item, f"section-{pk}")
    except actions.Conflict as both:
        return conflict_page(request, section, both)
    return item_page(request, section.item, {f"section{pk}": form}, REFUSED)


def section_autosave(request: HttpRequest, section: ItemSection) -> JsonResponse:
    """Answer the new version, or both texts when somebody else saved first."""
    sent = json.loads(request.body)
    try:
        saved = actions.save_section(
            section=section,
            body=str(sent["body"]),
            version=int(sent["version"]),
            by=request.user,
        )
    except actions.Conflict as both:
        return JsonResponse(both.as_json(), status=REFUSED)
    return JsonResponse({"version": saved.version, "saved_at": saved.updated_at})


def conflict_page(
    request: HttpRequest, section: ItemSection, both: actions.Conflict
) -> HttpResponse:
    """Show both texts; the own one is in the editor, ready to be saved knowingly."""
    form = forms.SectionForm(
        initial={"body": both.yours, "version": both.version},
        auto_id=f"section-{section.pk}-%s",
    )
    bound = {f"section{section.pk}": form, f"theirs{section.pk}": both.as_json()}
    return item_page(request, section.item, bound, REFUSED)
