"""The pages of deliveries to an e-archive."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from boards.access.enums import Role
from boards.access.queries import boards_with_role, fetch
from boards.board.models import Board
from boards.shared.downloads import download
from boards.shared.forms import act
from cases.case.models import Case
from minutes.archive.sending.actions import send_package
from minutes.archive.sending.targets import targets
from minutes.archive.sip import deliveries, queries
from minutes.archive.sip.browsing import folder_of
from minutes.archive.sip.collecting import agreement_of
from minutes.archive.sip.forms import AgreementForm, ReceiptFileForm, ReceiptForm
from minutes.archive.sip.receipts import LONGEST

if TYPE_CHECKING:
    from django.http import FileResponse, HttpRequest, HttpResponse

ROWS, FILES = 30, 100
BOARDS = Board.objects.select_related("host", "archive_agreement")


@login_required
def sip_list(request: HttpRequest) -> HttpResponse:
    """Show what can be delivered, and what has been."""
    if not boards_with_role(request.user, Role.ARCHIVIST, Role.SECRETARY).exists():
        raise PermissionDenied
    pages = Paginator(queries.packages_of(request.user), ROWS)
    context = {
        "boards": queries.boards_to_agree(request.user),
        "cases": queries.cases_to_deliver(request.user)[:ROWS],
        "years": queries.years_to_deliver(request.user),
        "page": pages.get_page(request.GET.get("page")),
    }
    return render(request, "minutes/archive/sip_list.html", context)


@login_required
@require_POST
def sip_case(request: HttpRequest, pk: int) -> HttpResponse:
    """Order the package of an ärende."""
    rows = Case.objects.select_related("board")
    case = fetch(request.user, rows, "archive.build", pk=pk)
    package = deliveries.order_sip(
        board=case.board, case=case, year=None, by=request.user
    )
    return redirect(package)


@login_required
@require_POST
def sip_year(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """Order the package of a year's minutes."""
    board = fetch(request.user, BOARDS, "archive.build", slug=slug)
    package = deliveries.order_sip(board=board, case=None, year=year, by=request.user)
    return redirect(package)


@login_required
def sip_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a package, and note what the e-archive answered."""
    package = fetch(request.user, queries.whole_packages(), "archive.view", pk=pk)
    form = ReceiptForm(request.POST or None)
    if request.method == "POST" and not request.user.has_perm("archive.build", package):
        raise PermissionDenied
    done = act(
        form,
        lambda data: deliveries.note_receipt(
            package=package, said=deliveries.Answered(**data), by=request.user
        ),
    )
    if done:
        messages.success(request, _("The answer is noted."))
        return redirect(package)
    may_build = request.user.has_perm("archive.build", package)
    context = {
        "package": package,
        "form": form,
        "may_build": may_build,
        "targets": targets().values(),
    }
    return render(request, "minutes/archive/sip_detail.html", context)


@login_required
def sip_receipt(request: HttpRequest, pk: int) -> HttpResponse:
    """Take in the e-archive's receipt from its file."""
    package = fetch(request.user, queries.whole_packages(), "archive.build", pk=pk)
    form = ReceiptFileForm(request.POST or None, request.FILES or None)
    done = act(
        form,
        lambda data: deliveries.take_receipt(
            package=package,
            content=data["file"].read(LONGEST + 1),
            by=request.user,
        ),
    )
    if done:
        messages.success(request, _("The answer is noted."))
        return redirect(package)
    context = {"package": package, "form": form}
    return render(request, "minutes/archive/sip_receipt.html", context)


@login_required
def sip_state(request: HttpRequest, pk: int) -> HttpResponse:
    """Return the part of the page that changes while a package is built."""
    package = fetch(request.user, queries.whole_packages(), "archive.view", pk=pk)
    return render(request, "minutes/archive/_sip_state.html", {"package": package})


@login_required
def sip_contents(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what is in a package, one folder at a time."""
    package = fetch(request.user, queries.whole_packages(), "archive.view", pk=pk)
    if package.file is None:
        raise Http404
    try:
        with default_storage.open(package.file.path) as stream:
            folder = folder_of(cast("BinaryIO", stream), request.GET.get("mapp", ""))
    except LookupError as no:
        raise Http404 from no
    pages = Paginator(folder.entries, FILES)
    page = pages.get_page(request.GET.get("page"))
    context = {"package": package, "folder": folder, "page": page}
    return render(request, "minutes/archive/sip_contents.html", context)


@login_required
@require_POST
def sip_send(request: HttpRequest, pk: int) -> HttpResponse:
    """Have a package sent to an e-archive."""
    package = fetch(request.user, queries.whole_packages(), "archive.build", pk=pk)
    target = request.POST.get("target", "")
    send_package(package=package, target=target, by=request.user)
    return redirect(package)


@login_required
def sip_download(request: HttpRequest, pk: int) -> FileResponse:
    """Hand out a package."""
    package = fetch(request.user, queries.whole_packages(), "archive.view", pk=pk)
    if package.file is None:
        raise Http404
    return download(package.file, package.name)


@login_required
def sip_agreement(request: HttpRequest, slug: str) -> HttpResponse:
    """Write down what a board has agreed with the e-archive."""
    board = fetch(request.user, BOARDS, "archive.build", slug=slug)
    known = getattr(board, "archive_agreement", None)
    usual = agreement_of(board)
    initial = {
        "creator": usual.creator,
        "creator_number": usual.creator_number,
        "submitter": usual.submitter,
        "submitter_number": usual.submitter_number,
    }
    form = AgreementForm(request.POST or None, instance=known, initial=initial)
    done = act(
        form,
        lambda data: deliveries.save_agreement(
            board=board, terms=deliveries.Terms(**data), by=request.user
        ),
    )
    if done:
        messages.success(request, _("The agreement is saved."))
        return redirect("sip-list")
    context = {"board": board, "form": form}
    return render(request, "minutes/archive/sip_agreement.html", context)
