"""What a document says, passage by passage, as the detectors read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from boards.person.queries import protected_words
from boards.shared.masking import mask_names
from boards.shared.paper import tree
from boards.shared.paper.store import from_json
from boards.shared.paper.text import blocks_text
from minutes.pdf.documents import PDF, files_of
from minutes.privacy.detectors import Passage

if TYPE_CHECKING:
    from cases.document.models import Document
    from minutes.approval.models import Approval

# Where something stands that is in no §; words of the documents themselves.
FRONT = "Försättsblad"
CORRECTIONS = "Rättelser"
# What pypdf raises for files that are not what they say.
DAMAGED = (
    PyPdfError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)


@dataclass(frozen=True)
class Reading:
    """The passages of a document, and the parts of it that have no text to read."""

    passages: tuple[Passage, ...]
    unreadable: tuple[tuple[str, str], ...] = ()


def read_minutes(approval: Approval) -> Reading:
    """Read frozen minutes with their appendices and what a correction says."""
    document = from_json(approval.content)
    passages = [Passage(FRONT, blocks_text(without_sections(document.blocks)))]
    passages += [
        Passage(section.running or section.number or section.title, said_in(section))
        for section in document.sections()
    ]
    unreadable = []
    files = files_of(document)
    for appendix in document.appendices:
        content = appendix.pdf or files.get(appendix.sha256, b"")
        text = pdf_text(content) if content else blocks_text(appendix.blocks)
        passages.append(Passage(appendix.stamp, f"{appendix.title}\n{text or ''}"))
        if text is None or (content and not text.strip()):
            unreadable.append((appendix.key, f"{appendix.stamp}: {appendix.title}"))
    passages += read_corrections(approval)
    return Reading(tuple(by_place(passages)), tuple(unreadable))


def read_corrections(approval: Approval) -> Iterator[Passage]:
    """Read what a corrected version says that it put right: the public sees that."""
    for row in approval.corrections.all():
        yield Passage(CORRECTIONS, f"{row.wrong}\n{row.right}\n{row.ground}")


def by_place(passages: Iterable[Passage]) -> Iterator[Passage]:
    """Return one passage for each place."""
    texts: dict[str, list[str]] = {}
    for passage in passages:
        texts.setdefault(passage.where, []).append(passage.text)
    for where, parts in texts.items():
        yield Passage(where, "\n\n".join(parts))


def without_sections(blocks: tuple[tree.Block, ...]) -> tuple[tree.Block, ...]:
    """Return blocks that are no §§."""
    return tuple(block for block in blocks if not isinstance(block, tree.Section))


def said_in(section: tree.Section) -> str:
    """Return what a § says, without the §§ inside it."""
    own = blocks_text(without_sections(section.blocks))
    return "\n".join([section.title, own, *section.dispatched_to])


def read_handling(document: Document) -> Reading:
    """Read a handling: what it is called and the text of its file."""
    said = Passage(document.designation, document.subject)
    stored = document.kept_file
    text = pdf_text(stored.read()) if stored and stored.media_type == PDF else None
    if text is None or not text.strip():
        return Reading((said,), ((f"document-{document.pk}", document.file_name),))
    return Reading((said, Passage(document.file_name, text)))


def names_protected(document: Document) -> bool:
    """Say whether a handling points out somebody with protected data (D-20)."""
    said = read_handling(document)
    texts = [document.file_name, *(passage.text for passage in said.passages)]
    return bool(mask_names(texts, protected_words()) != texts)


def pdf_text(content: bytes) -> str | None:
    """Return the text of a PDF as its reader sees it, None when it cannot be read."""
    try:
        pages = PdfReader(BytesIO(content)).pages
        return "\n".join(page.extract_text() for page in pages)
    except DAMAGED:
        return None
