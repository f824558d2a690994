"""What the database says no to: disposing of a handling outside a disposal by two."""

import pgtrigger

REFUSE = "USING ERRCODE = 'check_violation';"


def disposed_by_two() -> pgtrigger.Trigger:
    """Refuse to mark a handling disposed of but by a disposal carried out (R-01, R-02).

    Neither while its ärende is open nor while a hold stands on it, whoever asks.
    """
    return pgtrigger.Trigger(
        name="disposed_by_two",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        func=f"""
            IF TG_OP = 'INSERT' THEN
                IF NEW.disposal_id IS NOT NULL OR NEW.disposed_on IS NOT NULL THEN
                    RAISE EXCEPTION 'justera: disposed of by a disposal' {REFUSE}
                END IF;
                RETURN NEW;
            END IF;
            IF OLD.disposal_id IS NOT NULL
                AND NEW.file_id IS DISTINCT FROM OLD.file_id THEN
                RAISE EXCEPTION 'justera: disposed of, and gets no file' {REFUSE}
            END IF;
            IF NEW.disposal_id IS NOT DISTINCT FROM OLD.disposal_id
                AND NEW.disposed_on IS NOT DISTINCT FROM OLD.disposed_on THEN
                RETURN NEW;
            END IF;
            IF OLD.disposal_id IS NOT NULL OR NOT EXISTS (
                SELECT 1 FROM cases_disposalrow r
                JOIN cases_disposal d ON d.id = r.disposal_id
                JOIN cases_case c ON c.id = NEW.case_id
                WHERE d.id = NEW.disposal_id AND r.document_id = NEW.id
                    AND d.state = 'carried_out' AND r.state = 'carried_out'
                    AND NEW.disposed_on =
                        (d.executed_at AT TIME ZONE 'Europe/Stockholm')::date
                    AND c.state = 'closed'
            ) OR EXISTS (
                SELECT 1 FROM cases_hold h
                WHERE h.case_id = NEW.case_id AND h.lifted_at IS NULL
                    AND (h.document_id IS NULL OR h.document_id = NEW.id)
            ) THEN
                RAISE EXCEPTION 'justera: disposed of by a disposal' {REFUSE}
            END IF;
            RETURN NEW;
        """,  # noqa: S608  our own
    )
