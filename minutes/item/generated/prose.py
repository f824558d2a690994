"""Swedish names, numbers and lists, and the HTML they stand in."""

from collections.abc import Iterable, Sequence
from html import escape

from minutes.item import sentences

SIBILANTS = ("s", "x", "z")


def listed(words: Iterable[str]) -> str:
    """Return words as Swedish lists them: "A, B och C"."""
    names = list(words)
    if len(names) <= 1:
        return "".join(names)
    return f"{', '.join(names[:-1])} och {names[-1]}"


def genitive(person: str) -> str:
    """Return "Birgitta Lindqvist (C)" as "Birgitta Lindqvists (C)"."""
    name, bracket, party = person.partition(" (")
    ending = "" if name.casefold().endswith(SIBILANTS) else "s"
    return f"{name}{ending}{bracket}{party}"


def counted(number: int, one: str, many: str) -> str:
    """Return a number with its noun: "1 ja-röst", "0 ja-röster"."""
    return f"{number} {one if number == 1 else many}"


def upper(text: str) -> str:
    """Return text that begins a sentence."""
    return text[:1].upper() + text[1:]


def points(labels: Sequence[str]) -> str:
    """Return "punkt 2" or "punkterna 1 och 3"."""
    if not labels:
        return ""
    noun = sentences.POINT if len(labels) == 1 else sentences.POINTS
    return f"{noun} {listed(labels)}"


def who(people: Sequence[str], on_behalf_of: str = "") -> str:
    """Return those who speak, and for whom: "A (L) och B (L) för Liberalerna"."""
    names = listed(people)
    if not on_behalf_of:
        return names
    return sentences.ON_BEHALF.format(people=names, group=on_behalf_of).strip()


def paragraph(text: str) -> str:
    """Return a paragraph of plain text."""
    return f"<p>{escape(text, quote=False)}</p>"


def paragraphs(text: str) -> str:
    """Return what was written on several lines, one paragraph each."""
    return "".join(paragraph(line.strip()) for line in lines(text))


def lines(text: str) -> list[str]:
    """Return the lines that say something."""
    return [line for line in text.splitlines() if line.strip()]


def bullets(texts: Iterable[str]) -> str:
    """Return a list of plain points."""
    made = "".join(f"<li>{paragraphs(text)}</li>" for text in texts)
    return f"<ul>{made}</ul>" if made else ""


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table as the editor makes it."""
    top = "".join(f"<th>{paragraph(text)}</th>" for text in head)
    body = "".join(
        f"<tr>{''.join(f'<td>{paragraph(text)}</td>' for text in row)}</tr>"
        for row in rows
    )
    return f"<table><tbody><tr>{top}</tr>{body}</tbody></table>"
