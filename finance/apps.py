"""Configuration of the `finance` app."""

from django.apps import AppConfig


class FinanceConfig(AppConfig):
    """The board's money: interim reports."""

    name = "finance"
