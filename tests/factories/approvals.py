"""Minutes at every step after the meeting, made by the product's own actions."""

from datetime import datetime, timedelta

from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext

from boards.access.models import RoleAssignment
from boards.board.models import Board
from boards.person.models import Person, User
from boards.shared import clock, outbox
from boards.shared.enums import OutboxState
from boards.shared.models import OutboxMessage
from boards.shared.paper.pdf import render_pdf
from boards.shared.paper.tree import Document, paragraph
from minutes.approval import actions, methods
from minutes.approval.models import Approval, Signature
from minutes.item.actions import set_decision
from minutes.item.actions.decision import Point
from minutes.item.models import MinutesItem
from minutes.meeting.models import Meeting
from minutes.notice.actions import post_notice
from minutes.notice.tasks import take_down_due_notices
from tests.factories import meetings as make

PASSWORD = "ett-bra-losenord"


def work_off() -> None:
    """Carry out what the outbox holds, and what that adds to it."""
    while True:
        rows = OutboxMessage.objects.filter(state=OutboxState.PENDING, attempts=0)
        pks = list(rows.values_list("pk", flat=True))
        if not pks:
            return
        for pk in pks:
            outbox.carry_out(pk)


def decided(meeting: Meeting | None = None, *, is_closed: bool = True) -> Meeting:
    """A meeting on which every § was decided, at its own time."""
    meeting = meeting or make.planned()
    with clock.at(meeting.starts_at - timedelta(days=14)):
        make.called(meeting)
    with clock.at(meeting.starts_at):
        decide(meeting)
        if is_closed:
            ends_at = meeting.starts_at + timedelta(hours=1)
            make.actions.close_meeting(meeting=meeting, ends_at=ends_at, by=None)
    meeting.refresh_from_db()
    return meeting


def decide(meeting: Meeting) -> None:
    make.actions.open_meeting(meeting=meeting, by=None)
    for row in meeting.attendances.all():
        make.actions.set_attendance(attendance=row, is_present=True, by=None)
    for item in meeting.items.all():
        text = f"att besluta i ärendet {item.heading}."
        set_decision(item=item, points=[Point(text)], by=None)
    chosen = [make.attendance(meeting, "Lindqvist")]
    make.actions.choose_approvers(meeting=meeting, chosen=chosen, by=None)


def items_of(meeting: Meeting) -> list[MinutesItem]:
    return list(meeting.items.order_by("agenda_item__position"))


def frozen(meeting: Meeting | None = None, **options: object) -> Approval:
    meeting = meeting or decided()
    items = options.pop("items", items_of(meeting))
    return actions.freeze(meeting=meeting, items=items, by=meeting.secretary, **options)


def sealed(meeting: Meeting | None = None, **options: object) -> Approval:
    approval = actions.seal(approval=frozen(meeting, **options))
    for approver in approval.approvers.all():
        user_of(approver.person)
    return approval


def user_of(person: Person) -> User:
    known = User.objects.filter(person=person).first()
    if known:
        return known
    name = f"{person.given_name}.{person.family_name}".lower()
    # Two boards of the factories have people of the same names.
    taken = User.objects.filter(username=name).exists()
    return make.user_for(person, f"{name}{person.pk}" if taken else name)


def proof(approval: Approval, user: User) -> methods.Proof:
    approval.refresh_from_db()
    request = methods.SigningRequest(user, approval.document.sha256)
    return methods.get("password").verify(request, {"password": PASSWORD})


def sign_as(approval: Approval, family_name: str) -> Signature:
    person = approval.approvers.get(person__family_name__startswith=family_name).person
    user = user_of(person)
    return actions.sign(approval=approval, by=user, proof=proof(approval, user))


def signed(meeting: Meeting | None = None, **options: object) -> Approval:
    approval = sealed(meeting, **options)
    for name in ("Sundell", "Ekström", "Lindqvist"):
        sign_as(approval, name)
    approval.refresh_from_db()
    return approval


def with_role(board: Board, role: str, username: str) -> User:
    user = make.user_for(make.person("Test", username), username)
    RoleAssignment.objects.create(
        user=user, board=board, role=role, valid_from=make.TERM
    )
    return user


def approved_on(moment: datetime, meeting: Meeting | None = None) -> Approval:
    """Minutes whose last signature was given at a moment."""
    with clock.at(moment):
        return signed(meeting)


def posted(approval: Approval, moment: datetime, *names: str) -> Approval:
    """Minutes posted on the boards of the named municipalities, or on all."""
    rows = approval.notices.select_related("municipality")
    for row in rows.filter(municipality__name__in=names) if names else rows:
        with clock.at(moment):
            post_notice(approval=approval, municipality=row.municipality, by=None)
    approval.refresh_from_db()
    return approval


def taken_down(approval: Approval | None = None) -> Approval:
    """The model's minutes after their time on the board."""
    noon = clock.local(make.MEETING_DAY, 12)
    approval = approval or posted(approved_on(noon), noon)
    removable = approval.notices.first().removable_on
    with clock.at(clock.local(removable, 0, 5)):
        take_down_due_notices()
    return approval


def counted() -> CaptureQueriesContext:
    """Count the queries of a block; no page is remembered from before it."""
    caches["pages"].clear()
    return CaptureQueriesContext(connection)


def a_pdf(text: str = "Bilaga") -> bytes:
    """A small PDF, as somebody would upload it."""
    document = Document(title=text, kind="BILAGA", organ="", blocks=(paragraph(text),))
    return render_pdf(document)
