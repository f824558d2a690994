"""The app's registers, gathered where Django looks."""

from minutes.meeting import admin as meeting_admin

__all__ = ["meeting_admin"]
