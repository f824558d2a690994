"""The protokollsutdrag: one § of frozen minutes as a document of its own."""

from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from boards.shared.paper import tree

LOCAL = ZoneInfo("Europe/Stockholm")
KIND = "PROTOKOLLSUTDRAG"
# The signature field of whoever certifies.
FIELD = "certified"


@dataclass(frozen=True, slots=True)
class Certification:
    """Who certified the extract, as what and when; where it can be checked."""

    name: str
    role: str
    at: datetime
    code: str = ""
    address: str = ""

    def text(self) -> str:
        """Return the sentence printed under the extract."""
        local = self.at.astimezone(LOCAL)
        who = ", ".join(part for part in (self.name, self.role) if part)
        return f"Utdraget bestyrks: {who}, {local:%Y-%m-%d kl. %H.%M}"


def extract(
    document: tree.Document,
    key: str,
    certification: Certification | None = None,
    *,
    with_appendices: bool = True,
) -> tree.Document:
    """Return the § with that key as an extract; `KeyError` when there is none."""
    section = replace(document.section(key), new_page=False)
    day = document.meeting_date.isoformat() if document.meeting_date else ""
    label = f"{section.running or section.number}/{day}".rstrip("/")
    appendices = tuple(a for a in document.appendices if a.section_key == key)
    return replace(
        document,
        title=f"Protokollsutdrag {label} {section.title}",
        kind=KIND,
        blocks=(section, *_certified(document.words, certification)),
        appendices=appendices if with_appendices else (),
        footer=tree.Footer.TEXT if certification else tree.Footer.CERTIFIED,
        footer_text=certification.text() if certification else "",
    )


def _certified(
    words: tree.Words, certification: Certification | None
) -> tuple[tree.Block, ...]:
    if certification is None:
        signature = tree.SignatureField(FIELD, words.certified, "")
        return (tree.SignatureBlock(words.certified, (signature,)),)
    field = tree.SignatureField(FIELD, certification.role, certification.name)
    said: list[tree.Block] = [
        tree.paragraph(certification.text()),
        tree.SignatureBlock(words.certified, (field,)),
    ]
    if certification.address:
        said.append(_checked_at(certification))
    return tuple(said)


def _checked_at(certification: Certification) -> tree.QrCode:
    return tree.QrCode(
        certification.address,
        f"QR-kod till {certification.address}, där utdraget kan kontrolleras",
        (
            "Kontrollera utdraget: läs av koden, eller gå till",
            certification.address,
            f"Kontrollkod: {certification.code}",
        ),
    )
