"""Taking a planned meeting as far as its plan says, by the actions of the screens."""

from __future__ import annotations

from datetime import datetime, timedelta

from boards.board.models import Board
from boards.person.models import User
from boards.shared.clock import at, now
from boards.shared.files import store_file
from boards.shared.models import OutboxMessage
from boards.shared.outbox import carry_out
from boards.shared.paper import tree
from boards.shared.paper.pdf import render_pdf
from cases.case.models import Case
from cases.communication.actions import add_communication
from cases.document.actions import register_document
from cases.document.enums import Direction, DocumentKind
from cases.document.models import Document
from config.demo.plan import Paper, Plan, Point, Reach
from config.demo.registers import Registers
from minutes.approval import actions as approvals
from minutes.approval.methods import Proof
from minutes.approval.models import Approval
from minutes.archive.actions import order_package
from minutes.dispatch.actions import dispatch_extracts
from minutes.item import actions as items
from minutes.item.enums import RoundMethod
from minutes.item.models import MinutesItem
from minutes.item.queries import record_of
from minutes.meeting import actions as meetings
from minutes.meeting.enums import AgendaKind, AttendanceMode
from minutes.meeting.models import AgendaItem, Attendance, Meeting
from minutes.notice import actions as notices
from minutes.review import actions as reviews
from minutes.review.content import content_of, digest
from minutes.review.enums import ReviewerRole, Verdict
from minutes.review.models import Reviewer

PLANNED_BEFORE = timedelta(days=60)
CALLED_BEFORE = timedelta(days=8)
AGENDA_BEFORE = timedelta(days=8, hours=1)
SIGNING_TAKES = timedelta(minutes=10)


def work_off() -> None:
    """Do what the worker would have done by now."""
    while waiting := list(
        OutboxMessage.objects.filter(state="pending", attempts=0).values_list(
            "pk", flat=True
        )
    ):
        for pk in waiting:
            carry_out(pk)


class Chain:
    """One meeting on its way; each step happens at its own moment."""

    def __init__(self, made: Registers, cases: dict[str, Case], plan: Plan) -> None:
        self.made, self.cases, self.plan = made, cases, plan
        self.board: Board = made.boards[plan.board]
        self.by: User = made.users[plan.secretary]
        self.documents: dict[str, Document] = {}

    def run(self) -> Meeting:
        """Take the meeting as far as the plan says."""
        plan = self.plan
        with at(plan.starts - PLANNED_BEFORE):
            self.meeting = meetings.plan_meeting(
                board=self.board,
                starts_at=plan.starts,
                place=plan.place,
                secretary=self.by,
                by=self.by,
            )
            work_off()
        steps = (
            (Reach.PLANNED, plan.starts - AGENDA_BEFORE, self.prepare),
            (Reach.CALLED, plan.starts - CALLED_BEFORE, self.call),
            (Reach.IN_SESSION, plan.starts, self.hold),
            (Reach.DRAFTING, plan.ends, self.close),
            (Reach.AT_APPROVAL, self.signing_at - 3 * SIGNING_TAKES, self.freeze),
            (Reach.ON_BOARD, self.signing_at, self.sign_and_post),
            (Reach.EXPIRED, self.signing_at + timedelta(days=2), self.dispatch),
        )
        for reach, moment, step in steps:
            if plan.reach >= reach:
                with at(moment):
                    step()
                    work_off()
        self.finish()
        return self.meeting

    @property
    def signing_at(self) -> datetime:
        """When the first signature is given."""
        return self.plan.approved or self.plan.ends + timedelta(days=7)

    def fill_agenda(self, points: list[Point]) -> None:
        """Add the points with their papers."""
        for point in points:
            case = self.cases.get(point.case)
            row = meetings.add_agenda_item(
                meeting=self.meeting,
                heading=point.heading,
                kind=point.kind,
                case=case,
                rapporteur=point.rapporteur,
                by=self.by,
            )
            if case is not None:
                self.add_papers(row, case, point.papers)

    def add_papers(
        self, row: AgendaItem, case: Case, papers: tuple[Paper, ...]
    ) -> None:
        """Register the papers in the ärende and send them with the point."""
        for paper in papers:
            document = self.document_of(case, paper)
            self.documents[paper.subject] = document
            meetings.add_paper(item=row, document=document, by=self.by)

    def document_of(self, case: Case, paper: Paper) -> Document:
        """Return a registered handling: the one the ärende has, or a new one."""
        known = case.documents.filter(subject=paper.subject).first()
        if known is not None:
            return known
        day = datetime.fromisoformat(paper.dated).date()
        pdf = render_pdf(
            tree.Document(
                title=paper.subject,
                kind="TJÄNSTESKRIVELSE",
                organ=case.board.name,
                meeting_date=day,
                blocks=(tree.Heading(1, paper.subject), tree.paragraph(paper.text)),
                footer=tree.Footer.TEXT,
                footer_text=case.dnr,
                words=tree.Words(date="Datum"),
            )
        )
        return register_document(
            case=case,
            direction=Direction.DRAWN_UP,
            kind=DocumentKind.STAFF_REPORT,
            subject=paper.subject,
            handled_on=day,
            dated_on=day,
            file=store_file(pdf, "application/pdf"),
            file_name=f"tjansteskrivelse-{paper.dated}.pdf",
            by=self.by,
        )

    def prepare(self) -> None:
        """Fill the agenda shortly before the kallelse, when the papers are there."""
        self.fill_agenda([p for p in self.plan.points if not p.is_late])

    def call(self) -> None:
        """Send the kallelse; points that come after it are late."""
        meetings.send_summons(meeting=self.meeting, by=self.by)
        self.fill_agenda([p for p in self.plan.points if p.is_late])

    def hold(self) -> None:
        """Open, call the roll, and go through the points."""
        plan = self.plan
        self.meeting = meetings.open_meeting(meeting=self.meeting, by=self.by)
        for row in self.meeting.attendances.select_related("person"):
            self.take_roll(row)
        for substitute, member in plan.substitutes.items():
            meetings.call_in_substitute(
                substitute=self.who(substitute),
                in_place_of=self.who(member),
                by=self.by,
            )
        meetings.choose_approvers(
            meeting=self.meeting, chosen=[self.who(plan.approver)], by=self.by
        )
        meetings.change_meeting(
            meeting=self.meeting,
            by=self.by,
            approval_place=plan.approval_place,
            approval_planned_at=plan.approved,
        )
        started = [p for p in plan.points if p.kind != AgendaKind.OPENING]
        if plan.reach == Reach.IN_SESSION:
            started = started[: len(started) // 2]
        for point in started:
            self.handle(point)

    def take_roll(self, row: Attendance) -> None:
        """Note somebody present, distant or absent; staff is there unless absent."""
        family = row.person.family_name
        distant = family in self.plan.distant
        meetings.set_attendance(
            attendance=row,
            is_present=family not in self.plan.absent,
            mode=AttendanceMode.DISTANCE if distant else AttendanceMode.ON_SITE,
            by=self.by,
        )

    def who(self, family: str) -> Attendance:
        """Return somebody at the meeting by family name."""
        return self.meeting.attendances.get(person__family_name=family)

    def item(self, point: Point) -> MinutesItem:
        """Return the § of a point."""
        return MinutesItem.objects.get(
            meeting=self.meeting, agenda_item__heading=point.heading
        )

    def handle(self, point: Point) -> None:
        """Write, propose, ask, decide: in the order it happens at the table."""
        item = self.item(point)
        if point.recused:
            items.recuse(
                item=item, attendance=self.who(point.recused), reason="", by=self.by
            )
        self.write(item, point)
        for floor in point.floor:
            items.add_floor_proposal(
                item=item,
                kind=floor.kind,
                text=floor.text,
                proposers=[self.who(name) for name in floor.by],
                by=self.by,
            )
        self.ask(item, point)
        self.decide(item, point)

    def write(self, item: MinutesItem, point: Point) -> None:
        """Write the sections, and say what the decision rests on."""
        for kind, heading, body in point.sections:
            section = item.sections.filter(kind=kind, heading=heading).first()
            if section is None:
                items.add_section(
                    item=item, kind=kind, heading=heading, body=body, by=self.by
                )
            else:
                items.save_section(
                    section=section, body=body, version=section.version, by=self.by
                )
        basis = [
            items.Basis(paper.label, self.documents.get(paper.subject))
            for paper in point.papers
        ]
        items.set_basis(item=item, basis=basis, by=self.by)
        items.set_proposed(item=item, texts=point.proposed, by=self.by)

    def ask(self, item: MinutesItem, point: Point) -> None:
        """Put the chair's questions and settle each."""
        for asked in point.asked:
            method = RoundMethod.OPEN_VOTE if asked.votes else RoundMethod.ACCLAMATION
            question = items.Question(
                asked.text, method, asked.yes_means, asked.no_means
            )
            round_ = items.put_round(item=item, question=question, by=self.by)
            if asked.votes:
                votes = {self.who(n).pk: choice for n, choice in asked.votes.items()}
                items.record_votes(round_=round_, votes=votes, by=self.by)
                items.settle_round(round_=round_, by=self.by)
            else:
                items.settle_round(round_=round_, is_yes=asked.answer, by=self.by)

    def decide(self, item: MinutesItem, point: Point) -> None:
        """Write the decision, dissent, messages, appendices and recipients."""
        if point.messages:
            items.set_communications(
                item=item, communications=self.messages(point), by=self.by
            )
        if point.kind == AgendaKind.INFORMATION:
            items.change_item(
                item=item, heading=item.heading, is_information=True, by=self.by
            )
        points = [items.Point(text) for text in point.decided]
        items.set_decision(item=item, points=points, by=self.by)
        if point.reservation:
            family, text = point.reservation
            items.announce_reservation(
                item=item, people=[self.who(family)], text=text, by=self.by
            )
        for paper in point.papers:
            if paper.is_appendix:
                document = self.documents[paper.subject]
                items.add_appendix(item=item, document=document, by=self.by)
        recipients = self.board.recipients.filter(name__in=point.recipients)
        items.set_recipients(item=item, recipients=list(recipients), by=self.by)

    def messages(self, point: Point) -> list[object]:
        """Note the meddelanden of a point."""
        return [
            add_communication(
                board=self.board,
                heading=heading,
                case=self.cases[key],
                received_on=now().date(),
                by=self.by,
            )
            for heading, key in point.messages
        ]

    def close(self) -> None:
        """Close the meeting."""
        self.meeting = meetings.close_meeting(
            meeting=self.meeting, ends_at=self.plan.ends, by=self.by
        )
        if self.plan.reach == Reach.DRAFTING:
            self.review()

    def review(self) -> None:
        """Send the drafts out; the chair looks at two §§ and remarks on one."""
        rows = list(self.meeting.items.all())
        reviews.send_for_review(meeting=self.meeting, items=rows, by=self.by)
        chair = Reviewer.objects.filter(
            review_item__item=rows[0], role=ReviewerRole.CHAIR
        ).get()
        for row, verdict, comment in (
            (rows[0], Verdict.OK, ""),
            (rows[1], Verdict.COMMENT, "Ska det inte stå vem som var föredragande?"),
        ):
            whole = record_of(self.meeting, [row])
            shown = digest(content_of(whole, whole.items[0]))
            reviews.look_through(
                item=row,
                said=reviews.Said(verdict, shown, comment),
                by=chair.person.user,
            )

    def freeze(self) -> None:
        """Freeze every § in one justering."""
        rows = list(self.meeting.items.all())
        self.approval = approvals.freeze(meeting=self.meeting, items=rows, by=self.by)

    def sign_and_post(self) -> None:
        """Let everybody sign, then post the notice in every municipality."""
        moment = self.signing_at
        for approver in self.approval.approvers.select_related("person__user"):
            with at(moment):
                self.sign(approver.person.user)
            moment += SIGNING_TAKES
        for municipality in self.board.municipalities():
            with at(moment):
                notices.post_notice(
                    approval=self.approval, municipality=municipality, by=self.by
                )

    def sign(self, user: User) -> None:
        """Sign as somebody who has just given their password."""
        self.approval = Approval.objects.get(pk=self.approval.pk)
        proof = Proof("password", user.pk, self.approval.document.sha256, now())
        approvals.sign(approval=self.approval, by=user, proof=proof)

    def dispatch(self) -> None:
        """Send the extracts of §§ that name recipients."""
        for item in self.meeting.items.filter(recipients__isnull=False).distinct():
            dispatch_extracts(item=item, by=self.by)

    def finish(self) -> None:
        """Take notices down and confirm laga kraft when it is time."""
        if self.plan.reach < Reach.EXPIRED:
            return
        down = self.approval.notices.first().removable_on
        morning = self.plan.starts.replace(
            year=down.year, month=down.month, day=down.day, hour=0, minute=5
        )
        with at(morning):
            for notice in self.approval.notices.all():
                notices.take_down_notice(notice=notice, by=None)
            work_off()
        with at(morning + timedelta(days=3)):
            if self.plan.reach >= Reach.FINAL:
                notices.confirm_final(
                    approval=self.approval,
                    answer="Förvaltningsrätten: inget överklagande har kommit in",
                    by=self.by,
                )
            if self.plan.reach >= Reach.ARCHIVED:
                archivist = self.made.users["arkiv"]
                order_package(approval=self.approval, by=archivist)
            work_off()
