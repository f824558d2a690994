"""The verbs of the §."""

from minutes.item.actions.decision import (
    ElectedPerson,
    Point,
    set_decision,
)
from minutes.item.actions.dissent import (
    announce_reservation,
    recuse,
    withdraw_recusal,
    withdraw_reservation,
    write_reservation,
)
from minutes.item.actions.floor import (
    Question,
    add_floor_proposal,
    put_round,
    record_totals,
    record_votes,
    remove_round,
    settle_round,
    withdraw_floor_proposal,
)
from minutes.item.actions.parts import (
    Basis,
    add_appendix,
    lift_item_secrecy,
    mark_item_secret,
    remove_appendix,
    set_basis,
    set_communications,
    set_proposed,
    set_recipients,
)
from minutes.item.actions.text import (
    Conflict,
    accept_generated,
    add_section,
    change_item,
    keep_wording,
    remove_section,
    save_section,
)

__all__ = [
    "Basis",
    "Conflict",
    "ElectedPerson",
    "Point",
    "Question",
    "accept_generated",
    "add_appendix",
    "add_floor_proposal",
    "add_section",
    "announce_reservation",
    "change_item",
    "keep_wording",
    "lift_item_secrecy",
    "mark_item_secret",
    "put_round",
    "record_totals",
    "record_votes",
    "recuse",
    "remove_appendix",
    "remove_round",
    "remove_section",
    "save_section",
    "set_basis",
    "set_communications",
    "set_decision",
    "set_proposed",
    "set_recipients",
    "settle_round",
    "withdraw_floor_proposal",
    "withdraw_recusal",
    "withdraw_reservation",
    "write_reservation",
]
