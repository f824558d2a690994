"""The controller's screens of the ledger."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from boards.access.enums import Role
from boards.access.queries import boards_with_role, fetch
from boards.shared.downloads import download
from boards.shared.forms import act
from finance.ledger import actions, forms, queries
from finance.ledger.models import LedgerFile, LedgerUpload
from finance.ledger.rules import from_json
from finance.ledger.texts import explain, reading_sentence

UPLOADS = LedgerUpload.objects.select_related("board", "uploaded_by", "ledger_file")
FILES = LedgerFile.objects.select_related("board", "file", "imported_by")


@login_required
def ledger_list(request: HttpRequest) -> HttpResponse:
    """List the imported files, and take a new one."""
    boards = boards_with_role(request.user, Role.CONTROLLER, Role.SECRETARY)
    form = forms.UploadForm(
        request.POST or None, request.FILES or None, boards=boards.order_by("name")
    )
    upload = act(
        form,
        lambda data: actions.upload_ledger(
            order=form.order(), stream=data["file"], by=request.user
        ),
    )
    if upload:
        return redirect(upload)
    context = {
        "files": queries.visible_files(request.user),
        "uploads": queries.open_uploads(request.user)[:10],
        "form": form if boards.exists() else None,
    }
    return render(request, "finance/ledger/list.html", context)


@login_required
def ledger_upload(request: HttpRequest, pk: int) -> HttpResponse:
    """Tell how an upload goes, or everything that stopped it."""
    upload = fetch(request.user, UPLOADS, "ledger.view", pk=pk)
    return render(request, "finance/ledger/upload.html", context_of(upload))


@login_required
def ledger_progress(request: HttpRequest, pk: int) -> HttpResponse:
    """Return the part of the page that changes while the file is read."""
    upload = fetch(request.user, UPLOADS, "ledger.view", pk=pk)
    return render(request, "finance/ledger/_progress.html", context_of(upload))


def context_of(upload: LedgerUpload) -> dict[str, object]:
    """Return an upload with its problems in words."""
    problems = [from_json(said) for said in upload.problems]
    return {
        "upload": upload,
        "problems": [(one.line, explain(one)) for one in problems],
        "left": upload.problem_count - len(problems),
    }


@login_required
def ledger_file(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what a file says: of itself, by account class, for which months."""
    file = fetch(request.user, FILES, "ledger.view", pk=pk)
    context = {
        "file": file,
        "reading": reading_sentence(file.reading, file.ground),
        "totals": queries.class_totals(file.pk),
        "months": queries.spans_of(file),
        "may_download": request.user.has_perm("ledger.import", file),
    }
    return render(request, "finance/ledger/file.html", context)


@login_required
def ledger_download(request: HttpRequest, pk: int) -> FileResponse:
    """Hand out the file as it came; its texts may name people."""
    file = fetch(request.user, FILES, "ledger.import", pk=pk)
    return download(file.file, file.name)
