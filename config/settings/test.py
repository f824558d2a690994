"""The test suite: quick passwords, mail in memory, no manifest."""

from config.settings.base import *  # noqa: F403  settings modules are stacked
from config.settings.base import CACHES, STORAGES

SECRET_KEY = "only-for-the-tests"  # noqa: S105  never used outside the suite
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = STORAGES | {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# The tests ask as nobody would: who tests the limits gives them a place to count in.
CACHES = CACHES | {"limits": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
BANKID_MAY_BE_SIMULATED = True
