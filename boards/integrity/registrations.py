"""The checks of the ground floor."""

from boards.integrity.chain import look_at_chain
from boards.integrity.checks import Check, checks
from boards.integrity.files import look_at_files
from boards.integrity.rows import look_at_rows, look_at_triggers
from boards.integrity.seals import look_at_seals

checks.append(Check("files", look_at_files))
checks.append(Check("chain", look_at_chain))
checks.append(Check("seals", look_at_seals))
checks.append(Check("triggers", look_at_triggers))
checks.append(Check("rows", look_at_rows))
