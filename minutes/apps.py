"""Configuration of the `minutes` app."""

from importlib import import_module
from importlib.util import find_spec

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

ROOMS = (
    "meeting",
    "item",
    "live",
    "pdf",
    "review",
    "approval",
    "reminder",
    "notice",
    "dispatch",
    "privacy",
    "followup",
    "publication",
    "noticeboard",
    "opendata",
    "search",
    "subscription",
    "verification",
    "archive",
    "exchange",
    "desk",
)
# What a room registers with the ground floor or with the rooms to its left.
REGISTERING = ("texts", "handlers", "registrations")


class MinutesConfig(AppConfig):
    """From the meeting to the archived, announced minutes."""

    name = "minutes"
    verbose_name = _("Meetings")

    def ready(self) -> None:
        """Load what each room registers, from the left to the right."""
        for room in ROOMS:
            for module in REGISTERING:
                name = f"minutes.{room}.{module}"
                if find_spec(name):
                    import_module(name)
