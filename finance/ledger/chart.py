"""A file's years, accounts, dimensions and objects into the database."""

from __future__ import annotations

from collections.abc import Mapping

from finance.ledger.enums import DimensionRole
from finance.ledger.loading import roles_of
from finance.ledger.models import (
    LedgerAccount,
    LedgerDimension,
    LedgerObject,
    LedgerYear,
)
from finance.ledger.rules import declare_used
from finance.ledger.sie.facts import Ledger

BATCH = 2000


def write_chart(
    file_id: int, ledger: Ledger, roles: Mapping[str, DimensionRole] | None
) -> None:
    """Write what the rows refer to."""
    declare_used(ledger)
    used = roles if roles is not None else roles_of(ledger)
    LedgerYear.objects.bulk_create(
        LedgerYear(
            file_id=file_id,
            number=year.number,
            starts_on=year.starts_on,
            ends_on=year.ends_on,
        )
        for year in ledger.years.values()
    )
    LedgerAccount.objects.bulk_create(
        (
            LedgerAccount(
                file_id=file_id,
                number=account.number,
                name=account.name,
                kind=account.kind,
                unit=account.unit,
                sru=list(account.sru),
            )
            for account in ledger.accounts.values()
        ),
        batch_size=BATCH,
    )
    LedgerDimension.objects.bulk_create(
        LedgerDimension(
            file_id=file_id,
            number=dimension.number,
            name=dimension.name,
            parent=dimension.parent,
            role=used.get(dimension.number, DimensionRole.OTHER),
        )
        for dimension in ledger.dimensions.values()
    )
    LedgerObject.objects.bulk_create(
        (
            LedgerObject(file_id=file_id, dimension=number, code=code, name=name)
            for (number, code), name in ledger.objects.items()
        ),
        batch_size=BATCH,
    )
