"""Configuration of the `finance` app."""

from django.apps import AppConfig


class FinanceConfig(AppConfig):
    """The board's money: interim reports."""

    name = "finance"

    def ready(self) -> None:
        """Load the sentences of this app's rooms."""
        from finance.ledger import texts as ledger_texts  # noqa: F401, PLC0415  app ready
        from finance.report import texts  # noqa: F401, PLC0415  app ready
