"""What the database holds of a report: frozen it stands, and only then is followed."""

import pgtrigger

OF_REPORT = "SELECT r.state FROM finance_interimreport r WHERE r.id = {row}.report_id"
OF_TABLE = (
    "SELECT r.state FROM finance_interimreport r JOIN finance_reporttable t"
    " ON t.report_id = r.id WHERE t.id = {row}.table_id"
)


def of_frozen_report() -> pgtrigger.Trigger:
    """Refuse a follow-up of a table whose figures may still change."""
    return pgtrigger.Trigger(
        name="of_frozen_report",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        func=f"""
            IF ({OF_TABLE.format(row="NEW")}) IS DISTINCT FROM 'frozen' THEN
                RAISE EXCEPTION 'justera: the report is not frozen'
                USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        """,
    )


def of_another_board() -> pgtrigger.Trigger:
    """Refuse the board whose report it is among those that it covers as well."""
    return pgtrigger.Trigger(
        name="of_another_board",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        func="""
            IF EXISTS (
                SELECT FROM finance_interimreport r
                WHERE r.id = NEW.report_id AND r.board_id = NEW.board_id
            ) THEN
                RAISE EXCEPTION 'justera: the report is this board''s own'
                USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        """,
    )
