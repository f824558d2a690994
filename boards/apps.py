"""Configuration of the `boards` app."""

from django.apps import AppConfig


class BoardsConfig(AppConfig):
    """Who may do what: municipalities, boards, people, terms of office, roles."""

    name = "boards"

    def ready(self) -> None:
        """Load the sentences of the statutory dates."""
        import boards.shared.legal_texts  # noqa: F401, PLC0415  app ready
