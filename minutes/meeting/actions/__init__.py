"""The verbs of the meeting."""

from minutes.meeting.actions.adjournments import (
    adjourn,
    remove_adjournment,
    resume,
)
from minutes.meeting.actions.agenda import (
    add_agenda_item,
    add_paper,
    change_agenda_item,
    move_agenda_item,
    remove_paper,
    settle_agenda,
    withdraw_agenda_item,
)
from minutes.meeting.actions.announcing import announce_meeting
from minutes.meeting.actions.attendance import (
    arrive,
    call_in_substitute,
    change_substitute,
    end_service,
    leave,
    set_attendance,
    write_stays,
)
from minutes.meeting.actions.planning import (
    cancel_meeting,
    change_meeting,
    plan_meeting,
)
from minutes.meeting.actions.returning import bring_back, continue_meeting
from minutes.meeting.actions.session import (
    add_attendee,
    choose_approvers,
    choose_chair,
    close_meeting,
    open_meeting,
    withdraw_chair,
)
from minutes.meeting.actions.summons import (
    mail_summons,
    retry_summons_mail,
    send_summons,
)

__all__ = [
    "add_agenda_item",
    "add_attendee",
    "add_paper",
    "adjourn",
    "announce_meeting",
    "arrive",
    "bring_back",
    "call_in_substitute",
    "cancel_meeting",
    "change_agenda_item",
    "change_meeting",
    "change_substitute",
    "choose_approvers",
    "choose_chair",
    "close_meeting",
    "continue_meeting",
    "end_service",
    "leave",
    "mail_summons",
    "move_agenda_item",
    "open_meeting",
    "plan_meeting",
    "remove_adjournment",
    "remove_paper",
    "resume",
    "retry_summons_mail",
    "send_summons",
    "set_attendance",
    "settle_agenda",
    "withdraw_agenda_item",
    "withdraw_chair",
    "write_stays",
]
