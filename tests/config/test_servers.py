"""The servers of one's own start, refuse clearly, and leave nothing behind."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from config.local.services import free_port

ROOT = Path(__file__).resolve().parent.parent.parent


def local(*words: str, **variables: str) -> subprocess.Popen[str]:
    env = dict(os.environ) | variables
    for name in ("DATABASE_URL", "CELERY_BROKER_URL", "DJANGO_SETTINGS_MODULE"):
        env.pop(name, None)
    return subprocess.Popen(
        [sys.executable, "-m", "config.local", *words],
        cwd=ROOT,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # Who starts the tests in the background has them ignore an interrupt.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    )


def processes_below(folder: Path) -> list[str]:
    listing = subprocess.run(["ps", "axww"], capture_output=True, text=True, check=True)
    return [line for line in listing.stdout.splitlines() if str(folder) in line]


def test_run_when_port_is_taken_then_one_clear_line(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        process = local("run", PORT=port, DATA_DIR=str(tmp_path))
        _out, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert err == f"justera: Port {port} is in use: stop what uses it, or set PORT.\n"


@pytest.mark.parametrize("word", ["0", "http", "70000", "-1"])
def test_run_when_port_is_no_port_then_one_clear_line(
    tmp_path: Path, word: str
) -> None:
    process = local("run", PORT=word, DATA_DIR=str(tmp_path))
    _out, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (1, f"justera: PORT={word} is not a port.\n")


def test_run_when_data_folder_is_a_file_then_one_clear_line(tmp_path: Path) -> None:
    broken = tmp_path / "file"
    broken.write_text("not a folder")
    process = local("run", PORT=str(free_port()), DATA_DIR=str(broken))
    _out, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert err.startswith(f"justera: The data folder {broken} cannot be used: ")
    assert err.count("\n") == 1


def test_run_when_cluster_is_broken_then_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "pg18").mkdir()
    (tmp_path / "pg18" / "PG_VERSION").write_text("9.6\n")
    process = local("run", PORT=str(free_port()), DATA_DIR=str(tmp_path))
    _out, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert err.startswith("justera: PostgreSQL did not start: ")
    assert err.count("\n") == 1


@pytest.mark.parametrize("words", [[], ["fly"], ["run", "away"], ["shell"]])
def test_local_when_words_are_wrong_then_usage(words: list[str]) -> None:
    process = local(*words)
    _out, err = process.communicate(timeout=60)
    assert process.returncode == 2
    assert err.startswith("usage: ")


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_shell_when_ended_in_the_middle_then_no_server_is_left(
    tmp_path: Path, end: signal.Signals
) -> None:
    flag = tmp_path / "flag"
    script = f"touch {flag}; sleep 30"
    process = local("shell", "--", "sh", "-c", script, DATA_DIR=str(tmp_path))
    deadline = time.monotonic() + 40
    while not flag.exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert any("postgres" in line for line in processes_below(tmp_path))
    process.send_signal(end)
    process.wait(30)
    while processes_below(tmp_path / "pg18") and time.monotonic() < deadline:
        time.sleep(0.05)
    assert processes_below(tmp_path / "pg18") == []


def test_shell_when_folder_was_used_before_then_its_database_is_found(
    tmp_path: Path,
) -> None:
    query = "import os, psycopg; c = psycopg.connect(os.environ['DATABASE_URL'])"
    make = f"{query}; c.execute('create table t (n int)'); c.commit()"
    read = f"{query}; print(c.execute('select count(*) from t').fetchone()[0])"
    first = local("shell", "--", sys.executable, "-c", make, DATA_DIR=str(tmp_path))
    assert first.wait(60) == 0
    second = local("shell", "--", sys.executable, "-c", read, DATA_DIR=str(tmp_path))
    out, _err = second.communicate(timeout=60)
    assert out == "0\n"
