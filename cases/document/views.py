"""Registering a handling, and its own page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from boards.access.permissions import may
from boards.access.queries import fetch
from boards.shared.downloads import download
from boards.shared.files import store_file
from boards.shared.forms import act
from cases.case.queries import whole_cases
from cases.document import actions, forms
from cases.document.pages import document_history, gone
from cases.document.queries import disposal_ground, whole_documents
from cases.document.registry import panels

if TYPE_CHECKING:
    from django.http import FileResponse, HttpRequest, HttpResponse

    from boards.person.models import User
    from cases.case.models import Case
    from cases.document.models import Document


@login_required
def document_register(request: HttpRequest, case: int) -> HttpResponse:
    """Register a handling in an ärende, or keep it as a draft."""
    of = fetch(request.user, whole_cases(), "document.register", pk=case)
    form = forms.NewDocumentForm(request.POST or None, request.FILES or None)
    as_draft = "as_draft" in request.POST
    made = form.is_bound and act(
        form, lambda said: keep(of, said, request.user, as_draft=as_draft)
    )
    if made:
        said = _("Kept as a draft.") if as_draft else _("Registered as %(number)s.")
        messages.success(request, said % {"number": made.designation})
        return redirect(of)
    context = {"form": form, "case": of, "title": _("Register a document")}
    return render(request, "cases/document/form.html", context)


@transaction.atomic
def keep(case: Case, said: dict[str, Any], by: User, *, as_draft: bool) -> Document:
    """Store the file, if there is one, and register the handling or keep a draft."""
    upload = said.pop("file")
    if upload:
        said["file"] = store_file(upload.content, upload.media_type)
        said["file_name"] = upload.name
    if not as_draft:
        return actions.register_document(case=case, by=by, **said)
    actions.refuse_secret_draft(said.pop("legal_ground"))
    return actions.add_draft(case=case, by=by, **said)


@login_required
def document_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a handling with what the register says of it."""
    document = fetch(request.user, whole_documents(), "case.view", pk=pk)
    shown = [panel(request, document) for panel in panels]
    context = {
        "document": document,
        "case": document.case,
        "keeps": may(request.user, "document.register", document),
        "registering": forms.RegisterDraftForm(),
        "events": document_history(document),
        "ground": disposal_ground(document),
        "panels": [html for html in shown if html],
    }
    return render(request, "cases/document/detail.html", context)


@login_required
def document_file(request: HttpRequest, pk: int) -> FileResponse | HttpResponse:
    """Hand out the file of a handling, to be saved; 410 when it is disposed of."""
    document = fetch(request.user, whole_documents(), "case.view", pk=pk)
    if document.is_disposed:
        return gone(request, document)
    if document.file is None:
        raise Http404
    return download(document.file, document.file_name)


@login_required
def document_change(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct what the register says of a handling."""
    document = fetch(request.user, whole_documents(), "document.register", pk=pk)
    names = forms.DocumentForm.base_fields
    initial = {name: getattr(document, name) for name in names}
    form = forms.DocumentForm(request.POST or None, initial=initial)
    if form.is_bound and act(
        form,
        lambda said: actions.change_document(
            document=document, by=request.user, **said
        ),
    ):
        messages.success(request, _("Saved."))
        return redirect(document)
    return form_page(request, form, document, _("Change the register entry"))


@login_required
def document_attach(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a file to a handling."""
    document = fetch(request.user, whole_documents(), "document.register", pk=pk)
    sent = request.method == "POST"
    form = forms.AttachForm(request.POST, request.FILES) if sent else forms.AttachForm()
    if form.is_bound and act(
        form,
        lambda said: actions.attach_file(
            document=document, upload=said["file"], by=request.user
        ),
    ):
        messages.success(request, _("Saved."))
        return redirect(document)
    return form_page(request, form, document, _("Add a file"))


def form_page(
    request: HttpRequest, form: object, document: Document, title: str
) -> HttpResponse:
    """Show a form about a handling."""
    context = {
        "form": form,
        "document": document,
        "case": document.case,
        "title": title,
    }
    return render(request, "cases/document/form.html", context)


@login_required
@require_POST
def document_enter(request: HttpRequest, pk: int) -> HttpResponse:
    """Register a draft."""
    document = fetch(request.user, whole_documents(), "document.register", pk=pk)
    document = actions.register_draft(
        document=document,
        legal_ground=request.POST.get("legal_ground", "")[:60],
        by=request.user,
    )
    said = _("Registered as %(number)s.") % {"number": document.designation}
    messages.success(request, said)
    return redirect(document.case)


@login_required
@require_POST
def document_remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Throw a draft away."""
    document = fetch(request.user, whole_documents(), "document.register", pk=pk)
    actions.remove_draft(document=document, by=request.user)
    messages.success(request, _("The draft is removed."))
    return redirect(document.case)
