"""The description, open to every page on the web."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from minutes.opendata.oparl.views import as_json, open_data
from minutes.opendata.openapi.document import document


@open_data
def described(_request: HttpRequest) -> HttpResponse:
    """Everything that is open, described for machines."""
    return as_json(document())
