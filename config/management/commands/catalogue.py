"""The catalogues: add new texts, or check that none is missing.

The Swedish one has every text. Another language's has what the public reads, and is
offered on the public pages when it is complete enough.
"""

from __future__ import annotations

import re
from argparse import ArgumentParser
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import polib
from babel.messages.extract import DEFAULT_KEYWORDS, extract_python
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation.template import templatize

from boards.shared.languages import COUNT

# Where what the public reads is written.
PUBLIC = (
    "boards/shared/*.py",
    "cases/diary/*.py",
    "cases/report/*.py",
    "minutes/noticeboard/*.py",
    "minutes/portal/*.py",
    "minutes/publication/*.py",
    "minutes/search/*.py",
    "minutes/verification/*.py",
    "templates/base.html",
    "templates/public.html",
    "templates/[45]*.html",
    "templates/cases/diary/*.html",
    "templates/cases/report/*.html",
    "templates/minutes/noticeboard/*.html",
    "templates/minutes/opendata/*.html",
    "templates/minutes/portal/*.html",
    "templates/minutes/publication/*.html",
    "templates/minutes/search/*.html",
    "templates/minutes/verification/*.html",
)
SWEDISH = "sv"
APPS = ("boards", "cases", "config", "finance", "minutes")
KEYWORDS = DEFAULT_KEYWORDS | {
    "gettext_lazy": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
    "gettext_noop": None,
}

# A placeholder with its name.
NAMED = re.compile(r"%\((\w+)\)[sd]")

# Context, singular and plural of one text; the plural is empty for most.
Text = tuple[str, str, str]


class Command(BaseCommand):
    """Read every text of code and templates into locale, without gettext's tools."""

    help = "Add new texts to a catalogue, the Swedish one; --check only looks."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare --check and --language."""
        known = [code for code, _name in settings.LANGUAGES]
        parser.add_argument("--check", action="store_true")
        parser.add_argument("--language", choices=known, default=SWEDISH)

    def handle(self, *, check: bool, language: str, **_options: object) -> None:
        """Write the catalogue, or raise when it is not complete."""
        path = settings.LOCALE_PATHS[0] / language / "LC_MESSAGES" / "django.po"
        catalogue = opened(path, language)
        in_use = texts_in_use if language == SWEDISH else public_texts
        used = set(in_use(settings.BASE_DIR))
        if check:
            report(faults(catalogue, used), language)
            return
        merge(catalogue, used)
        if language != SWEDISH:
            catalogue.metadata[COUNT] = str(len(catalogue))
        path.parent.mkdir(parents=True, exist_ok=True)
        catalogue.save(str(path))
        missing = len(catalogue.untranslated_entries())
        name = dict(settings.LANGUAGES)[language]
        self.stdout.write(f"{len(catalogue)} texts, {missing} without {name}")


def opened(path: Path, language: str) -> polib.POFile:
    """Return a language's catalogue; an empty one when there is none yet."""
    if path.exists():
        return polib.pofile(str(path))
    made = polib.POFile(wrapwidth=78)
    made.metadata = {
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
    }
    return made


def public_texts(root: Path) -> Iterator[Text]:
    """Walk the texts that the public reads."""
    for pattern in PUBLIC:
        for source in sorted(root.glob(pattern)):
            yield from texts_of_file(source)


def texts_of_file(source: Path) -> Iterator[Text]:
    """Return the texts of a module or a template."""
    text = source.read_text(encoding="utf-8")
    if source.suffix == ".py":
        return texts_of(text)
    # What stands between the texts is no Python: it has no indentation to obey.
    lines = (line.strip() for line in templatize(text).splitlines())
    return texts_of("\n".join(lines))


def texts_in_use(root: Path) -> Iterator[Text]:
    """Walk every text that code or templates pass through gettext."""
    for app in APPS:
        for source in sorted((root / app).rglob("*.py")):
            if "migrations" not in source.parts:
                yield from texts_of_file(source)
    for source in sorted((root / "templates").rglob("*.*")):
        yield from texts_of_file(source)


def texts_of(code: str) -> Iterator[Text]:
    """Return the texts of a piece of Python."""
    stream = BytesIO(code.encode())
    found = extract_python(stream, KEYWORDS, [], {"encoding": "utf-8"})
    for _line, function, message, _comments in found:
        parts = [message] if isinstance(message, str) else list(message)
        if parts and isinstance(parts[0], str) and parts[0]:
            yield as_text(function, [part or "" for part in parts])


def as_text(function: str, parts: list[str]) -> Text:
    """Sort a call's arguments into context, singular and plural."""
    context = parts.pop(0) if function.startswith(("pgettext", "npgettext")) else ""
    has_plural = function.startswith(("ngettext", "npgettext")) and len(parts) > 1
    return context, parts[0], parts[1] if has_plural else ""


def key(entry: polib.POEntry) -> Text:
    """Return an entry as a text."""
    return entry.msgctxt or "", entry.msgid, entry.msgid_plural


def merge(catalogue: polib.POFile, used: set[Text]) -> None:
    """Add what is new, drop what is gone, and sort, so that merges stay small."""
    for entry in list(catalogue):
        if key(entry) not in used:
            catalogue.remove(entry)
    known = {key(entry) for entry in catalogue}
    for context, text, plural in sorted(used - known):
        catalogue.append(new_entry(context, text, plural))
    catalogue.sort(key=lambda entry: (entry.msgid, entry.msgctxt or ""))


def new_entry(context: str, text: str, plural: str) -> polib.POEntry:
    """Return an entry that waits for its Swedish."""
    entry = polib.POEntry(msgid=text, msgctxt=context or None)
    if plural:
        entry.msgid_plural = plural
        entry.msgstr_plural = {0: "", 1: ""}
    if "%(" in text:
        entry.flags.append("python-format")
    return entry


def faults(catalogue: polib.POFile, used: set[Text]) -> list[str]:
    """List what is missing, fuzzy, without Swedish, or no longer used."""
    entries = {key(entry): entry for entry in catalogue}
    found = [f"missing: {text!r}" for _c, text, _p in sorted(used - entries.keys())]
    found += [f"unused: {text!r}" for _c, text, _p in sorted(entries.keys() - used)]
    for entry in catalogue:
        if entry.fuzzy:
            found.append(f"fuzzy: {entry.msgid!r}")
        elif not entry.translated():
            found.append(f"not translated: {entry.msgid!r}")
    return found


def report(found: list[str], language: str = SWEDISH) -> None:
    """Raise with every fault, one a line."""
    if found:
        lines = "\n".join(found)
        raise CommandError(f"The catalogue of {language} is not complete:\n{lines}")
