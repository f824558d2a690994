"""What the database says no to: changing what was adopted, other boards' money."""

import pgtrigger

OF_VERSION = (
    "SELECT CASE v.state WHEN 'adopted' THEN 'frozen' ELSE v.state END"
    " FROM finance_budgetversion v WHERE v.id = {row}.version_id"
)


def of_board(parent: str, key: str, columns: dict[str, str]) -> pgtrigger.Trigger:
    """Refuse money on a unit, a row or a project of another board than the parent's.

    `key` is the column that points to the table `parent`; `columns` says which table
    each of the others points to.
    """
    strangers = " OR ".join(
        f"(NEW.{column} IS NOT NULL AND NOT EXISTS (SELECT FROM {table} o"
        f" WHERE o.id = NEW.{column} AND o.board_id = p.board_id))"
        for column, table in columns.items()
    )
    return pgtrigger.Trigger(
        name="of_board",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        func=f"""
            IF EXISTS (
                SELECT FROM {parent} p WHERE p.id = NEW.{key} AND ({strangers})
            ) THEN
                RAISE EXCEPTION 'justera: money of another board'
                    USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        """,
    )
