"""The ways an extract can reach somebody, each behind the same interface."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import urlparse

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

if TYPE_CHECKING:
    from minutes.dispatch.models import Dispatch


class Channel(Protocol):
    """One way to send.

    `send` hands the extract over and returns what the log keeps of it, or raises. It
    may be called again for the same dispatch after a fault, and must then let the
    receiver see that it is the same one.
    """

    identifier: str
    label: Any

    def send(self, dispatch: Dispatch, pdf: bytes) -> str:
        """Send, and return where it went."""


class EmailChannel:
    """The extract as a PDF in a mail."""

    identifier = "email"
    label = gettext_lazy("E-mail")

    def send(self, dispatch: Dispatch, pdf: bytes) -> str:
        """Mail it; the Message-ID is the row's, so that a repeat is seen as one."""
        item = dispatch.extract.item
        values = {"citation": item.citation, "board": item.board.name}
        host = urlparse(settings.SITE_URL).hostname
        message = EmailMessage(
            subject=_("Decision %(citation)s, %(board)s") % values,
            body=_(
                "Attached is an attested extract of %(citation)s from the minutes of "
                "%(board)s."
            )
            % values,
            to=[dispatch.email],
            reply_to=[item.board.email],
            headers={"Message-ID": f"<dispatch-{dispatch.pk}@{host}>"},
        )
        message.attach(file_name(dispatch), pdf, "application/pdf")
        message.send()
        return dispatch.email


class RecordingChannel:
    """A channel for tests: it sends nothing and remembers what it was given."""

    identifier = "recording"
    label = "Sänder inte: endast för test"

    def __init__(self) -> None:
        self.sent: list[tuple[int, bytes]] = []
        self.fault: Exception | None = None

    def send(self, dispatch: Dispatch, pdf: bytes) -> str:
        """Remember it, or fail as told."""
        if self.fault is not None:
            raise self.fault
        self.sent.append((dispatch.pk, pdf))
        return "recorded"


def file_name(dispatch: Dispatch) -> str:
    """Return the extract's file name: `protokollsutdrag-ITVT-12-2020-09-29.pdf`."""
    item = dispatch.extract.item
    day = f"{item.meeting.held_on:%Y-%m-%d}"
    return f"protokollsutdrag-{item.board.prefix}-{item.number}-{day}.pdf"


channels: dict[str, Channel] = {}


def register(channel: Channel) -> None:
    """Make a channel known under its identifier."""
    channels[channel.identifier] = channel


register(EmailChannel())
