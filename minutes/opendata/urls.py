"""Addresses of the open data; they stay as they are for ever."""

from importlib.util import find_spec

from django.urls import include, path

PARTS = (
    "openapi",
    "oparl",
    "popolo",
    "calendars",
    "feeds",
    "akn",
    "bulk",
    "catalogue",
    "sitemap",
)

urlpatterns = [
    path("", include(f"minutes.opendata.{part}.urls"))
    for part in PARTS
    if find_spec(f"minutes.opendata.{part}.urls")
]
