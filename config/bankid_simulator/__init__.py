"""A BankID of our own for the demo and the tests: it speaks RP API v6 over mutual TLS.

A process of its own, `python -m config.bankid_simulator`, which shares no code with the
client: what it sends is made from BankID's documentation, not from what we expect.
Nobody's identity is worth anything here, and production refuses it (docs/bankid.md).
"""
