"""Whose request it is: no header makes anybody somebody else."""

import subprocess
import sys
from ipaddress import IPv6Address, ip_address
from pathlib import Path
from typing import Any

import pytest
from django.test import Client, RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from boards.person.models import User
from boards.shared.clients import address, client_network, login_network, network

PROXY, PERSON, STRANGER = "127.0.0.1", "203.0.113.9", "198.51.100.66"
LOGIN = "/konto/logga-in/"
FOUND, TOO_MANY = 302, 429
ROOT = Path(__file__).resolve().parents[3]
PASSWORD = "ett-bra-losenord"


def plain(said: str) -> str:
    """An address as it is given back: without IPv6's clothes around an IPv4 one."""
    return address(said, "", 0)


addresses = st.ip_addresses().map(lambda found: plain(str(found)))


@pytest.mark.parametrize(
    ("peer", "forwarded", "proxies", "expected"),
    [
        (PERSON, "", 0, PERSON),
        # Without a proxy of ours the header is the client's own word.
        (PERSON, "198.51.100.1", 0, PERSON),
        (PROXY, PERSON, 1, PERSON),
        (PROXY, f"198.51.100.1, {PERSON}", 1, PERSON),
        (PROXY, f"198.51.100.1, {PERSON}, 10.0.0.2", 2, PERSON),
        # It did not come through both.
        (PROXY, PERSON, 2, PROXY),
        (PROXY, "", 1, PROXY),
        (PROXY, "unknown", 1, PROXY),
        (PROXY, f"{PERSON}, ", 1, PROXY),
        (PROXY, "203.0.113.999", 1, PROXY),
        (PROXY, "203.0.113.9" * 1000, 1, PROXY),
        (PROXY, f"{PERSON}:4711", 1, PERSON),
        (PROXY, "[2001:db8::1]:443", 1, "2001:db8::1"),
        (PROXY, "2001:DB8:0::1", 1, "2001:db8::1"),
        (PROXY, "::ffff:203.0.113.9", 1, PERSON),
        (PROXY, "fe80::1%eth0", 1, "fe80::1"),
        # A socket of the machine's own has no address.
        ("", PERSON, 1, PERSON),
        ("", "", 1, ""),
        ("", "", 0, ""),
    ],
)
def test_address_when_asked_then_only_our_own_proxies_are_believed(
    peer: str, forwarded: str, proxies: int, expected: str
) -> None:
    assert address(peer, forwarded, proxies) == expected


@given(
    claimed=st.text(max_size=200),
    person=addresses,
    inner=st.lists(addresses, max_size=3),
)
def test_address_when_the_client_sends_a_header_of_his_own_then_nothing_changes(
    claimed: str, person: str, inner: list[str]
) -> None:
    passed = ", ".join([claimed, person, *inner])
    assert address(PROXY, passed, len(inner) + 1) == person


@given(
    peer=st.text(max_size=60),
    forwarded=st.text(max_size=200),
    proxies=st.integers(min_value=-2, max_value=9),
)
def test_address_when_told_anything_then_it_is_an_address_or_nothing(
    peer: str, forwarded: str, proxies: int
) -> None:
    found = address(peer, forwarded, proxies)
    assert found == "" or str(ip_address(found)) == found


@given(forwarded=st.text(alphabet="0123456789.:[]%, af", max_size=80))
def test_address_when_nobody_stands_between_then_the_header_is_not_read(
    forwarded: str,
) -> None:
    assert address(PERSON, forwarded, 0) == PERSON


@given(one=st.ip_addresses(network="2000::/3"), host=st.integers(0, 2**64 - 1))
def test_network_when_somebody_moves_within_his_ipv6_then_he_is_the_same(
    one: IPv6Address, host: int
) -> None:
    moved = IPv6Address(int(one) >> 64 << 64 | host)
    assert network(str(moved)) == network(str(one))


def test_network_when_ipv4_or_nothing_then_it_is_itself() -> None:
    assert (network(PERSON), network("")) == (PERSON, "")
    assert network("2001:db8:1:2:3:4:5:6") == "2001:db8:1:2::"


def test_login_network_when_nobody_knows_the_address_then_axes_gets_nothing(
    rf: RequestFactory,
) -> None:
    request = rf.get("/", REMOTE_ADDR="")
    assert client_network(request) == ""
    assert login_network(request) is None


@pytest.mark.django_db
def test_login_when_a_stranger_behind_the_proxy_fails_then_others_still_get_in(
    client: Client, settings: Any
) -> None:
    settings.PROXY_COUNT = 1
    User.objects.create_user("anna", password=PASSWORD)
    right = {"username": "anna", "password": PASSWORD}
    wrong = right | {"password": "wrong"}
    for turn in range(settings.AXES_FAILURE_LIMIT):
        # He claims another address each time, and is the same to our proxy.
        passed = f"192.0.2.{turn}, {STRANGER}"
        shut = client.post(LOGIN, wrong, headers={"X-Forwarded-For": passed})
    assert shut.status_code == TOO_MANY
    closed = client.post(LOGIN, right, headers={"X-Forwarded-For": STRANGER})
    assert closed.status_code == TOO_MANY
    own = client.post(LOGIN, right, headers={"X-Forwarded-For": PERSON})
    assert own.status_code == FOUND


def test_production_when_nothing_is_said_then_one_proxy_stands_before_us() -> None:
    needed = ("DATABASE_URL", "CELERY_BROKER_URL", "ALLOWED_HOSTS", "IDENTITY_KEY")
    ask = "from config.settings import production as p; print(p.PROXY_COUNT)"
    env = dict.fromkeys((*needed, "SECRET_KEY", "DATA_DIR"), "x://y")
    env["DATABASE_URL"] = "postgresql://nobody@nowhere.invalid/none"
    command = [sys.executable, "-c", ask]
    done = subprocess.run(
        command, env=env, cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "1\n"
