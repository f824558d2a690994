"""The sentences of the §: why something is refused, what was done."""

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
        "decision.not_announced": _(
            "The matter was not announced: note that all present agreed to handle it."
        ),
        "decision.no_comment": _(
            "The meeting is closed: write why the decision is changed. Those who sign "
            "are shown it."
        ),
        "decision.under_nothing": _(
            "There is no point above for this one to be under."
        ),
        "decision.no_reason": _("Write why the matter is referred back."),
        "decision.no_addressee": _("Write who is asked for an opinion."),
        "decision.nobody_decides": _("Write which body decides."),
        "decision.no_proposal": _(
            "Only a point that is proposed to another body says who decides."
        ),
        "decision.not_postponed": _("Only a point that is postponed has such a day."),
        "decision.until_past": _("Choose a day after the meeting."),
        "decision.no_appeal_text": _("Write how this point is appealed."),
        "decision.nobody_elected": _("Write who was elected, below the points."),
        "decision.no_election": _(
            "Somebody is elected by this point: choose that outcome."
        ),
        "decision.elected_incomplete": _("Write both the name and the post."),
        "decision.ends_first": _("The period ends before it begins."),
        "decision.point_reserved": _(
            "There is a reservation against a point that would go away. Withdraw it, "
            "or let it be against another point first."
        ),
        "decision.question_open": _("The question has no answer yet."),
        "decision.question_only_counter": _(
            "That question only chose the counter-proposal: it settles no point."
        ),
        "decision.question_elsewhere": _("The question was put in another §."),
        "decision.contradicts_question": _(
            "The point says otherwise than the answer to the question that settled it."
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
        "reservation.stood_aside": _(
            "%(person)s took no part in the decision and cannot reserve."
        ),
        "reservation.point_elsewhere": _("The point belongs to another §."),
        "reservation.no_proposal": _(
            "The proposal was withdrawn, or made in another §: nobody can reserve in "
            "favour of it."
        ),
        "aside.nobody": _("Choose who takes no part in the decision."),
        "aside.authority": _(
            "In the exercise of public authority everybody who handled the matter has "
            "to take part in the decision."
        ),
        "aside.not_serving": _("%(person)s does not serve in this §."),
        "aside.voted": _("%(person)s has voted and so took part in the decision."),
        "aside.reserved": _(
            "%(person)s has reserved, which only those who decided can do."
        ),
        "aside.kept_out": _(
            "%(people)s kept out of the decision, by abstaining or standing aside. In "
            "the exercise of public authority nobody may."
        ),
        "note.empty": _("Write what is noted, or choose the handling it stands in."),
        "note.nobody": _("Choose who has it noted."),
        "note.recused": _("%(person)s had a conflict of interest and was out."),
        "note.did_not_serve": _(
            "%(person)s did not serve in this §: only an opinion can be noted, where "
            "the regulations allow it."
        ),
        "note.serves": _(
            "%(person)s serves in this §: choose a note or a separate statement."
        ),
        "note.substitutes_may_not": _(
            "Substitutes who do not serve may not have their opinion noted here, "
            "by the regulations."
        ),
        "note.no_right": _(
            "%(person)s is not here as a substitute or with a right to attend."
        ),
        "numbering.earlier_meeting": _(
            "The meeting on %(day)s has §§ without numbers: freeze them first."
        ),
        "numbering.already_numbered": _("A § that has a number keeps it."),
        "numbering.no_items": _("There is no § to number."),
    }
)

# What the room itself refuses or finds missing, and what it writes in the history.
register(
    {
        "item.frozen": _(
            "The § is being approved or already approved and cannot be changed."
        ),
        "item.meeting_not_begun": _(
            "The meeting has not begun: there is nothing to note yet."
        ),
        "item.no_heading": _("Write a heading."),
        "item.section_exists": _("The § already has that section."),
        "item.document_of_other_board": _(
            "%(document)s belongs to another board's case."
        ),
        "item.document_not_registered": _(
            "%(document)s is a draft. Register it first."
        ),
        "item.document_is_secret": _(
            "%(document)s is secret and cannot be in an open §, which is published. "
            "Mark the § secret, or leave the document out."
        ),
        "item.recipient_of_other_board": _("The recipient belongs to another board."),
        "item.communication_taken": _(
            "One of the communications is already reported in another §."
        ),
        "item.decision_taken": _(
            "One of the decisions is reported in another §, or was made after the "
            "meeting."
        ),
        "item.not_earlier": _(
            "Choose a numbered § of an earlier meeting about the same case."
        ),
        "item.proposed_in_use": _(
            "A proposal or a question is about a point that would go away. Change its "
            "words instead, or take that away first."
        ),
        "item.case_of_other_board": _("%(case)s belongs to another board."),
        "item.case_is_secret": _(
            "%(case)s is secret and cannot be named in an open §. Mark the § secret, "
            "or leave the case out."
        ),
        "asked.only_assembly": _(
            "Interpellations and questions belong to the assembly; in a board only "
            "the public asks."
        ),
        "asked.by_nobody": _("Write who asked."),
        "asked.to_nobody": _("Write who was asked."),
        "asked.no_text": _("Write what was asked."),
        "asked.answered_by_nobody": _("Write who answered."),
        "item.no_ground": _("A secrecy mark must cite its legal ground."),
        "item.no_reason": _("Write why the mark is taken off."),
        "proposal.not_serving": _(
            "%(person)s does not serve in this § and cannot make a proposal."
        ),
        "recusal.not_elected": _("%(person)s takes no part in deciding this §."),
        "recusal.took_part": _(
            "%(person)s has already proposed, voted or reserved in this §."
        ),
        "proposal.stands_aside": _(
            "%(person)s takes no part in the decision and cannot make a proposal."
        ),
        "proposal.no_text": _("Write what is proposed."),
        "proposal.of_other_item": _("Choose among the points and proposals of this §."),
        "proposal.until_without_postponing": _(
            "Only a proposal to postpone has a day to postpone to."
        ),
        "proposal.until_has_passed": _(
            "The matter can only be postponed to a day after the meeting."
        ),
        "proposal.no_reason": _("Write why the chair did not put the proposal."),
        "proposal.is_withdrawn": _("The proposal was withdrawn: there is none to put."),
        "proposal.was_put": _(
            "The chair has put the proposal: remove the question first."
        ),
        "round.formal_first": _(
            "Somebody wants the matter postponed or referred back: that question comes"
            " first."
        ),
        "round.formal_unsettled": _(
            "Answer first whether the matter is decided today."
        ),
        "round.matter_is_over": _(
            "The matter has been postponed or referred back: nothing more is put."
        ),
        "round.counter_unsettled": _(
            "Answer first which proposal becomes the counter-proposal."
        ),
        "round.counter_first": _(
            "There are more than two proposals: choose the counter-proposal first."
        ),
        "round.addition_last": _(
            "An addition is put when the matter itself has been answered."
        ),
        "round.addition_against_main": _(
            "An addition is put on its own, not against another proposal."
        ),
        "round.counter_needs_two": _(
            "Choose the two proposals of which one becomes the counter-proposal."
        ),
        "round.same_sides": _("Yes and no cannot be for the same proposal."),
        "round.put_twice": _("The proposal has been put already."),
        "round.foreign_proposal": _("The proposal belongs to another §."),
        "round.not_standing": _("The proposal was withdrawn, or is not to be put."),
        "round.not_formal": _(
            "Only postponing or referring back is put as a formal question."
        ),
        "round.formal_on_its_own": _(
            "Postponing and referring back are put on their own, as formal questions."
        ),
        "round.asked_by_other": _(
            "%(person)s does not serve and cannot ask for a vote."
        ),
        "round.is_vote": _("The question is answered by vote already."),
        "round.settles_a_point": _(
            "A point of the decision rests on the question: change the point first."
        ),
        "ballot.voted_aside": _(
            "Somebody who takes no part in the decision has a vote."
        ),
        "ballot.stands_aside": _("%(person)s takes no part in the decision."),
        "ballot.not_an_election": _("Names are counted in elections only."),
        "ballot.no_seats": _("Say how many are to be elected."),
        "ballot.too_few_candidates": _("There are fewer names than posts to fill."),
        "ballot.nameless": _("Write the name of everybody who got votes."),
        "ballot.named_twice": _("Write every name once."),
        "ballot.too_many_for_one": _(
            "Nobody can get more votes than there are voters."
        ),
        "ballot.draw_among": _(
            "Equally many votes: draw %(seats)s by lot among %(names)s."
        ),
        "item.proposal_not_put": _("A proposal was not put"),
        "item.vote_called": _("A vote was asked for"),
        "round.no_question": _("Write the question the chair puts."),
        "round.no_meaning": _("Write what yes and what no means in the vote."),
        "missing.decision": _("The decision is missing."),
        "missing.authority_appeal": _(
            "The § is an exercise of authority: write how the decision is appealed."
        ),
        "missing.question": _("Write what was asked, by whom and of whom."),
        "missing.report": _("Choose the decisions that have to be reported."),
        "missing.agreement": _(
            "A point says otherwise than the answer to the question that settled it."
        ),
        "missing.kept_out": _(
            "Somebody abstained or took no part, which nobody may in the exercise of "
            "public authority."
        ),
        "missing.reservist": _(
            "Somebody who did not take part in the decision has reserved."
        ),
        "missing.quorum": _(
            "Not quorate: %(present)s are serving, %(needed)s are needed."
        ),
        "missing.secret_document": _(
            "%(document)s is secret, but the § is open and is published. Mark the § "
            "secret, or take the document away."
        ),
        "missing.secret_heading": _(
            "The case is secret, but the open § has its title as heading. Mark the § "
            "secret, or write a heading that gives nothing away."
        ),
        "missing.presiding": _("Nobody presides."),
        "missing.round": _("A question put by the chair has no answer."),
        "missing.proposal_unput": _(
            "There are proposals but no question that was put on them."
        ),
        "missing.reservation_text": _("A reservation has no text yet."),
        "missing.meeting_open": _("The meeting has not been closed."),
        "missing.approvers": _(
            "%(chosen)s approvers are chosen, %(needed)s are needed."
        ),
        "missing.secretary": _("The meeting has no secretary."),
        "item.agreed": _("All present agreed to handle the matter"),
        "item.not_agreed": _("That all present agreed was taken back"),
        "item.described": _("What the § is was written"),
        "item.cases_set": _("Further cases were chosen"),
        "item.earlier_set": _("Earlier handling was written"),
        "item.questions_set": _("What was asked was written"),
        "item.reported_set": _("Decisions to report were chosen"),
        "item.changed": _("The heading was changed"),
        "item.section_added": _("A section was added"),
        "item.section_removed": _("A section was removed"),
        "item.section_saved": _("The text was edited"),
        "item.generated_accepted": _("The generated text was taken over"),
        "item.wording_kept": _("The own wording was kept"),
        "item.proposal_added": _("A proposal was noted"),
        "item.proposal_withdrawn": _("A proposal was withdrawn"),
        "item.stood_aside": _("Somebody took no part in the decision"),
        "item.aside_withdrawn": _(
            "That somebody took no part in the decision was taken back"
        ),
        "item.note_added": _("Something was noted beside the decision"),
        "item.note_written": _("A note was written"),
        "item.note_removed": _("A note was removed"),
        "item.recused": _("A conflict of interest was noted"),
        "item.recusal_withdrawn": _("A conflict of interest was taken back"),
        "item.round_put": _("A question was put"),
        "item.round_removed": _("A question was removed"),
        "item.votes_recorded": _("Votes were noted"),
        "item.round_settled": _("A question was settled"),
        "item.decided": _("The decision was written"),
        "item.decision_changed": _("The decision was changed after the meeting"),
        "item.reservation_announced": _("A reservation was announced"),
        "item.reservation_written": _("A reservation was written"),
        "item.reservation_withdrawn": _("A reservation was withdrawn"),
        "item.basis_set": _("The basis for decision was chosen"),
        "item.proposed_set": _("The proposal was written"),
        "item.recipients_set": _("Recipients were chosen"),
        "item.appendix_added": _("An appendix was added"),
        "item.appendix_removed": _("An appendix was removed"),
        "item.communications_set": _("Communications were chosen"),
        "item.marked_secret": _("The § was marked secret"),
        "item.secrecy_lifted": _("The secrecy mark was taken off"),
    }
)
