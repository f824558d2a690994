"""The board's money: interim reports."""
