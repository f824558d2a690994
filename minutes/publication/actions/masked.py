"""The public copy of minutes that hold what may not be shown."""

from __future__ import annotations

from dataclasses import replace

from boards.shared.files import store_file
from boards.shared.issued.actions import About, issue
from boards.shared.issued.enums import IssuedKind
from boards.shared.masking import mask_names
from boards.shared.paper import tree
from boards.shared.paper.pdf import render_pdf
from minutes.approval.models import Approval
from minutes.pdf.attached import attached
from minutes.pdf.documents import files_of
from minutes.privacy.reading import pdf_text
from minutes.publication.actions.masking import HIDDEN_HEADING

# Words of the published documents themselves, whatever the reader's language.
MASKED_COPY = (
    "Maskerad kopia. Skyddade uppgifter är borttagna. Den undertecknade handlingen har"
    " kontrollsumman (SHA-256) {sha256}."
)
APPENDIX_LEFT_OUT = (
    "Bilagan ingår inte i den maskerade kopian. Den prövas och lämnas ut på begäran."
)


def masked_pdf(approval: Approval, document: tree.Document) -> str:
    """Make the public copy and return its hash.

    Appendices that are files of their own are left out: nobody has masked those.
    """
    note = tree.paragraph(APPENDIX_LEFT_OUT)
    appendices = tuple(
        replace(one, pdf=b"", sha256="", blocks=(note,)) if not one.blocks else one
        for one in document.appendices
    )
    said = MASKED_COPY.format(sha256=approval.document.sha256)
    public = replace(
        document,
        blocks=(tree.paragraph(said), *document.blocks),
        appendices=appendices,
    )
    pdf = render_pdf(public, attachments=attached(public))
    about = About(
        kind=IssuedKind.PUBLIC_COPY,
        source=approval,
        board=approval.board,
        day=approval.meeting.held_on,
        is_public=True,
        items_label=approval.items_label,
        minutes=approval.pk,
    )
    issue(pdf, about)
    return store_file(pdf, "application/pdf").sha256


def is_named_in_files(document: tree.Document, names: list[str]) -> bool:
    """Say whether an appendix that is a PDF of its own holds a protected name."""
    if not names:
        return False
    texts = [pdf_text(content) or "" for content in files_of(document).values()]
    return bool(mask_names(texts, names) != texts)


def without(document: tree.Document, keys: set[str]) -> tree.Document:
    """Return the document without what some appendices are called and hold."""
    if not keys:
        return document
    note = tree.paragraph(APPENDIX_LEFT_OUT)
    appendices = (
        replace(one, title=HIDDEN_HEADING, pdf=b"", sha256="", blocks=(note,))
        if one.key in keys
        else one
        for one in document.appendices
    )
    return replace(document, appendices=tuple(appendices))
