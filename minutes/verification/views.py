"""Pages and answers without login: a file or a code comes in, nothing is kept."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from boards.shared.issued.codes import printed, read_code
from boards.shared.published.answers import to_wait, words_to_wait
from boards.shared.published.limits import CHECKS, limited
from boards.shared.published.pages import public_form, public_page
from minutes.verification import texts, uploads
from minutes.verification.pages import as_json, shown
from minutes.verification.queries import check_code, check_file

PAGE = "minutes/verification/check.html"
RESULT = "minutes/verification/result.html"


@limited(CHECKS)
@public_form
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@uploads.in_memory
def check(request: HttpRequest) -> HttpResponse:
    """The form, and what a file that was sent with it is."""
    if request.method != "POST":
        return typed_code(request)
    if uploads.is_too_large(request):
        return refused(request, file_error=texts.TOO_LARGE, status=413)
    content = uploads.uploaded(request)
    if not content:
        return refused(request, file_error=texts.NO_FILE)
    return render(request, RESULT, shown(check_file(content)))


def typed_code(request: HttpRequest) -> HttpResponse:
    """Lead from a code in the form to its own address, or say what is wrong with it."""
    typed = request.GET.get("kod", "")[:100]
    if not typed.strip():
        return render(request, PAGE)
    code = read_code(typed)
    if code is None:
        return refused(request, code_error=texts.BAD_CODE, typed=typed)
    return redirect("verification-code", printed(code))


def refused(
    request: HttpRequest, *, status: int = HTTPStatus.BAD_REQUEST, **said: Any
) -> HttpResponse:
    """Return the form with what was wrong at its field."""
    return render(request, PAGE, said, status=status)


@public_page
def by_code(request: HttpRequest, code: str) -> HttpResponse:
    """What was issued with a code: where the QR code of an extract leads."""
    read = read_code(code)
    answer = check_code(read) if read else None
    if answer is None:
        error = texts.NO_CODE if read else texts.BAD_CODE
        context = {"code_error": error, "typed": code[:100], "by_address": True}
        return render(request, PAGE, context, status=HTTPStatus.NOT_FOUND)
    return render(request, RESULT, {**shown(answer), "by_code": True})


def asked_too_much(_request: HttpRequest, *, retry_after: int) -> HttpResponse:
    """Say to a program how long it has to wait."""
    said = {"error": words_to_wait(retry_after)}
    return to_wait(JsonResponse(said, status=429), retry_after)


@limited(CHECKS, told=asked_too_much)
@public_form
@require_POST
@never_cache
def api_file(request: HttpRequest) -> JsonResponse:
    """The same for programs: a PDF as the body or as a form's file, JSON back."""
    if uploads.is_too_large(request):
        return JsonResponse({"error": str(texts.TOO_LARGE)}, status=413)
    request.upload_handlers = [uploads.OnlyMemory(request)]
    content = uploads.uploaded(request)
    if not content:
        return JsonResponse({"error": str(texts.NO_FILE)}, status=400)
    return JsonResponse(as_json(check_file(content)))


@public_page
def api_code(_request: HttpRequest, code: str) -> JsonResponse:
    """What was issued with a code, as JSON."""
    read = read_code(code)
    answer = check_code(read) if read else None
    if answer is None:
        error = texts.NO_CODE if read else texts.BAD_CODE
        return JsonResponse({"error": str(error)}, status=404)
    return JsonResponse(as_json(answer))
