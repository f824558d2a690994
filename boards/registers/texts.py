"""Sentences behind the codes of the registers."""

from django.utils.translation import gettext_lazy as _

from boards.shared.texts import register

register(
    {
        "board.partners_only_joint": _(
            "Only a joint board has partner municipalities."
        ),
        "board.bad_dnr_pattern": _(
            "Write the pattern with {number} and {year}, and {prefix} if you like."
        ),
        "membership.overlaps": _(
            "%(person)s is already %(role)s in %(board)s from %(from)s to %(to)s: end"
            " that term first, or choose another day."
        ),
        "membership.overlaps_open": _(
            "%(person)s is already %(role)s in %(board)s since %(from)s: end that term"
            " first, or choose another day."
        ),
        "membership.second_chair": _(
            "%(board)s has one chair, and %(person)s is it from %(from)s to %(to)s."
        ),
        "membership.second_chair_open": _(
            "%(board)s has one chair, and %(person)s is it since %(from)s."
        ),
        "membership.not_its_municipality": _(
            "The members of the board are elected by %(names)s."
        ),
        "membership.seats_differ": _(
            "The board has %(seats)s seats, and %(members)s members today."
        ),
        "membership.no_chair": _("The board has no chair today."),
        "membership.substitutes_differ": _(
            "A joint board has as many substitutes as members: here are %(members)s"
            " members and %(substitutes)s substitutes."
        ),
        "membership.municipality_missing": _(
            "%(municipality)s needs at least one member and one substitute."
        ),
        "membership.ends_before_start": _("The term of office ends before it starts."),
        "membership.not_a_substitute": _("Only a substitute is somebody's own."),
        "membership.holds_no_seat": _(
            "A personal substitute stands in for a member of the same board."
        ),
        "board.joint_needs_partner": _(
            "A joint board has at least one partner municipality."
        ),
        "board.host_is_no_partner": _(
            "The host municipality cannot be a partner as well."
        ),
        "role.ends_before_start": _("The role ends before it starts."),
        "role.held_already": _("The account holds the role already, since %(from)s."),
        "staff_post.ends_before_start": _("The post ends before it starts."),
        "municipality.added": _("Municipality registered"),
        "board.added": _("Board registered"),
        "board.regulations_set": _("Regulations registered"),
        "board.recipient_added": _("Recipient registered"),
        "board.substitution_order_set": _("Order of substitution registered"),
        "person.added": _("Person registered"),
        "person.identity_set": _("Personal number registered"),
        "identity.no_number": _(
            "That is no personal number: write twelve digits, the last of which is a"
            " check."
        ),
        "identity.somebody_elses": _("The number belongs to another person here."),
        "user.added": _("Account made"),
        "staff_post.added": _("Post registered"),
        "party.added": _("Party registered"),
        "membership.added": _("Term of office registered"),
        "membership.ended": _("Term of office ended"),
        "role.assigned": _("Role given"),
        "role.ended": _("Role ended"),
    }
)
