"""The pages of the diary through the client."""

from collections.abc import Callable
from datetime import date

import pytest
import time_machine
from django.core.cache import caches
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from boards.access.enums import Role
from boards.board.models import Board
from cases.case.enums import CaseState
from cases.case.models import Case
from cases.communication.models import Communication
from cases.diary.models import DiaryRow
from cases.document.enums import Direction
from cases.document.models import Document
from cases.document.rules import registered_by
from tests.factories import cases as make
from tests.factories import registers

pytestmark = pytest.mark.django_db

PDF_NAME = "yttrande åäö.txt"
ENTRY = {
    "direction": "received",
    "kind": "letter",
    "subject": "Skrivelse om växeln",
    "counterparty": "Berga kommun",
    "handled_on": "2020-09-14",
    "dated_on": "",
    "legal_ground": "",
}


@pytest.fixture
def board() -> Board:
    return registers.board()


@pytest.fixture
def client(board: Board) -> Client:
    return logged_in(board)


def logged_in(board: Board, role: Role = Role.REGISTRAR) -> Client:
    client = Client()
    client.force_login(registers.role(board, role))
    return client


def page(client: Client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200, response
    return response.content.decode()


def test_case_open_when_filled_in_opens_and_shows_it(
    client: Client, board: Board
) -> None:
    said = {"title": "Nytt ärende", "opened_on": "2020-03-02"}

    answer = client.post(reverse("case-open", args=[board.pk]), said, follow=True)

    case = Case.objects.get()
    assert answer.redirect_chain[-1][0] == case.get_absolute_url()
    assert case.dnr in answer.content.decode()


def test_case_open_when_day_is_to_come_keeps_what_was_typed(
    client: Client, board: Board
) -> None:
    said = {"title": "Nytt ärende", "opened_on": "2999-03-02"}

    answer = client.post(reverse("case-open", args=[board.pk]), said)

    assert list(answer.context["form"].errors) == ["opened_on"]
    assert 'value="Nytt ärende"' in answer.content.decode()
    assert not Case.objects.exists()


def test_case_list_shows_own_boards_alone(client: Client, board: Board) -> None:
    own, other = make.case(board), make.case()

    html = page(client, reverse("case-list"))

    assert own.title in html
    assert other.title not in html


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"q": "växel"}, {"Ny växel"}),
        ({"q": "2/2020"}, {"Avslutat"}),
        ({"state": "open"}, {"Ny växel"}),
        ({"state": "closed"}, {"Avslutat"}),
        ({"state": "nonsense"}, {"Ny växel", "Avslutat"}),
        ({"q": "finns inte"}, set()),
    ],
)
def test_case_list_when_searched_finds(
    client: Client, board: Board, asked: dict[str, str], expected: set[str]
) -> None:
    make.case(board, title="Ny växel")
    make.case(board, title="Avslutat", closed=True)

    answer = client.get(reverse("case-list"), asked)

    assert {row.title for row in answer.context["page"]} == expected


def test_case_list_of_one_board_leaves_the_others_out() -> None:
    one, two = registers.board(), registers.board()
    keeper = registers.role(one)
    registers.role(two, who=keeper)
    client = Client()
    client.force_login(keeper)
    make.case(one, title="I den ena")
    make.case(two, title="I den andra")

    answer = client.get(reverse("case-list"), {"board": two.pk})

    assert [row.title for row in answer.context["page"]] == ["I den andra"]


def rows(board: Board, count: int) -> None:
    for _number in range(count):
        case = make.case(board)
        make.document(case)
        make.document(case, draft=True, with_file=True)
        make.communication(board, about=case)


@pytest.mark.parametrize("name", ["case-list", "communication-list"])
def test_list_when_rows_grow_asks_as_often(
    client: Client,
    board: Board,
    name: str,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    rows(board, 1)
    needed = queries_of(client, reverse(name))
    rows(board, 2)

    with django_assert_num_queries(needed):
        client.get(reverse(name))


def test_case_detail_when_documents_grow_asks_as_often(
    client: Client, board: Board, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    case = make.case(board)

    def add(count: int) -> None:
        for _number in range(count):
            make.document(case, with_file=True)
            make.document(case, draft=True, with_file=True)
            make.communication(board, about=case)

    add(1)
    needed = queries_of(client, case.get_absolute_url())
    add(2)

    with django_assert_num_queries(needed):
        client.get(case.get_absolute_url())


def test_public_diary_when_rows_grow_asks_as_often(
    board: Board, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    url = reverse("public-diary", args=[board.slug])
    make.document(make.case(board))
    needed = queries_of(Client(), url)
    rows(board, 2)

    with django_assert_num_queries(needed):
        Client().get(url)


def queries_of(client: Client, url: str) -> int:
    client.get(url)
    caches["pages"].clear()
    with CaptureQueriesContext(connection) as asked:
        client.get(url)
    caches["pages"].clear()
    return len(asked)


def test_document_register_with_file_gives_number_and_file(
    client: Client, board: Board
) -> None:
    case = make.case(board)
    file = SimpleUploadedFile(PDF_NAME, "Hej å ä ö".encode())

    answer = client.post(
        reverse("document-register", args=[case.pk]), ENTRY | {"file": file}
    )

    document = Document.objects.get()
    assert answer.url == case.get_absolute_url()
    assert (document.act_number, document.file_name) == (1, PDF_NAME)
    assert document.file.media_type == "text/plain"


@pytest.mark.law("D-02")
@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"subject": ""}, "subject"),
        ({"counterparty": ""}, "counterparty"),
        ({"direction": "sent", "counterparty": ""}, "counterparty"),
        ({"handled_on": ""}, "handled_on"),
        ({"handled_on": "2999-01-01"}, "handled_on"),
        ({"legal_ground": "hemligt"}, "legal_ground"),
        ({"as_draft": "1", "legal_ground": "OSL 21:1"}, "legal_ground"),
        ({"file": SimpleUploadedFile("virus.exe", b"MZ")}, "file"),
        ({"file": SimpleUploadedFile("brev.pdf", b"MZ inte alls")}, "file"),
        ({"file": SimpleUploadedFile("tom.txt", b"")}, "file"),
    ],
)
def test_document_register_when_wrong_says_so_at_the_field_and_keeps_the_rest(
    client: Client, board: Board, wrong: dict[str, object], field: str
) -> None:
    case = make.case(board)

    answer = client.post(reverse("document-register", args=[case.pk]), ENTRY | wrong)

    html = answer.content.decode()
    assert list(answer.context["form"].errors) == [field]
    assert "Skrivelse om växeln" in html or field == "subject"
    assert not Document.objects.exists()


def test_document_register_when_too_large_names_both_sizes(
    client: Client, board: Board, settings: object
) -> None:
    settings.UPLOAD_LIMIT = 1024 * 1024
    file = SimpleUploadedFile("stor.txt", b"a" * (1024 * 1024 + 200_000))
    url = reverse("document-register", args=[make.case(board).pk])

    answer = client.post(url, ENTRY | {"file": file})

    (error,) = answer.context["form"].errors["file"]
    assert "1,2" in error
    assert "1 MB" in error


def test_document_register_as_draft_keeps_it_out_of_the_diary(
    client: Client, board: Board
) -> None:
    url = reverse("document-register", args=[make.case(board).pk])

    client.post(url, ENTRY | {"as_draft": "1"})

    assert Document.objects.get().act_number is None
    assert not DiaryRow.objects.exists()


@pytest.mark.law("D-03")
def test_document_register_with_ground_is_masked_in_public(
    client: Client, board: Board
) -> None:
    url = reverse("document-register", args=[make.case(board, title="Ärende X").pk])

    client.post(url, ENTRY | {"legal_ground": "OSL 21:1"})

    html = page(Client(), reverse("public-diary", args=[board.slug]))
    row = DiaryRow.objects.get()
    assert row.designation in html
    assert "2020-09-14" in html
    for hidden in ("Skrivelse om växeln", "Berga kommun", "Ärende X", "Inkommen"):
        assert hidden not in html


def test_document_enter_and_remove_treat_drafts(client: Client, board: Board) -> None:
    one = make.document(make.case(board), draft=True)
    two = make.document(one.case, draft=True)

    client.post(reverse("document-enter", args=[one.pk]))
    client.post(reverse("document-remove", args=[two.pk]))

    assert list(one.case.documents.values_list("act_number", flat=True)) == [1]


def test_document_remove_when_registered_says_why(client: Client, board: Board) -> None:
    document = make.document(make.case(board))

    answer = client.post(reverse("document-remove", args=[document.pk]))

    assert answer.status_code == 409
    assert Document.objects.filter(pk=document.pk).exists()


def test_document_change_and_attach_save(client: Client, board: Board) -> None:
    document = make.document(make.case(board))
    said = ENTRY | {"subject": "Rättat"}
    file = SimpleUploadedFile("bilaga.txt", b"Text")

    client.post(reverse("document-change", args=[document.pk]), said)
    client.post(reverse("document-attach", args=[document.pk]), {"file": file})

    document.refresh_from_db()
    assert (document.subject, document.file_name) == ("Rättat", "bilaga.txt")
    assert "Rättat" in page(client, document.get_absolute_url())


def test_document_attach_without_file_says_so(client: Client, board: Board) -> None:
    document = make.document(make.case(board))

    answer = client.post(reverse("document-attach", args=[document.pk]), {})

    assert list(answer.context["form"].errors) == ["file"]


def test_document_file_is_saved_and_never_run(client: Client, board: Board) -> None:
    document = make.document(make.case(board), with_file=True)

    answer = client.get(reverse("document-file", args=[document.pk]))

    assert answer.getvalue().startswith(b"%PDF")
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "sandbox"


def test_document_file_when_there_is_none_is_not_found(
    client: Client, board: Board
) -> None:
    document = make.document(make.case(board))

    assert client.get(reverse("document-file", args=[document.pk])).status_code == 404


@pytest.mark.parametrize(
    "make_one", [make.case, lambda of: make.document(make.case(of))]
)
def test_secrecy_when_marked_and_lifted_the_diary_follows(
    client: Client, board: Board, make_one: Callable[[Board], Case | Document]
) -> None:
    obj = make_one(board)
    of = "document" if isinstance(obj, Document) else "case"
    url = reverse(f"{of}-secrecy", args=[obj.pk])

    wrong = client.post(url, {"legal_ground": "hemligt"})
    client.post(url, {"legal_ground": "OSL 21:1"})
    obj.refresh_from_db()
    marked = obj.is_secret
    page(client, obj.get_absolute_url())
    page(client, url)
    client.post(url, {"reason": "Prövat"})
    obj.refresh_from_db()

    assert list(wrong.context["form"].errors) == ["legal_ground"]
    assert (marked, obj.is_secret) == (True, False)


def test_case_close_and_reopen(client: Client, board: Board) -> None:
    case = make.case(board)

    client.post(reverse("case-close", args=[case.pk]))
    case.refresh_from_db()
    closed = case.state
    page(client, case.get_absolute_url())
    refused = client.post(reverse("case-reopen", args=[case.pk]), {"reason": ""})
    client.post(reverse("case-reopen", args=[case.pk]), {"reason": "Överklagat"})
    case.refresh_from_db()

    assert (closed, refused.status_code) == (CaseState.CLOSED, 409)
    assert case.state == CaseState.OPEN


def test_case_close_with_drafts_lists_them(client: Client, board: Board) -> None:
    draft = make.document(make.case(board), draft=True, subject="Glömt utkast")

    answer = client.post(reverse("case-close", args=[draft.case.pk]))

    assert answer.status_code == 409
    assert "Glömt utkast" in answer.content.decode()


def test_case_change_saves_and_public_rows_follow(client: Client, board: Board) -> None:
    document = make.document(make.case(board))
    url = reverse("case-change", args=[document.case.pk])

    client.post(url, {"title": "Ny rubrik"})

    assert page(client, url)
    assert DiaryRow.objects.get().case_title == "Ny rubrik"


@pytest.mark.law("D-01")
@pytest.mark.parametrize(
    ("today", "is_late"),
    [
        ("2020-09-14", False),
        ("2020-09-15", False),
        ("2020-09-16", True),
    ],
)
def test_case_list_when_received_waits_it_is_red_after_the_next_weekday(
    client: Client, board: Board, today: str, is_late: bool
) -> None:
    with time_machine.travel(f"{today}T12:00:00+02:00", tick=False):
        make.document(make.case(board), draft=True, direction=Direction.RECEIVED)
        client = logged_in(board)
        html = page(client, reverse("case-list"))

    assert ("badge-state tone-alarm" in html) is is_late


@pytest.mark.law("D-01")
def test_late_when_received_on_friday_waits_over_the_weekend() -> None:
    assert registered_by(date(2020, 9, 18)) == date(2020, 9, 21)
    assert registered_by(date(2026, 4, 2)) == date(2026, 4, 7)


def test_communication_add_when_filled_in_is_listed(
    client: Client, board: Board
) -> None:
    case = make.case(board)
    url = reverse("communication-add", args=[board.pk])
    said = {"heading": "KF § 80", "received_on": "2020-06-17", "case": case.pk}

    client.post(url, said)

    assert Communication.objects.get().case == case
    assert "KF § 80" in page(client, reverse("communication-list"))


def test_communication_add_with_other_boards_case_is_wrong(
    client: Client, board: Board
) -> None:
    url = reverse("communication-add", args=[board.pk])
    said = {"heading": "X", "received_on": "2020-06-17", "case": make.case().pk}

    answer = client.post(url, said)

    assert list(answer.context["form"].errors) == ["case"]


@pytest.mark.law("D-06")
def test_diary_list_names_every_diary(board: Board) -> None:
    make.document(make.case(board))
    make.document()

    html = page(Client(), reverse("diary-list"))

    assert all(name in html for name in Board.objects.values_list("name", flat=True))


@pytest.mark.parametrize(
    ("words", "found"),
    [("växel", True), ("berga växel", True), ("växel saknas", False), ("%", False)],
)
def test_public_diary_when_searched(board: Board, words: str, found: bool) -> None:
    make.document(make.case(board), subject="Om växeln", counterparty="Berga kommun")
    url = reverse("public-diary", args=[board.slug])

    answer = Client().get(url, {"q": words})

    assert bool(answer.context["page"].object_list) is found


def test_public_diary_when_there_is_none_is_not_found() -> None:
    assert Client().get(reverse("public-diary", args=["saknas"])).status_code == 404


def test_registered_words_with_markup_are_shown_as_text(
    client: Client, board: Board
) -> None:
    script = "<script>alert(1)</script>"
    document = make.document(make.case(board, title=script), subject=script)

    for html in (
        page(client, document.case.get_absolute_url()),
        page(client, document.get_absolute_url()),
        page(Client(), reverse("public-diary", args=[board.slug])),
    ):
        assert script not in html
        assert "&lt;script&gt;" in html


@pytest.mark.law("D-11")
def test_case_when_drafts_are_left_offers_to_register_or_remove_each(
    client: Client, board: Board
) -> None:
    case = make.case(board)
    drafts = [make.document(case, draft=True) for _number in range(3)]

    shown = page(client, case.get_absolute_url())

    for draft in drafts:
        for name in ("document-enter", "document-remove"):
            assert f'action="{reverse(name, args=[draft.pk])}"' in shown
    assert reverse("case-close", args=[case.pk]) not in shown
    client.post(reverse("document-enter", args=[drafts[0].pk]))
    for draft in drafts[1:]:
        client.post(reverse("document-remove", args=[draft.pk]))
    shown = page(client, case.get_absolute_url())
    assert reverse("case-close", args=[case.pk]) in shown
