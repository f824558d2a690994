"""What the database says no to: changed plans, disposals by one person alone."""

import pgtrigger

REFUSE = "USING ERRCODE = 'check_violation';"


def _changed(*columns: str) -> str:
    return " OR ".join(f"NEW.{one} IS DISTINCT FROM OLD.{one}" for one in columns)


def adopted_plan() -> pgtrigger.Trigger:
    """Refuse to change or delete an adopted plan, and to adopt one without rules."""
    return pgtrigger.Trigger(
        name="adopted_never_changes",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        func=f"""
            IF TG_OP <> 'INSERT' AND OLD.state = 'adopted' THEN
                RAISE EXCEPTION 'justera: the plan is adopted' {REFUSE}
            END IF;
            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
            IF TG_OP = 'UPDATE' AND ({_changed("board_id", "version")}) THEN
                RAISE EXCEPTION 'justera: a plan keeps its number' {REFUSE}
            END IF;
            IF NEW.state = 'adopted' AND NOT EXISTS (
                SELECT 1 FROM cases_retentionrule r WHERE r.plan_id = NEW.id
            ) THEN
                RAISE EXCEPTION 'justera: a plan without rules' {REFUSE}
            END IF;
            RETURN NEW;
        """,  # noqa: S608  our own
    )


def rules_of_draft() -> pgtrigger.Trigger:
    """Refuse every change of a rule whose plan is adopted.

    Reading the plan `FOR SHARE` makes a rule and its plan's adoption wait for another.
    """
    return pgtrigger.Trigger(
        name="adopted_keeps_its_rules",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        declare=[("plan", "bigint"), ("plan_state", "text")],
        func=f"""
            IF TG_OP = 'INSERT' THEN plan := NEW.plan_id; ELSE plan := OLD.plan_id;
            END IF;
            SELECT p.state INTO plan_state FROM cases_retentionplan p
            WHERE p.id = plan FOR SHARE;
            IF plan_state = 'adopted' THEN
                RAISE EXCEPTION 'justera: the plan is adopted' {REFUSE}
            END IF;
            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
            IF NEW.plan_id <> plan THEN
                RAISE EXCEPTION 'justera: a rule stays in its plan' {REFUSE}
            END IF;
            RETURN NEW;
        """,  # noqa: S608  our own
    )


def hold_is_only_lifted() -> pgtrigger.Trigger:
    """Refuse every change of a hold but that somebody lifts it, once."""
    fixed = ("case_id", "document_id", "kind", "reason", "set_by_id", "set_at")
    return pgtrigger.Protect(
        name="hold_is_only_lifted",
        operation=pgtrigger.Update,
        condition=pgtrigger.Condition(
            f"OLD.lifted_at IS NOT NULL OR {_changed(*fixed)}"
        ),
    )


def disposal_by_steps() -> pgtrigger.Trigger:
    """Let a disposal begin as proposed and end once, with who proposed it kept."""
    return pgtrigger.Trigger(
        name="disposal_by_steps",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        func=f"""
            IF TG_OP = 'INSERT' THEN
                IF NEW.state <> 'proposed' THEN
                    RAISE EXCEPTION 'justera: a disposal is proposed first' {REFUSE}
                END IF;
                RETURN NEW;
            END IF;
            IF OLD.state <> 'proposed' OR
                ({_changed("board_id", "proposed_by_id", "proposed_at")}) THEN
                RAISE EXCEPTION 'justera: the disposal stays as it is' {REFUSE}
            END IF;
            RETURN NEW;
        """,
    )


def row_by_steps() -> pgtrigger.Trigger:
    """Hold a row to an adopted plan's rule, and to what became of its disposal."""
    fixed = ("disposal_id", "document_id", "rule_id", "kind", "ground", "due_on")
    return pgtrigger.Trigger(
        name="row_by_steps",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        declare=[("now_state", "text")],
        func=f"""
            SELECT d.state INTO now_state FROM cases_disposal d
            WHERE d.id = NEW.disposal_id FOR SHARE;
            IF TG_OP = 'INSERT' THEN
                IF now_state <> 'proposed' OR NEW.state <> 'proposed'
                    OR NEW.kind = 'minutes' OR NOT EXISTS (
                    SELECT 1 FROM cases_retentionrule r
                    JOIN cases_retentionplan p ON p.id = r.plan_id
                    JOIN cases_case c ON c.board_id = p.board_id
                    JOIN cases_document h ON h.case_id = c.id
                    WHERE r.id = NEW.rule_id AND r.kind = NEW.kind
                        AND p.state = 'adopted' AND h.id = NEW.document_id
                        AND h.kind = NEW.kind AND h.act_number IS NOT NULL
                ) THEN
                    RAISE EXCEPTION 'justera: no rule for the disposal' {REFUSE}
                END IF;
                RETURN NEW;
            END IF;
            IF {_changed(*fixed)}
                OR (NEW.state = OLD.state AND NEW.why <> OLD.why)
                OR (NEW.state <> OLD.state AND (OLD.state <> 'proposed'
                    OR now_state = 'proposed'
                    OR (NEW.state = 'withdrawn') <> (now_state = 'withdrawn')))
                OR (OLD.file_removed_at IS NOT NULL
                    AND {_changed("file_removed_at")})
                OR (NEW.file_removed_at IS NOT NULL AND NEW.state <> 'carried_out')
            THEN
                RAISE EXCEPTION 'justera: the row stays as it is' {REFUSE}
            END IF;
            RETURN NEW;
        """,  # noqa: S608  our own
    )
