"""How long an archive's time stamp holds, and when it is made anew."""

from __future__ import annotations

from datetime import date, timedelta

# Which algorithms can be relied on is said for six to ten years ahead at most (ETSI TS
# 119 312): a stamp is not left to its own strength for longer than that.
LONGEST = timedelta(days=3652)
# A year to notice that a time stamp authority does not answer, and to find another.
BEFORE = timedelta(days=365)


def weakens_on(stamped: date, certificate_ends: date) -> date:
    """Return the first day a time stamp can no longer be relied on."""
    return min(certificate_ends, stamped + LONGEST)


def renew_from(weakens: date) -> date:
    """Return the day from which a time stamp is made anew."""
    return weakens - BEFORE


def is_due(weakens: date, day: date) -> bool:
    """Say whether a time stamp is to be made anew on a day."""
    return day >= renew_from(weakens)
