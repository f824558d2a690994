"""Two people at once: one disposal is carried out once, one file kept or removed."""

from functools import partial

import pytest
from django.core.files.storage import default_storage
from django.db import transaction

from boards.access.enums import Role
from boards.shared.clock import at, local
from boards.shared.files import store_file
from boards.shared.refusals import Refused
from cases.case.models import Case
from cases.document.models import Document
from cases.retention import actions
from cases.retention.actions import HoldValues, Into
from cases.retention.models import Disposal, DisposalRow, Hold
from tests.concurrency.threads import at_once
from tests.factories import cases, registers
from tests.factories import retention as make

pytestmark = [
    pytest.mark.concurrency,
    pytest.mark.django_db(transaction=True),
    pytest.mark.law("R-02"),
]


def carry_out(disposal: Disposal, by: object) -> Disposal:
    with at(local(make.DUE, 9)):
        return actions.carry_out_disposal(disposal=disposal, into=Into(), by=by)


def hold(case: Case) -> Hold:
    with at(local(make.DUE, 9)):
        said = HoldValues("dispute", "Prövas")
        return actions.set_hold(case=case, said=said, by=None)


@pytest.fixture
def disposal() -> Disposal:
    board = registers.board()
    make.plan(board)
    _case, [letter] = make.old_case(board)
    by = registers.role(board, Role.ARCHIVIST)
    with at(local(make.DUE, 9)):
        return actions.propose_disposal(board=board, documents=[letter.pk], by=by)


def others(disposal: Disposal, count: int) -> list[object]:
    return [registers.role(disposal.board, Role.ARCHIVIST) for _one in range(count)]


def test_disposal_when_five_carry_it_out_at_once_then_one_record(
    disposal: Disposal,
) -> None:
    jobs = [partial(carry_out, disposal, by) for by in others(disposal, 5)]
    results = at_once(jobs)
    assert sum(isinstance(one, Disposal) for one in results) == 1
    assert sum(isinstance(one, Refused) for one in results) == 4
    records = Document.objects.filter(subject__startswith="Gallringsprotokoll")
    assert records.count() == 1


def test_proposals_when_made_at_once_then_a_document_is_in_one() -> None:
    board = registers.board()
    make.plan(board)
    _case, [letter] = make.old_case(board)
    people = [registers.role(board, Role.ARCHIVIST) for _one in range(4)]

    def propose(by: object) -> Disposal:
        with at(local(make.DUE, 9)):
            return actions.propose_disposal(board=board, documents=[letter.pk], by=by)

    at_once([partial(propose, by) for by in people])
    assert DisposalRow.objects.count() == 1


def test_hold_when_set_while_it_is_carried_out_then_one_of_them_comes_first(
    disposal: Disposal,
) -> None:
    document = disposal.rows.get().document
    [by] = others(disposal, 1)
    done, held = at_once(
        [partial(carry_out, disposal, by), partial(hold, document.case)]
    )
    assert isinstance(held, Hold)
    document.refresh_from_db()
    assert document.is_disposed == isinstance(done, Disposal)
    assert isinstance(done, Disposal | Refused)


def test_file_when_kept_again_while_it_is_removed_then_it_is_there(
    disposal: Disposal,
) -> None:
    row = disposal.rows.select_related("document__file").get()
    content = row.document.file.read()
    case = cases.case(disposal.board)
    [by] = others(disposal, 1)
    carry_out(disposal, by)

    def keep() -> Document:
        with transaction.atomic():
            stored = store_file(content, "application/pdf")
            return cases.document(case, file=stored, file_name="a.pdf")

    kept, _none = at_once([keep, lambda: actions.remove_file(row=row)])
    assert isinstance(kept, Document)
    assert default_storage.exists(kept.file.path)
    assert kept.file.read() == content
