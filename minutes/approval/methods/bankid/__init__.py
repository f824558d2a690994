"""Signing with BankID, by its Relying Party API version 6 (docs/bankid.md)."""
