"""What was done to somebody else's PDF after each signature in it.

The library's comparison walks whole documents: it recurses deeply in tagged files,
takes seconds, and reads what strangers made. So it runs in a process of its own, with
bounds on size, memory and time. What does not finish is unknown.

Started as a program it reads a PDF and prints a kind of change per signature.
"""

import json
import resource
import subprocess
import sys
import threading
from collections.abc import Iterable
from dataclasses import replace
from io import BytesIO
from typing import Any

from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import (
    DEFAULT_DIFF_POLICY,
    DiffPolicy,
    ModificationLevel,
    StandardDiffPolicy,
)
from pyhanko.sign.diff_analysis.policy_api import DiffResult
from pyhanko.sign.diff_analysis.rules_api import (
    Context,
    QualifiedWhitelistRule,
    ReferenceUpdate,
)

from boards.shared.seal.reports import Change, SignatureReport

SIZE_LIMIT = 30 * 1024 * 1024
SECONDS = 60
MEMORY = 2 * 1024**3
# Deep enough for the structure tree of a thousand pages.
DEPTH = 200_000
STACK = 512 * 1024**2
KINDS = {
    ModificationLevel.NONE: Change.NOTHING,
    ModificationLevel.LTA_UPDATES: Change.ARCHIVED,
    ModificationLevel.FORM_FILLING: Change.FILLED_IN,
}


class StructTreeObjrRule(QualifiedWhitelistRule):  # type: ignore[misc]  # no types
    """Let a signature field be signed though the structure tree shows it too.

    In a tagged file a field is reached by two ways, and the library knows one. Only
    that second way is cleared: what changes in the field is judged as ever.
    """

    def apply_qualified(
        self,
        old: Any,
        new: Any,  # noqa: ARG002  the library's interface
    ) -> Iterable[tuple[ModificationLevel, ReferenceUpdate]]:
        """Clear the way to every signature field through the structure tree."""
        old._load_reverse_xref_cache()
        # Items are taken raw: read otherwise they are no references any more.
        if "/AcroForm" not in old.root:
            return
        fields = old.root["/AcroForm"]["/Fields"]
        for index, field in enumerate(fields):
            value = field.get_object() if hasattr(field, "get_object") else field
            if "/FT" not in value or value["/FT"] != "/Sig":
                continue
            reference = fields.raw_get(index).reference
            for path in old._get_usages_of_ref(reference):
                way = Context.from_absolute(old, path)
                if ".StructTreeRoot." in str(way):
                    update = ReferenceUpdate(reference, context_checked=way)
                    yield ModificationLevel.LTA_UPDATES, update


def policy() -> DiffPolicy:
    """Return the library's policy, with what tagged files need."""
    rules = [*DEFAULT_DIFF_POLICY.global_rules, StructTreeObjrRule()]
    return StandardDiffPolicy(rules, DEFAULT_DIFF_POLICY.form_rule)


def with_changes(pdf: bytes, reports: list[SignatureReport]) -> list[SignatureReport]:
    """Return the reports of a file with the kind of change after each signature."""
    found = kinds_of_change(pdf) if reports else {}
    # Bytes after the last revision are none: the comparison does not see them.
    reached = max((report.length for report in reports), default=0)
    return [
        replace(report, change=_told(report, found, len(pdf) > reached))
        for report in reports
    ]


def _told(report: SignatureReport, found: dict[str, Change], is_longer: bool) -> Change:
    change = found.get(report.field, Change.UNKNOWN)
    if report.change == Change.ARCHIVED:
        return Change.ARCHIVED
    return Change.OTHER if change == Change.NOTHING and is_longer else change


def kinds_of_change(pdf: bytes, seconds: int = SECONDS) -> dict[str, Change]:
    """Return the kind of change after each signature, by field; empty: not known."""
    if len(pdf) > SIZE_LIMIT:
        return {}
    try:
        done = subprocess.run(  # noqa: S603  our own program
            [sys.executable, "-W", "ignore", "-m", __name__],
            input=pdf,
            capture_output=True,
            timeout=seconds,
            check=True,
        )
        return {name: Change(kind) for name, kind in json.loads(done.stdout).items()}
    except (subprocess.SubprocessError, OSError, ValueError):
        return {}


def judged(pdf: bytes) -> dict[str, Change]:
    """Compare in this process: without bounds, for files as deep as they are."""
    reader = PdfFileReader(BytesIO(pdf), strict=False)
    found = {}
    for one in reader.embedded_regular_signatures:
        result = policy().review_file(reader, one.signed_revision)
        level = (
            result.modification_level
            if isinstance(result, DiffResult)
            else ModificationLevel.OTHER
        )
        found[str(one.field_name)] = KINDS.get(level, Change.OTHER)
    return found


def main() -> None:
    """Read a PDF, print the kinds of change as JSON."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    sys.setrecursionlimit(DEPTH)
    threading.stack_size(STACK)
    pdf = sys.stdin.buffer.read()
    worker = threading.Thread(target=lambda: sys.stdout.write(json.dumps(judged(pdf))))
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
