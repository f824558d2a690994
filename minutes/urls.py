"""The app's addresses, room by room."""

from importlib.util import find_spec

from django.urls import include, path

ROOMS = (
    "meeting",
    "item",
    "live",
    "review",
    "approval",
    "notice",
    "dispatch",
    "privacy",
    "followup",
    "publication",
    "portal",
    "noticeboard",
    "opendata",
    "search",
    "subscription",
    "verification",
    "archive",
    "exchange",
    "desk",
)

urlpatterns = [
    path("", include(f"minutes.{room}.urls"))
    for room in ROOMS
    if find_spec(f"minutes.{room}.urls")
]
