"""The tree as PDF: laid out twice so that the contents know their pages.

The same tree gives the same bytes. What comes after (signatures) is only ever appended.
"""

from collections.abc import Mapping, Sequence
from io import BytesIO

from boards.shared.paper import appendices, fonts
from boards.shared.paper.attachments import Attachment
from boards.shared.paper.finish import finish
from boards.shared.paper.flow import entries, story
from boards.shared.paper.layout import Layout
from boards.shared.paper.page import Pages
from boards.shared.paper.structure import TagCanvas
from boards.shared.paper.tree import Document

# A page number with one digit more can move a line of the contents, so a third pass
# may be needed; the number of entries never changes.
PASSES = 4


def render_pdf(
    document: Document,
    files: Mapping[str, bytes] | None = None,
    attachments: Sequence[Attachment] = (),
) -> bytes:
    """Return the document as a PDF; `files` holds uploaded appendices by SHA-256.

    `attachments` are files inside it that say the same for machines.
    """
    fonts.register()
    uploads = appendices.collect(document, files or {})
    foreign = {key: appendices.count_pages(data) for key, data in uploads.items()}
    known: dict[str, int] = {}
    for _number in range(PASSES):
        data, layout = _lay_out(document, known, foreign)
        if layout.pages == known or not entries(document):
            break
        known = layout.pages
    return finish(data, document, layout, uploads, attachments)


def _lay_out(
    document: Document, known: dict[str, int], foreign: dict[str, int]
) -> tuple[bytes, Layout]:
    layout = Layout(known=known, foreign=foreign)
    target = BytesIO()
    Pages(target, document, layout).build(
        story(document, layout), canvasmaker=TagCanvas
    )
    return target.getvalue(), layout
