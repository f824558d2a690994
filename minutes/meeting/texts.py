"""The sentences of the meeting: why something is refused, and what was done."""

from django.utils.translation import gettext_lazy as _

from boards.shared.texts import register

register(
    {
        "meeting.is_adjourned": _("The meeting is paused: note first when it goes on."),
        "meeting.is_not_adjourned": _("The meeting is not paused."),
        "meeting.pause_outside": _("The pause lies outside the meeting."),
        "meeting.pause_ends_before": _("The pause ends before it begins."),
        "meeting.pause_needs_end": _("The meeting is over: say when the pause ended."),
        "meeting.pause_overlaps": _("There is a pause at that time already."),
        "meeting.ends_before_pause": _("The meeting ends before its last pause."),
        "meeting.not_closed_yet": _("Close the meeting first."),
        "meeting.nothing_left": _("Every point has been decided: nothing is left."),
        "meeting.continues_before": _("The continuation begins after the meeting."),
        "agenda.is_forced": _(
            "The point has to be reported at this meeting and cannot be taken off."
        ),
        "agenda.only_in_assembly": _(
            "Interpellations and questions are put in an assembly only."
        ),
        "agenda.not_in_session": _("The meeting is not in session."),
        "agenda.item_returned": _("A matter came back to the agenda"),
        "agenda.item_forced": _("A point to report decisions was put on the agenda"),
        "agenda.settled": _("The agenda was settled"),
        "meeting.adjourned": _("The meeting paused"),
        "meeting.resumed": _("The meeting went on"),
        "meeting.adjournment_removed": _("A pause was removed"),
        "meeting.continued": _("A continuation was planned"),
        "meeting.no_regulations": _(
            "%(board)s has no regulations yet: enter them in the registers first."
        ),
        "meeting.has_begun": _(
            "The meeting has begun or been called off and can no longer be changed."
        ),
        "meeting.cannot_summon": _(
            "A summons can only be sent for a meeting that is planned or summoned."
        ),
        "meeting.cannot_open": _(
            "Only a meeting that has been summoned can be opened."
        ),
        "meeting.cannot_close": _("Only a meeting in session can be closed."),
        "meeting.cannot_cancel": _(
            "Only a meeting that has not begun can be called off."
        ),
        "meeting.ends_before_start": _("The meeting must end after it started."),
        "meeting.not_quorate": _(
            "Too few are present: %(present)s of %(seats)s, and %(needed)s are needed."
        ),
        "meeting.not_quorate_assembly": _(
            "Too few are present: %(present)s of %(seats)s, and %(needed)s are needed."
        ),
        "meeting.nobody_presides": _(
            "Neither the chair nor a vice chair serves: nobody presides."
        ),
        "meeting.too_few_to_refer": _(
            "%(votes)s want to postpone or refer back; %(threshold)s are needed."
        ),
        "agenda.is_settled": _(
            "The meeting is over or called off: its agenda is settled."
        ),
        "agenda.no_heading": _("Write a heading or choose a case."),
        "agenda.case_of_other_board": _("The case belongs to another board."),
        "agenda.case_is_closed": _("The case is closed."),
        "agenda.paper_of_other_board": _("The document belongs to another board."),
        "agenda.secret_paper_needs_note": _(
            "The document is secret. Write why the board needs it."
        ),
        "agenda.item_is_decided": _(
            "The point has been decided on and stays where it is."
        ),
        "summons.after_start": _(
            "The meeting was to start already: change its time before calling it."
        ),
        "summons.empty_agenda": _(
            "There is nothing on the agenda. Add at least one point."
        ),
        "summons.nobody_serves": _(
            "Nobody holds an uppdrag in the board on the day of the meeting."
        ),
        "summons.late": _(
            "The summons should have been sent by %(latest)s. Confirm to send it late."
        ),
        "announcement.late": _(
            "The announcement should have been on the notice board by %(latest)s."
            " Confirm to announce the meeting late."
        ),
        "announcement.only_assembly": _("Only an assembly's meetings are announced."),
        "announcement.after_start": _(
            "The meeting has begun, or will not be held: it cannot be announced."
        ),
        "announcement.without_matters": _(
            "There is nothing on the agenda to announce."
        ),
        "announcement.made": _("Announced the meeting on the notice board"),
        "summons.item_needs_unanimity": _(
            "The point was not announced in time: all present must agree to decide it."
        ),
        "summons.mail_not_failed": _("The mail has not failed."),
        "attendance.not_in_session": _(
            "Attendance is written when the meeting has been opened."
        ),
        "attendance.is_frozen": _(
            "The minutes are being approved: the attendance can no longer be changed."
        ),
        "attendance.serves": _(
            "The substitute serves. End the service before marking them absent."
        ),
        "attendance.is_listed": _("The person is already on the list."),
        "attendance.is_already_there": _("The person is already in the room then."),
        "attendance.is_not_there": _("The person was not in the room then."),
        "attendance.item_of_other_meeting": _("The point belongs to another meeting."),
        "presence.distance_not_allowed": _(
            "The regulations do not allow members to take part at a distance."
        ),
        "presence.returns_after_absence": _(
            "One who has served and left for other than conflict of interest does not"
            " serve again the same day. Give a reason if the regulations allow it."
        ),
        "presence.may_not_resume": _(
            "In the assembly one who has served and left for other than conflict of"
            " interest does not serve again the same day."
        ),
        "substitution.not_a_substitute": _("Only a substitute can be called in."),
        "substitution.already_serves": _("The substitute already serves then."),
        "substitution.not_present": _(
            "The substitute is not in the room for all of those points."
        ),
        "substitution.recused": _(
            "The substitute has a conflict of interest at one of the points."
        ),
        "substitution.mid_matter": _(
            "A substitute does not enter in the middle of a matter."
        ),
        "substitution.enters_matter": _(
            "The point is being handled already. Give a reason to call somebody in now."
        ),
        "substitution.next_point": _(
            "The seat stays empty at this point and is filled at the next one."
        ),
        "substitution.no_vacant_seat": _("There is no vacant seat to fill."),
        "substitution.holds_no_seat": _("Choose a member whose place is taken."),
        "substitution.member_serves": _("The member serves at one of those points."),
        "substitution.seat_taken": _(
            "Another substitute already serves in that place."
        ),
        "substitution.other_party": _(
            "In the assembly the substitute must be of the member's party."
        ),
        "substitution.out_of_order": _(
            "Another substitute is next in the order. Give a reason to call this one."
        ),
        "substitution.keeps_the_place": _("already serves in the place and keeps it"),
        "substitution.personal": _("is the member's personal substitute"),
        "substitution.own_party": _("is next in the member's own party"),
        "substitution.party_order": _("is next in the order between the parties"),
        "substitution.vacant_seat": _("is next in the order for a vacant seat"),
        "substitution.nobody_left": _("Nobody who is present can be called in."),
        "approvers.wrong_number": _(
            "Choose %(wanted)s besides the chair; %(chosen)s are chosen."
        ),
        "approvers.chair_signs_anyway": _(
            "The chair signs anyway: choose somebody else."
        ),
        "approvers.did_not_serve": _("Only somebody who served can be chosen."),
        "approvers.reserve_is_chosen": _("A reserve is somebody not chosen already."),
        "chair.presidium_serves": _(
            "The chair or a vice chair serves at all of those points and presides."
        ),
        "chair.does_not_serve": _("Only somebody who serves then can preside."),
        "chair.is_chosen": _("Somebody is already chosen to preside then."),
        "ranges.unreadable": _(
            "%(said)s cannot be read. Write the points as 1, 3-14 or utom 5."
        ),
        "ranges.backwards": _("%(said)s ends before it begins."),
        "ranges.no_such_point": _("%(said)s names a point that is not on the agenda."),
        "ranges.overlap": _("%(said)s names the same point twice."),
        "ranges.part_of_exception": _(
            "Write the points somebody was there for, not the parts to leave out."
        ),
    }
)

register(
    {
        "meeting.planned": _("Planned the meeting"),
        "meeting.changed": _("Changed the meeting"),
        "meeting.cancelled": _("Called the meeting off"),
        "meeting.opened": _("Opened the meeting"),
        "meeting.closed": _("Closed the meeting"),
        "meeting.approvers_chosen": _("Wrote who approves the minutes"),
        "meeting.chair_chosen": _("Wrote who was chosen to preside"),
        "meeting.chair_withdrawn": _("Took back who was chosen to preside"),
        "agenda.item_added": _("Added a point"),
        "agenda.item_changed": _("Changed a point"),
        "agenda.item_moved": _("Moved a point"),
        "agenda.item_withdrawn": _("Withdrew a point"),
        "agenda.paper_added": _("Added a document to a point"),
        "agenda.paper_removed": _("Removed a document from a point"),
        "summons.sent": _("Sent the summons"),
        "summons.mailed_again": _("Mailed the summons again"),
        "attendance.set": _("Wrote attendance"),
        "attendance.added": _("Added somebody present"),
        "attendance.arrived": _("Wrote an arrival"),
        "attendance.left": _("Wrote a departure"),
        "substitute.called_in": _("Called in a substitute"),
        "substitute.service_ended": _("Ended a substitute's service"),
    }
)
