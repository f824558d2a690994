"""A process of its own that reads signatures out of a PDF nobody has vouched for.

It gets the PDF on its standard input and answers in JSON. It can write no file, knows
no secret, and is stopped when it takes too much time or memory: `reading` starts it.
"""

import json
import resource
import sys
from dataclasses import asdict
from datetime import datetime
from io import BytesIO
from typing import Any, cast

from cryptography import x509
from pyhanko.pdf_utils.reader import PdfFileReader

from boards.shared.seal.authority import Authority, Issued
from boards.shared.seal.stamping import StampService
from minutes.verification.enums import Problem
from minutes.verification.signatures import signatures_in

SECONDS = 10
MEMORY = 1536 * 1024 * 1024
MOST_SIGNATURES = 50


def main() -> None:
    """Answer with what is signed, or why that cannot be said."""
    trusted = json.loads(sys.stdin.buffer.readline())
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    json.dump(answer(sys.stdin.buffer.read(), trusted), sys.stdout)


def answer(pdf: bytes, trusted: dict[str, Any]) -> dict[str, Any]:
    """Return the signatures and the problem, if there is one."""
    try:
        reader = PdfFileReader(BytesIO(pdf), strict=False)
        if reader.encrypted:
            return {"problem": Problem.ENCRYPTED, "signatures": []}
        at = datetime.fromisoformat(trusted["at"])
        found = signatures_in(pdf, _authority(trusted), _service(trusted), at)
    except Exception:  # noqa: BLE001  whatever a hostile file provokes
        return {"problem": Problem.BROKEN, "signatures": []}
    said = [asdict(one) for one in found[:MOST_SIGNATURES]]
    return {"problem": Problem.NONE, "signatures": said}


def _authority(trusted: dict[str, Any]) -> Authority:
    # Checking takes certificates alone: no key is ever given to this process.
    no_key = cast("Any", None)
    own, stamping = (
        x509.load_pem_x509_certificate(trusted[name].encode())
        for name in ("certificate", "stamping")
    )
    earlier = _certificates(trusted["earlier"])
    return Authority(no_key, own, Issued(no_key, stamping), earlier=earlier)


def _service(trusted: dict[str, Any]) -> StampService | None:
    roots = _certificates(trusted["roots"])
    return StampService("", roots) if roots else None


def _certificates(pem: str) -> tuple[x509.Certificate, ...]:
    return tuple(x509.load_pem_x509_certificates(pem.encode())) if pem else ()


if __name__ == "__main__":
    main()
