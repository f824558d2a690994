"""`python -m config.local run | test -- ARGUMENTS | shell -- COMMAND`."""

import sys

from config.local import commands
from config.local.trouble import Trouble

USAGE = "usage: python -m config.local run | test [-- PYTEST…] | shell -- COMMAND…"


def main(words: list[str]) -> int:
    """Do what the words say; trouble is one line on stderr and status 1."""
    verb, rest = (words[0], words[1:]) if words else ("", [])
    rest = rest[1:] if rest[:1] == ["--"] else rest
    try:
        if verb == "run" and not rest:
            return commands.run()
        if verb == "test":
            return commands.test(rest)
        if verb == "shell" and rest:
            return commands.shell(rest)
    except Trouble as trouble:
        sys.stderr.write(f"justera: {trouble}\n")
        return 1
    sys.stderr.write(f"{USAGE}\n")
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
