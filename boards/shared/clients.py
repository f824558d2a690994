"""Whose request it is: the address behind our own proxies, and what is counted of it.

Whoever asks may write what he likes into X-Forwarded-For; only the entries that our own
proxies added, the last ones, are believed.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address

from django.conf import settings
from django.http import HttpRequest

# One subscriber to IPv6 has a whole network: who counts addresses counts nothing.
COUNTED_BITS = 64
# An address with a port is no longer than this; what is longer is none.
LONGEST = 80


def address(peer: str, forwarded: str, proxies: int) -> str:
    """Return the client's address; empty when nobody knows it.

    Each proxy adds whom it was asked by at the end, so with two of our own it is the
    last entry but one. A header that is too short or holds no address there did not
    come through all of them: then it is the peer himself that asks.
    """
    entries = forwarded.split(",")
    if 0 < proxies <= len(entries):
        found = parsed(entries[-proxies])
        if found is not None:
            return str(found)
    found = parsed(peer)
    return "" if found is None else str(found)


def parsed(said: str) -> IPv4Address | IPv6Address | None:
    """Read an address as proxies write it: some add a port, some a zone."""
    said = said.strip()
    if len(said) > LONGEST:
        return None
    if said.startswith("["):
        said = said[1:].partition("]")[0]
    elif said.count(":") == 1:
        said = said.partition(":")[0]
    try:
        found = ip_address(said.partition("%")[0])
    except ValueError:
        return None
    if isinstance(found, IPv6Address) and found.ipv4_mapped is not None:
        return found.ipv4_mapped
    return found


def network(one: str) -> str:
    """Return what is counted as one client: an IPv4 address, an IPv6 network."""
    found = parsed(one)
    if not isinstance(found, IPv6Address):
        return one
    rest = found.max_prefixlen - COUNTED_BITS
    return str(IPv6Address(int(found) >> rest << rest))


def client_address(request: HttpRequest) -> str:
    """Return the address of whoever asks."""
    return address(
        request.META.get("REMOTE_ADDR", ""),
        request.META.get("HTTP_X_FORWARDED_FOR", ""),
        settings.PROXY_COUNT,
    )


def client_network(request: HttpRequest) -> str:
    """Return what whoever asks is counted as: in limits, and when a login is closed."""
    return network(client_address(request))


def login_network(request: HttpRequest) -> str | None:
    """Return the same for django-axes, which keeps addresses or nothing."""
    return client_network(request) or None
