"""The process that serves the public alone: its account, its addresses, its needs."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection
from django.urls import URLPattern

from config.public_urls import open_patterns, urlpatterns
from config.urls import urlpatterns as everything

ROOT = Path(__file__).resolve().parents[2]
ASK = """
import django; django.setup()
from django.test import Client
from django.db import connection
client = Client(SERVER_NAME="127.0.0.1")
with connection.cursor() as cursor:
    cursor.execute("SELECT current_user")
    print("user", *cursor.fetchone())
PATHS = "/ /sok/ /diarium/ /verifiera/ /konto/logga-in/ /kansli/ /admin/"
for path in PATHS.split():
    print(path, client.get(path).status_code)
"""


@pytest.mark.django_db(transaction=True)
def test_public_process_then_it_logs_in_as_the_public_and_has_no_other_address(
    tmp_path: Path,
) -> None:
    settings = connection.settings_dict
    host, name = settings["HOST"], settings["NAME"]
    env = os.environ | {
        "DJANGO_SETTINGS_MODULE": "config.settings.public",
        "JUSTERA_SETTINGS": "config.settings.test",
        "PUBLIC_DATABASE_URL": f"postgresql://justera_public@/{name}?host={host}",
        "DATABASE_URL": "postgresql://nobody@nowhere.invalid/none",
        "DATA_DIR": str(tmp_path),
    }
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", ASK],
        env=env,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    said = done.stdout.splitlines()
    assert said == [
        "user justera_public",
        "/ 200",
        "/sok/ 200",
        "/diarium/ 200",
        "/verifiera/ 200",
        "/konto/logga-in/ 404",
        "/kansli/ 404",
        "/admin/ 404",
    ], done.stderr


def test_public_addresses_then_they_are_the_open_ones_of_all() -> None:
    names = {pattern.name for pattern in urlpatterns}
    assert {"portal", "notice-board", "public-search", "verification"} <= names
    assert not {"login", "desk", "case-list", "home"} & names
    assert list(open_patterns(everything)) == urlpatterns
    assert all(isinstance(one, URLPattern) for one in urlpatterns)
