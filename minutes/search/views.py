"""The page that searches what is published."""

from __future__ import annotations

from http import HTTPStatus

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from boards.shared.published.limits import SEARCH, limited
from boards.shared.published.pages import public_page
from minutes.publication.models import PublishedBoard, PublishedMunicipality
from minutes.search.choices import groups, narrowed
from minutes.search.labels import ORDERS
from minutes.search.queries import MOST, PAGE, Hits, TooWide, addressed, find, order_of
from minutes.search.questions import Question, question_of
from minutes.search.spelling import meant


@limited(SEARCH)
@public_page
def search(request: HttpRequest) -> HttpResponse:
    """Search in what is published: words, and what narrows them."""
    question = question_of(request.GET.dict())
    context = {
        "question": question,
        "municipalities": PublishedMunicipality.objects.all(),
        "boards": PublishedBoard.objects.all(),
        "orders": ORDERS,
        "order": order_of(question),
        "narrowed": narrowed(question),
    }
    status = HTTPStatus.OK
    if question.words:
        try:
            context |= answer(question, request.GET.get("page", ""))
        except TooWide:
            context["is_too_wide"] = True
            status = HTTPStatus.UNPROCESSABLE_ENTITY
    return render(request, "minutes/search/search.html", context, status=status)


def answer(question: Question, typed: str) -> dict[str, object]:
    """Return what was found, for the page."""
    number = page_number(typed)
    hits = find(question, number)
    page = Paginator(range(min(hits.total, MOST)), PAGE).get_page(number)
    return {
        "hits": hits,
        "most": MOST,
        "page": page,
        "addressed": addressed(question) if number == 1 else [],
        "groups": groups(question, hits),
        "meant": suggested(question, hits),
    }


def page_number(typed: str) -> int:
    """Return the page that an address asks for; the first when it asks for none."""
    last = MOST // PAGE
    is_number = typed.isdecimal() and len(typed) <= len(str(last))
    return min(max(int(typed), 1), last) if is_number else 1


def suggested(question: Question, hits: Hits) -> dict[str, str]:
    """Return the question that was perhaps meant, when this one found nothing."""
    text = meant(question.words) if not hits.total else ""
    return {"words": text, "address": question.but(words=text).address} if text else {}
