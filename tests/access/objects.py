"""A board with something of every kind, and the way to each address of the table.

Whoever adds an address adds a row to urls.csv and, if it names an object, a line to
`BUILDERS`.
"""

from collections.abc import Callable
from datetime import date, timedelta
from fnmatch import fnmatchcase
from inspect import ismethod
from io import BytesIO
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from django.urls import reverse

from boards.access.enums import Role
from boards.board.models import Municipality
from boards.membership.models import Membership
from boards.person.models import Person, User
from boards.shared.clock import at, local
from boards.shared.files import store_file
from boards.shared.history import record
from boards.shared.issued.enums import IssuedKind
from boards.shared.issued.models import IssuedDocument
from cases.case.actions import close_case
from cases.preservation.actions import Looked, keep
from cases.preservation.enums import Outcome
from cases.preservation.rules import Seen
from cases.retention import actions as retaining
from finance.budget.actions import save_project
from finance.control.enums import Grade
from finance.control.models import ControlReport
from finance.ledger.actions import Order, import_ledger, upload_ledger
from finance.portal.models import PublishedReport
from finance.report import actions as reports
from finance.report.enums import TableKind
from minutes.approval.models import SigningAttempt
from minutes.archive.actions import build_package
from minutes.archive.sip.deliveries import Terms, order_sip, save_agreement
from minutes.dispatch.actions import dispatch_extracts
from minutes.followup import actions as followups
from minutes.followup.enums import FollowUpKind
from minutes.item import actions as items
from minutes.item.enums import NoteKind
from minutes.meeting import actions as meetings
from minutes.meeting.models import Meeting
from minutes.notice import actions as notices
from minutes.notice.models import PostingCertificate
from minutes.noticeboard import actions as noticeboard
from minutes.opendata.bulk.actions import make_year
from minutes.publication import actions as publication
from minutes.publication.models import (
    PublishedBoard,
    PublishedCase,
    PublishedItem,
    PublishedMeeting,
    PublishedMinutes,
    PublishedMunicipality,
    PublishedNotice,
    PublishedProclamation,
)
from tests.factories import (
    approvals,
    budgets,
    cases,
    charts,
    control,
    registers,
    retention,
    reviews,
    statements,
)
from tests.factories import meetings as rosters
from tests.factories.items import model_meeting
from tests.finance.ledger.sheets.files import as_csv, mapping
from tests.finance.ledger.sie_files import HEAD, VOUCHER, content_of

APPROVED = local(date(2020, 9, 29), 12)
SUMMONED = local(date(2020, 9, 30), 10)
GAVEL = local(date(2020, 10, 5), 9)
NOW = local(date(2020, 10, 5), 10)

ROLES = (
    "anonymous",
    "other",
    "registrar",
    "secretary",
    "controller",
    "archivist",
    "member",
    "signer",
    "administrator",
)


class World:
    """A joint board whose first meeting is approved and whose second is in session."""

    def __init__(self) -> None:
        self.approval = approvals.approved_on(
            APPROVED, model_meeting(approvals.a_pdf())
        )
        self.board = self.approval.board
        self.municipality = Municipality.objects.get(slug="alby")
        with at(APPROVED):
            self.publish()
        # The model's ärenden were numbered by hand: another year has its own series.
        self.case = cases.case(self.board, opened_on=date(2019, 5, 2))
        self.document = cases.document(self.case, with_file=True)
        self.draft = cases.document(self.case, draft=True)
        self.communication = cases.communication(self.board)
        self.meeting = self.in_session()
        self.item, self.voted = self.meeting.items.all()
        with at(GAVEL):
            self.write()
        self.users = self.people()
        self.statement = statements.statement(self.board)
        self.review()
        self.attempt = self.begun()
        self.passkey = self.users["signer"].passkeys.create(
            name="Telefon", credential_id="abc", credential="", added_at=NOW
        )
        self.report()
        self.controls()
        self.retention()
        self.delivery()
        record(self.approval, "archive.ordered", by=self.users["archivist"])
        self.package = build_package(approval=self.approval)
        self.browsers = {role: self.client(role) for role in ROLES}

    def publish(self) -> None:
        """Post the approved minutes on Alby's board, send them, show them."""
        by = self.approval.meeting.secretary
        self.notice = notices.post_notice(
            approval=self.approval, municipality=self.municipality, by=by
        )
        approvals.work_off()
        self.interruption = self.notice.interruptions.create(
            was_asked=True, from_at=APPROVED, found_at=APPROVED
        )
        self.proved = self.approval.notices.exclude(pk=self.notice.pk).get()
        self.proved.proof_file = store_file(b"%PDF-1.7 tavlan", "application/pdf")
        self.proved.save(update_fields=["proof_file"])
        # The bevis is made when a notice has come down; this one is still up.
        PostingCertificate.objects.create(
            notice=self.notice,
            document=store_file(b"%PDF-1.7 bevis", "application/pdf"),
            made_at=APPROVED,
        )
        sent = self.approval.items.filter(recipients__isnull=False).first()
        self.dispatch = dispatch_extracts(item=sent, by=by)[0]
        self.proclaim()
        self.followed = followups.mark(
            point=self.approval.items.filter(decision_points__isnull=False)
            .first()
            .decision_points.first(),
            kind=FollowUpKind.CARRIED_OUT,
            done_on=APPROVED.date(),
            text="",
            by=None,
        )
        publication.publish_registers(board=self.board)
        publication.publish_meeting(meeting=self.approval.meeting)
        publication.publish_minutes(approval=self.approval)
        noticeboard.publish_notice(notice=self.notice)

    def proclaim(self) -> None:
        """Post what another law asks for on Alby's board; another has its bevis."""
        said = notices.Proclaimed(
            kind="other_law",
            heading="Granskning av en detaljplan",
            text="Förslaget finns i kommunhuset.",
            law="PBL 5:18",
            requested_by="Miljönämnden",
            required_days=21,
        )
        on = {"board": self.board, "municipality": self.municipality, "said": said}
        self.proclamation = notices.proclaim(**on, by=None)[0]
        noticeboard.publish_proclamation(proclamation=self.proclamation)
        with at(APPROVED - timedelta(days=22)):
            self.certified = notices.proclaim(**on, by=None)[0]
        notices.take_down_proclamation(proclamation=self.certified, by=None)
        notices.certify_proclamation(proclamation=self.certified)

    def in_session(self) -> Meeting:
        """Call and open the second meeting; a substitute serves for the chair."""
        by = self.approval.meeting.secretary
        with at(SUMMONED):
            meeting = meetings.plan_meeting(
                board=self.board, starts_at=GAVEL, place="Alby", by=by
            )
            point, _next = rosters.with_points(meeting, 2)
            self.paper = meetings.add_paper(item=point, document=self.document, by=by)
            self.summons = meetings.send_summons(
                meeting=meeting, by=by, is_late_confirmed=True
            )
            approvals.work_off()
        with at(GAVEL):
            meetings.open_meeting(meeting=meeting, by=by)
            for row in meeting.attendances.all():
                is_present = row.person.family_name != "Ekström"
                meetings.set_attendance(attendance=row, is_present=is_present, by=None)
            self.service = meetings.call_in_substitute(
                substitute=rosters.attendance(meeting, "Åhlund"),
                in_place_of=rosters.attendance(meeting, "Ekström"),
                by=None,
            )
        self.board.standing_items.create(heading="Upprop")
        self.adjournment = meeting.adjournments.create(
            from_at=GAVEL, to_at=GAVEL + timedelta(minutes=10)
        )
        self.chosen_chair = meeting.chosen_chairs.create(
            attendance=rosters.attendance(meeting, "Åhlund")
        )
        meeting.refresh_from_db()
        return meeting

    def write(self) -> None:
        """Decide and reserve in one §, put a question in the other."""
        question = items.Question("Antas förslaget?")
        self.round = items.put_round(item=self.voted, question=question, by=None)
        items.set_decision(item=self.item, points=[items.Point("att anta.")], by=None)
        who = rosters.attendance(self.meeting, "Lindqvist")
        self.reservation = items.announce_reservation(
            item=self.item, people=[who], by=None
        )
        note = items.Note(NoteKind.NOTE, "Ärendet är brådskande.")
        self.note = items.add_note(item=self.item, people=[who], note=note, by=None)

    def review(self) -> None:
        """Send a § to a substitute who serves and approves; they remark on it."""
        self.meeting.chosen_approvers.create(
            attendance=rosters.attendance(self.meeting, "Åhlund")
        )
        with at(GAVEL):
            reviews.sent(self.meeting, items=[self.item])
            self.look = reviews.remark(self.item, self.users["member"])

    def people(self) -> dict[str, User]:
        """One account for every column of the table."""
        found = {
            str(role): registers.role(self.board, role)
            for role in (
                Role.REGISTRAR,
                Role.SECRETARY,
                Role.CONTROLLER,
                Role.ARCHIVIST,
            )
        }
        other = registers.secretary(registers.board("annan"))
        signer = Person.objects.get(
            family_name="Ekström", memberships__board=self.board
        )
        member = Membership.objects.get(
            board=self.board, person__family_name="Åhlund"
        ).person
        return found | {
            "other": other,
            "member": registers.user("ersattare", of=member),
            "signer": approvals.user_of(signer),
            "administrator": registers.user("forvaltare", administrator=True),
        }

    def begun(self) -> SigningAttempt:
        """Return the signer's go at signing."""
        signer = self.users["signer"]
        return SigningAttempt.objects.create(
            approver=self.approval.approvers.get(person=signer.person),
            user=signer,
            method="password",
            started_at=NOW,
            expires_at=NOW + timedelta(minutes=10),
        )

    def report(self) -> None:
        """Start an interim report with one table."""
        by = self.users["controller"]
        self.interim = reports.start_report(
            case=self.case,
            title="Delårsrapport",
            period_end=date(2020, 8, 31),
            by=by,
        )
        self.public_report = PublishedReport.objects.create(
            source_id=self.interim.pk,
            title="Delårsrapport",
            board_name=self.board.name,
            period_end=self.interim.period_end,
        )
        self.table = reports.add_table(
            report=self.interim, kind=TableKind.INCOME, heading="IT", by=by
        )
        self.ledger()
        self.budget()

    def budget(self) -> None:
        """Leave a budget in draft, and a forecast that everybody has given."""
        self.unit = charts.unit(self.board)
        self.line = charts.line(self.board)
        self.mapping = charts.mapping(self.unit, self.line, ("5000", "5999"))
        draft = budgets.draft(self.board)
        self.budget_version = budgets.cells(draft, self.unit, grant={1: 100_000})
        self.project = save_project(
            board=self.board, code="5201", name="Nät", by=self.users["controller"]
        )
        self.forecast = budgets.forecast_round(self.board)
        budgets.given(self.forecast, self.unit, **{self.line.label: 100_000})

    def month(self) -> dict[str, int | str]:
        """Return a month of the dashboard."""
        return {"slug": self.board.slug, "year": 2020, "month": 8}

    def cell(self) -> dict[str, int | str]:
        """Return a row of a unit in it."""
        return self.month() | {"unit": self.unit.pk, "line": self.line.pk}

    def ledger(self) -> None:
        """Import a ledger file, and leave another waiting."""
        by, lines = self.users["controller"], content_of(*HEAD, *VOUCHER)
        order = Order(board=self.case.board, name="bok.se", is_confirmed=True)
        report = import_ledger(order=order, stream=BytesIO(lines), by=by)
        self.ledger_file = report.file
        self.ledger_upload = upload_ledger(order=order, stream=BytesIO(lines), by=by)
        order = Order(board=self.case.board, name="bok.csv")
        self.table_upload = upload_ledger(order=order, stream=BytesIO(as_csv()), by=by)
        self.sheet_mapping = mapping(self.board, BY_PERIOD)

    def controls(self) -> None:
        """Let the board adopt a plan; a control deviates and gets its measure."""
        self.plan = control.plan(self.board, adopted=True, case=self.case)
        self.control = control.rows(self.plan)[0]
        self.check = control.check(self.control, Grade.DEVELOP)
        self.measure = control.measure(self.check)
        self.control_report = ControlReport.objects.create(
            plan=self.plan, title="Uppföljning", document=self.document, made_at=NOW
        )

    def retention(self) -> None:
        """Adopt a plan and leave the next in draft; hold an ärende, propose another."""
        by = self.users["archivist"]
        retention.plan(self.board)
        old = cases.case(self.board, opened_on=date(2019, 5, 3))
        extract = cases.document(old, kind="extract", with_file=True)
        close_case(case=old, by=None)
        said = retaining.HoldValues("other", "Väntar")
        self.hold = retaining.set_hold(case=self.case, said=said, by=by)
        self.disposal = retaining.propose_disposal(
            board=self.board, documents=[extract.pk], by=by
        )
        self.retention_plan = retaining.start_plan(
            board=self.board, title="Plan", by=by, is_copied=True
        )

    def delivery(self) -> None:
        """Agree with an e-archive, and build a package of a closed ärende."""
        self.delivered_case = cases.case(self.board, opened_on=date(2019, 5, 4))
        # The one is no whole PDF; of the other there is a copy.
        self.strange_document = cases.document(self.delivered_case, with_file=True)
        self.copied_document = cases.document(self.delivered_case, with_file=True)
        copied = Looked(
            Seen("fmt/412"), Outcome.CONVERTED, copy=b"%PDF-1.7 kopia", tool="Test 1"
        )
        keep(document=self.copied_document, number=1, looked=copied)
        self.delivered_case = close_case(case=self.delivered_case, by=None)
        terms = Terms("AVTAL-1", "Nämnden", "212000-0001", "Alby", "212000-0001")
        save_agreement(board=self.board, terms=terms, by=self.users["archivist"])
        self.sip = order_sip(
            board=self.board, case=self.delivered_case, year=None, by=None
        )
        approvals.work_off()

    def client(self, role: str) -> Client:
        """Return a browser in which that role is logged in."""
        client = Client(raise_request_exception=False)
        if role != "anonymous":
            client.force_login(self.users[role])
        return client


def pk(name: str) -> Callable[[World], dict[str, Any]]:
    """Return the way to an address by the key of one of the world's objects."""

    def build(world: World) -> dict[str, Any]:
        found: Any = world
        for part in name.split("."):
            found = getattr(found, part)
            found = found() if ismethod(found) else found
        return {"pk": found.pk}

    return build


def of_voted(**more: Any) -> Callable[[World], dict[str, Any]]:
    """Return the way to a part of the § in which a question was put."""
    return lambda world: (
        {"pk": world.voted.pk}
        | {
            name: value(world) if callable(value) else value
            for name, value in more.items()
        }
    )


def in_admin(world: World, name: str) -> dict[str, Any]:
    """Return the way to a page of a register, by the name of its address."""
    label, _sep, page = name.removeprefix("admin:").rpartition("_")
    if name == "admin:app_list":
        return {"app_label": "boards"}
    if name == "admin:view_on_site":
        kind = ContentType.objects.get_for_model(type(world.meeting))
        return {"content_type_id": kind.pk, "object_id": world.meeting.pk}
    if name == "admin:auth_user_password_change":
        return {"id": world.users["member"].pk}
    if page not in {"change", "history", "delete"} or label == "password":
        return {}
    model = apps.get_model(*label.split("_", 1))
    first = model._default_manager.first()
    return {"object_id": first.pk if first else 1}


def voted_item() -> PublishedItem:
    """Return a published § in which a question was put to the vote."""
    item = PublishedItem.objects.first()
    item.facts |= {"rounds": [{"question": "Bifall?", "yes": 2, "no": 0}]}
    item.save(update_fields=["facts"])
    return item


def item_of_public() -> dict[str, Any]:
    """Return the way to a published § with a decision."""
    item = PublishedItem.objects.filter(facts__points__0__number="1").first()
    assert item is not None
    return {"pk": item.minutes_id, "number": item.number}


def case_of_public() -> dict[str, Any]:
    """Return the way to a published ärende."""
    case = PublishedCase.objects.select_related("board").first()
    assert case is not None
    number = case.dnr.rsplit(" ", 1)[-1].replace("/", "-")
    return {"board": case.board.slug, "slug": number}


def paper_of_public(world: World) -> dict[str, Any]:
    """Return the way to a handling that somebody decided to publish."""
    document = cases.document(world.case, with_file=True)
    paper = publication.publish_paper(document=document)
    assert paper is not None
    return {"pk": paper.pk}


# Of another system: it fits no file of this world.
BY_PERIOD = {"account": "Kto", "period": "Månad", "amount": "Saldo"}
BUILDERS: dict[str, Callable[[World], dict[str, Any]]] = {
    "case-open": lambda world: {"board": world.board.pk},
    "case-*": pk("case"),
    "retention-propose": lambda world: {"board": world.board.pk},
    "retention-hold-set": lambda world: {"case": world.case.pk},
    "retention-hold-lift": pk("hold"),
    "retention-disposal": pk("disposal"),
    "retention-carry-out": pk("disposal"),
    "retention-withdraw": pk("disposal"),
    "retention-rule-add": pk("retention_plan"),
    "retention-rule*": pk("retention_plan.rules.first"),
    "retention-plan*": pk("retention_plan"),
    "delegation-register": lambda world: {"board": world.board.pk},
    "communication-add": lambda world: {"board": world.board.pk},
    "document-register": lambda world: {"case": world.case.pk},
    "document-enter": pk("draft"),
    "document-remove": pk("draft"),
    "document-*": pk("document"),
    "accessibility-*": lambda world: {"slug": world.statement.slug},
    "subscription-*": lambda _world: {"token": "x"},
    "public-diary": lambda world: {"slug": world.board.slug},
    "meeting-plan": lambda world: {"board": world.board.pk},
    "meeting-import": lambda _world: {},
    "meeting-*": pk("meeting"),
    "adjournment-remove": lambda world: {
        "pk": world.meeting.pk,
        "row": world.adjournment.pk,
    },
    "attendance-end-service": pk("service"),
    "attendance-swap": pk("service"),
    "chosen-chair-withdraw": pk("chosen_chair"),
    "attendance-*": pk("meeting"),
    "agenda-add": pk("meeting"),
    "agenda-settle": pk("meeting"),
    "agenda-*": pk("meeting.agenda_items.first"),
    "paper-add": pk("meeting.agenda_items.first"),
    "paper-remove": pk("paper"),
    "summons-preview": pk("meeting"),
    "summons-retry": pk("summons.recipients.first"),
    "summons-file": pk("summons"),
    "assignment-meeting": pk("meeting"),
    "assignment-paper": pk("paper"),
    "item-edit": pk("item"),
    "section-save": pk("item.sections.first"),
    "item-rows": of_voted(part="beslut"),
    "item-part": of_voted(part="yrkanden"),
    "item-row": of_voted(part="fragor", verb="ja", row=lambda world: world.round.pk),
    "live-go": lambda world: {
        "pk": world.meeting.pk,
        "point": world.item.agenda_item_id,
    },
    "live-part": lambda world: {"pk": world.meeting.pk, "part": "kom"},
    "live-row": lambda world: {
        "pk": world.meeting.pk,
        "part": "fragor",
        "row": world.round.pk,
        "verb": "ja",
    },
    "live-votes": lambda world: {"pk": world.meeting.pk, "row": world.round.pk},
    "live*": pk("meeting"),
    "round-votes": of_voted(row=lambda world: world.round.pk),
    "reservation-text": lambda world: {
        "pk": world.item.pk,
        "row": world.reservation.pk,
    },
    "note-text": lambda world: {"pk": world.item.pk, "row": world.note.pk},
    "review-item": lambda world: {"pk": world.meeting.pk, "item": world.item.pk},
    "review-answer": pk("look"),
    "review-take-over": pk("look"),
    "review-*": pk("meeting"),
    "approval-freeze": pk("meeting"),
    "approval-*": pk("approval"),
    "passkey-remove": pk("passkey"),
    "attempt-begin": pk("approval"),
    "attempt-return": lambda _world: {"method": "password"},
    "attempt*": lambda world: {"reference": world.attempt.reference},
    "archive-order": pk("approval"),
    "archive-*": pk("package"),
    "format-again": pk("strange_document"),
    "format-keep": pk("strange_document"),
    "format-copy": pk("copied_document"),
    "sip-case": pk("delivered_case"),
    "sip-year": lambda world: {"slug": world.board.slug, "year": 2020},
    "sip-agreement": lambda world: {"slug": world.board.slug},
    "sip-*": pk("sip"),
    "followup-mark": pk("followed.point"),
    "followup-take-back": pk("followed"),
    "notice-board": lambda world: {"slug": world.municipality.slug},
    "notice-feed": lambda world: {"slug": world.municipality.slug},
    "proclamation-new": lambda world: {"board": world.board.pk},
    "proclamation-certificate": pk("certified"),
    "proclamation-*": pk("proclamation"),
    "public-proclamation": lambda world: {
        "slug": world.municipality.slug,
        "pk": PublishedProclamation.objects.get(source_id=world.proclamation.pk).pk,
    },
    "notice-kiosk": lambda world: {"slug": world.municipality.slug},
    "notice-assess": lambda world: {
        "pk": world.notice.pk,
        "row": world.interruption.pk,
    },
    "notice-proof": pk("proved"),
    "notice-*": pk("notice"),
    "dispatch-item": pk("dispatch.extract.item"),
    "dispatch-extract": pk("dispatch.extract"),
    "dispatch-retry": pk("dispatch"),
    "ledger-upload": pk("ledger_upload"),
    "ledger-progress": pk("ledger_upload"),
    "ledger-*": pk("ledger_file"),
    "sheet-columns": pk("table_upload"),
    "sheet-mapping": pk("sheet_mapping"),
    "sheet-remove": pk("sheet_mapping"),
    "public-reports": lambda _world: {},
    "public-report*": lambda world: {"pk": world.public_report.pk},
    "chart-unit": pk("unit"),
    "chart-line": pk("line"),
    "chart-unmapped": lambda world: {"slug": world.board.slug, "year": 2020},
    "chart-*": lambda world: {"slug": world.board.slug},
    "dashboard-latest": lambda world: {"slug": world.board.slug},
    "dashboard-account": lambda world: world.cell() | {"account": "5011"},
    "dashboard-line": lambda world: world.cell(),
    "dashboard-project-account": lambda world: (
        world.month() | {"project": world.project.pk, "account": "1210"}
    ),
    "dashboard-project": lambda world: world.month() | {"project": world.project.pk},
    "dashboard-unit": lambda world: world.month() | {"unit": world.unit.pk},
    "dashboard-*": lambda world: world.month(),
    "voucher": lambda world: {"pk": world.ledger_file.vouchers.first().pk},
    "mapping-add": lambda world: {"slug": world.board.slug},
    "mapping-*": pk("mapping"),
    "budget-unit": lambda world: {
        "pk": world.budget_version.pk,
        "unit_pk": world.unit.pk,
    },
    "budget-project-add": pk("board"),
    "budget-project": pk("project"),
    "budget-*": pk("budget_version"),
    "forecast-unit": lambda world: {"pk": world.forecast.pk, "unit_pk": world.unit.pk},
    "forecast-duty": lambda world: {"pk": world.forecast.pk, "unit_pk": world.unit.pk},
    "forecast-*": pk("forecast"),
    "report-table": pk("table"),
    "report-table-text": pk("table"),
    "report-table-measure": pk("table"),
    "report-table-remove": pk("table"),
    "report-follow-up": pk("table"),
    "report-*": pk("interim"),
    "control-risk": pk("control.risk"),
    "control-risk-remove": pk("control.risk"),
    "control-add": pk("control.risk"),
    "control-check": pk("check"),
    "control-measure-add": pk("check"),
    "control-measure": pk("measure"),
    "control-change": pk("control"),
    "control-complete": pk("control"),
    "control-detail": pk("control"),
    "control-end": pk("control"),
    "control-remove": pk("control"),
    "control-replace": pk("control"),
    "control-check-add": pk("control"),
    "control-report-decide": pk("control_report"),
    "control-report-send": pk("control_report"),
    "control-*": pk("plan"),
    "publication-consider": pk("document"),
    "publication-*": lambda world: {"pk": world.approval.publication.pk},
    "public-notice": lambda world: {
        "slug": world.municipality.slug,
        "pk": PublishedNotice.objects.get(source_id=world.notice.pk).pk,
    },
    "public-board": lambda world: {"slug": world.board.slug},
    "public-meeting": lambda world: {
        "slug": world.board.slug,
        "day": world.approval.meeting.held_on,
    },
    "*verification-code": lambda _world: {
        "code": IssuedDocument.objects.get(kind=IssuedKind.EXTRACT).printed_code
    },
    "popolo-motions": lambda _world: {"key": PublishedMunicipality.objects.first().pk},
    "popolo-motion": lambda _world: {"key": voted_item().pk},
    "popolo-event": lambda _world: {"key": f"{voted_item().pk}-1"},
    "board-calendar": lambda world: {"slug": world.board.slug},
    "board-feed": lambda world: {"slug": world.board.slug},
    "municipality-calendar": lambda world: {"slug": world.municipality.slug},
    "municipality-feed": lambda world: {"slug": world.municipality.slug},
    "year-file": lambda world: {
        "year": make_year(year=world.meeting.held_on.year).year
    },
    "sitemap-year": lambda world: {
        "kind": "sammantraden",
        "year": world.meeting.held_on.year,
        "number": 1,
    },
    "oparl-system": lambda _world: {},
    "oparl-bodies": lambda _world: {},
    "oparl-nothing": lambda _world: {"_rest": "ingenting"},
    "oparl-list": lambda _world: {
        "key": PublishedMunicipality.objects.first().pk,
        "kind": "meeting",
    },
    "oparl-organization-list": lambda _world: {
        "key": f"board-{PublishedBoard.objects.first().pk}",
        "kind": "consultation",
    },
    "oparl-object": lambda _world: {
        "kind": "meeting",
        "key": PublishedMeeting.objects.first().pk,
    },
    "oparl-*": lambda _world: {"key": f"minutes-{PublishedMinutes.objects.first().pk}"},
    "public-seats": lambda world: {"slug": world.board.slug},
    "public-case": lambda _world: case_of_public(),
    "public-item": lambda _world: item_of_public(),
    "public-point": lambda _world: item_of_public() | {"label": "1"},
    "public-paper": paper_of_public,
    "public-minutes*": lambda _world: {"pk": PublishedMinutes.objects.first().pk},
}
# What an address needs behind its question mark.
QUERIES = {
    "admin:autocomplete": "?app_label=boards&model_name=membership&field_name=person",
}
# Addresses that name no object.
PLAIN = {
    "archive-list",
    "format-list",
    "sip-list",
    "integrity",
    "integrity-run",
    "case-list",
    "communication-list",
    "meeting-list",
    "notice-list",
    "publication-list",
    "proclamation-list",
    "dispatch-list",
    "dashboard-list",
    "report-list",
    "report-start",
    "control-list",
    "control-start",
    "retention-due",
    "retention-holds",
    "retention-disposals",
    "retention-plans",
    "retention-plan-start",
    "ledger-list",
    "sheet-mappings",
    "chart-list",
    "budget-list",
    "budget-start",
    "forecast-list",
    "forecast-start",
}


def kwargs_of(world: World, name: str) -> dict[str, Any]:
    """Return what the address of that name needs."""
    if name in PLAIN:
        return {}
    if name.startswith("admin:"):
        return in_admin(world, name)
    for pattern, build in BUILDERS.items():
        if fnmatchcase(name, pattern):
            return build(world)
    return {}


def url_of(world: World, name: str) -> str:
    """Return the address of one of the world's objects."""
    return reverse(name, kwargs=kwargs_of(world, name)) + QUERIES.get(name, "")
