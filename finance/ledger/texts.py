"""Sentences behind the codes of this room."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Protocol

from django.utils.translation import gettext_lazy as _

from boards.shared.money import format_kronor
from boards.shared.texts import SENTENCES, register
from finance.ledger.enums import Ground, Reading

MONEY = frozenset({"ore", "said", "booked", "found", "opening", "change"})


class Said(Protocol):
    """A problem or a note of a file."""

    @property
    def code(self) -> str:
        """What it is."""

    @property
    def values(self) -> Mapping[str, object]:
        """What it is about."""


def explain(said: Said) -> str:
    """Return a problem or a note in words, amounts as Swedes write them."""
    return str(SENTENCES[said.code]) % {
        name: shown(name, value) for name, value in said.values.items()
    }


READINGS = {
    Reading.PLAIN: _("The file gives no months (#PSALDO) by object."),
    Reading.TOTAL: _("Rows without objects are read as the account's total"),
    Reading.PARTS: _("Every row is read as its own part of the account"),
}
GROUNDS = {
    Ground.NO_OBJECTS: "",
    Ground.BALANCES: _(": so its balances and vouchers say."),
    Ground.COVER: _(": so the rows themselves show."),
    Ground.STANDARD: _(": so the standard says; the file itself shows nothing else."),
}


def reading_sentence(reading: str, ground: str) -> str:
    """Return how the file's rows were read, and why."""
    return f"{READINGS[Reading(reading)]}{GROUNDS[Ground(ground)]}"


def shown(name: str, value: object) -> object:
    """Return one value as it stands in a sentence."""
    if name in MONEY and isinstance(value, int):
        return format_kronor(value)
    return value.isoformat() if isinstance(value, date) else value


register(
    {
        # the file
        "sie.empty": _("The file is empty."),
        "sie.not_text": _("The file is not a text file. A SIE file is plain text."),
        "sie.not_sie": _(
            "This is not a SIE file: it does not begin with a label such as #FLAGGA."
        ),
        "sie.sie5": _(
            "This is a SIE 5 file (XML). Export the ledger as SIE type 4 instead."
        ),
        "sie.line_too_long": _("A line is longer than a SIE file can have."),
        "sie.no_year": _("The file declares no financial year (#RAR)."),
        "sie.checksum_missing": _(
            "The file begins a checksum (#KSUMMA) but ends without it: it is cut off."
            " Export it again."
        ),
        "sie.checksum_not_begun": _(
            "The file ends with a checksum (#KSUMMA) that was never begun."
        ),
        "sie.wrong_checksum": _(
            "The checksum (#KSUMMA) is wrong: the file says %(given)s, its content"
            " gives %(computed)s. The file was changed after its export."
        ),
        # a line
        "sie.no_label": _("The line has no label: “%(text)s”."),
        "sie.field_too_long": _(
            "“%(text)s” is longer than the %(most)s characters a field may have."
        ),
        "sie.too_few_fields": _("The line needs at least %(least)s fields."),
        "sie.unclosed_quote": _("A quotation mark is not closed."),
        "sie.unclosed_brace": _("A brace { is not closed."),
        "sie.stray_brace": _("A brace stands where none can be."),
        "sie.decimal_comma": _(
            "“%(text)s” has a decimal comma. A SIE file writes amounts with a dot."
        ),
        "sie.three_decimals": _("“%(text)s” has more than two decimals."),
        "sie.amount_too_large": _("“%(text)s” is larger than an amount can be."),
        "sie.bad_amount": _("“%(text)s” is not an amount."),
        "sie.bad_quantity": _("“%(text)s” is not a quantity."),
        "sie.bad_date": _("“%(text)s” is not a date (yyyymmdd)."),
        "sie.bad_period": _("“%(text)s” is not a month (yyyymm)."),
        "sie.bad_year": _("“%(text)s” is not the number of a financial year."),
        "sie.bad_account": _("“%(text)s” is not an account number."),
        "sie.bad_account_kind": _("“%(text)s” is not a kind of account (T, S, K, I)."),
        "sie.bad_dimension": _("“%(text)s” is not the number of a dimension."),
        "sie.bad_objects": _("“%(text)s” is not pairs of dimension and object."),
        "sie.bad_type": _("“%(text)s” is not a type of SIE file (1, 2, 3, 4, 4I)."),
        # the chart
        "sie.unknown_year": _("Financial year %(year)s is not declared (#RAR)."),
        "sie.doubled_year": _("Financial year %(year)s is declared twice."),
        "sie.year_ends_before_it_starts": _(
            "Financial year %(year)s ends before it starts."
        ),
        "sie.years_overlap": _("Financial years %(a)s and %(b)s overlap."),
        "sie.doubled_account": _("Account %(account)s is declared twice."),
        "sie.undeclared_account": _(
            "Account %(account)s is not declared (#KONTO) but used on %(rows)s lines;"
            " this is the first."
        ),
        "sie.doubled_dimension": _("Dimension %(dimension)s is declared twice."),
        "sie.doubled_object": _(
            "Object “%(object)s” of dimension %(dimension)s is declared twice with"
            " different names."
        ),
        # figures
        "sie.period_outside_year": _(
            "Month %(month)s is not in financial year %(year)s."
        ),
        "sie.doubled_balance": _(
            "%(label)s for account %(account)s stands on line %(first)s already."
        ),
        "sie.doubled_period": _(
            "Account %(account)s has two totals for month %(month)s."
        ),
        "sie.result_contradicts": _(
            "#RES of account %(account)s, year %(year)s, is %(said)s, but its months or"
            " vouchers sum to %(found)s."
        ),
        "sie.closing_contradicts": _(
            "Account %(account)s, year %(year)s: opening %(opening)s and changes"
            " %(change)s do not give #UB %(said)s."
        ),
        "sie.month_against_vouchers": _(
            "#PSALDO of account %(account)s, month %(month)s, is %(said)s, but its"
            " vouchers sum to %(booked)s."
        ),
        # vouchers
        "sie.unclosed_voucher": _(
            "The voucher that begins here has no closing brace: the file is cut off."
        ),
        "sie.row_outside_voucher": _("The row stands outside a voucher."),
        "sie.unbalanced": _(
            "Voucher %(voucher)s does not balance: its rows sum to %(ore)s."
        ),
        "sie.doubled_voucher": _("Voucher %(voucher)s comes twice."),
        "sie.date_outside_years": _(
            "Voucher %(voucher)s is dated %(day)s, outside every financial year."
        ),
        # the file and the board
        "ledger.same_file": _("The file is already imported: %(name)s, %(day)s."),
        "ledger.other_organisation": _(
            "The file is of organisation %(given)s (%(name)s), the board's is"
            " %(expected)s. Confirm that it is the right file to import it."
        ),
        "ledger.no_figures": _("The file has neither vouchers, months nor balances."),
        "ledger.counted_already": _(
            "Voucher %(voucher)s is already in %(name)s, which counts for the same"
            " month. The files cannot be added to each other."
        ),
        "ledger.wrong_kind": _(
            "“%(name)s” is not a SIE file. Its name ends with .se, .si or .sie."
        ),
        "ledger.too_large": _(
            "The file is %(size)s MB. At most %(limit)s MB can be uploaded."
        ),
        "ledger.uploaded": _("Ledger file uploaded"),
        "ledger.imported": _("Ledger file imported"),
        "ledger.refused": _("Ledger file refused"),
        # notes
        "sie.flag_is_set": _("The file is marked as read by another program."),
        "sie.no_name": _("The file does not name its organisation (#FNAMN)."),
        "sie.doubtful_encoding": _(
            "Some characters do not fit the encoding of the file (%(encoding)s)."
        ),
        "sie.control_characters": _("Control characters were replaced by spaces."),
        "sie.unknown_label": _("The label %(label)s is unknown and was passed over."),
    }
)

register(
    {
        # a table
        "sheet.empty": _("The file has no rows."),
        "sheet.too_large": _("The file is larger than %(limit)s MiB. Divide it."),
        "sheet.not_a_table": _(
            "The file is neither CSV nor XLSX. Export the ledger anew."
        ),
        "sheet.broken_line": _(
            "The file cannot be read here: a quotation mark is not closed, or a cell is"
            " far too long."
        ),
        "sheet.broken_workbook": _(
            "The workbook is broken. Open it, save it anew as XLSX and upload it again."
        ),
        "sheet.several_sheets": _(
            "Several sheets have rows: %(names)s. Keep one and remove the others."
        ),
        "sheet.merged_cells": _(
            "Cells are merged: %(cells)s. Divide them, so that each row has its own."
        ),
        "sheet.too_many_columns": _("The file has more than %(most)s columns."),
        "sheet.no_headings": _("The first row does not name the columns."),
        "sheet.heading_twice": _(
            "Two columns are called “%(heading)s”. Give each a name of its own."
        ),
        "sheet.no_mapping": _(
            "No saved mapping fits the columns of the file. Upload it under Finance,"
            " Ledger and say what they mean."
        ),
        "sheet.columns_missing": _("The file lacks the columns %(headings)s."),
        # a row
        "sheet.formula": _(
            "Cell %(cell)s is a formula. Paste its value instead: nothing is computed"
            " here."
        ),
        "sheet.fault": _("Cell %(cell)s holds an error."),
        "sheet.no_amount": _("The row has no amount."),
        "sheet.no_number": _("The row has no voucher number."),
        "sheet.bad_day": _("“%(text)s” is not a date. Write 2020-08-31."),
        "sheet.voucher_in_two_months": _(
            "Voucher %(number)s has another month here than on line %(first)s."
        ),
        "sheet.years_apart": _(
            "The rows are of the years %(years)s. A file holds one year, and perhaps"
            " the one before: is a date mistyped?"
        ),
        # a mapping
        "sheet.no_account": _("Say which column is the account."),
        "sheet.no_time": _("Say which column is the date or the month."),
        "sheet.voucher_without_day": _("Vouchers need a date: say which column it is."),
        "sheet.amount_or_sides": _(
            "Say which column is the amount, or which two are debit and credit."
        ),
        "sheet.column_twice": _("The column “%(heading)s” is chosen twice."),
        "sheet.name_taken": _("The board has a mapping with this name already."),
        "sheet.read_already": _("The file has been read already."),
        "sheet.mapping_saved": _("Mapping of columns saved: %(name)s"),
        "sheet.mapping_removed": _("Mapping of columns removed: %(name)s"),
    }
)
