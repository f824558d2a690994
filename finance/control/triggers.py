"""What the database says no to: changing without a beslut what a board has adopted."""

import pgtrigger

REFUSE = "USING ERRCODE = 'check_violation';"

OF_RISK = "{row}.plan_id"
OF_CONTROL = "(SELECT r.plan_id FROM finance_controlrisk r WHERE r.id = {row}.risk_id)"


def _changed(column: str, blank: str) -> str:
    return f"(OLD.{column} {blank} AND NEW.{column} IS DISTINCT FROM OLD.{column})"


def adopted_rows(
    plan_of: str, texts: list[str], values: list[str]
) -> pgtrigger.Trigger:
    """Refuse changes of a row in an adopted plan, but by a beslut of the same plan.

    A row that a beslut added may have its blanks filled in. Reading the plan `FOR
    SHARE` makes a row and its plan's adoption wait for each other.
    """
    filled = [_changed(name, "<> ''") for name in texts]
    filled += [_changed(name, "IS NOT NULL") for name in values]
    of_beslut = (
        "EXISTS (SELECT 1 FROM finance_controldecision d"
        " WHERE d.id = {id} AND d.plan_id = plan)"
    )
    return pgtrigger.Trigger(
        name="adopted_by_beslut_only",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        declare=[("plan", "bigint"), ("is_adopted", "boolean")],
        func=f"""
            IF TG_OP = 'INSERT' THEN
                plan := {plan_of.format(row="NEW")};
            ELSE
                plan := {plan_of.format(row="OLD")};
            END IF;
            SELECT p.state = 'adopted' INTO is_adopted
            FROM finance_controlplan p WHERE p.id = plan FOR SHARE;
            IF TG_OP = 'DELETE' THEN
                IF is_adopted THEN
                    RAISE EXCEPTION 'justera: the plan is adopted' {REFUSE}
                END IF;
                RETURN OLD;
            END IF;
            IF {plan_of.format(row="NEW")} IS DISTINCT FROM plan THEN
                RAISE EXCEPTION 'justera: a row stays in its plan' {REFUSE}
            END IF;
            IF NOT is_adopted THEN
                IF NEW.decision_id IS NOT NULL OR NEW.ended_by_id IS NOT NULL THEN
                    RAISE EXCEPTION 'justera: no beslut on a draft' {REFUSE}
                END IF;
                RETURN NEW;
            END IF;
            IF NEW.ended_by_id IS NOT NULL
                AND NOT {of_beslut.format(id="NEW.ended_by_id")} THEN
                RAISE EXCEPTION 'justera: a beslut of another plan' {REFUSE}
            END IF;
            IF TG_OP = 'INSERT' THEN
                IF NEW.decision_id IS NULL
                    OR NOT {of_beslut.format(id="NEW.decision_id")} THEN
                    RAISE EXCEPTION 'justera: the plan is adopted' {REFUSE}
                END IF;
                RETURN NEW;
            END IF;
            IF NEW.decision_id IS DISTINCT FROM OLD.decision_id
                OR NEW.position <> OLD.position
                OR {_changed("ended_by_id", "IS NOT NULL")}
                OR {" OR ".join(filled)} THEN
                RAISE EXCEPTION 'justera: changed by a beslut only' {REFUSE}
            END IF;
            IF OLD.decision_id IS NULL AND ({" OR ".join(_any(texts + values))}) THEN
                RAISE EXCEPTION 'justera: changed by a beslut only' {REFUSE}
            END IF;
            RETURN NEW;
        """,  # noqa: S608  our own
    )


def _any(columns: list[str]) -> list[str]:
    return [f"NEW.{name} IS DISTINCT FROM OLD.{name}" for name in columns]


def adopted_plan() -> pgtrigger.Trigger:
    """Refuse to change or delete an adopted plan, and adoption without a beslut."""
    return pgtrigger.Trigger(
        name="adopted_never_changes",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        func=f"""
            IF TG_OP <> 'INSERT' AND OLD.state = 'adopted' THEN
                RAISE EXCEPTION 'justera: the plan is adopted' {REFUSE}
            END IF;
            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
            IF NEW.state = 'adopted' AND NOT EXISTS (
                SELECT 1 FROM finance_controldecision d
                WHERE d.plan_id = NEW.id AND d.kind = 'adopt'
                    AND d.decided_on = NEW.adopted_on
            ) THEN
                RAISE EXCEPTION 'justera: a board adopts by a beslut' {REFUSE}
            END IF;
            RETURN NEW;
        """,  # noqa: S608  our own
    )


def on_scale() -> pgtrigger.Trigger:
    """Refuse a step that the board's scale of that year does not have (I-03)."""
    return pgtrigger.Trigger(
        name="on_scale",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        func=f"""
            IF EXISTS (
                SELECT 1 FROM finance_controlplan p WHERE p.id = NEW.plan_id AND (
                    NEW.likelihood > cardinality(p.likelihood_labels)
                    OR NEW.consequence > cardinality(p.consequence_labels))
            ) THEN
                RAISE EXCEPTION 'justera: off the scale of the board' {REFUSE}
            END IF;
            RETURN NEW;
        """,  # noqa: S608  our own
    )


def scale_holds() -> pgtrigger.Trigger:
    """Refuse a scale that risks already assessed fall off (I-03)."""
    return pgtrigger.Trigger(
        name="scale_holds_its_risks",
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        func=f"""
            IF EXISTS (
                SELECT 1 FROM finance_controlrisk r WHERE r.plan_id = NEW.id AND (
                    r.likelihood > cardinality(NEW.likelihood_labels)
                    OR r.consequence > cardinality(NEW.consequence_labels))
            ) THEN
                RAISE EXCEPTION 'justera: risks fall off the scale' {REFUSE}
            END IF;
            RETURN NEW;
        """,  # noqa: S608  our own
    )


def reported_check() -> pgtrigger.Trigger:
    """Refuse to change what the board has been told in a report."""
    return pgtrigger.Protect(
        name="reported_never_changes",
        operation=pgtrigger.Update | pgtrigger.Delete,
        condition=pgtrigger.Q(old__report__isnull=False),
    )
