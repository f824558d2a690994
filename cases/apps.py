"""Configuration of the `cases` app."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """The diary: cases, documents, secrecy, communications."""

    name = "cases"
