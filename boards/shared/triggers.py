"""Database triggers of several rooms: history, append-only, frozen with a parent."""

import pgtrigger

ROW_HISTORY = """
    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN
        RETURN NEW;
    END IF;
    INSERT INTO boards_rowchange
        (table_name, row_id, operation, before, after, actor_id, reason, at,
         transaction)
    VALUES (
        TG_TABLE_NAME,
        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,
        TG_OP,
        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,
        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,
        NULLIF(current_setting('justera.actor', true), '')::bigint,
        COALESCE(current_setting('justera.reason', true), ''),
        clock_timestamp(),
        pg_current_xact_id()::text::bigint
    );
    RETURN NULL;
"""


def row_history() -> pgtrigger.Trigger:
    """Write every change of the row, deletions too, to the append-only history."""
    return pgtrigger.Trigger(
        name="row_history",
        when=pgtrigger.After,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        func=ROW_HISTORY,
    )


def append_only() -> pgtrigger.Trigger:
    """Refuse UPDATE and DELETE for everybody, plain SQL included."""
    return pgtrigger.Protect(
        name="append_only", operation=pgtrigger.Update | pgtrigger.Delete
    )


def never_deleted() -> pgtrigger.Trigger:
    """Refuse DELETE: what is registered leaves only by a gallringsbeslut (R-01)."""
    return pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete)


def frozen_with(name: str, approval_of_row: str) -> pgtrigger.Trigger:
    """Refuse every change of a row whose § is frozen, signed or approved.

    `approval_of_row` is a query giving the state of the approval that holds the row;
    `{row}` in it stands for OLD and NEW in turn, so a row can neither leave nor enter.
    """
    refuse = (
        "RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME "
        "USING ERRCODE = 'check_violation';"
    )

    def held(row: str) -> str:
        query = approval_of_row.format(row=row)
        return (
            f"EXISTS (SELECT 1 FROM ({query}) AS held(state)"  # noqa: S608  our own
            " WHERE held.state IN ('frozen', 'approved'))"
        )

    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        func=f"""
            IF TG_OP <> 'INSERT' AND {held("OLD")} THEN {refuse} END IF;
            IF TG_OP <> 'DELETE' AND {held("NEW")} THEN {refuse} END IF;
            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
            RETURN NEW;
        """,
    )


def bumps_version() -> pgtrigger.Trigger:
    """Give everything published another version, so that no cached page lives on."""
    return pgtrigger.Trigger(
        name="bumps_version",
        level=pgtrigger.Statement,
        when=pgtrigger.After,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        func="""
            UPDATE boards_publicationversion SET value = gen_random_uuid();
            RETURN NULL;
        """,
    )


def leaves_search(kind: str) -> pgtrigger.Trigger:
    """Take a row out of search at once when it is withdrawn, whoever withdraws it."""
    return pgtrigger.Trigger(
        name="leaves_search",
        when=pgtrigger.After,
        operation=pgtrigger.Update | pgtrigger.Delete,
        func=f"""
            IF TG_OP = 'DELETE' OR NEW.withdrawn_at IS NOT NULL THEN
                DELETE FROM minutes_searchrow
                WHERE kind = '{kind}' AND row_id = OLD.id;
            END IF;
            RETURN NULL;
        """,  # noqa: S608  our own
    )
