"""The demo on one machine: everything local, mail into a folder."""

import os

from config.settings.base import *  # noqa: F403  settings modules are stacked
from config.settings.base import DATA_DIR

SECRET_KEY = os.environ.get("SECRET_KEY", "only-for-the-demo-on-one-machine")
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = DATA_DIR / "mail"
BANKID_MAY_BE_SIMULATED = True
