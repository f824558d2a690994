"""Everything that is configured, each with a default or a required variable.

`docs/settings.md` explains every name. The other modules of this package only switch.
"""

import os
from pathlib import Path

import dj_database_url
from celery.schedules import crontab
from csp.constants import NONCE, NONE, SELF

BASE_DIR = Path(__file__).resolve().parent.parent.parent
DATA_DIR = Path(os.environ.get("DATA_DIR", BASE_DIR / "var")).resolve()

SECRET_KEY = os.environ.get("SECRET_KEY", "")
# Earlier keys: a link to unsubscribe in an old mail still has to work (GDPR 7.3).
SECRET_KEY_FALLBACKS = [
    key for key in os.environ.get("SECRET_KEY_FALLBACKS", "").split(",") if key
]
# What personal numbers are hashed with; it outlives a change of SECRET_KEY.
IDENTITY_KEY = os.environ.get("IDENTITY_KEY", "")
DEBUG = False
ALLOWED_HOSTS = os.environ.get("ALLOWED_HOSTS", "127.0.0.1,localhost").split(",")
CSRF_TRUSTED_ORIGINS = [
    origin for origin in os.environ.get("CSRF_TRUSTED_ORIGINS", "").split(",") if origin
]
# How many proxies of our own stand before us, each adding to X-Forwarded-For.
PROXY_COUNT = int(os.environ.get("PROXY_COUNT", "0"))
SITE_URL = os.environ.get("SITE_URL", "http://127.0.0.1:8000").rstrip("/")
# Under which terms the open data is given: no conditions at all, unless set.
OPEN_DATA_LICENCE = os.environ.get(
    "OPEN_DATA_LICENCE", "https://creativecommons.org/publicdomain/zero/1.0/"
)

INSTALLED_APPS = [
    "config.apps.ConfigConfig",
    "finance.apps.FinanceConfig",
    "minutes.apps.MinutesConfig",
    "cases.apps.CasesConfig",
    "boards.apps.BoardsConfig",
    "config.apps.AdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.forms",
    "axes",
    "crispy_forms",
    "crispy_bootstrap5",
    "csp",
    "django_htmx",
    "django_prose_editor",
    "pgtrigger",
    "rules.apps.AutodiscoverRulesConfig",
]

MIDDLEWARE = [
    "boards.shared.published.kept.KeptPages",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "boards.access.middleware.RefusalMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
            ],
            "builtins": ["boards.templatetags.justera"],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"

# PostgreSQL only: the invariants are triggers and constraints, search is Swedish.
DATABASES = {
    "default": dj_database_url.parse(
        os.environ.get("DATABASE_URL", "postgresql://justera@localhost/justera"),
        conn_max_age=600,
        conn_health_checks=True,
    )
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "boards.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "rules.permissions.ObjectPermissionBackend",
    "django.contrib.auth.backends.ModelBackend",
]
_VALIDATORS = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": f"{_VALIDATORS}.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": f"{_VALIDATORS}.CommonPasswordValidator"},
    {"NAME": f"{_VALIDATORS}.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "login"

# Ten wrong passwords for one account from one address close that pair for 15 minutes.
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = 0.25
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_TEMPLATE = "boards/access/locked_out.html"
AXES_RESET_ON_SUCCESS = True
AXES_CLIENT_IP_CALLABLE = "boards.shared.clients.login_network"

LANGUAGE_CODE = "sv"
# Swedish, and the minority languages that the public pages are offered in once their
# catalogue is complete enough (boards.shared.languages).
LANGUAGES = [
    ("sv", "Svenska"),
    ("fi", "Suomi"),
    ("fit", "Meänkieli"),
    ("se", "Davvisámegiella"),
]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Europe/Stockholm"
USE_I18N = True
USE_TZ = True
FORMAT_MODULE_PATH = "config.formats"

# What `boards.shared.clock.now` asks; only the test servers put another clock here.
CLOCK = "django.utils.timezone.now"

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_ROOT = DATA_DIR / "files"
# Where packages of gigabytes are written until they are whole.
BUILD_DIR = DATA_DIR / "building"
# What packages for e-archives say they follow: FGS 2.0, unless the archive asks for
# a later profile or ERMS version.
SIP_PROFILE = os.environ.get(
    "SIP_PROFILE", "https://earksip.dilcis.eu/profile/E-ARK-SIP.xml"
)
# The e-archives packages are sent to, as a TOML file (minutes.archive.sending.targets).
# The formats e-archives take as they are, by PRONOM's identifiers: PDF/A-1 to PDF/A-3,
# TIFF, PNG, JPEG, XML, and text whose encoding is told.
PRESERVATION_FORMATS = frozenset(
    os.environ.get(
        "PRESERVATION_FORMATS",
        "fmt/95,fmt/354,fmt/476,fmt/477,fmt/478,fmt/479,fmt/480,fmt/481,"
        "fmt/353,fmt/154,fmt/155,fmt/11,fmt/12,fmt/13,"
        "fmt/42,fmt/43,fmt/44,fmt/645,fmt/1507,x-fmt/390,x-fmt/391,x-fmt/398,"
        "fmt/101,fmt/1776,x-fmt/111,x-fmt/18",
    ).split(",")
)
ARCHIVE_TARGETS = os.environ.get("ARCHIVE_TARGETS", "")
SIP_CONTENT_TYPE = os.environ.get("SIP_CONTENT_TYPE", "citserms_v2_1")
STORAGES = {
    "default": {"BACKEND": "boards.shared.disk.WholeFileStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
# One upload; a larger one is refused at the field (bytes).
UPLOAD_LIMIT = 25 * 1024 * 1024
LEDGER_UPLOAD_LIMIT = int(os.environ.get("LEDGER_UPLOAD_MB", "500")) * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000

EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST = os.environ.get("EMAIL_HOST", "localhost")
EMAIL_PORT = int(os.environ.get("EMAIL_PORT", "25"))
EMAIL_HOST_USER = os.environ.get("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = os.environ.get("EMAIL_USE_TLS", "") == "1"
EMAIL_TIMEOUT = 30
DEFAULT_FROM_EMAIL = os.environ.get("DEFAULT_FROM_EMAIL", "justera@localhost")

CELERY_BROKER_URL = os.environ.get("CELERY_BROKER_URL", "redis://localhost:6379/0")
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_TRANSPORT_OPTIONS = {"visibility_timeout": 600}
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_CANCEL_LONG_RUNNING_TASKS_ON_CONNECTION_LOSS = True
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TIMEZONE = TIME_ZONE
CELERY_BEAT_SCHEDULE_FILENAME = str(DATA_DIR / "beat-schedule")
CELERY_BEAT_SCHEDULE = {
    "deliver-what-was-left": {
        "task": "boards.shared.tasks.deliver_due",
        "schedule": 15.0,
    },
    "forget-sent-forms": {
        "task": "boards.shared.tasks.forget_sent_forms",
        "schedule": 600.0,
    },
    # Each hour, so that little history is ever unbound; the head is signed once a day.
    "seal-history": {
        "task": "boards.integrity.tasks.seal_new_history",
        "schedule": crontab(minute="50"),
    },
    "check-integrity": {
        "task": "boards.integrity.tasks.check_nightly",
        "schedule": crontab(minute="15", hour="2"),
    },
    "renew-archive-stamps": {
        "task": "minutes.archive.renewal.tasks.renew_stamps",
        "schedule": crontab(minute="30", hour="3"),
    },
    "take-down-notices": {
        "task": "minutes.notice.tasks.take_down_due_notices",
        "schedule": 60.0,
    },
    "take-in-reports": {
        "task": "cases.report.tasks.open_reports",
        "schedule": 60.0,
    },
    "end-grounds-for-publishing": {
        "task": "minutes.privacy.tasks.end_grounds",
        "schedule": crontab(minute="5"),
    },
    "fetch-answers-of-archives": {
        "task": "minutes.archive.sending.tasks.fetch_answers",
        "schedule": 600.0,
    },
    "look-at-formats": {
        "task": "cases.preservation.tasks.look_at_formats",
        "schedule": 300.0,
    },
    # Looked at as any reader would: what is up, for the record (KL 13:5 st 2).
    "watch-notice-boards": {
        "task": "minutes.noticeboard.tasks.watch_boards",
        "schedule": 300.0,
    },
    "mail-about-notices": {
        "task": "minutes.notice.tasks.mail_about_waiting_notices",
        "schedule": crontab(minute="20", hour="7-17"),
    },
    "make-year-files": {
        "task": "minutes.opendata.bulk.tasks.make_year_files",
        "schedule": 60.0,
    },
    "take-subscriptions": {
        "task": "minutes.subscription.tasks.take_requests",
        "schedule": 30.0,
    },
    "tell-subscribers": {
        "task": "minutes.subscription.tasks.tell_news",
        "schedule": 60.0,
    },
    "forget-unconfirmed-subscribers": {
        "task": "minutes.subscription.tasks.forget_unconfirmed",
        "schedule": crontab(minute="25"),
    },
    "chase-forecasts": {
        "task": "finance.forecast.tasks.chase_forecasts",
        "schedule": crontab(minute="45", hour="7"),
    },
    "remind-of-deficits": {
        "task": "finance.report.tasks.remind_of_deficits",
        "schedule": crontab(minute="50", hour="7"),
    },
    "remind-of-control": {
        "task": "finance.control.tasks.remind_of_control",
        "schedule": crontab(minute="40", hour="7"),
    },
    # In working hours, so that a reminder is read; whoever missed one gets it then.
    "remind-before-due": {
        "task": "minutes.reminder.tasks.remind_before_due",
        "schedule": crontab(minute="10", hour="7-17"),
    },
}

# The signing authority of this installation: key and certificate as PEM files.
SIGNING_DIR = Path(os.environ.get("SIGNING_DIR", DATA_DIR / "signing"))
# Where its key is kept, when not there: then the installation is no longer on trial.
SIGNING_KEY = os.environ.get("SIGNING_KEY", "")
SIGNING_TOKEN_FILE = os.environ.get("SIGNING_TOKEN_FILE", "")
SIGNING_CA = os.environ.get("SIGNING_CA", "")
# An RFC 3161 time stamp authority; without one the installation stamps, for trial.
TIMESTAMP_URL = os.environ.get("TIMESTAMP_URL", "")
TIMESTAMP_ROOTS = os.environ.get("TIMESTAMP_ROOTS", "")
TIMESTAMP_AUTHORIZATION = os.environ.get("TIMESTAMP_AUTHORIZATION", "")

# BankID: the address and four PEM files, or nothing and the method is not offered.
BANKID_URL = os.environ.get("BANKID_URL", "")
BANKID_CA = os.environ.get("BANKID_CA", "")
BANKID_USER_CA = os.environ.get("BANKID_USER_CA", "")
BANKID_CERTIFICATE = os.environ.get("BANKID_CERTIFICATE", "")
BANKID_KEY = os.environ.get("BANKID_KEY", "")
# Where the simulator's telephone is; BankID's own app has an address of its own.
BANKID_APP_URL = os.environ.get("BANKID_APP_URL", "")
# True in the demo and the tests alone, where nobody signs for real.
BANKID_MAY_BE_SIMULATED = False

# OpenID Connect: issuer and client, or nothing and the method is not offered.
OIDC_ISSUER = os.environ.get("OIDC_ISSUER", "")
OIDC_CLIENT_ID = os.environ.get("OIDC_CLIENT_ID", "")
OIDC_CLIENT_SECRET = os.environ.get("OIDC_CLIENT_SECRET", "")
OIDC_SCOPE = os.environ.get(
    "OIDC_SCOPE", "openid https://id.oidc.se/scope/naturalPersonNumber"
)
OIDC_PERSONAL_NUMBER_CLAIM = os.environ.get(
    "OIDC_PERSONAL_NUMBER_CLAIM", "https://id.oidc.se/claim/personalIdentityNumber"
)

# SAML: the provider's metadata, our RSA key and its certificate, all as files; without
# them the method is not offered.
SAML_IDP_METADATA = os.environ.get("SAML_IDP_METADATA", "")
SAML_KEY = os.environ.get("SAML_KEY", "")
SAML_CERTIFICATE = os.environ.get("SAML_CERTIFICATE", "")
SAML_ENTITY_ID = os.environ.get("SAML_ENTITY_ID", "")

# Rendered public pages stay in each process until something is published anew.
_IN_PROCESS = "django.core.cache.backends.locmem.LocMemCache"
CACHES = {
    "default": {"BACKEND": _IN_PROCESS, "LOCATION": "default"},
    "pages": {
        "BACKEND": _IN_PROCESS,
        "LOCATION": "pages",
        "TIMEOUT": 86400,
        "OPTIONS": {"MAX_ENTRIES": 500},
    },
    # Parts of pages, kept under what they are made of.
    "cards": {
        "BACKEND": _IN_PROCESS,
        "LOCATION": "cards",
        "OPTIONS": {"MAX_ENTRIES": 5_000},
    },
    # How much each client has asked for; the oldest counts make room for new ones.
    "limits": {
        "BACKEND": _IN_PROCESS,
        "LOCATION": "limits",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    },
}

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 60 * 60 * 10
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "boards.access.views.csrf_failure"
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "frame-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
    }
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "justera": {"level": "INFO"},
        "axes": {"level": "ERROR"},
        # It warns at every signature that it fetches nothing: it has all it needs.
        "pyhanko": {"level": "ERROR"},
    },
}
