"""The meeting for those who are called: agenda and papers, on a phone first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header

from boards.access.queries import fetch
from cases.document.pages import gone
from minutes.meeting.enums import MeetingState
from minutes.meeting.models import AgendaPaper
from minutes.meeting.queries import with_agenda

if TYPE_CHECKING:
    from django.http import HttpRequest


@login_required
def assignment_meeting(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a called meeting's agenda and papers; a planned one is not out yet."""
    called = with_agenda().exclude(state=MeetingState.PLANNED)
    meeting = fetch(request.user, called, "summons.read", pk=pk)
    context = {
        "meeting": meeting,
        "points": meeting.agenda_items.all(),
        "summonses": meeting.summonses.select_related("document"),
    }
    return render(request, "minutes/meeting/assignment.html", context)


@login_required
def assignment_paper(request: HttpRequest, pk: int) -> HttpResponse:
    """Return a handling of a called meeting; secret ones too, after login."""
    papers = AgendaPaper.objects.select_related(
        "agenda_item__meeting__board", "document__file"
    ).exclude(agenda_item__meeting__state=MeetingState.PLANNED)
    paper = fetch(request.user, papers, "summons.read", pk=pk)
    if paper.document.is_disposed:
        return gone(request, paper.document)
    file = paper.document.file
    if file is None:
        raise Http404
    response = HttpResponse(file.read(), content_type=file.media_type)
    name = content_disposition_header(False, paper.document.file_name)
    response["Content-Disposition"] = name or "inline"
    return response
