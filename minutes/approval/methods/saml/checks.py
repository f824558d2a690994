"""What `manage.py check` says of SAML: half a configuration, files that fail."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register

from minutes.approval.methods import Unreachable
from minutes.approval.methods.saml import configuration

NAMES = ("SAML_IDP_METADATA", "SAML_KEY", "SAML_CERTIFICATE")


@register(Tags.security)
def check_saml(**_kwargs: Any) -> list[CheckMessage]:
    """Refuse half a configuration, and files that cannot be used."""
    missing = [name for name in NAMES if not getattr(settings, name)]
    if len(missing) == len(NAMES):
        return []
    if missing:
        message = f"SAML is half set up: {', '.join(missing)}"
        return [Error(message, id="justera.E003")]
    try:
        configuration.own()
        configuration.provider()
    except Unreachable as error:
        return [Error(f"SAML: {error}", id="justera.E004")]
    return []
