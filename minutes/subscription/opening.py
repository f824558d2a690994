"""What the public's role may read of subscriptions: those behind one secret key.

A function and not a table: without a key it gives nothing, and never an address.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from boards.shared.published.role import ROLE

FUNCTION = "justera_subscriptions"
OPENING = f"""
    DROP FUNCTION IF EXISTS {FUNCTION}(uuid);
    CREATE FUNCTION {FUNCTION}(said uuid) RETURNS TABLE (
        key uuid, topic text, target text, frequency text, is_confirmed boolean
    ) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
        RETURN QUERY
        SELECT one.key, one.topic::text, one.target::text, one.frequency::text,
            one.confirmed_at IS NOT NULL
        FROM minutes_subscription AS one
        JOIN minutes_subscriber AS who ON who.id = one.subscriber_id
        WHERE one.key = said OR (who.key = said AND one.confirmed_at IS NOT NULL)
        ORDER BY one.id;
    END $$;
    REVOKE ALL ON FUNCTION {FUNCTION}(uuid) FROM PUBLIC;
    GRANT EXECUTE ON FUNCTION {FUNCTION}(uuid) TO {ROLE};
"""  # noqa: S608  our own


@dataclass(frozen=True)
class Opened:
    """A subscription as its owner sees it through a link."""

    key: UUID
    topic: str
    target: str
    frequency: str
    is_confirmed: bool


def behind(key: UUID) -> list[Opened]:
    """Return the subscriptions behind a key: one, or all of one address."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {FUNCTION}(%s)", [key])  # noqa: S608  our own
        return [Opened(*row) for row in cursor.fetchall()]
