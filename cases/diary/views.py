"""The public diary, open to everybody without an account."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from boards.shared.published.pages import public_page
from cases.diary.queries import diaries, diary_rows

PAGE = 50


@public_page
def diary_list(request: HttpRequest) -> HttpResponse:
    """Tell which diaries there are (D-06)."""
    return render(request, "cases/diary/list.html", {"diaries": diaries()})


@public_page
def public_diary(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what is registered in a board's diary (OSL 5:2)."""
    latest = diary_rows(slug).first()
    if latest is None:
        raise Http404
    words = request.GET.get("q", "").replace("\x00", "")[:200]
    page = Paginator(diary_rows(slug, words), PAGE).get_page(request.GET.get("page"))
    context = {"board_name": latest.board_name, "page": page, "words": words}
    return render(request, "cases/diary/diary.html", context)
