"""One's own account: the way in, and one's passkeys."""

from boards.access.views.account import csrf_failure, home
from boards.access.views.passkeys import (
    passkey_add,
    passkey_list,
    passkey_remove,
    passkey_save,
)

__all__ = [
    "csrf_failure",
    "home",
    "passkey_add",
    "passkey_list",
    "passkey_remove",
    "passkey_save",
]
