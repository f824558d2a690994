"""What the room of the §§ tells the meeting."""

from minutes.item.drafts import Drafts
from minutes.meeting import registry

registry.draft_keepers.append(Drafts())
