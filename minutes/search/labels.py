"""What the kinds of hits and the orders are called."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from minutes.search.enums import HitKind, Order

KINDS: dict[str, Promise] = {
    HitKind.ITEM: _("Section of the minutes"),
    HitKind.POINT: _("Point on an agenda"),
    HitKind.PAPER: _("Paper"),
    HitKind.CASE: _("Case"),
    HitKind.NOTICE: _("Notice"),
    HitKind.PROCLAMATION: _("Proclamation"),
}
ORDERS: dict[str, Promise] = {
    Order.BEST: _("Best hits first"),
    Order.NEWEST: _("Newest first"),
}
