"""Kinds of documents the product issues."""

from enum import StrEnum


class IssuedKind(StrEnum):
    """What an issued PDF is."""

    MINUTES = "minutes"
    EXTRACT = "extract"
    SUMMONS = "summons"
    CERTIFICATE = "certificate"
    PUBLIC_COPY = "public_copy"
    REPORT = "report"
