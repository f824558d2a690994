"""Configuration of the `cases` app."""

from importlib import import_module

from django.apps import AppConfig

REGISTERING = (
    "cases.case.texts",
    "cases.communication.texts",
    "cases.delegation.texts",
    "cases.document.texts",
    "cases.preservation.texts",
    "cases.report.texts",
    "cases.retention.texts",
    "cases.secrecy.texts",
    "cases.case.registrations",
    "cases.diary.registrations",
    "cases.document.registrations",
    "cases.preservation.handlers",
    "cases.preservation.registrations",
    "cases.report.handlers",
    "cases.retention.handlers",
    "cases.retention.registrations",
)


class CasesConfig(AppConfig):
    """The diary: cases, documents, secrecy, communications."""

    name = "cases"

    def ready(self) -> None:
        """Load the sentences of the rooms, and what they add to one another."""
        for module in REGISTERING:
            import_module(module)
