"""Reads of uppdrag."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from boards.membership.enums import MemberRole
from boards.membership.models import Membership


def overlapping(membership: Membership) -> QuerySet[Membership]:
    """Uppdrag that run at the same time: the person's own, and another chair's."""
    same = Q(person=membership.person)
    if membership.role == MemberRole.CHAIR:
        same |= Q(role=MemberRole.CHAIR)
    others = Membership.objects.filter(same, board=membership.board)
    others = others.filter(
        Q(valid_to__isnull=True) | Q(valid_to__gte=membership.valid_from)
    )
    if membership.valid_to:
        others = others.filter(valid_from__lte=membership.valid_to)
    return others.exclude(pk=membership.pk).select_related("person")
