"""The checks of the ground floor."""

from boards.integrity.checks import Check, checks
from boards.integrity.files import look_at_files

checks.append(Check("files", look_at_files))
