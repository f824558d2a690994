"""The sentences of the notice: why it may not go up or come down, and its dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from boards.shared.legal_texts import explain
from boards.shared.texts import register
from minutes.notice.facts import posted
from minutes.notice.rules import appeal_window

if TYPE_CHECKING:
    from minutes.notice.models import Notice

register(
    {
        "notice.not_approved": _(
            "The minutes are not approved yet, so there is nothing to announce."
        ),
        "notice.other_municipality": _(
            "The board does not belong to that municipality."
        ),
        "notice.already_posted": _("The notice was posted on %(day)s already."),
        "notice.storage_place_missing": _(
            "Say where the minutes are kept: the notice has to tell it."
        ),
        "notice.before_approval": _(
            "The minutes were approved on %(approved_on)s; a notice cannot be older."
        ),
        "notice.day_to_come": _("The day has not come yet."),
        "notice.not_posted": _("The notice is not up."),
        "notice.already_down": _("The notice was taken down on %(day)s already."),
        "notice.clock_not_started": _(
            "The time to appeal has not started: %(posted)s of %(boards)s notice "
            "boards carry the notice."
        ),
        "notice.too_early": _(
            "The last day to appeal is %(last_day)s. The notice may be taken down"
            " on %(removal)s at the earliest."
        ),
        "notice.time_still_runs": _(
            "The decision can still be appealed, up to and including %(last_day)s."
        ),
        "notice.court_not_asked": _("Write what the court answered about appeals."),
        "notice.starts": _(
            "The time to appeal runs from %(start)s, when the notice was posted."
        ),
        "notice.starts_with_last_board": _(
            "The time to appeal runs from %(start)s, when the last of the "
            "%(boards)s notice boards carried the notice."
        ),
        "notice.end": _("Three weeks from then end on %(day)s."),
        "notice.end_moved": _(
            "Three weeks from then are %(nominal)s; the next weekday is %(day)s."
        ),
        "notice.board_is_external": _(
            "%(municipality)s runs its notice board itself: record when it posted."
        ),
        "notice.board_is_ours": _(
            "The notice board of %(municipality)s is here: post the notice instead."
        ),
        "notice.no_proof": _("Write who told that the notice is up, and when."),
        "notice.proof_cannot_be_seen": _(
            "Give the address of the notice, or a file that shows it."
        ),
        "notice.final_already": _("Legal force is confirmed already."),
        "proclamation.not_of_the_list": _(
            "The notice board carries what the law lists and nothing else."
        ),
        "proclamation.missing": _("This has to be filled in."),
        "proclamation.days": _("Between 1 and %(most)s days."),
        "proclamation.board_elsewhere": _(
            "The notice board of %(municipality)s is not here: it is posted there."
        ),
        "proclamation.names_somebody": _(
            "The heading seems to name somebody: %(found)s. Write it without, or tick"
            " that the law asks for it."
        ),
        "proclamation.already_down": _("It was taken down on %(day)s already."),
        "proclamation.too_early": _("It comes down on %(day)s at the earliest."),
        "proclamation.appeal_runs": _(
            "It has to stay on the board while the decisions can be appealed."
        ),
        "proclamation.no_reason": _("Write why it is taken down before its time."),
        "proclamation.posted": _("It was posted on the notice board"),
        "proclamation.taken_down": _("It was taken down when its time was over"),
        "proclamation.withdrawn": _("It was taken down before its time"),
        "proclamation.certified": _("The certificate was made"),
        "notice.interruption_unassessed": _(
            "The notice cannot be shown to have been up all the time, so the time to"
            " appeal has not run out. Assess the interruption first."
        ),
        "notice.interruption_assessed": _("The interruption is assessed already."),
        "notice.interruption_outcome": _("Choose what you found."),
        "notice.interruption_goes_on": _(
            "The notice has not been seen on the board again yet."
        ),
        "notice.interruption_ground": _("Write what you rest it on."),
        "notice.interrupted": _("The notice was not seen on the board"),
        "notice.interruption_stands": _("Assessed: the notice was up"),
        "notice.interruption_interrupted": _("Assessed: the notice was not up"),
        "notice.posted_anew": _("The notice was posted anew: the time runs from then"),
        "notice.posted": _("The notice was posted"),
        "notice.dates_set": _("The time to appeal began to run"),
        "notice.taken_down": _("The notice was taken down"),
        "notice.certified": _("The certificate of posting was made"),
        "notice.final": _("Legal force was confirmed"),
    }
)


def explanation(notice: Notice) -> str:
    """Return why the notice comes down when it does, for the public page."""
    reasons = appeal_window(posted(notice.approval)).reasons
    return " ".join(explain(reason) for reason in reasons)
