"""The app's registers, gathered where Django looks."""

from cases.report import admin as report_admin

__all__ = ["report_admin"]
