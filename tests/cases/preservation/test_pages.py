"""The page of formats, as the archivist uses it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from boards.access.enums import Role
from boards.board.models import Board
from boards.shared.files import store_file
from cases.document.models import Document
from cases.preservation import actions
from cases.preservation.enums import Outcome
from cases.preservation.queries import newest_check
from cases.preservation.rules import Seen
from tests.factories import cases, files, registers

pytestmark = pytest.mark.django_db
COPY = b"%PDF-1.7 kopia"


@pytest.fixture
def board(db: None) -> Board:
    return registers.board()


@pytest.fixture
def archivist(board: Board, client: Client) -> Client:
    client.force_login(registers.role(board, Role.ARCHIVIST))
    return client


def strange(board: Board, content: bytes = b"\x00\x01") -> Document:
    """A handling whose file nobody knows."""
    stored = store_file(content, "text/plain")
    of = cases.document(cases.case(board), file=stored, file_name="lapp.txt")
    actions.look_at(document=of)
    return of


def copied(board: Board) -> Document:
    stored = store_file(files.letter(), files.kind_of("brev.docx"))
    of = cases.document(cases.case(board), file=stored, file_name="brev.docx")
    seen = Seen("fmt/412", "Microsoft Word")
    made = actions.Looked(seen, Outcome.CONVERTED, copy=COPY, tool="LibreOffice 7")
    actions.keep(document=of, number=1, looked=made)
    return of


def test_list_when_a_file_is_strange_then_why_and_what_to_do(
    board: Board, archivist: Client
) -> None:
    of = strange(board)
    text = archivist.get(reverse("format-list")).content.decode()
    assert f"{of.designation} {of.subject}" in text
    assert "Av innehållet går det inte att säga vad det är för slags fil." in text
    assert "Undersök igen" in text


def test_list_when_of_another_board_then_not_there(archivist: Client) -> None:
    of = strange(registers.board("annan"))
    assert of.designation not in archivist.get(reverse("format-list")).content.decode()


def test_list_when_a_file_is_kept_as_it_is_then_it_leaves_the_list(
    board: Board, archivist: Client
) -> None:
    of = strange(board)
    page = reverse("format-keep", args=[of.pk])
    text = archivist.post(page, {"remark": ""}).content.decode()
    assert "Skriv varför filen behålls som den är." in text
    answer = archivist.post(page, {"remark": "Provfil från leverantören"}, follow=True)
    assert of.designation not in answer.content.decode()
    assert newest_check(of).outcome == Outcome.KEPT
    detail = archivist.get(of.get_absolute_url()).content.decode()
    assert "Provfil från leverantören" in detail


def test_document_when_it_has_a_copy_then_it_can_be_fetched(
    board: Board, archivist: Client
) -> None:
    of = copied(board)
    text = archivist.get(of.get_absolute_url()).content.decode()
    assert "fmt/412" in text
    assert "brev-pdfa.pdf" in text
    answer = archivist.get(reverse("format-copy", args=[of.pk]))
    assert b"".join(answer.streaming_content) == COPY
    without = cases.document(cases.case(board))
    address = reverse("format-copy", args=[without.pk])
    assert archivist.get(address).status_code == 404


def test_again_when_settled_or_not_looked_at_then_told(
    board: Board, archivist: Client
) -> None:
    fresh = cases.document(cases.case(board), with_file=True)
    for of, said in ((copied(board), "den är klar"), (fresh, "inte undersökt än")):
        address = reverse("format-again", args=[of.pk])
        answer = archivist.post(address, follow=True)
        assert said in answer.content.decode()


@pytest.mark.parametrize("rows", [1, 3])
def test_list_when_rows_grow_then_the_queries_do_not(
    board: Board,
    archivist: Client,
    rows: int,
    django_assert_max_num_queries: Callable[[int], DjangoAssertNumQueries],
) -> None:
    for number in range(rows):
        strange(board, b"\x00" + bytes([number]))
    archivist.get(reverse("format-list"))
    with django_assert_max_num_queries(17):
        archivist.get(reverse("format-list"))
