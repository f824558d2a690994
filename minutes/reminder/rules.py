"""When a reminder is due: some days before the minutes are to be approved."""

from datetime import date, timedelta

# Days before the due day, the earliest reminder first.
STEPS = (7, 3, 1)


def step_due(day: date, due: date, asked_on: date) -> int | None:
    """Return which reminder is due on a day, by its days before; none once too late.

    A day the worker missed is made up for by the next; nobody is reminded of what they
    were asked for on the very day, or after, of the reminder (KL 5:69; P-03).
    """
    left = (due - day).days
    if left < 0:
        return None
    reached = [
        step for step in STEPS if left <= step and asked_on < due - timedelta(days=step)
    ]
    return min(reached, default=None)
