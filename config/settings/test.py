"""The test suite: quick passwords, mail in memory, no manifest."""

from config.settings.base import *  # noqa: F403  settings modules are stacked
from config.settings.base import STORAGES

SECRET_KEY = "only-for-the-tests"  # noqa: S105  never used outside the suite
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = STORAGES | {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
BANKID_MAY_BE_SIMULATED = True
