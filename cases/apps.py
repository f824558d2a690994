"""Configuration of the `cases` app."""

from importlib import import_module

from django.apps import AppConfig

TEXTS = (
    "cases.case.texts",
    "cases.communication.texts",
    "cases.document.texts",
    "cases.secrecy.texts",
)


class CasesConfig(AppConfig):
    """The diary: cases, documents, secrecy, communications."""

    name = "cases"

    def ready(self) -> None:
        """Load the sentences of this app's rooms."""
        for module in TEXTS:
            import_module(module)
