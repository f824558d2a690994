"""How LibreOffice is asked: PDF/A, no macros, nothing fetched from anywhere."""

from __future__ import annotations

import json
from pathlib import Path
from xml.sax.saxutils import quoteattr

from cases.preservation.rules import ODF, OOXML

# PDF/A-2b (R-03), with the headings as bookmarks and the structure as tags.
OPTIONS = {
    "SelectPdfVersion": {"type": "long", "value": "2"},
    "UseTaggedPDF": {"type": "boolean", "value": "true"},
}
WRITER, CALC, IMPRESS = (
    f"pdf:{name}_pdf_Export:{json.dumps(OPTIONS)}"
    for name in ("writer", "calc", "impress")
)
FILTERS = {
    f"{OOXML}wordprocessingml.document": WRITER,
    f"{ODF}text": WRITER,
    f"{OOXML}spreadsheetml.sheet": CALC,
    f"{ODF}spreadsheet": CALC,
    f"{OOXML}presentationml.presentation": IMPRESS,
    f"{ODF}presentation": IMPRESS,
}
# Where nobody answers: what a document asks for is never fetched.
NOWHERE = "127.0.0.1"
SETTINGS = (
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Writer/Content/Update", "Link", "0"),
    ("Office.Calc/Content/Update", "Link", "2"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", NOWHERE),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", NOWHERE),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
    ("Inet/Settings", "ooInetNoProxy", ""),
)
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry">\n'
)


def profile(folder: Path) -> Path:
    """Make a profile that lets a document do nothing but be printed."""
    (folder / "user").mkdir(parents=True)
    rows = "".join(_item(*setting) for setting in SETTINGS)
    (folder / "user" / "registrymodifications.xcu").write_text(
        f"{HEAD}{rows}</oor:items>\n", encoding="utf-8"
    )
    return folder


def _item(path: str, name: str, value: str) -> str:
    where = quoteattr(f"/org.openoffice.{path}")
    return (
        f'<item oor:path={where}><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>\n"
    )
