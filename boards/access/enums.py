"""Roles that are given; chair, approver and member follow from the uppdrag."""

from enum import StrEnum


class Role(StrEnum):
    """A role an account holds in one board for a time."""

    REGISTRAR = "registrar"
    SECRETARY = "secretary"
    CONTROLLER = "controller"
    ARCHIVIST = "archivist"
