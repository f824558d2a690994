"""What the public side of money does when a handling is published or taken back."""

from cases.document.registry import after_publishing
from finance.portal.actions import follow_document

after_publishing.append(follow_document)
