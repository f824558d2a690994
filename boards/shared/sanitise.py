"""Rich text made safe: what the editor can make may stay, nothing else.

The only place, with the `rich` filter, where HTML that people wrote is trusted.
"""

import html
import re

import nh3
from django.utils.html import strip_tags
from django_prose_editor.config import allowlist_from_extensions

LINK_SCHEMES = ["http", "https", "mailto"]

# What the editor offers; `static/js/rich-text.js` builds the same list in the browser.
EXTENSIONS = {
    "Bold": True,
    "Italic": True,
    "Heading": {"levels": [3, 4]},
    "HardBreak": True,
    "BulletList": True,
    "OrderedList": True,
    "ListItem": True,
    "Blockquote": True,
    "Link": {"enableTarget": False, "protocols": LINK_SCHEMES},
    "Table": True,
    "TableRow": True,
    "TableHeader": True,
    "TableCell": True,
}

# Word, Outlook and old pages say the same thing with other elements.
SAME_AS = {
    "h1": "h3",
    "h2": "h3",
    "h5": "h4",
    "h6": "h4",
    "b": "strong",
    "i": "em",
}

_RENAMED = re.compile(rf"<(/?)({'|'.join(SAME_AS)})>")
_LINK_TO_NOWHERE = re.compile(r"<a(?![^>]*\shref=)[^>]*>(.*?)</a>", re.DOTALL)
_ROW = re.compile(r"<tr>.*?</tr>", re.DOTALL)
_EMPTY_END = re.compile(r"(?:\s|<p>(?:\s|&nbsp;|<br>)*</p>)+$")
_HEADER_WITHOUT_SCOPE = re.compile(r"<th(?![^>]*\sscope=)")


def _cleaner() -> nh3.Cleaner:
    allowed = allowlist_from_extensions(EXTENSIONS)
    attributes = allowed["attributes"]
    attributes["a"] = {"href", "title"}
    attributes["ol"] = {"start"}
    attributes["th"] = {"scope", "colspan", "rowspan"}
    return nh3.Cleaner(
        tags=allowed["tags"] | SAME_AS.keys(),
        attributes=attributes,
        url_schemes=set(LINK_SCHEMES),
        link_rel="noopener",
        attribute_filter=_plain_value,
    )


def _plain_value(tag: str, attribute: str, value: str) -> str | None:
    """Let spans be small numbers and scopes be scopes; drop links without a scheme."""
    if attribute in {"colspan", "rowspan", "start"}:
        return value if re.fullmatch(r"\d{1,3}", value) else None
    if attribute == "scope":
        return value if value in {"col", "row"} else None
    if attribute == "title":
        return value.strip() or None
    if attribute == "href" and tag == "a":
        return value if re.match(r"(?:https?://|mailto:|#|/(?!/))", value) else None
    return value


_CLEANER = _cleaner()


def sanitise(text: str) -> str:
    """Return the HTML with only what the editor can make; nothing visible is ``""``."""
    clean = _CLEANER.clean(text)
    clean = _RENAMED.sub(lambda tag: f"<{tag[1]}{SAME_AS[tag[2]]}>", clean)
    clean = _LINK_TO_NOWHERE.sub(r"\1", clean)
    clean = _ROW.sub(_with_scope, clean)
    clean = _EMPTY_END.sub("", clean).strip()
    return clean if plain_text(clean) or "<table>" in clean else ""


def plain_text(text: str) -> str:
    """Return the words of rich text, without its elements."""
    spaced = re.sub(r"<(?:br|/p|/h\d|/li|/t[dhr])>", " \\g<0>", text)
    return " ".join(html.unescape(strip_tags(spaced)).split())


def _with_scope(row: re.Match[str]) -> str:
    """Say what each header cell heads: the row if the row has figures (WCAG 1.3.1)."""
    scope = "row" if "<td" in row[0] else "col"
    return _HEADER_WITHOUT_SCOPE.sub(f'<th scope="{scope}"', row[0])
