"""Dokumenthanteringsplaner, what holds handlingar back, and disposals (gallring)."""

from cases.retention.models.disposals import Disposal, DisposalRow
from cases.retention.models.holds import Hold
from cases.retention.models.plans import RetentionPlan, RetentionRule

__all__ = ["Disposal", "DisposalRow", "Hold", "RetentionPlan", "RetentionRule"]
