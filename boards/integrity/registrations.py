"""The checks of the ground floor."""

from boards.integrity.chain import look_at_chain
from boards.integrity.checks import Check, checks
from boards.integrity.files import look_at_files
from boards.integrity.rows import look_at_rows
from boards.integrity.seals import look_at_seals
from boards.integrity.triggers import look_at_triggers

# First, whichever app has registered its own before.
checks[:0] = [
    Check("files", look_at_files),
    Check("chain", look_at_chain),
    Check("seals", look_at_seals),
    Check("triggers", look_at_triggers),
    Check("rows", look_at_rows),
]
