"""Building the agenda, its papers, and sending the kallelse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from boards.access.queries import fetch
from boards.shared.forms import act
from boards.shared.paper.pdf import render_pdf
from minutes.meeting import actions, forms
from minutes.meeting.agenda_snapshot import snapshot
from minutes.meeting.models import AgendaItem, AgendaPaper, Summons, SummonsRecipient
from minutes.meeting.pages import summons_page
from minutes.meeting.queries import to_be_called, with_agenda
from minutes.meeting.summons_paper import summons_document

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest


def items() -> QuerySet[AgendaItem]:
    """Return points with what permissions and pages ask."""
    return AgendaItem.objects.select_related("meeting__board", "case")


@login_required
def agenda_add(request: HttpRequest, pk: int) -> HttpResponse:
    """Put an ärende or a free point on the agenda."""
    meeting = fetch(request.user, with_agenda(), "meeting.plan", pk=pk)
    form = forms.AgendaItemForm(request.POST or None, meeting=meeting)
    item = form.is_bound and act(
        form,
        lambda said: actions.add_agenda_item(meeting=meeting, by=request.user, **said),
    )
    if item:
        messages.success(request, _("Added: %(heading)s") % {"heading": item.heading})
        again = "more" in request.POST
        return redirect("agenda-add", pk=pk) if again else redirect(meeting)
    context = {"form": form, "meeting": meeting, "board": meeting.board}
    context["title"] = _("Add a point")
    return render(request, "minutes/meeting/form.html", context)


@login_required
def agenda_item(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a point and its papers."""
    item = fetch(request.user, items(), "meeting.plan", pk=pk)
    initial = {
        "heading": item.heading,
        "kind": item.kind,
        "rapporteur": item.rapporteur,
        "section": item.section,
    }
    form = forms.AgendaItemChangeForm(request.POST or None, initial=initial)
    changed = form.is_bound and act(
        form,
        lambda said: actions.change_agenda_item(item=item, by=request.user, **said),
    )
    if changed:
        messages.success(request, _("Saved."))
        return redirect(item.meeting)
    return item_page(request, item, form, forms.PaperForm(item=item))


def item_page(
    request: HttpRequest, item: AgendaItem, form: object, adding: object
) -> HttpResponse:
    """Show a point with its papers."""
    papers = item.papers.select_related("document__case", "document__file")
    context = {"item": item, "form": form, "adding": adding, "papers": papers}
    return render(request, "minutes/meeting/item.html", context)


@login_required
@require_POST
def agenda_move(request: HttpRequest, pk: int) -> HttpResponse:
    """Move a point to the position that was asked for."""
    item = fetch(request.user, items(), "meeting.plan", pk=pk)
    asked = request.POST.get("to_position", "")
    target = int(asked) if asked.isdigit() else item.position
    actions.move_agenda_item(item=item, to_position=target, by=request.user)
    return redirect(f"{item.meeting.get_absolute_url()}#point-{item.pk}")


@login_required
@require_POST
def agenda_withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a point off the agenda."""
    item = fetch(request.user, items(), "meeting.plan", pk=pk)
    actions.withdraw_agenda_item(item=item, by=request.user)
    values = {"heading": item.heading}
    messages.success(request, _("Taken off the agenda: %(heading)s") % values)
    return redirect(item.meeting)


@login_required
@require_POST
def paper_add(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a handling under a point."""
    item = fetch(request.user, items(), "meeting.plan", pk=pk)
    adding = forms.PaperForm(request.POST, item=item)
    added = act(
        adding, lambda said: actions.add_paper(item=item, by=request.user, **said)
    )
    if added:
        return redirect("agenda-item", pk=pk)
    initial = {"heading": item.heading, "kind": item.kind}
    form = forms.AgendaItemChangeForm(initial=initial | {"rapporteur": item.rapporteur})
    return item_page(request, item, form, adding)


@login_required
@require_POST
def paper_remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a handling from a point."""
    papers = AgendaPaper.objects.select_related("agenda_item__meeting__board")
    paper = fetch(request.user, papers, "meeting.plan", pk=pk)
    actions.remove_paper(paper=paper, by=request.user)
    return redirect("agenda-item", pk=paper.agenda_item_id)


@login_required
def meeting_summons(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what would be sent to whom, and send it."""
    meeting = fetch(request.user, with_agenda(), "meeting.summon", pk=pk)
    page = summons_page(meeting)
    said = request.POST if request.method == "POST" else None
    form = forms.SummonsForm(said, is_late=page["is_late"])
    sent = form.is_bound and act(
        form,
        lambda said: actions.send_summons(meeting=meeting, by=request.user, **said),
    )
    if sent:
        messages.success(request, _("The summons is on its way."))
        return redirect(meeting)
    return render(request, "minutes/meeting/summons.html", page | {"form": form})


@login_required
@require_POST
def summons_retry(request: HttpRequest, pk: int) -> HttpResponse:
    """Mail one person's kallelse again."""
    rows = SummonsRecipient.objects.select_related("summons__meeting__board", "person")
    recipient = fetch(request.user, rows, "meeting.summon", pk=pk)
    actions.retry_summons_mail(recipient=recipient, by=request.user)
    return redirect(recipient.summons.meeting)


@login_required
def summons_preview(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the PDF as it would be sent."""
    meeting = fetch(request.user, with_agenda(), "meeting.summon", pk=pk)
    document = summons_document(meeting, snapshot(meeting), list(to_be_called(meeting)))
    return HttpResponse(render_pdf(document), content_type="application/pdf")


@login_required
def summons_file(request: HttpRequest, pk: int) -> HttpResponse:
    """Return a kallelse as it was sent."""
    kept = Summons.objects.select_related("meeting__board", "document")
    summons = fetch(request.user, kept, "summons.read", pk=pk)
    return HttpResponse(summons.document.read(), content_type="application/pdf")
