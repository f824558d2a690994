"""A whole municipality reads the board at once: ours against bare Django and nginx.

Run by `make bench`, with wrk and nginx on the machine. Every row is asked in turn in
each round of one run; the figures are medians and the ratios are what to quote.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import pytest
from django.db import connection

from boards.shared.clock import STOCKHOLM, local, today
from boards.shared.published.snapshots import publish_row
from config.local.household import ROOT
from config.local.services import Service, free_port, port_is_free
from minutes.publication.models import (
    PublishedBoard,
    PublishedMeeting,
    PublishedMinutes,
    PublishedMunicipality,
    PublishedNotice,
)

ROUNDS, SECONDS, CLIENTS, NOTICES = 5, 2, 16, 50
BOARD, MINUTES = "/anslagstavla/alby/", "/protokoll/{pk}/"
# A new address every time: nothing kept can answer it.
COLD = """
math.randomseed(os.time())
local n = math.random(1, 1000000000)
request = function()
  n = n + 1
  return wrk.format("GET", wrk.path .. "?n=" .. n)
end
"""
NGINX = """
daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log; worker_processes 2;
events {{ worker_connections 512; }}
http {{
  access_log off;
  client_body_temp_path {folder}; proxy_temp_path {folder}; fastcgi_temp_path {folder};
  uwsgi_temp_path {folder}; scgi_temp_path {folder};
  server {{ listen 127.0.0.1:{port}; root {folder}/www; default_type text/html; }}
}}
"""


@dataclass
class Row:
    """One thing that is asked: where, and with what."""

    what: str
    url: str
    options: tuple[str, ...] = ()
    posting: bool = False


def world() -> PublishedMinutes:
    """Publish fifty notices and minutes of forty §§."""
    alby = publish_row(
        PublishedMunicipality,
        {"source_id": 1},
        {"slug": "alby", "name": "Alby kommun", "email": "kommunen@alby.example"},
    )
    board = publish_row(
        PublishedBoard,
        {"source_id": 1},
        {"slug": "itvt", "name": "Servicenämnden", "prefix": "ITVT", "email": "a@b.se"},
    )
    board.municipalities.add(alby)
    meeting = publish_row(
        PublishedMeeting,
        {"source_id": 1},
        {
            "board": board,
            "starts_at": local(date(2020, 9, 29), 9),
            "held_on": date(2020, 9, 29),
            "place": "Alby",
        },
    )
    text = "<p>Nämnden beslutar att godkänna ärendet och att översända det.</p>" * 8
    html = "".join(
        f'<section id="item-{number}"><h2>§ {number}</h2>{text}</section>'
        for number in range(1, 41)
    )
    minutes = publish_row(
        PublishedMinutes,
        {"source_id": 1},
        {
            "meeting": meeting,
            "items_label": "1-40",
            "approved_on": date(2020, 9, 29),
            "html": html,
            "signed_sha256": "0" * 64,
        },
    )
    for number in range(NOTICES):
        post(number, alby, minutes)
    return minutes


def post(
    number: int, alby: PublishedMunicipality, minutes: PublishedMinutes
) -> PublishedNotice:
    """Post a notice."""
    day = today()
    return publish_row(
        PublishedNotice,
        {"source_id": number},
        {
            "municipality": alby,
            "board": minutes.meeting.board,
            "minutes": minutes,
            "held_on": minutes.meeting.held_on,
            "items_label": str(number),
            "approved_on": day,
            "storage_place": "Kommunhuset",
            "posted_on": day,
            "posted_at": local(day, 9).astimezone(STOCKHOLM),
            "last_appeal_day": day + timedelta(days=21),
            "removable_on": day + timedelta(days=22),
            "explanation": "Anslaget sitter uppe tre veckor, och dagen efter.",
        },
    )


@contextmanager
def served(target: str, env: dict[str, str], folder: Path) -> Iterator[str]:
    """Serve an application the way production does; give its address."""
    port = free_port()
    service = Service(
        name=target,
        command=[
            *(sys.executable, "-m", "granian", "--interface", "wsgi"),
            *("--host", "127.0.0.1", "--port", str(port), "--workers", "2"),
            *("--blocking-threads", "1", "--log-level", "warning", target),
        ],
        log=folder / f"{port}.log",
        env=os.environ | env | {"PYTHONPATH": str(ROOT)},
    )
    service.start()
    try:
        service.wait_until(lambda: not port_is_free(port))
        yield f"http://127.0.0.1:{port}"
    finally:
        service.stop()


@contextmanager
def nginx(pages: dict[str, bytes], folder: Path) -> Iterator[str]:
    """Serve the same bytes as files."""
    port = free_port()
    (folder / "www").mkdir()
    for name, content in pages.items():
        (folder / "www" / name).write_bytes(content)
    folder.chmod(0o755)
    config = folder / "nginx.conf"
    config.write_text(NGINX.format(folder=folder, port=port))
    program = shutil.which("nginx") or "/usr/sbin/nginx"
    service = Service("nginx", [program, "-c", str(config)], folder / "nginx.log")
    service.start()
    try:
        service.wait_until(lambda: not port_is_free(port))
        yield f"http://127.0.0.1:{port}"
    finally:
        service.stop()


def asked(row: Row) -> float:
    """Return the requests a second that were answered well."""
    command = ["wrk", "-t1", f"-c{CLIENTS}", f"-d{SECONDS}s", *row.options, row.url]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "Non-2xx" not in said, said
    found = re.search(r"Requests/sec:\s+([\d.]+)", said)
    assert found, said
    return float(found[1])


def fetched(url: str) -> tuple[bytes, str]:
    """Return a page and its ETag."""
    said = subprocess.run(
        ["curl", "-sD", "/dev/stderr", url],
        capture_output=True,
        check=True,
    )
    mark = re.search(r'(?i)^etag: (".+?")', said.stderr.decode(), re.MULTILINE)
    assert mark, said.stderr
    return said.stdout, mark[1]


@contextmanager
def posting(is_on: bool, minutes: PublishedMinutes) -> Iterator[None]:
    """Post five notices a second meanwhile, as a whole kommun's secretaries would."""
    done = threading.Event()
    alby = PublishedMunicipality.objects.get()

    def work() -> None:
        number = NOTICES
        while not done.wait(0.2):
            post(number, alby, minutes).delete()
            number += 1
        connection.close()

    thread = threading.Thread(target=work)
    if is_on:
        thread.start()
    yield
    done.set()
    if is_on:
        thread.join()


@pytest.mark.django_db(transaction=True)
def test_public_pages() -> None:
    """Ask each in turn and print the table."""
    for program in ("wrk", "curl"):
        assert shutil.which(program), f"{program} is missing: apt-get install {program}"
    minutes = world()
    database = connection.settings_dict
    env = {
        "DJANGO_SETTINGS_MODULE": "config.settings.public",
        "JUSTERA_SETTINGS": "config.settings.test",
        "PUBLIC_DATABASE_URL": "postgresql://justera_public@/"
        f"{database['NAME']}?host={database['HOST']}",
    }
    with TemporaryDirectory(prefix="justera-bench-") as name:
        folder = Path(name)
        with (
            served("tests.bench.hello:application", {}, folder) as bare,
            served("config.wsgi:application", env, folder) as ours,
        ):
            board, page = ours + BOARD, ours + MINUTES.format(pk=minutes.pk)
            kept = {"board.html": fetched(board)[0], "minutes.html": fetched(page)[0]}
            with nginx(kept, folder) as static:
                measure(rows(bare, board, page, static, folder), minutes)


def rows(bare: str, board: str, page: str, static: str, folder: Path) -> list[Row]:
    """Return what is compared; the first is what all are held against."""
    cold = folder / "cold.lua"
    cold.write_text(COLD)
    not_changed = ("-H", f"If-None-Match: {fetched(board)[1]}")
    return [
        Row("bare Django", bare + "/"),
        Row("board, kept (goal 0.6x)", board),
        Row("board, 304 (goal 0.6x)", board, not_changed),
        Row("board, made anew each time (goal 0.08x)", board, ("-s", str(cold))),
        Row("board, kept, five posted a second", board, (), posting=True),
        Row("minutes, kept", page),
        Row("minutes, made anew each time", page, ("-s", str(cold))),
        Row("nginx, the board's bytes", f"{static}/board.html"),
        Row("nginx, the minutes' bytes", f"{static}/minutes.html"),
    ]


def measure(table: list[Row], minutes: PublishedMinutes) -> None:
    """Ask the rows in turn, round after round, and print the medians."""
    taken: dict[str, list[float]] = {row.what: [] for row in table}
    for _round in range(ROUNDS):
        for row in table:
            with posting(row.posting, minutes):
                taken[row.what].append(asked(row))
    middle: dict[str, float] = {what: median(times) for what, times in taken.items()}
    base = middle["bare Django"]
    nginxes = {"board": middle[table[-2].what], "minutes": middle[table[-1].what]}
    for what, rate in middle.items():
        against = nginxes.get(what.split(",")[0])
        beside = f"  {rate / against:.3f}x nginx" if against else ""
        print(f"{what:44} {rate:8.0f}/s  {rate / base:6.3f}x bare{beside}")  # noqa: T201
