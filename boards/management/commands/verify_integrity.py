"""Go through everything that is kept and print what is not as it was."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from boards.integrity.checks import Fault, checks, looked_at
from boards.integrity.inspecting import Result, chosen, inspect


class Command(BaseCommand):
    """`manage.py verify_integrity`: exit code 1 when there is a fault."""

    help = "Check files, history, numbers, signatures and packages; print each fault."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take which checks to make, and how to print."""
        names = [check.name for check in checks]
        only = _("make this check only; may be given more than once")
        parser.add_argument("--only", action="append", choices=names, help=only)
        as_json = _("print JSON")
        parser.add_argument("--json", action="store_true", help=as_json)

    def handle(self, *_args: object, **options: Any) -> None:
        """Make the checks and print what they find."""
        with translation.override("sv"):
            wanted = chosen(options["only"] or ())
            if options["json"]:
                results = [inspect(check) for check in wanted]
                self.stdout.write(as_json(results))
            else:
                results = [self.printed(check) for check in wanted]
                self.stdout.write(conclusion(results))
        if any(result.fault_count for result in results):
            raise SystemExit(1)

    def printed(self, check: Any) -> Result:
        """Make one check, and print each fault as it is found."""

        def tell(fault: Fault) -> None:
            self.stdout.write(f"  {fault}")

        self.stdout.write(check.label)
        result = inspect(check, tell)
        said = looked_at(result.looked) or _("nothing to look at")
        self.stdout.write(f"  ({said})")
        return result


def conclusion(results: list[Result]) -> str:
    """Return the last line."""
    count = sum(result.fault_count for result in results)
    if not count:
        return _("Everything is as it was.")
    said = ngettext("%(count)s fault was found.", "%(count)s faults were found.", count)
    return said % {"count": count}


def as_json(results: list[Result]) -> str:
    """Return the results for a program to read."""
    rows = [
        {
            "check": result.check.name,
            "looked_at": result.looked,
            "fault_count": result.fault_count,
            "faults": [as_row(fault) for fault in result.faults],
        }
        for result in results
    ]
    return json.dumps({"checks": rows}, ensure_ascii=False, indent=2)


def as_row(fault: Fault) -> dict[str, Any]:
    """Return one fault for a program to read, and in words."""
    return {
        "where": fault.where,
        "code": fault.code,
        "values": {name: str(value) for name, value in fault.values.items()},
        "text": str(fault),
    }
