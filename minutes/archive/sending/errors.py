"""What keeps a file from being delivered: each is mended in another way."""


class Occupied(Exception):  # noqa: N818  said of a file, by its name
    """Another file has the name already; it is never written over."""


class Damaged(Exception):  # noqa: N818  said of a file, by its name
    """What was read back is not what was sent: the place does not keep its files."""


class NotLetIn(OSError):  # noqa: N818  said of us
    """The place does not know our key, or does not let us do what we have to."""


class StrangeHost(OSError):  # noqa: N818  said of the other end
    """Whoever answers is not the one whose key we were given."""
