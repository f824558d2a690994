"""The page and the API: what they say, what they refuse, that they keep nothing."""

import json
import tempfile
from datetime import datetime
from io import BytesIO

import pytest
import time_machine
from django.apps import apps
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from boards.shared.clock import STOCKHOLM
from boards.shared.issued.codes import new_code, printed
from boards.shared.issued.enums import IssuedKind
from boards.shared.issued.models import IssuedDocument
from minutes.approval import actions
from minutes.approval.models import Approval
from minutes.dispatch.models import Extract
from minutes.publication.queries import code_of
from minutes.verification import uploads
from tests.factories import approvals, publications
from tests.factories import meetings as make
from tests.minutes.approval import test_correcting

pytestmark = pytest.mark.django_db

PAGE = "/verifiera/"
API = "/api/verifiera/"


def sent(client: Client, content: bytes, name: str = "fil.pdf") -> str:
    file = SimpleUploadedFile(name, content, "application/pdf")
    answer = client.post(PAGE, {"file": file})
    assert answer.status_code == 200
    return answer.content.decode()


def asked(client: Client, content: bytes) -> dict[str, object]:
    answer = client.post(API, content, content_type="application/pdf")
    assert answer.status_code == 200
    return answer.json()


def test_page_when_ours_then_who_signed_and_until_when_to_appeal(
    client: Client, approval: Approval
) -> None:
    page = sent(client, approval.document.read())
    for text in (
        "Handlingen är oförändrad",
        "Ordförande",
        "Justerande",
        "2020-09-29 12.00",
        "§§\N{NO-BREAK SPACE}1–3",
        "Ja, till och med 2020-10-20",
        approval.document.sha256,
        "endast för provdrift",
    ):
        assert text in page


@pytest.mark.law("A-06")
@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (datetime(2020, 10, 20, 23, 59, tzinfo=STOCKHOLM), "Ja, till och med"),
        (datetime(2020, 10, 21, 0, 1, tzinfo=STOCKHOLM), "har gått ut"),
    ],
)
def test_page_when_the_last_day_has_passed_then_too_late_by_the_local_date(
    client: Client, approval: Approval, moment: datetime, text: str
) -> None:
    with time_machine.travel(moment, tick=False):
        assert text in sent(client, approval.document.read())


def test_page_when_an_early_revision_then_there_is_a_later_one(
    client: Client, approval: Approval
) -> None:
    page = sent(client, approval.sealed.read())
    assert "Det finns en senare version" in page


def test_page_when_altered_then_not_to_be_relied_on(
    client: Client, approval: Approval
) -> None:
    page = sent(client, approval.document.read().replace(b"/Sig", b"/Gis", 1))
    assert "Handlingen har ändrats" in page
    assert "Lita inte på den" in page


def test_page_when_code_is_scanned_then_the_extract_without_cookie(
    client: Client, extract: Extract
) -> None:
    row = IssuedDocument.objects.get(kind=IssuedKind.EXTRACT)
    answer = client.get(reverse("verification-code", args=[row.printed_code]))
    page = answer.content.decode()
    assert "Protokollsutdrag" in page
    assert str(extract.certified_by) in page
    assert not answer.cookies


def test_page_when_code_is_typed_then_led_to_its_address(
    client: Client, extract: Extract
) -> None:
    row = IssuedDocument.objects.get(kind=IssuedKind.EXTRACT)
    typed = row.printed_code.lower().replace("-", " ")
    answer = client.get(PAGE, {"kod": typed}, follow=True)
    assert answer.redirect_chain == [(f"/verifiera/{row.printed_code}/", 302)]


def wrong_in_one(code: str) -> str:
    return ("2" if code[0] != "2" else "3") + code[1:]


WRONG_IN_ONE = pytest.param(wrong_in_one(new_code()), id="wrong in one")


@pytest.mark.parametrize("typed", ["x", "å\x00", WRONG_IN_ONE, "A" * 5000])
def test_page_when_code_has_an_error_then_said_and_what_was_typed_kept(
    client: Client, typed: str
) -> None:
    answer = client.get(PAGE, {"kod": typed})
    assert answer.status_code == 400
    assert "Koden är fel skriven" in answer.content.decode()


def test_page_when_code_is_nobodys_then_404_with_words(client: Client) -> None:
    for url in (f"{PAGE}{printed(new_code())}/", f"{API}{printed(new_code())}/"):
        answer = client.get(url)
        assert answer.status_code == 404
        assert b"offentlig handling" in answer.content


def test_page_when_no_file_then_refused(client: Client) -> None:
    answer = client.post(PAGE)
    assert answer.status_code == 400
    assert "Välj först en PDF-fil" in answer.content.decode()


def test_page_without_login_then_neither_token_nor_cookie(approval: Approval) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.get(PAGE)
    answer = strict.post(PAGE, {"file": BytesIO(approval.document.read())})
    assert answer.status_code == 200
    assert not strict.cookies


@pytest.mark.parametrize("length", [str(uploads.LIMIT * 2), "-1", "x"])
@pytest.mark.parametrize("url", [PAGE, API])
def test_file_when_too_large_then_refused_before_it_is_read(
    client: Client, url: str, length: str
) -> None:
    class Unread(BytesIO):
        def read(self, *_given: object) -> bytes:
            raise AssertionError("it was read")

    answer = client.generic("POST", url, b"", CONTENT_LENGTH=length)
    answer = client.post(
        url,
        b"",
        content_type="multipart/form-data; boundary=x",
        **{"CONTENT_LENGTH": length, "wsgi.input": Unread()},
    )
    assert answer.status_code == 413
    words = answer.content.decode("unicode_escape" if url == API else "utf-8")
    assert "större än 50 MB" in words


def test_file_when_checked_then_nothing_is_stored_logged_or_on_disk(
    client: Client,
    approval: Approval,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def refuse(*_given: object, **_named: object) -> None:
        raise AssertionError("a temporary file")

    for name in ("TemporaryFile", "NamedTemporaryFile", "mkstemp"):
        monkeypatch.setattr(tempfile, name, refuse)
    before = rows_and_files()
    for content in (approval.document.read(), b"%PDF-1.7 " + b"x" * 6_000_000):
        sent(client, content, "hemlig.pdf")
        asked(client, content)
    assert rows_and_files() == before
    assert not caplog.records


def rows_and_files() -> tuple[dict[str, int], list[str]]:
    rows = {m._meta.label: m._default_manager.count() for m in apps.get_models()}
    return rows, sorted(default_storage.listdir("")[0])


def test_api_when_ours_then_all_is_told_as_json(
    client: Client, approval: Approval
) -> None:
    told = asked(client, approval.document.read())
    assert (told["verdict"], told["is_closed"]) == ("identical", False)
    document = told["document"]
    assert document["items"] == "1–3"
    assert document["url"].endswith(publications.shown(approval).get_absolute_url())
    assert document["appeals"][0]["last_day"] == "2020-10-20"
    assert [one["holds"] for one in told["signatures"]] == [True] * 3
    code = client.get(f"{API}{document['code']}/").json()
    assert code["document"] == document


def test_api_when_a_form_is_sent_then_the_same(
    client: Client, approval: Approval
) -> None:
    content = approval.document.read()
    form = client.post(API, {"file": SimpleUploadedFile("a.pdf", content)})
    assert form.json() == asked(client, content)
    assert client.post(API).status_code == 400


def test_secret_minutes_when_sent_then_page_and_api_tell_only_that_they_are_ours(
    client: Client,
) -> None:
    approval = approvals.sealed()
    content = approval.document.read()
    page = sent(client, content)
    assert "inte offentligt" in page
    assert "§§\N{NO-BREAK SPACE}1–3" not in page
    assert approval.board.name not in page
    told = asked(client, content)
    assert (told["is_closed"], told["document"], told["signatures"]) == (True, None, [])
    assert approval.board.name not in json.dumps(told)


def test_minutes_when_corrected_then_both_files_are_known_and_the_later_named(
    client: Client, approval: Approval
) -> None:
    later = corrected(approval)
    page = sent(client, approval.document.read())
    assert "protokollet har rättats i efterhand" in page
    assert publications.shown(later).get_absolute_url() in page
    page = sent(client, later.document.read())
    assert "rättats i efterhand" not in page
    assert "Ja, till och med 2020-10-20" in page


def corrected(approval: Approval) -> Approval:
    change = test_correcting.a_change(approval)
    later = actions.correct(
        approval=approval,
        changes=[change],
        ground="skrivfel",
        by=approval.meeting.secretary,
    )
    test_correcting.sign_all(later)
    approvals.work_off()
    return later


def test_public_minutes_when_shown_then_link_to_their_code(
    client: Client, approval: Approval
) -> None:
    shown = publications.shown(approval)
    page = client.get(shown.get_absolute_url()).content.decode()
    assert f"/verifiera/{code_of(shown)}/" in page


@pytest.mark.parametrize("by_code", [True, False])
def test_answer_when_more_is_issued_then_same_number_of_queries(
    client: Client, approval: Approval, by_code: bool
) -> None:
    row = IssuedDocument.objects.get(sha256=approval.document.sha256)

    def ask() -> None:
        if by_code:
            client.get(f"{PAGE}{row.printed_code}/")
        else:
            sent(client, approval.document.read())

    ask()
    with approvals.counted() as few:
        ask()
    other = make.planned(make.board_with_roster("miljo"))
    publications.published(approvals.decided(other))
    with approvals.counted() as more:
        ask()
    assert len(few) == len(more)
