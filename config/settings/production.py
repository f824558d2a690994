"""Production: nothing works without its variables, everything over TLS."""

import os

from config.settings.base import *  # noqa: F403  settings modules are stacked

SECRET_KEY = os.environ["SECRET_KEY"]
REQUIRED = (
    "DATABASE_URL",
    "CELERY_BROKER_URL",
    "ALLOWED_HOSTS",
    "DATA_DIR",
    "IDENTITY_KEY",
)
for required in REQUIRED:
    os.environ[required]

SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
PROXY_COUNT = int(os.environ.get("PROXY_COUNT", "1"))
