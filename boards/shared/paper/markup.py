"""Runs of text as reportlab's paragraph markup."""

import re
from xml.sax.saxutils import escape, quoteattr

from boards.shared.paper.tree import Run, Runs

NO_BREAK = "\u00a0"
NUMBER = re.compile(
    r"[-+\u2212\u2013]?\d{1,3}(?:[ \u00a0\u202f]?\d{3})*(?:,\d+)?\s?(?:%|kr|tkr|mnkr)?"
)
SAFE_LINK = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)
# XML knows no other control characters than these three.
CONTROL = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def is_number(text: str) -> bool:
    """Return whether a cell holds an amount, a count or a share."""
    return bool(NUMBER.fullmatch(text.strip()))


def plain(runs: Runs) -> str:
    """Return the text of runs without their looks."""
    return "".join(run.text for run in runs)


def of_text(text: str) -> str:
    """Return text as markup; the signs of § and page references stay together."""
    kept = CONTROL.sub("", text).replace("§ ", f"§{NO_BREAK}")
    return escape(kept).replace("\n", "<br/>")


def of_runs(runs: Runs) -> str:
    """Return runs as markup that reportlab reads."""
    return "".join(_of_run(run) for run in runs)


def of_number(text: str) -> str:
    """Return an amount as markup that never breaks inside."""
    return escape(re.sub(r"[ \u202f]", NO_BREAK, text.strip()))


def _of_run(run: Run) -> str:
    made = of_text(run.text)
    if run.bold:
        made = f"<b>{made}</b>"
    if run.italic:
        made = f"<i>{made}</i>"
    if run.underline:
        made = f"<u>{made}</u>"
    if run.link and SAFE_LINK.match(run.link):
        target = quoteattr(CONTROL.sub("", run.link))
        made = f'<a href={target} color="#0b4a8f">{made}</a>'
    return made
