"""Which justering holds a row: what was signed never changes (KL 5:69)."""

from __future__ import annotations

from boards.shared.triggers import frozen_with, row_history

OWN = "SELECT a.state FROM minutes_approval a WHERE a.id = {row}.approval_id"


OF_ITEM = (
    "SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i"
    " ON i.approval_id = a.id WHERE i.id = {row}.item_id"
)


OF_PROPOSAL = (
    "SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i"
    " ON i.approval_id = a.id JOIN minutes_floorproposal p ON p.item_id = i.id"
    " WHERE p.id = {row}.proposal_id"
)


OF_ROUND = (
    "SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i"
    " ON i.approval_id = a.id JOIN minutes_propositionround r ON r.item_id = i.id"
    " WHERE r.id = {row}.round_id"
)


OF_RESERVATION = (
    "SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i"
    " ON i.approval_id = a.id JOIN minutes_reservation r ON r.item_id = i.id"
    " WHERE r.id = {row}.reservation_id"
)

OF_POINT = (
    "SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i"
    " ON i.approval_id = a.id JOIN minutes_decisionpoint d ON d.item_id = i.id"
    " WHERE d.id = {row}.point_id"
)
OF_NOTE = (
    "SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i"
    " ON i.approval_id = a.id JOIN minutes_minutesnote n ON n.item_id = i.id"
    " WHERE n.id = {row}.note_id"
)


def tracked(approval_of_row: str = OF_ITEM) -> list[object]:
    """Return the triggers of every part of a §: history, and frozen with it."""
    return [row_history(), frozen_with("frozen_with_item", approval_of_row)]
