"""Keeping the registers: boards, people, uppdrag, roles."""

from boards.registers.actions.board import (
    add_board,
    add_municipality,
    add_recipient,
    set_regulations,
)
from boards.registers.actions.membership import (
    add_membership,
    add_party,
    end_membership,
    set_substitution_order,
)
from boards.registers.actions.person import (
    add_person,
    add_staff_post,
    add_user,
    set_personal_number,
)
from boards.registers.actions.role import assign_role, end_role

__all__ = [
    "add_board",
    "add_membership",
    "add_municipality",
    "add_party",
    "add_person",
    "add_recipient",
    "add_staff_post",
    "add_user",
    "assign_role",
    "end_membership",
    "end_role",
    "set_personal_number",
    "set_regulations",
    "set_substitution_order",
]
