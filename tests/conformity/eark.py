"""Asks eark-validator about packages; run with its own folder on the path.

It fetches its vocabularies from the web when it is imported; they are in it as well.
"""

from __future__ import annotations

import io
import json
import sys
import urllib.request
from importlib.util import find_spec
from pathlib import Path
from typing import Any

PACKAGE = Path((find_spec("eark_validator").submodule_search_locations or [""])[0])
VOCABULARIES = PACKAGE / "ipxml" / "resources" / "vocabs"


def from_disk(address: Any, *_args: Any, **_options: Any) -> io.BytesIO:
    """Return a vocabulary of the same name."""
    return io.BytesIO((VOCABULARIES / str(address).rsplit("/", 1)[-1]).read_bytes())


def results(said: Any) -> list[dict[str, str]]:
    """Return everything that is said of any rule, wherever it stands."""
    if isinstance(said, list):
        return [one for part in said for one in results(part)]
    if not isinstance(said, dict):
        return []
    own = [said] if said.get("severity") else []
    return own + [one for part in said.values() for one in results(part)]


def main() -> None:
    """Print what is said of each package, as JSON by its path."""
    urllib.request.urlopen = from_disk
    from eark_validator.packages import PackageValidator  # noqa: PLC0415  see above

    found = {}
    for path in sys.argv[1:]:
        report = PackageValidator(Path(path)).validation_report
        found[path] = [
            {
                "rule": one["rule_id"],
                "severity": one["severity"],
                "message": one["message"],
                "location": str(one["location"]),
            }
            for one in results(json.loads(report.model_dump_json()))
        ]
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main()
