"""What public pages may do with a table."""

from enum import StrEnum


class PublicAccess(StrEnum):
    """The rights of the public's database role."""

    READ = "read"
    # To leave something for the worker to read, never to read what others left.
    ADD = "add"
    # To count what was left, and leave more: no row of it can be taken away.
    COUNT = "count"
    WRITE = "write"
