"""The real servers as the browser tests run them: a clock that can be set."""

from config.settings.dev import *  # noqa: F403  settings modules are stacked
from config.settings.dev import CELERY_BEAT_SCHEDULE, STORAGES

CLOCK = "tests.browser.clock.now"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# The same names with fingerprints as in production, without the compression.
STORAGES = STORAGES | {
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"
    },
}
# A test waits for what the worker does at its times of day. Nobody watches the boards:
# three weeks pass in an instant here, and would rightly be an interruption.
CELERY_BEAT_SCHEDULE = {
    name: entry | {"schedule": 2.0}
    for name, entry in CELERY_BEAT_SCHEDULE.items()
    if name != "watch-notice-boards"
}
