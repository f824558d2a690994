"""Configuration of the `boards` app."""

from importlib import import_module

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _

MODULES = (
    "boards.shared.legal_texts",
    "boards.shared.seal.texts",
    "boards.shared.upload_texts",
    "boards.person.handlers",
    "boards.access.passkey_texts",
    "boards.registers.texts",
    "boards.integrity.texts",
    "boards.integrity.registrations",
    "boards.integrity.handlers",
)


class BoardsConfig(AppConfig):
    """Who may do what: municipalities, boards, people, terms of office, roles."""

    name = "boards"
    verbose_name = _("Registers")

    def ready(self) -> None:
        """Load the sentences of this app's rooms, and what its outbox does."""
        for module in MODULES:
            import_module(module)
        role = import_module("boards.shared.published.role")
        post_migrate.connect(role.set_up, sender=self, dispatch_uid="public-role")
