"""The sentences of review."""

from django.utils.translation import gettext_lazy as _

from boards.shared.texts import register

register(
    {
        "review.no_items": _("Choose at least one § to send out."),
        "review.unknown_item": _(
            "A § was chosen that is not on the agenda of this meeting any more."
        ),
        "review.meeting_not_begun": _(
            "The meeting has not begun: there is nothing to look through."
        ),
        "review.item_frozen": _("%(item)s is frozen for approval already."),
        "review.no_reviewers": _(
            "Nobody who will sign %(item)s is known: choose its chair and approvers."
        ),
        "review.due_past": _("The day has been already."),
        "review.due_too_late": _(
            "The minutes are to be approved by %(latest)s: choose that day or an"
            " earlier one."
        ),
        "review.not_asked": _("You are not among those who look through this §."),
        "review.changed_meanwhile": _(
            "The § was changed while you read it. Look at it again and save once more;"
            " what you wrote is kept."
        ),
        "review.ok_with_text": _(
            "You wrote something: choose comment or other words instead of ok."
        ),
        "review.comment_missing": _("Write your comment."),
        "review.no_section": _("Say which section you want to word otherwise."),
        "review.wording_same": _("Change the words of a section first."),
        "review.wording_lines": _(
            "The section has headings or a list: keep its lines one for one, or write"
            " a comment."
        ),
        "review.answered_already": _("The remark is answered already."),
        "review.nothing_to_answer": _("An ok needs no answer."),
        "review.answer_missing": _("Write your answer."),
        "review.not_changed": _(
            "The § is as it was when the remark was made: change it first."
        ),
        "review.no_wording": _("The remark proposes no wording."),
        "review.section_gone": _("The section is gone: change the § by hand."),
        "review.left_unlooked": _(
            "Not all who sign have looked through %(items)s as they stand."
        ),
        "review.left_unanswered": _("%(items)s: a remark has no answer yet."),
        "review.sent": _("§§ were sent to be looked through before signing"),
        "review.looked": _("A reviewer looked through the §"),
        "review.answered": _("A remark of a reviewer was answered"),
    }
)
