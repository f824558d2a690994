"""`make run` has a BankID of its own, unless there is another or it is no demo."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from config.bankid_simulator.people import people
from config.demo.people import LOGINS, PERSONAL_NUMBERS
from config.local.household import simulated_bankid
from tests.config.test_servers import processes_below


@pytest.fixture
def demo(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.delenv("DJANGO_SETTINGS_MODULE", raising=False)
    monkeypatch.delenv("BANKID_URL", raising=False)
    return monkeypatch


def test_simulated_bankid_when_used_then_named_and_gone_afterwards(
    demo: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with simulated_bankid(tmp_path) as settings:
        assert settings == json.loads((tmp_path / "bankid/ready.json").read_text())
        assert settings["BANKID_URL"].startswith("https://127.0.0.1:")
    assert not processes_below(tmp_path)
    assert not (tmp_path / "bankid/ready.json").exists()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("BANKID_URL", "https://appapi2.test.bankid.com"),
        ("DJANGO_SETTINGS_MODULE", "config.settings.production"),
    ],
)
def test_simulated_bankid_when_not_wanted_then_not_started(
    demo: pytest.MonkeyPatch, tmp_path: Path, name: str, value: str
) -> None:
    demo.setenv(name, value)
    with simulated_bankid(tmp_path) as settings:
        assert settings == {}
    assert not (tmp_path / "bankid").exists()


def test_simulated_bankid_when_started_again_then_keeps_its_authorities(
    demo: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with simulated_bankid(tmp_path):
        first = (tmp_path / "bankid/user-ca.pem").read_bytes()
    with simulated_bankid(tmp_path):
        assert (tmp_path / "bankid/user-ca.pem").read_bytes() == first


def test_people_when_listed_then_every_number_belongs_to_a_login() -> None:
    usernames = {username for username, _purpose, _page in LOGINS}
    assert PERSONAL_NUMBERS.keys() - {"eva"} <= usernames
    assert len(people()) == len(PERSONAL_NUMBERS) + 1
