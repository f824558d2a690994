"""The pages of tables: what the columns of a file mean, and the mappings kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.files.storage import default_storage
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from boards.access.enums import Role
from boards.access.queries import boards_with_role, fetch
from boards.shared.forms import act
from finance.ledger.enums import UploadState
from finance.ledger.models import LedgerUpload
from finance.ledger.sheets import actions
from finance.ledger.sheets.columns import blocks_headings, guessed
from finance.ledger.sheets.forms import MappingForm
from finance.ledger.sheets.models import SheetMapping
from finance.ledger.sheets.tables import Unread, first_rows, open_table
from finance.ledger.sie.facts import Wrong
from finance.ledger.texts import explain

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from finance.ledger.sheets.tables import Cells

UPLOADS = LedgerUpload.objects.select_related("board", "file", "uploaded_by")
MAPPINGS = SheetMapping.objects.select_related("board", "saved_by")


@login_required
def sheet_columns(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask what the columns of an uploaded table mean, and have it read."""
    upload = fetch(request.user, UPLOADS, "ledger.import", pk=pk)
    if upload.state != UploadState.UNNAMED:
        return redirect(upload)
    headings, rows, fault = looked_at(upload)
    if fault:
        context = {"upload": upload, "fault": fault}
        return render(request, "finance/ledger/unread.html", context)
    form = MappingForm(
        request.POST or None,
        headings=headings,
        known=guessed(headings),
        initial={"name": upload.name.rpartition(".")[0][:100]},
    )
    done = act(form, lambda data: _save(request, upload, form, data["name"], headings))
    if done:
        return redirect(done)
    context = {"upload": upload, "form": form, "headings": headings, "rows": rows}
    return render(request, "finance/ledger/columns.html", context)


def looked_at(upload: LedgerUpload) -> tuple[list[str], list[Cells], str]:
    """Return a file's headings and first rows, or why it is no table."""
    try:
        with default_storage.open(upload.file.path) as stored:
            headings = open_table(stored).headings
            rows = first_rows(stored)
    except Wrong as no:
        return [], [], explain(no)
    faults = blocks_headings(headings)
    shown = [["" if isinstance(c, Unread) else c for c in cells] for cells in rows]
    return headings, shown, explain(faults[0]) if faults else ""


def _save(
    request: HttpRequest,
    upload: LedgerUpload,
    form: MappingForm,
    name: str,
    headings: list[str],
) -> LedgerUpload:
    mapping = actions.save_mapping(
        board=upload.board,
        name=name,
        columns=form.columns(),
        headings=headings,
        by=request.user,
    )
    return actions.read_by(upload=upload, mapping=mapping, by=request.user)


@login_required
def sheet_mappings(request: HttpRequest) -> HttpResponse:
    """List the mappings of the boards whose ledger the user reads in."""
    boards = boards_with_role(request.user, Role.CONTROLLER, Role.SECRETARY)
    context = {"mappings": MAPPINGS.filter(board__in=boards)}
    return render(request, "finance/ledger/mappings.html", context)


@login_required
def sheet_mapping(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what the columns mean."""
    mapping = fetch(request.user, MAPPINGS, "ledger.import", pk=pk)
    form = MappingForm(
        request.POST or None,
        headings=mapping.headings,
        known=mapping.columns,
        initial={"name": mapping.name},
    )
    form.submit_label = _("Save")
    done = act(
        form,
        lambda data: actions.save_mapping(
            board=mapping.board,
            name=data["name"],
            columns=form.columns(),
            headings=mapping.headings,
            by=request.user,
            mapping=mapping,
        ),
    )
    if done:
        messages.success(request, _("The mapping is saved."))
        return redirect("sheet-mappings")
    context = {"mapping": mapping, "form": form}
    return render(request, "finance/ledger/mapping.html", context)


@login_required
@require_POST
def sheet_remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a mapping away."""
    mapping = fetch(request.user, MAPPINGS, "ledger.import", pk=pk)
    actions.remove_mapping(mapping=mapping, by=request.user)
    messages.success(request, _("The mapping is removed."))
    return redirect("sheet-mappings")
