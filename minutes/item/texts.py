"""The sentences of the §: votes, decisions, reservations, numbers."""

from django.utils.translation import gettext_lazy as _

from boards.shared.texts import register

register(
    {
        "ballot.no_answer": _("Say what the chair found the answer to be."),
        "ballot.after_the_gavel": _(
            "The gavel has fallen: a vote can no longer be asked for."
        ),
        "ballot.election_is_closed": _(
            "Elections and appointments are decided by closed vote."
        ),
        "ballot.must_be_open": _("A vote in an ordinary matter is open."),
        "ballot.names_in_closed_vote": _("A closed vote keeps no names, only totals."),
        "ballot.too_many_votes": _(
            "There are %(votes)s votes, but only %(entitled)s may vote."
        ),
        "ballot.below_zero": _("A number of votes cannot be below zero."),
        "ballot.voted_twice": _("Somebody has voted twice; everybody has one vote."),
        "ballot.not_serving": _(
            "A vote belongs to somebody who does not serve at this §."
        ),
        "ballot.vote_missing": _(
            "%(missing)s of those who serve have no vote: note yes, no or abstains."
        ),
        "ballot.must_take_part": _(
            "In the exercise of public authority everybody who serves has to take"
            " part in the decision."
        ),
        "ballot.lot_without_tie": _("The vote is no tie, so no lot is drawn."),
        "ballot.lot_missing": _(
            "The election is a tie, %(votes)s votes each: draw a lot and enter "
            "the outcome."
        ),
        "ballot.lot_only_in_elections": _(
            "A tie in an ordinary matter is settled by the chair's vote, not by lot."
        ),
        "ballot.chair_must_vote": _("The vote is a tie, so the chair has to vote."),
        "decision.frozen": _("The § is frozen for approval and cannot be changed."),
        "decision.meeting_not_open": _("The meeting is not in session."),
        "decision.round_unsettled": _(
            "Questions put by the chair without an answer: %(rounds)s."
        ),
        "decision.information_decides": _(
            "The § is marked as information and can hold no decision."
        ),
        "decision.text_missing": _(
            "Write what was decided, or mark the § as information."
        ),
        "reservation.meeting_closed": _(
            "The meeting is closed: a reservation has to be announced before that."
        ),
        "reservation.nothing_decided": _(
            "Nothing is decided in the §, so there is nothing to reserve against."
        ),
        "reservation.nobody": _("Choose who makes the reservation."),
        "reservation.recused": _(
            "Somebody with jäv did not take part in the decision and cannot reserve."
        ),
        "reservation.did_not_serve": _(
            "Only somebody who took part in the decision can reserve."
        ),
        "reservation.abstained": _(
            "Somebody who abstained did not decide and cannot reserve."
        ),
        "reservation.already_made": _("The reservation is noted already."),
        "reservation.text_too_late": _(
            "The § is frozen: the text of a reservation had to come before."
        ),
        "note.substitutes_may_not": _(
            "Substitutes who do not serve may not have their opinion noted here, "
            "by the regulations."
        ),
        "note.no_right": _("Only members and substitutes can have an opinion noted."),
        "numbering.earlier_meeting": _(
            "The meeting on %(day)s has §§ without numbers: freeze them first."
        ),
        "numbering.already_numbered": _("A § that has a number keeps it."),
        "numbering.no_items": _("There is no § to number."),
    }
)
