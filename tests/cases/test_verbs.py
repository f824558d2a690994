"""The diary's verbs: who may, what is refused, and what a second call does."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from boards.access.enums import Role
from boards.shared.clock import today
from boards.shared.models import HistoryEvent, NumberSeries
from boards.shared.refusals import Refused
from boards.shared.uploads import Upload
from cases.case.actions import change_case, close_case, open_case, reopen_case
from cases.case.enums import CaseState
from cases.case.models import Case
from cases.communication.actions import add_communication
from cases.communication.models import Communication
from cases.diary.actions import publish_diary_row
from cases.diary.models import DiaryRow
from cases.document import actions
from cases.document.enums import Direction
from cases.document.rules import DocumentFacts, blocks_registering, is_late
from cases.secrecy.actions import lift_secrecy, mark_secret
from cases.secrecy.rules import blocks_mark
from tests.factories import cases as make
from tests.factories import registers

pytestmark = pytest.mark.django_db

TOMORROW = today() + timedelta(days=1)
GROUND = "OSL 21:1"
UPLOAD = Upload(b"Text", "text/plain", "a.txt")


def codes(no: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [refusal.code for refusal in no.value.refusals]


@pytest.mark.parametrize("role", [Role.CONTROLLER, Role.ARCHIVIST])
def test_open_case_by_others_than_the_diary_keepers_is_denied(role: Role) -> None:
    board = registers.board()

    with pytest.raises(PermissionDenied):
        open_case(board=board, title="X", by=registers.role(board, role))


def test_open_case_by_another_boards_registrar_is_denied() -> None:
    other = registers.role(registers.board(), Role.REGISTRAR)

    with pytest.raises(PermissionDenied):
        open_case(board=registers.board(), title="X", by=other)


def test_open_case_on_a_day_to_come_uses_no_number() -> None:
    board = registers.board()

    with pytest.raises(Refused) as no:
        open_case(board=board, title="X", opened_on=TOMORROW, by=None)

    assert codes(no) == ["case.day_to_come"]
    assert not Case.objects.exists()
    assert not NumberSeries.objects.exists()


def test_change_case_without_title_is_refused() -> None:
    with pytest.raises(Refused) as no:
        change_case(case=make.case(), title=" ", by=None)

    assert codes(no) == ["case.no_title"]


def test_add_draft_when_case_is_closed_is_refused() -> None:
    with pytest.raises(Refused) as no:
        make.document(make.case(closed=True), draft=True)

    assert codes(no) == ["case.closed"]


def test_close_case_when_closed_already_is_refused() -> None:
    case = make.case(closed=True)

    with pytest.raises(Refused) as no:
        close_case(case=case, by=None)

    assert codes(no) == ["case.closed"]


def test_reopen_case_with_reason_opens_it_and_tells_why() -> None:
    case = make.case(closed=True)

    reopened = reopen_case(case=case, reason="Överklagande kom in", by=None)

    event = HistoryEvent.objects.get(code="case.reopened")
    assert (reopened.state, reopened.closed_on) == (CaseState.OPEN, None)
    assert event.reason == "Överklagande kom in"


def test_reopen_case_when_open_and_without_reason_is_refused_for_both() -> None:
    with pytest.raises(Refused) as no:
        reopen_case(case=make.case(), reason=" ", by=None)

    assert codes(no) == ["case.is_open", "case.no_reason"]


def test_register_document_when_refused_writes_nothing() -> None:
    case = make.case()

    with pytest.raises(Refused):
        make.document(case, subject="X", legal_ground="hemligt")

    case.refresh_from_db()
    assert case.last_act == 0
    assert not case.documents.exists()
    assert not DiaryRow.objects.exists()


def test_register_document_records_one_event() -> None:
    document = make.document()

    events = HistoryEvent.objects.filter(model="cases.Document", object_id=document.pk)
    assert [row.code for row in events] == ["document.registered"]


def test_register_draft_twice_is_refused() -> None:
    document = make.document()

    with pytest.raises(Refused) as no:
        actions.register_draft(document=document, by=None)

    assert codes(no) == ["document.already_registered"]


@pytest.mark.parametrize(
    ("given", "code"),
    [({"subject": " "}, "no_subject"), ({"handled_on": TOMORROW}, "day_to_come")],
)
def test_add_draft_when_nobody_can_tell_it_apart_is_refused(
    given: dict[str, object], code: str
) -> None:
    with pytest.raises(Refused) as no:
        make.document(draft=True, **given)

    assert codes(no) == [f"document.{code}"]


def test_add_draft_without_sender_is_kept_until_it_is_registered() -> None:
    draft = make.document(draft=True, counterparty="")

    with pytest.raises(Refused) as no:
        actions.register_draft(document=draft, by=None)

    assert codes(no) == ["document.no_sender"]


def test_change_document_when_registered_needs_its_four_facts() -> None:
    document = make.document()

    with pytest.raises(Refused) as no:
        actions.change_document(document=document, counterparty="", by=None)

    document.refresh_from_db()
    assert codes(no) == ["document.no_sender"]
    assert document.counterparty


def test_change_document_when_draft_stays_out_of_the_diary() -> None:
    draft = make.document(draft=True)

    changed = actions.change_document(document=draft, counterparty="", by=None)

    assert changed.counterparty == ""
    assert publish_diary_row(document=changed) is None
    assert not DiaryRow.objects.exists()


def test_attach_file_when_registered_with_a_file_is_refused() -> None:
    document = make.document(with_file=True)

    with pytest.raises(Refused) as no:
        actions.attach_file(document=document, upload=UPLOAD, by=None)

    assert codes(no) == ["document.has_file"]


def test_attach_file_when_draft_puts_another() -> None:
    draft = make.document(draft=True, with_file=True)

    changed = actions.attach_file(document=draft, upload=UPLOAD, by=None)

    assert changed.file.read() == b"Text"


def test_registering_without_a_day_is_refused() -> None:
    facts = DocumentFacts(Direction.DRAWN_UP, "X", "", None)

    assert [no.code for no in blocks_registering(facts, today())] == [
        "document.no_date"
    ]
    assert not is_late(facts, today())


@pytest.mark.law("D-12")
@pytest.mark.parametrize(
    ("ground", "is_cited"),
    [
        ("OSL 21:1", True),
        (" OSL 21:3 a ", True),
        ("TF 2:20", True),
        ("", False),
        ("21:1", False),
        ("OSL", False),
        ("hemligt", False),
        ("osl 21:1", False),
    ],
)
def test_mark_when_ground_is_given_must_be_cited(ground: str, is_cited: bool) -> None:
    assert (not blocks_mark(ground)) is is_cited


@pytest.mark.law("D-04")
def test_mark_secret_when_draft_must_be_registered_first() -> None:
    with pytest.raises(Refused) as no:
        mark_secret(obj=make.document(draft=True), legal_ground=GROUND, by=None)

    assert codes(no) == ["secrecy.register_first"]


@pytest.mark.law("D-03")
def test_register_document_when_secret_from_the_start_is_never_shown() -> None:
    make.document(legal_ground=GROUND, subject="Hemligt", counterparty="Hemliga AB")
    make.document(make.case(secret=True, title="Hemligt"), subject="Hemligt")

    assert "Hemlig" not in str(list(DiaryRow.objects.values()))
    assert DiaryRow.objects.filter(is_masked=True, direction="").count() == 2


@pytest.mark.law("D-13")
def test_lift_secrecy_when_lifted_already_is_refused() -> None:
    document = make.document(secret=True)
    lift_secrecy(obj=document, reason="Prövat", by=None)

    with pytest.raises(Refused) as no:
        lift_secrecy(obj=document, reason="", by=None)

    assert codes(no) == ["secrecy.not_marked", "secrecy.no_reason"]
    assert HistoryEvent.objects.get(code="secrecy.lifted").values == {
        "legal_ground": GROUND
    }


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"heading": " "}, "no_heading"),
        ({"received_on": TOMORROW}, "in_future"),
    ],
)
def test_add_communication_when_wrong_is_refused(
    given: dict[str, object], code: str
) -> None:
    said = {"heading": "X", "received_on": today(), **given}

    with pytest.raises(Refused) as no:
        add_communication(board=registers.board(), by=None, **said)

    assert codes(no) == [f"communication.{code}"]
    assert not Communication.objects.exists()


def test_add_communication_about_another_boards_case_is_refused() -> None:
    with pytest.raises(Refused) as no:
        make.communication(registers.board(), about=make.case())

    assert codes(no) == ["communication.other_board"]
