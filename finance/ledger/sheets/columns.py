"""What the columns of a table of the ledger mean, and what a mapping has to name."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from enum import StrEnum

from boards.shared.refusals import Refusal


class Meaning(StrEnum):
    """What a column says of its row."""

    ACCOUNT = "account"
    ACCOUNT_NAME = "account_name"
    UNIT = "unit"
    PROJECT = "project"
    ACTIVITY = "activity"
    DAY = "day"
    PERIOD = "period"
    AMOUNT = "amount"
    DEBIT = "debit"
    CREDIT = "credit"
    SERIES = "series"
    NUMBER = "number"
    TEXT = "text"


# Which heading each meaning has.
Columns = Mapping[str, str]

# How programs call their columns; compared without signs and capitals.
USUAL = {
    Meaning.ACCOUNT: ("konto", "kontonr", "kontonummer", "account"),
    Meaning.ACCOUNT_NAME: ("kontonamn", "kontotext", "benämning konto"),
    Meaning.UNIT: ("ansvar", "ansvarskod", "kostnadsställe", "kst", "enhet"),
    Meaning.PROJECT: ("projekt", "projektnr", "proj"),
    Meaning.ACTIVITY: ("verksamhet", "verks", "vht"),
    Meaning.DAY: ("datum", "verdatum", "verifikationsdatum", "bokföringsdatum"),
    Meaning.PERIOD: ("period", "månad", "redovisningsperiod"),
    Meaning.AMOUNT: ("belopp", "utfall", "summa", "saldo", "netto"),
    Meaning.DEBIT: ("debet", "debit"),
    Meaning.CREDIT: ("kredit", "credit"),
    Meaning.SERIES: ("serie", "verserie", "vertyp"),
    Meaning.NUMBER: ("vernr", "vernummer", "verifikationsnummer", "verifikation"),
    Meaning.TEXT: ("text", "vertext", "verifikationstext", "radtext"),
}
NEEDED = frozenset({Meaning.ACCOUNT})


def plain(heading: str) -> str:
    """Return a heading as it is compared: small letters, no signs."""
    return re.sub(r"[^a-zåäöé0-9 ]", "", heading.casefold()).strip()


def guessed(headings: Sequence[str]) -> dict[str, str]:
    """Return what the headings seem to mean, each at most once."""
    by_name = {plain(heading): heading for heading in reversed(headings)}
    return {
        str(meaning): found[0]
        for meaning, names in USUAL.items()
        if (found := [by_name[name] for name in names if name in by_name])
    }


def fits(columns: Columns, headings: Collection[str]) -> bool:
    """Say whether a file has every column a mapping names."""
    return set(columns.values()) <= set(headings)


def blocks_columns(columns: Columns) -> list[Refusal]:
    """Refuse a mapping that lacks account, amount or time, or reads a column twice."""
    found = []
    if Meaning.ACCOUNT not in columns:
        found.append(Refusal("sheet.no_account", field=Meaning.ACCOUNT))
    if not {Meaning.DAY, Meaning.PERIOD} & set(columns):
        found.append(Refusal("sheet.no_time", field=Meaning.DAY))
    if Meaning.NUMBER in columns and Meaning.DAY not in columns:
        found.append(Refusal("sheet.voucher_without_day", field=Meaning.DAY))
    sides = {Meaning.DEBIT, Meaning.CREDIT} & set(columns)
    if len(sides) == 1 or (Meaning.AMOUNT in columns) == bool(sides):
        found.append(Refusal("sheet.amount_or_sides", field=Meaning.AMOUNT))
    taken: dict[str, str] = {}
    for meaning, heading in columns.items():
        if heading in taken:
            values = {"heading": heading}
            found.append(Refusal("sheet.column_twice", values=values, field=meaning))
        taken[heading] = meaning
    return found


def blocks_headings(headings: Sequence[str]) -> list[Refusal]:
    """Refuse a first row that does not name the columns, each by itself."""
    named = [heading for heading in headings if heading]
    if not named:
        return [Refusal("sheet.no_headings")]
    twice = sorted({one for one in named if named.count(one) > 1})
    return [Refusal("sheet.heading_twice", values={"heading": one}) for one in twice]
