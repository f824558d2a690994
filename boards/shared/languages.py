"""Which other languages the public pages are ready to be read in.

A language is offered once nearly everything that the public reads is in its catalogue;
what is missing is Swedish (minoritetsspråkslagen 2009:724).
"""

from __future__ import annotations

from functools import cache
from gettext import GNUTranslations
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest

# So much of the public texts a language has before it is offered.
ENOUGH = 0.95
# How many texts there are, as the catalogue says in its own head.
COUNT = "X-Public-Texts"
ASKED = "sprak"


def offered() -> list[tuple[str, str]]:
    """Return the languages beside Swedish that are complete enough, by their names."""
    others = [one for one in settings.LANGUAGES if one[0] != settings.LANGUAGE_CODE]
    return [(code, name) for code, name in others if share(code) >= ENOUGH]


def asked(request: HttpRequest) -> str:
    """Return the language that an address asks for, Swedish when it cannot be had."""
    code = request.GET.get(ASKED, "")
    known = {one for one, _name in offered()} if code else set()
    return code if code in known else settings.LANGUAGE_CODE


@cache
def share(code: str) -> float:
    """Return how much of what the public reads is in a language's catalogue."""
    path = Path(settings.LOCALE_PATHS[0]) / code / "LC_MESSAGES" / "django.mo"
    if not path.exists():
        return 0.0
    with path.open("rb") as compiled:
        texts: Any = GNUTranslations(compiled)
    total = int(texts.info().get(COUNT.lower(), "0"))
    said = {key[0] if isinstance(key, tuple) else key for key in texts._catalog}
    return len(said - {""}) / total if total else 0.0
