"""Configuration of the `boards` app."""

from django.apps import AppConfig


class BoardsConfig(AppConfig):
    """Who may do what: municipalities, boards, people, terms of office, roles."""

    name = "boards"
