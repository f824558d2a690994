"""The app's registers, where Django's admin looks."""

from boards.registers.admin import boards, outbox, people

__all__ = ["boards", "outbox", "people"]
