"""What the database says no to: placing a board's money in another board's table."""

import pgtrigger


def of_same_board() -> pgtrigger.Trigger:
    """Refuse a mapping to a unit or a row of another board."""
    return pgtrigger.Trigger(
        name="of_same_board",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        func="""
            IF NOT EXISTS (
                SELECT FROM finance_reportunit u, finance_reportline l
                WHERE u.id = NEW.unit_id AND u.board_id = NEW.board_id
                    AND l.id = NEW.line_id AND l.board_id = NEW.board_id
            ) THEN
                RAISE EXCEPTION 'justera: unit and row of the same board'
                    USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        """,
    )


def stays_with_board() -> pgtrigger.Trigger:
    """Refuse to move a unit or a row, with its mappings, to another board."""
    return pgtrigger.Trigger(
        name="stays_with_board",
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        condition=pgtrigger.Q(old__board__df=pgtrigger.F("new__board")),
        func="""
            RAISE EXCEPTION 'justera: stays with its board'
                USING ERRCODE = 'check_violation';
        """,
    )
