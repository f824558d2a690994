"""Reading signatures: of our own files here, of all others in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from threading import BoundedSemaphore

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from django.conf import settings

from boards.shared.clock import now
from boards.shared.seal.setup import own_authority, own_stamps
from minutes.verification.enums import Problem
from minutes.verification.signatures import SignatureSaid, signatures_in

TIMEOUT = 15
WAIT = 10
# Two at a time in each web process: whoever sends more waits, and then is told so.
_turns = BoundedSemaphore(2)


@dataclass(frozen=True, slots=True)
class Reading:
    """The signatures of a file, and why there are none when it could not be read."""

    signatures: tuple[SignatureSaid, ...] = ()
    problem: Problem = Problem.NONE


def read_own(pdf: bytes) -> Reading:
    """Return the signatures of bytes that are known to be ours."""
    return Reading(tuple(signatures_in(pdf, own_authority(), own_stamps(), now())))


def read_foreign(pdf: bytes) -> Reading:
    """Return the signatures of bytes from anywhere, within bounded time and memory."""
    if not _turns.acquire(timeout=WAIT):
        return Reading(problem=Problem.BUSY)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "minutes.verification.reader"],
            input=_trusted() + b"\n" + pdf,
            capture_output=True,
            cwd=settings.BASE_DIR,
            env={"LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"},
            timeout=TIMEOUT,
            check=True,
        )
        answer = json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        return Reading(problem=Problem.TOO_SLOW)
    except (subprocess.CalledProcessError, ValueError):
        return Reading(problem=Problem.BROKEN)
    finally:
        _turns.release()
    said = tuple(SignatureSaid(**one) for one in answer["signatures"])
    return Reading(said, Problem(answer["problem"]))


def _trusted() -> bytes:
    authority, service = own_authority(), own_stamps()
    roots = service.roots if service else ()
    return json.dumps(
        {
            "at": now().isoformat(),
            "certificate": _pem(authority.certificate),
            "stamping": _pem(authority.stamping.certificate),
            "earlier": "".join(_pem(one) for one in authority.earlier),
            "roots": "".join(_pem(one) for one in roots),
        }
    ).encode()


def _pem(certificate: x509.Certificate) -> str:
    return certificate.public_bytes(Encoding.PEM).decode("ascii")
