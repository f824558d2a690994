"""What stops a start, said in one line."""


class Trouble(Exception):  # noqa: N818  the word the person at the terminal would use
    """Something the person has to mend; the message is the whole story."""
