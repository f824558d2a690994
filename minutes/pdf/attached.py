"""What goes into the PDF of minutes beside the pages: the same tree as data."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from boards.shared.paper.attachments import ALTERNATIVE, Attachment
from boards.shared.paper.store import to_json
from minutes.pdf.akoma import akoma_ntoso

if TYPE_CHECKING:
    from boards.shared.paper.tree import Document


def attached(document: Document) -> tuple[Attachment, ...]:
    """Return the document's tree as JSON and as Akoma Ntoso.

    They come from what is printed, so a masked copy or an extract holds no more.
    """
    data = json.dumps(to_json(document), ensure_ascii=False, sort_keys=True).encode()
    return (
        Attachment(
            "protokoll.json",
            "application/json",
            data,
            "Protokollets innehåll som data (JSON)",
        ),
        Attachment(
            "protokoll.akn.xml",
            "application/xml",
            akoma_ntoso(document),
            "Protokollet som Akoma Ntoso 3.0",
            ALTERNATIVE,
        ),
    )
