"""Configuration of the `minutes` app."""

from django.apps import AppConfig


class MinutesConfig(AppConfig):
    """From the meeting to the archived, announced minutes."""

    name = "minutes"
