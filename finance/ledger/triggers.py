"""What the database says no to: files that are added to, vouchers out of balance."""

import pgtrigger


def sealed_with_file() -> pgtrigger.Trigger:
    """Refuse rows for a file that is there already: its own row is written last.

    A statement is checked as one, so that a million rows cost no more than one.
    """
    return pgtrigger.Trigger(
        name="sealed_with_file",
        level=pgtrigger.Statement,
        when=pgtrigger.After,
        operation=pgtrigger.Insert,
        referencing=pgtrigger.Referencing(new="added"),
        func="""
            IF EXISTS (
                SELECT FROM finance_ledgerfile f
                WHERE f.id IN (SELECT a.file_id FROM added a)
            ) THEN
                RAISE EXCEPTION 'justera: the ledger file is whole'
                    USING ERRCODE = 'check_violation';
            END IF;
            RETURN NULL;
        """,
    )


def whole_vouchers() -> pgtrigger.Trigger:
    """Refuse a statement whose rows do not balance each voucher, or that adds to one.

    Rows come with all of their voucher in one statement (COPY sends many vouchers), so
    no voucher is ever out of balance, not even inside a transaction.
    """
    return pgtrigger.Trigger(
        name="whole_vouchers",
        level=pgtrigger.Statement,
        when=pgtrigger.After,
        operation=pgtrigger.Insert,
        referencing=pgtrigger.Referencing(new="added"),
        declare=[("found", "bigint")],
        func="""
            SELECT a.voucher_id INTO found FROM added a
            GROUP BY a.voucher_id HAVING sum(a.ore) <> 0 LIMIT 1;
            IF found IS NOT NULL THEN
                RAISE EXCEPTION 'justera: voucher % does not balance', found
                    USING ERRCODE = 'check_violation';
            END IF;
            IF EXISTS (
                SELECT FROM (SELECT DISTINCT a.voucher_id FROM added a) a
                LEFT JOIN finance_voucher v ON v.id = a.voucher_id
                LEFT JOIN finance_ledgerfile f ON f.id = v.file_id
                WHERE v.id IS NULL OR f.id IS NOT NULL
            ) THEN
                RAISE EXCEPTION 'justera: rows of no open ledger file'
                    USING ERRCODE = 'check_violation';
            END IF;
            RETURN NULL;
        """,
    )


def whole_file() -> pgtrigger.Trigger:
    """Refuse a file whose rows are not what it says, or name undeclared accounts."""
    return pgtrigger.Trigger(
        name="whole_file",
        when=pgtrigger.After,
        operation=pgtrigger.Insert,
        declare=[("vouchers", "bigint"), ("undeclared", "text")],
        func="""
            SELECT count(*) INTO vouchers FROM finance_voucher v
            WHERE v.file_id = NEW.id;
            IF vouchers <> NEW.voucher_count THEN
                RAISE EXCEPTION 'justera: % vouchers, not %',
                    vouchers, NEW.voucher_count
                    USING ERRCODE = 'check_violation';
            END IF;
            SELECT m.account INTO undeclared FROM finance_monthamount m
            WHERE m.file_id = NEW.id AND NOT EXISTS (
                SELECT FROM finance_ledgeraccount k
                WHERE k.file_id = NEW.id AND k.number = m.account
            ) LIMIT 1;
            IF undeclared IS NOT NULL THEN
                RAISE EXCEPTION 'justera: account % is not declared', undeclared
                    USING ERRCODE = 'check_violation';
            END IF;
            RETURN NULL;
        """,
    )
