"""The head of a file and its chart: who, when, years, accounts, dimensions, objects."""

from __future__ import annotations

from collections.abc import Callable

from finance.ledger.sie import values
from finance.ledger.sie.facts import Account, Dimension, Ledger, Wrong, Year
from finance.ledger.sie.values import Token

Handler = Callable[[Ledger, list[Token], int], None]

KINDS = ("1", "2", "3", "4", "4I")
ACCOUNT_KINDS = ("T", "S", "K", "I")
# Dimensions with a meaning of their own in the standard need no declaration.
RESERVED = frozenset(str(number) for number in range(1, 20))


def texts(fields: list[Token], least: int) -> list[str]:
    """Return fields that are all plain; raises `Wrong` when there are too few."""
    if len(fields) < least:
        raise Wrong("sie.too_few_fields", least=least)
    if any(isinstance(field, list) for field in fields):
        raise Wrong("sie.stray_brace")
    return [field for field in fields if isinstance(field, str)]


def keep(label: str) -> Handler:
    """Return what keeps a line of the head as it stands."""

    def handler(ledger: Ledger, fields: list[Token], _line: int) -> None:
        ledger.head.append((label, tuple(texts(fields, 0))))

    return handler


def kind(ledger: Ledger, fields: list[Token], _line: int) -> None:
    """Which of the types the file is."""
    said = texts(fields, 1)
    if said[0].upper() not in KINDS:
        raise Wrong("sie.bad_type", text=values.shown(said[0]))
    ledger.head.append(("#SIETYP", (said[0],)))


def generated(ledger: Ledger, fields: list[Token], _line: int) -> None:
    """When the file was made, and by whom."""
    said = texts(fields, 1)
    values.day(said[0])
    ledger.head.append(("#GEN", tuple(said)))


def flag(ledger: Ledger, fields: list[Token], line: int) -> None:
    """Whether a program has read the file already; ours knows it by its hash."""
    said = texts(fields, 0)
    ledger.head.append(("#FLAGGA", tuple(said)))
    if said[:1] == ["1"]:
        ledger.note(line, "sie.flag_is_set")


def year(ledger: Ledger, fields: list[Token], line: int) -> None:
    """A räkenskapsår with its days."""
    said = texts(fields, 3)
    found = Year(values.year_number(said[0]), values.day(said[1]), values.day(said[2]))
    if found.ends_on < found.starts_on:
        raise Wrong("sie.year_ends_before_it_starts", year=found.number)
    if ledger.years.setdefault(found.number, found) is not found:
        raise Wrong("sie.doubled_year", year=found.number)
    for other in ledger.years.values():
        is_apart = other.ends_on < found.starts_on or found.ends_on < other.starts_on
        if other is not found and not is_apart:
            ledger.wrong(line, "sie.years_overlap", a=other.number, b=found.number)


def account(ledger: Ledger, fields: list[Token], _line: int) -> None:
    """An account and its name."""
    said = texts(fields, 1)
    number = values.account(said[0])
    name = said[1] if len(said) > 1 else ""
    known = ledger.accounts.get(number)
    if known is None:
        ledger.accounts[number] = Account(number, name)
    elif known.name or known.kind or known.unit or known.sru or not name:
        raise Wrong("sie.doubled_account", account=number)
    else:
        known.name = name


def _known(ledger: Ledger, number: str) -> Account:
    if number not in ledger.accounts:
        raise Wrong("sie.undeclared_account", account=number, rows=1)
    return ledger.accounts[number]


def account_kind(ledger: Ledger, fields: list[Token], _line: int) -> None:
    """Whether an account is an asset, a debt, a cost or an income."""
    said = texts(fields, 2)
    found = said[1].upper()
    if found not in ACCOUNT_KINDS:
        raise Wrong("sie.bad_account_kind", text=values.shown(said[1]))
    _known(ledger, values.account(said[0])).kind = found


def unit(ledger: Ledger, fields: list[Token], _line: int) -> None:
    """In what an account's quantities are counted."""
    said = texts(fields, 2)
    _known(ledger, values.account(said[0])).unit = said[1]


def sru(ledger: Ledger, fields: list[Token], _line: int) -> None:
    """An account's code in the tax return; there may be several."""
    said = texts(fields, 2)
    _known(ledger, values.account(said[0])).sru += (said[1],)


def dimension(ledger: Ledger, fields: list[Token], _line: int) -> None:
    """What the objects of a number stand for."""
    said = texts(fields, 2)
    _add(ledger, Dimension(values.dimension(said[0]), said[1]))


def under_dimension(ledger: Ledger, fields: list[Token], _line: int) -> None:
    """A dimension whose objects are parts of another's."""
    said = texts(fields, 3)
    number, parent = values.dimension(said[0]), values.dimension(said[2])
    _add(ledger, Dimension(number, said[1], parent))


def _add(ledger: Ledger, found: Dimension) -> None:
    if ledger.dimensions.setdefault(found.number, found) is not found:
        raise Wrong("sie.doubled_dimension", dimension=found.number)


def object_(ledger: Ledger, fields: list[Token], _line: int) -> None:
    """An object of a dimension: an ansvar, a project."""
    said = texts(fields, 2)
    key = (values.dimension(said[0]), said[1])
    name = said[2] if len(said) > len(key) else ""
    if ledger.objects.setdefault(key, name) != name:
        raise Wrong("sie.doubled_object", dimension=key[0], object=values.shown(key[1]))


HANDLERS: dict[str, Handler] = {
    **{
        label: keep(label)
        for label in (
            *("#PROGRAM", "#FORMAT", "#PROSA", "#FNR", "#ORGNR", "#FNAMN", "#ADRESS"),
            *("#BKOD", "#FTYP", "#KPTYP", "#TAXAR", "#OMFATTN", "#VALUTA"),
        )
    },
    "#FLAGGA": flag,
    "#GEN": generated,
    "#SIETYP": kind,
    "#RAR": year,
    "#KONTO": account,
    "#KTYP": account_kind,
    "#ENHET": unit,
    "#SRU": sru,
    "#DIM": dimension,
    "#UNDERDIM": under_dimension,
    "#OBJEKT": object_,
}
