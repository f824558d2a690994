"""What is said when a question cannot be answered (OParl 1.1, chapter 2.9)."""

from __future__ import annotations

from http import HTTPStatus

from django.utils.translation import gettext as _

from boards.shared.published.answers import words_to_wait
from minutes.opendata.oparl.enums import SCHEMA
from minutes.opendata.oparl.values import Object


class Problem(Exception):  # noqa: N818  it is the question's, not ours
    """A question that cannot be answered, with words for whoever asked."""

    def __init__(self, status: int, message: str, debug: str = "") -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.debug = debug

    @classmethod
    def unclear(cls, name: str) -> Problem:
        """Say that a parameter cannot be read."""
        message = _("The parameter “%(name)s” cannot be read.") % {"name": name}
        return cls(HTTPStatus.BAD_REQUEST, message, name)

    @classmethod
    def unknown(cls) -> Problem:
        """Say that there is nothing here."""
        return cls(HTTPStatus.NOT_FOUND, _("There is nothing at this address."))

    @classmethod
    def past_the_end(cls, last: int) -> Problem:
        """Say that the list has fewer pages."""
        message = _("The last page of the list is %(last)s.") % {"last": last}
        return cls(HTTPStatus.NOT_FOUND, message, "page")

    @classmethod
    def too_many(cls, seconds: int) -> Problem:
        """Say that somebody has to wait."""
        return cls(HTTPStatus.TOO_MANY_REQUESTS, words_to_wait(seconds))

    def as_json(self) -> Object:
        """Return the error object."""
        return {
            "type": f"{SCHEMA}Error",
            "message": self.message,
            "debug": self.debug,
        }
