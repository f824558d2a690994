"""References in minutes as links, where they lead to something published."""

from __future__ import annotations

import re

from django.utils.html import format_html
from django.utils.safestring import mark_safe

from minutes.portal.queries import case_url, item_url, items
from minutes.publication.models import PublishedCase

TAG = re.compile(r"(<[^>]*>)")
SPACE = r"[ \u00a0]"
ITEM = rf"[A-ZÅÄÖ]{{2,12}}{SPACE}§{SPACE}?\d{{1,5}}/\d{{4}}-\d\d-\d\d"
# Boards number their ärenden 4/2020 or 2020/4.
CASE = rf"[A-ZÅÄÖ]{{2,12}}{SPACE}\d{{1,6}}/\d{{1,6}}(?!-?\d)"
LAW = rf"(?:KL|OSL|TF){SPACE}\d{{1,2}}:\d{{1,3}}(?!\d)"
REFERENCE = re.compile(rf"(?<!\w)(?:{ITEM}|{CASE}|{LAW})")
# Sveriges lagar by number; their chapters and sections have marks of their own.
LAWS = {"KL": "2017:725", "OSL": "2009:400", "TF": "1949:105"}


def linked(html: str) -> str:
    """Return a document with its references as links; text within a link stays."""
    parts = TAG.split(html)
    texts = list(readable(parts))
    found = {one for place in texts for one in REFERENCE.findall(parts[place])}
    where = addresses({plain(one) for one in found})
    for place in texts:
        parts[place] = REFERENCE.sub(lambda match: link(match[0], where), parts[place])
    return "".join(parts)


def readable(parts: list[str]) -> list[int]:
    """Return the places of text that is no tag and in no link."""
    found, inside = [], False
    for place, part in enumerate(parts):
        if part.startswith("<"):
            inside = part.startswith("<a ") or (inside and part != "</a>")
        elif part and not inside:
            found.append(place)
    return found


def plain(reference: str) -> str:
    """Return a reference as the snapshots write it."""
    return " ".join(reference.replace("\N{NO-BREAK SPACE}", " ").split())


def addresses(references: set[str]) -> dict[str, str]:
    """Return where each reference leads: two questions, however many there are."""
    where = {one: law for one in references if (law := law_url(one))}
    left = references - where.keys()
    if not left:
        return where
    for row in items().filter(citation__in=spaced(left)):
        where[plain(row.citation)] = item_url(row)
    cases = PublishedCase.objects.filter(
        dnr__in=left, withdrawn_at__isnull=True, is_secret=False
    )
    for case in cases.select_related("board"):
        where[case.dnr] = case_url(case)
    return where


def spaced(references: set[str]) -> set[str]:
    """Return each citation also with the space that does not break."""
    return {form for one in references for form in (one, one.replace("§ ", "§\u00a0"))}


def law_url(reference: str) -> str:
    """Return the public text of a section of law."""
    found = re.fullmatch(r"(KL|OSL|TF) (\d+):(\d+)", reference)
    if not found:
        return ""
    law, chapter, section = found.groups()
    return f"https://lagen.nu/{LAWS[law]}#K{chapter}P{section}"


def link(text: str, where: dict[str, str]) -> str:
    """Return a reference as a link, or as it stands."""
    url = where.get(plain(text))
    return text if not url else format_html('<a href="{}">{}</a>', url, mark_safe(text))  # noqa: S308  cut from our own HTML
