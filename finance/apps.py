"""Configuration of the `finance` app."""

from importlib import import_module
from importlib.util import find_spec

from django.apps import AppConfig

ROOMS = (
    "ledger",
    "chart",
    "budget",
    "forecast",
    "figures",
    "report",
    "control",
    "portal",
    "dashboard",
)
# What a room registers with the ground floor.
REGISTERING = ("texts", "handlers", "registrations")


class FinanceConfig(AppConfig):
    """The board's money: its ledger, its interim reports, its internal control."""

    name = "finance"

    def ready(self) -> None:
        """Load what each room registers, from the left to the right."""
        for room in ROOMS:
            for module in REGISTERING:
                name = f"finance.{room}.{module}"
                if find_spec(name):
                    import_module(name)
