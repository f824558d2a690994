import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.http import HttpResponse
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from boards.access.enums import Role
from boards.board.models import Board
from boards.shared.models import OutboxMessage
from boards.shared.outbox import carry_out, note_failure
from finance.ledger.enums import UploadState
from finance.ledger.models import LedgerFile, LedgerUpload
from tests.factories import registers
from tests.finance.ledger.imports import take_in
from tests.finance.ledger.sie_files import HEAD, VOUCHER, content_of

pytestmark = pytest.mark.django_db
RIGHT = content_of(*HEAD, *VOUCHER)


@pytest.fixture
def board() -> Board:
    return registers.board()


@pytest.fixture
def client(board: Board) -> Client:
    client = Client()
    client.force_login(registers.role(board, Role.CONTROLLER))
    return client


def upload(
    client: Client, board: Board, content: bytes, name: str = "bok.se", **said: object
) -> HttpResponse:
    file = SimpleUploadedFile(name, content)
    return client.post(
        reverse("ledger-list"), {"board": board.pk, "file": file, **said}
    )


def work() -> None:
    for pk in OutboxMessage.objects.filter(kind="ledger.import").values_list("pk"):
        carry_out(pk[0])


def test_upload_when_file_is_right_is_imported_by_the_worker(
    client: Client, board: Board
) -> None:
    page = upload(client, board, RIGHT)
    waiting = LedgerUpload.objects.get()
    assert page.headers["Location"] == waiting.get_absolute_url()
    assert b"progress" in client.get(waiting.get_absolute_url()).content
    work()
    assert LedgerUpload.objects.get().state == UploadState.IMPORTED
    file = LedgerFile.objects.get()
    shown = client.get(file.get_absolute_url()).content.decode()
    assert "100,50" in shown
    assert client.get(reverse("ledger-download", args=[file.pk])).getvalue() == RIGHT


def test_upload_when_file_is_wrong_lists_every_problem(
    client: Client, board: Board
) -> None:
    upload(client, board, content_of(*HEAD, "#IB 0 1930 1,50", "#IB 9 1930 1.00"))
    work()
    refused = LedgerUpload.objects.get()
    assert (refused.state, refused.problem_count) == (UploadState.REFUSED, 2)
    shown = client.get(refused.get_absolute_url()).content.decode()
    assert "decimalkomma" in shown
    assert f">{len(HEAD) + 2}<" in shown
    assert not LedgerFile.objects.exists()


def test_upload_when_carried_out_twice_imports_once(
    client: Client, board: Board
) -> None:
    upload(client, board, RIGHT)
    OutboxMessage.objects.get(kind="ledger.import")
    work()
    OutboxMessage.objects.filter(kind="ledger.import").update(
        state="pending", done_at=None
    )
    work()
    assert LedgerFile.objects.count() == 1
    assert LedgerUpload.objects.get().state == UploadState.IMPORTED


def test_upload_when_worker_gives_up_says_so(client: Client, board: Board) -> None:
    upload(client, board, RIGHT)
    row = OutboxMessage.objects.get(kind="ledger.import")
    for _attempt in range(8):
        note_failure(row.pk, RuntimeError("no"))
    failed = LedgerUpload.objects.get()
    assert failed.state == UploadState.FAILED
    assert b"Ladda upp den p" in client.get(failed.get_absolute_url()).content


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (b"", "bok.se", "tom"),
        (b"%PDF-1.7", "bok.se", "ingen SIE-fil"),
        (RIGHT, "bok.exe", "ingen SIE-fil"),
        (RIGHT, "bok.pdf", "ingen SIE-fil"),
        (RIGHT + b" " * 2_000_000, "bok.se", "Högst 1 MB"),
    ],
)
def test_upload_when_it_cannot_be_a_ledger_is_refused_at_the_field(
    client: Client, board: Board, content: bytes, name: str, said: str
) -> None:
    with override_settings(LEDGER_UPLOAD_LIMIT=1 << 20):
        page = upload(client, board, content, name)
    assert said in page.content.decode()
    assert not LedgerUpload.objects.exists()


def test_upload_when_reader_is_registrar_is_not_taken(board: Board) -> None:
    client = Client()
    client.force_login(registers.role(board, Role.REGISTRAR))
    upload(client, board, RIGHT)
    assert not LedgerUpload.objects.exists()
    file = take_in(board, RIGHT).file
    assert file is not None
    assert client.get(reverse("ledger-download", args=[file.pk])).status_code == 403


def test_list_when_files_grow_asks_as_often(client: Client, board: Board) -> None:
    counts = set()
    for number in (1, 2, 3):
        take_in(board, RIGHT.replace(b"#VER A 1 ", b"#VER A %d " % number))
        with CaptureQueriesContext(connection) as asked:
            client.get(reverse("ledger-list"))
        counts.add(len(asked))
    assert len(counts) == 1
