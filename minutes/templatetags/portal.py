"""Filters of the portal's pages: codes in words, and addresses that take two parts."""

from __future__ import annotations

from django import template

from minutes.portal import queries
from minutes.publication.labels import APPEALS, FOLLOW_UPS, OUTCOMES, ROLES, named
from minutes.publication.models import PublishedCase

register = template.Library()


@register.filter
def role_name(role: str) -> str:
    """Return what somebody is in a board."""
    return named(ROLES, role)


@register.filter
def outcome_name(outcome: str) -> str:
    """Return what a point did with the matter."""
    return named(OUTCOMES, outcome)


@register.filter
def appeal_name(appeal: str) -> str:
    """Return how a point is appealed."""
    return named(APPEALS, appeal)


@register.filter
def follow_up_name(kind: str) -> str:
    """Return what was done about a decision."""
    return named(FOLLOW_UPS, kind)


@register.filter
def case_url(case: PublishedCase) -> str:
    """Return the address of an ärende's page."""
    return queries.case_url(case)
