"""The head of the chain, signed each day: who makes the whole chain anew is found."""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Iterator
from datetime import timedelta

from django.db import connection, transaction

from boards.integrity.checks import Fault, Looked
from boards.integrity.digests import FIRST
from boards.integrity.models import ChainLink, ChainSeal
from boards.integrity.sealing import LOCK, extend_chain
from boards.shared.clock import now, today
from boards.shared.seal.authority import Authority
from boards.shared.seal.detached import sign_detached, verify_detached
from boards.shared.seal.errors import SealError
from boards.shared.seal.setup import own_authority, own_stamps
from boards.shared.seal.stamping import StampService

log = logging.getLogger("justera.integrity")

SIGNER = "Justera: historikkedja"
SEAL = "boards_chainseal"
# A worker may stand still over a night; longer than this somebody has to look.
LATE = timedelta(days=2)


def seal_history() -> ChainSeal | None:
    """Bind the history that is new, and sign the head of the chain once a day."""
    extend_chain()
    return seal_head()


@transaction.atomic
def seal_head() -> ChainSeal | None:
    """Sign the head of the chain, unless that was done today or there is no chain."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
    before = ChainSeal.objects.order_by("number").last()
    head = ChainLink.objects.defer("digests").order_by("number").last()
    if head is None or (before and before.day >= today()):
        return None
    seal = ChainSeal(
        number=before.number + 1 if before else 1,
        day=today(),
        link_number=head.number,
        link_sha256=head.sha256,
        sealed_at=now(),
        previous=fingerprint(before) if before else FIRST,
    )
    seal.signature = sign_detached(
        statement(seal), SIGNER, seal.sealed_at, own_authority(), own_stamps()
    )
    seal.save(force_insert=True)
    log.info("history sealed: %s", seal)
    return seal


def statement(seal: ChainSeal) -> bytes:
    """Return what is signed: which link was the head on a day, and the seal before."""
    said = {
        "seal": seal.number,
        "day": seal.day.isoformat(),
        "link": seal.link_number,
        "link_sha256": seal.link_sha256,
        "previous": seal.previous,
    }
    return json.dumps(said, sort_keys=True, separators=(",", ":")).encode()


def fingerprint(seal: ChainSeal) -> str:
    """Return what the next seal names this one by."""
    return hashlib.sha256(bytes(seal.signature)).hexdigest()


def look_at_seals(looked: Looked) -> Iterator[Fault]:
    """Check every seal, what it sealed, and that none is missing or late."""
    authority, service = own_authority(), own_stamps()
    before: ChainSeal | None = None
    for seal in ChainSeal.objects.order_by("number").iterator(chunk_size=100):
        looked["seals"] += 1
        where = f"{SEAL} {seal.number} ({seal.day})"
        yield from order_faults(where, seal, before)
        yield from signature_faults(where, seal, authority, service)
        yield from link_faults(where, seal)
        before = seal
    yield from lateness(before)


def order_faults(
    where: str, seal: ChainSeal, before: ChainSeal | None
) -> Iterator[Fault]:
    """Tell whether seals are missing before this one, or another stood there."""
    expected = before.number + 1 if before else 1
    if seal.number != expected:
        values = {"first": expected, "last": seal.number - 1}
        yield Fault(where, "integrity.seals_missing", values)
    elif seal.previous != (fingerprint(before) if before else FIRST):
        yield Fault(where, "integrity.seal_replaced")


def signature_faults(
    where: str, seal: ChainSeal, authority: Authority, service: StampService | None
) -> Iterator[Fault]:
    """Tell whether the seal says something else than was signed, or by another."""
    try:
        found = verify_detached(
            statement(seal), bytes(seal.signature), authority, service
        )
    except SealError:
        yield Fault(where, "integrity.seal_broken")
        return
    if not found.intact:
        yield Fault(where, "integrity.seal_broken")
    elif not found.trusted:
        yield Fault(where, "integrity.seal_untrusted")


def link_faults(where: str, seal: ChainSeal) -> Iterator[Fault]:
    """Tell whether the link that was sealed is there as it was."""
    rows = ChainLink.objects.filter(number=seal.link_number)
    sha256 = rows.values_list("sha256", flat=True).first()
    values = {"link": seal.link_number}
    if sha256 is None:
        yield Fault(where, "integrity.sealed_link_missing", values)
    elif sha256 != seal.link_sha256:
        yield Fault(where, "integrity.sealed_link_rewritten", values)


def lateness(last: ChainSeal | None) -> Iterator[Fault]:
    """Tell whether the chain has been without a new seal for too long."""
    sealed_at = last.sealed_at if last else None
    if sealed_at is None:
        links = ChainLink.objects.order_by("number")
        sealed_at = links.values_list("sealed_at", flat=True).first()
    if sealed_at and now() - sealed_at > LATE:
        yield Fault(SEAL, "integrity.seal_late", {"day": sealed_at.date()})
