"""The app's addresses, room by room."""

from django.urls import include, path

ROOMS = (
    "case",
    "document",
    "secrecy",
    "communication",
    "delegation",
    "diary",
    "report",
    "preservation",
    "retention",
)

urlpatterns = [path("", include(f"cases.{room}.urls")) for room in ROOMS]
