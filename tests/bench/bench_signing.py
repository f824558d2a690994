"""Signing minutes of 200 pages, ours against pyHanko alone on the same file, in turn.

Run by `make bench`. Both make the same level (B-LT) with stamps of our own; ours also
issues the certificate, checks what it made and collects the evidence. No time asserted.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from boards.shared.paper.pdf import render_pdf
from boards.shared.paper.tree import SignatureBlock, SignatureField
from boards.shared.seal import pades
from boards.shared.seal.appearance import appearance
from boards.shared.seal.authority import Authority, load_authority
from boards.shared.seal.stamping import stamps
from tests.bench.bench_pdf import minutes

PAGES, ROUNDS = 200, 5
AT = datetime(2020, 9, 29, 12, tzinfo=UTC)
SIGNING = pades.Signing("signature_1", "Göran Ekström (M)", "Ordförande", AT)


def document() -> bytes:
    """Return minutes with a field to sign in."""
    field = SignatureField(SIGNING.field, SIGNING.role, SIGNING.signer_name)
    tree = minutes(PAGES)
    block = SignatureBlock("Underskrifter", (field,))
    return render_pdf(replace(tree, blocks=(block, *tree.blocks)))


def alone(pdf: bytes, authority: Authority) -> Callable[[], bytes]:
    """Return what signs with pyHanko and nothing else."""
    issued = authority.issue(name=SIGNING.signer_name, role=SIGNING.role, at=AT)

    def sign() -> bytes:
        signer = pades.TimedSigner(
            pades._metadata(SIGNING, authority, None),
            signer=pades._signer(issued, authority),
            stamp_style=appearance(),
            timestamper=stamps(authority, None, AT),
        )
        signer.moment = AT
        target = BytesIO()
        lines = {"lines": pades.appearance_text(SIGNING)}
        writer = IncrementalPdfFileWriter(BytesIO(pdf))
        signer.sign_pdf(writer, output=target, appearance_text_params=lines)
        return target.getvalue()

    return sign


def main() -> None:
    """Compare both, in turn, and print the ratio of the medians."""
    pdf = document()
    with TemporaryDirectory() as folder:
        authority = load_authority(Path(folder))
        sides = (alone(pdf, authority), lambda: pades.sign_pdf(pdf, SIGNING, authority))
        taken: tuple[list[float], list[float]] = ([], [])
        for side in sides:
            side()
        for _round in range(ROUNDS):
            for times, side in zip(taken, sides, strict=True):
                begun = perf_counter()
                side()
                times.append(perf_counter() - begun)
    base, ours = (median(times) for times in taken)
    print(  # noqa: T201  a bench prints
        f"signing {PAGES} pages against pyHanko alone: {ours / base:.2f}x "
        f"({base * 1000:.0f} -> {ours * 1000:.0f} ms; goal at most 1.5x)"
    )


if __name__ == "__main__":
    main()
