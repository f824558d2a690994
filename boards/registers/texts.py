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
            "%(person)s is already %(role)s in the board from %(from)s to %(to)s: end"
            " that term first, or choose another day."
        ),
        "membership.second_chair": _(
            "%(person)s is chair from %(from)s to %(to)s, and a board has one chair."
        ),
        "membership.ends_before_start": _("The term of office ends before it starts."),
        "municipality.added": _("Municipality registered"),
        "board.added": _("Board registered"),
        "board.regulations_set": _("Regulations registered"),
        "board.recipient_added": _("Recipient registered"),
        "board.substitution_order_set": _("Order of substitution registered"),
        "person.added": _("Person registered"),
        "user.added": _("Account made"),
        "staff_post.added": _("Post registered"),
        "party.added": _("Party registered"),
        "membership.added": _("Term of office registered"),
        "membership.ended": _("Term of office ended"),
        "role.assigned": _("Role given"),
        "role.ended": _("Role ended"),
    }
)
