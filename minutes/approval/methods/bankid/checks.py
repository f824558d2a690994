"""What `manage.py check` says of BankID: the simulator is refused in production."""

from __future__ import annotations

import ssl
from typing import Any

from django.core.checks import CheckMessage, Error, Tags, register
from django.core.exceptions import ImproperlyConfigured

from minutes.approval.methods.bankid.client import tls
from minutes.approval.methods.bankid.configuration import certificates, configuration


@register(Tags.security)
def check_bankid(**_kwargs: Any) -> list[CheckMessage]:
    """Refuse half a configuration, files that cannot be read, and the simulator."""
    try:
        found = configuration()
        if found is not None:
            tls(found)
            certificates(found.user_ca)
    except ImproperlyConfigured as error:
        return [Error(str(error), id="justera.E001")]
    except (OSError, ValueError, ssl.SSLError) as error:
        message = f"BankID's files cannot be read: {error}"
        return [Error(message, id="justera.E002")]
    return []
