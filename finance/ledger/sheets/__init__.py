"""A ledger from a CSV file or a spreadsheet, by a mapping of its columns."""
