"""Making the PDF of minutes, ours against WeasyPrint on the same tree, in one run.

`python -m tests.bench.bench_pdf` (in `make bench`); each side is a process of its own,
so that its highest memory is its own. It asserts no times.
"""

import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from time import perf_counter

from boards.shared.paper.html import render_html
from boards.shared.paper.pdf import render_pdf
from boards.shared.paper.tree import (
    Column,
    Document,
    Heading,
    Section,
    Table,
    TableOfContents,
    cells,
    numbered,
    paragraph,
)

PAGES = (10, 100, 400)
STYLES = Path("static/css/paper.css")
WORDS = (
    "Nämnden behandlade ärendet utifrån förvaltningens redovisning av verksamheten, "
    "ekonomin och personalen under perioden och av det som återstår under året. "
) * 4
ROWS = tuple(cells(f"Post {number}", f"{number} 104", "5 684") for number in range(8))


def minutes(pages: int) -> Document:
    """Return minutes with about one § on each page."""
    return Document(
        title="Protokoll",
        kind="SAMMANTRÄDESPROTOKOLL",
        organ="Servicenämnden",
        blocks=(TableOfContents(), *(section(number) for number in range(1, pages))),
    )


def section(number: int) -> Section:
    """Return a § that fills a page: prose, a table, a decision."""
    columns = (Column("Post"), Column("Utfall"), Column("Budget"))
    return Section(
        key=f"item-{number}",
        number=f"§ {number}",
        title=f"Ärende {number}",
        running=f"ITVT § {number}",
        blocks=(
            Heading(2, "Sammanfattning av ärendet"),
            paragraph(WORDS),
            paragraph(WORDS),
            Table(columns, ROWS),
            Heading(2, "Beslut"),
            numbered("att godkänna redovisningen.", "att lägga den till handlingarna."),
        ),
    )


def ours(document: Document) -> bytes:
    return render_pdf(document)


def weasyprint(document: Document) -> bytes:
    from weasyprint import HTML  # noqa: PLC0415  only this side pays for it

    style = f"<style>{STYLES.read_text()} section {{ break-before: page }}</style>"
    # The same level as ours: tagged, PDF/A-3a.
    return HTML(string=style + render_html(document)).write_pdf(pdf_variant="pdf/a-3a")


SIDES: dict[str, Callable[[Document], bytes]] = {
    "ours": ours,
    "weasyprint": weasyprint,
}


def measure(side: str, pages: int) -> None:
    """Make the PDF once and print what it took; this is the process on its own."""
    import pikepdf  # noqa: PLC0415  counted on both sides alike

    document = minutes(pages)
    begun = perf_counter()
    content = SIDES[side](document)
    taken = perf_counter() - begun
    with pikepdf.open(BytesIO(content)) as pdf:
        made = len(pdf.pages)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": taken, "megabytes": memory, "pages": made}))  # noqa: T201


def asked(side: str, pages: int) -> dict[str, float]:
    """Return what one side took in a process of its own."""
    command = [sys.executable, "-m", "tests.bench.bench_pdf", side, str(pages)]
    done = subprocess.run(command, check=True, capture_output=True, env=os.environ)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def main() -> None:
    """Compare both sides at each length, in turn."""
    for pages in PAGES:
        mine, other = asked("ours", pages), asked("weasyprint", pages)
        per_page = mine["seconds"] / mine["pages"] * 1000
        others = other["seconds"] / other["pages"] * 1000
        print(  # noqa: T201  a bench prints
            f"PDF of {mine['pages']:.0f} pages (WeasyPrint: {other['pages']:.0f}): "
            f"{others / per_page:.1f}x faster a page "
            f"({per_page:.1f} against {others:.1f} ms; goal at least 5x), "
            f"memory {mine['megabytes'] / other['megabytes']:.2f}x "
            f"({mine['megabytes']:.0f} against {other['megabytes']:.0f} MB; goal 0.5x)"
        )


if __name__ == "__main__":
    if len(sys.argv) > 1:
        measure(sys.argv[1], int(sys.argv[2]))
    else:
        main()
