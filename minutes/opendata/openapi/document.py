"""The whole description, put together."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from minutes.opendata.openapi.parts import of_lists, problems, with_waiting
from minutes.opendata.openapi.paths import paths
from minutes.opendata.openapi.shapes import schemas

VERSION = "1.0.0"


def document() -> dict[str, Any]:
    """Return the OpenAPI 3.1 document of everything that is open."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": _("Open data in Justera"),
            "summary": _("Meetings, decisions, votes and papers, as published."),
            "description": _(
                "Everything is open without login and free to use. The objects are"
                " those of OParl 1.1; what begins with justera: is our own."
            ),
            "version": VERSION,
            "license": {"name": _("Licence"), "url": settings.OPEN_DATA_LICENCE},
        },
        "servers": [{"url": settings.SITE_URL}],
        "externalDocs": {
            "description": "OParl 1.1",
            "url": "https://oparl.org/spezifikation/online-ansicht/",
        },
        "paths": with_waiting(paths()),
        "components": {
            "schemas": schemas(),
            "parameters": of_lists(),
            "responses": problems(),
        },
    }
