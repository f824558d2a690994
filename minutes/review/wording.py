"""A section as lines to be reworded, and the reworded lines back in its rich text."""

import html
import re
from difflib import SequenceMatcher

from boards.shared.sanitise import plain_text

LINE_END = re.compile(r"(</(?:p|h\d|li)>|<br>)")
OPENING = re.compile(r"^(?:\s|</?(?:p|ul|ol|li|h\d|blockquote)\b[^>]*>)*")
STRUCTURE = re.compile(r"<(?:ul|ol|h\d|blockquote|br)\b")
TABLE = re.compile(r"<table\b")


def can_reword(body: str) -> bool:
    """Say whether the text is all lines: the cells of a table are not."""
    return not TABLE.search(body)


def with_words(body: str, wording: str) -> str | None:
    """Return the rich text with other words in its lines; None when they do not fit.

    A line whose words stay keeps its looks. Lists and headings keep their lines one for
    one; a text of paragraphs alone may get more of them, or fewer.
    """
    if not can_reword(body):
        return None
    lines = [line.strip() for line in wording.splitlines() if line.strip()]
    pieces = LINE_END.split(body)
    places = [at for at in range(0, len(pieces), 2) if plain_text(pieces[at])]
    if len(places) == len(lines):
        for at, line in zip(places, lines, strict=True):
            if plain_text(pieces[at]) != " ".join(line.split()):
                pieces[at] = _opening(pieces[at]) + html.escape(line, quote=False)
        return "".join(pieces)
    if STRUCTURE.search(body):
        return None
    return _paragraphs([pieces[at] for at in places], lines)


def _opening(piece: str) -> str:
    found = OPENING.match(piece)
    return found[0] if found else ""


def _paragraphs(pieces: list[str], lines: list[str]) -> str:
    """Return paragraphs of the lines; those that were there before keep their looks."""
    before = [plain_text(piece) for piece in pieces]
    after = [" ".join(line.split()) for line in lines]
    made = [f"<p>{html.escape(line, quote=False)}</p>" for line in lines]
    for block in SequenceMatcher(
        None, before, after, autojunk=False
    ).get_matching_blocks():
        for step in range(block.size):
            made[block.b + step] = f"{pieces[block.a + step]}</p>"
    return "".join(made)
