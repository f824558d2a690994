"""What the database says no to: changing what was adopted, other boards' money."""

import pgtrigger

ADOPTION = """
    IF NOT EXISTS (SELECT FROM finance_budgetamount WHERE version_id = NEW.id)
       AND NOT EXISTS (SELECT FROM finance_projectamount WHERE version_id = NEW.id)
       OR EXISTS (
           SELECT FROM finance_budgetversion o
           WHERE o.board_id = NEW.board_id AND o.year = NEW.year
             AND o.id <> NEW.id AND o.decided_on > NEW.decided_on
       )
    THEN
        RAISE EXCEPTION 'justera: adopted without amounts or out of order'
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
"""

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


def starts_as_draft() -> pgtrigger.Trigger:
    """Refuse a version that is adopted from the start: adopting is its own step."""
    return pgtrigger.Protect(
        name="starts_as_draft",
        operation=pgtrigger.Insert,
        condition=pgtrigger.Q(new__state="adopted"),
    )


def adopted_in_order() -> pgtrigger.Trigger:
    """Refuse to adopt what is empty, or what was decided before an adopted version."""
    return pgtrigger.Trigger(
        name="adopted_in_order",
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        condition=pgtrigger.Q(old__state="draft", new__state="adopted"),
        func=ADOPTION,
    )


def of_year() -> pgtrigger.Trigger:
    """Refuse an amount in a month of another year than its version's."""
    return pgtrigger.Trigger(
        name="of_year",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        func="""
            IF EXISTS (
                SELECT FROM finance_budgetversion v WHERE v.id = NEW.version_id
                AND v.year <> EXTRACT(YEAR FROM NEW.month)
            ) THEN
                RAISE EXCEPTION 'justera: money of another year'
                    USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        """,
    )
