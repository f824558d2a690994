"""A process for the public alone: its own database account, no login, no session.

It reads what was published and nothing else; PostgreSQL refuses it the rest.
"""

import os
from importlib import import_module

import dj_database_url

# The same installation otherwise: production's settings, or the demo's.
_SIDE = os.environ.get("JUSTERA_SETTINGS", "config.settings.production")
globals().update(
    {
        name: value
        for name, value in vars(import_module(_SIDE)).items()
        if name.isupper()
    }
)

DATABASES = {
    "default": dj_database_url.parse(
        os.environ["PUBLIC_DATABASE_URL"], conn_max_age=600
    )
}
ROOT_URLCONF = "config.public_urls"
_PRIVATE = (
    "django.contrib.sessions.",
    "django.contrib.auth.",
    "django.contrib.messages.",
    "django.middleware.csrf.",
    "boards.access.",
    "axes.",
)
MIDDLEWARE = [name for name in globals()["MIDDLEWARE"] if not name.startswith(_PRIVATE)]
TEMPLATES = [dict(globals()["TEMPLATES"][0])]
TEMPLATES[0]["OPTIONS"] = TEMPLATES[0]["OPTIONS"] | {
    "context_processors": [
        name
        for name in TEMPLATES[0]["OPTIONS"]["context_processors"]
        if not name.startswith(_PRIVATE)
    ]
}
# Nobody logs in here: neither the admin's needs nor the lock on wrong passwords apply.
SILENCED_SYSTEM_CHECKS = [
    "admin.E404",
    "admin.E408",
    "admin.E409",
    "admin.E410",
    "axes.W002",
    "axes.W003",
]
