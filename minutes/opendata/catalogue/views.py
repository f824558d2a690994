"""The catalogue without login, where harvesters fetch it."""

from __future__ import annotations

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse

from boards.shared.published.answers import too_many_for_a_program
from boards.shared.published.limits import PAGES, limited
from boards.shared.published.pages import public_page
from minutes.opendata.bulk.models import PublishedYear
from minutes.opendata.catalogue.rdf import catalogue
from minutes.publication.models import PublishedBoard, PublishedMunicipality

CONTENT_TYPE = "application/rdf+xml; charset=utf-8"


@limited(PAGES, told=too_many_for_a_program)
@public_page
def rdf(_request: HttpRequest) -> HttpResponse:
    """All data sets in RDF/XML."""
    boards = PublishedBoard.objects.filter(withdrawn_at=None)
    rows = PublishedMunicipality.objects.filter(withdrawn_at=None)
    rows = rows.prefetch_related(Prefetch("boards", boards))
    response = HttpResponse(
        catalogue(rows, PublishedYear.objects.all()), content_type=CONTENT_TYPE
    )
    response["Access-Control-Allow-Origin"] = "*"
    return response
