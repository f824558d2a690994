"""Minutes and handlingar that wait at the gate."""

from minutes.approval.actions import correct
from minutes.approval.corrections import Change
from minutes.approval.models import Approval
from minutes.meeting import actions as meetings
from minutes.privacy.actions import Said, publish
from minutes.privacy.enums import Choice, FindingKind, Ground
from minutes.privacy.models import Publication
from tests.factories import approvals, publications
from tests.factories import items as make_items

NUMBER = "19811228-9874"
SENTENCE = (
    f"<p>Brev från Sven Per<strong>sson</strong> ({NUMBER}), Ekgatan 12, 070-123 45 67."
    "</p>"
)


def approved(text: str = SENTENCE) -> Approval:
    """Minutes with personal data in the first §, approved and posted."""
    meeting = approvals.decided(is_closed=False)
    item = approvals.items_of(meeting)[0]
    make_items.written(item, text, meeting.secretary)
    meetings.close_meeting(meeting=meeting, ends_at=publications.NOON, by=None)
    return publications.published(meeting)


def waiting(text: str = SENTENCE) -> Publication:
    """The same at the gate."""
    return approved(text).publication


def said(
    publication: Publication, default: str = Choice.MASK, **values: object
) -> Said:
    """A decision on all that was found; by default everything is masked."""
    choices = {place: default for place, _one in enumerate(publication.found)}
    return Said(
        shown_sha256=publication.shown_sha256,
        ground=values.pop("ground", Ground.PUBLIC_TASK),
        choices=choices | values.pop("choices", {}),
        **values,
    )


def let_through() -> None:
    """Publish all that waits, with everything in it that may be shown."""
    for row in Publication.objects.undecided():
        choices = {
            place: Choice.MASK
            for place, one in enumerate(row.found)
            if one.kind == FindingKind.PERSONAL_NUMBER
        }
        decision = said(row, Choice.PUBLISH, choices=choices)
        publish(publication=row, said=decision, by=None)
    approvals.work_off()


def corrected(
    approval: Approval, right: str = "Skrivelse", wrong: str = "Brev"
) -> Approval:
    """The next version, in which a word of the first § is put right, signed by all."""
    item = approvals.items_of(approval.meeting)[0]
    made = correct(
        approval=approval,
        changes=[Change(item.pk, wrong, right)],
        ground="skrivfel",
        by=approval.meeting.secretary,
    )
    approvals.work_off()
    for name in ("Sundell", "Ekström", "Lindqvist"):
        approvals.sign_as(made, name)
    approvals.work_off()
    made.refresh_from_db()
    return made
