"""What public pages may do with a table."""

from enum import StrEnum


class PublicAccess(StrEnum):
    """The rights of the public's database role."""

    READ = "read"
    # To leave something for the worker to read, never to read what others left.
    ADD = "add"
    WRITE = "write"
