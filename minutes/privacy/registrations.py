"""What the gate makes known when the app starts."""

from cases.document.models import Document
from cases.secrecy.registry import after_mark
from minutes.privacy.actions import follow_secrecy


def follow(document: Document) -> None:
    """Take back what shows a handling that was marked secret."""
    follow_secrecy(document=document)


after_mark.append(follow)
