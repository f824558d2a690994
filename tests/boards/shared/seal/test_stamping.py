"""Time stamps of a service: a good one counts, everything else refuses by one name."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from time import sleep
from typing import Any

import pytest
from asn1crypto import tsp

from boards.shared.seal import stamping
from boards.shared.seal.authority import Authority, load_authority
from boards.shared.seal.errors import ClockSkew, TimestampUnavailable
from boards.shared.seal.pades import sign_pdf, untouched, verify_pdf
from boards.shared.seal.reports import Level
from boards.shared.seal.stamping import REPLY, OwnStamps, StampService
from tests.boards.shared.seal.making import signing

Answer = Callable[[bytes], tuple[int, str, bytes]]


@pytest.fixture
def other(tmp_path: Path) -> Authority:
    """Return somebody else, who stamps for us."""
    return load_authority(tmp_path / "other")


@contextmanager
def served(answer: Answer) -> Iterator[str]:
    """Serve one answer to every question, at the address given back."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            status, kind, content = answer(body)
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_given: Any) -> None:
            return

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def stamping_at(other: Authority, at: datetime) -> Answer:
    """Return what answers as the service would at that moment."""

    def answer(query: bytes) -> tuple[int, str, bytes]:
        request = tsp.TimeStampReq.load(query)
        coroutine = OwnStamps(other, at).async_request_tsa_response(request)
        try:
            coroutine.send(None)
        except StopIteration as done:
            return 200, REPLY, done.value.dump()
        raise AssertionError("it answers at once")

    return answer


def service(url: str, other: Authority) -> StampService:
    return StampService(url, (other.stamping.certificate,))


def just_now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)


def test_sign_pdf_when_a_service_stamps_then_its_stamp_counts(
    unsigned: bytes, authority: Authority, other: Authority
) -> None:
    at = just_now()
    with served(stamping_at(other, at + timedelta(seconds=2))) as url:
        asked = service(url, other)
        signed = sign_pdf(unsigned, replace(signing("chair"), at=at), authority, asked)
    reports = verify_pdf(signed.pdf, authority, asked)
    assert reports[0].level == Level.LT
    assert reports[0].timestamp == at + timedelta(seconds=2)
    assert untouched(reports)
    assert verify_pdf(signed.pdf, authority)[0].level == Level.B


@pytest.mark.parametrize("minutes", [-6, 6])
def test_sign_pdf_when_the_clocks_differ_then_refuses(
    unsigned: bytes, authority: Authority, other: Authority, minutes: int
) -> None:
    at = just_now()
    with served(stamping_at(other, at + timedelta(minutes=minutes))) as url:
        asked = service(url, other)
        with pytest.raises(ClockSkew) as refused:
            sign_pdf(unsigned, replace(signing("chair"), at=at), authority, asked)
    assert refused.value.code == "seal.clock_skew"


def refused_request(_query: bytes) -> tuple[int, str, bytes]:
    status = tsp.PKIStatusInfo({"status": "rejection"})
    return 200, REPLY, tsp.TimeStampResp({"status": status}).dump()


def slow(_query: bytes) -> tuple[int, str, bytes]:
    sleep(0.5)
    return 200, REPLY, b""


@pytest.mark.parametrize(
    "answer",
    [
        refused_request,
        slow,
        lambda _query: (503, "text/plain", b"later"),
        lambda _query: (200, "text/html", b"<p>Welcome</p>"),
        lambda _query: (200, REPLY, b""),
        lambda _query: (200, REPLY, b"\x30\x80nonsense"),
        lambda _query: (200, REPLY, b"\x30" * 300_000),
    ],
    ids=["refused", "slow", "unavailable", "html", "empty", "nonsense", "endless"],
)
def test_sign_pdf_when_the_service_answers_badly_then_refuses(
    unsigned: bytes,
    authority: Authority,
    other: Authority,
    monkeypatch: pytest.MonkeyPatch,
    answer: Answer,
) -> None:
    monkeypatch.setattr(stamping, "TIMEOUT", 0.2)
    request = replace(signing("chair"), at=just_now())
    with served(answer) as url, pytest.raises(TimestampUnavailable) as refused:
        sign_pdf(unsigned, request, authority, service(url, other))
    assert refused.value.code == "seal.timestamp_unavailable"


def test_sign_pdf_when_the_service_is_down_then_refuses(
    unsigned: bytes, authority: Authority, other: Authority
) -> None:
    request = replace(signing("chair"), at=just_now())
    asked = service("http://127.0.0.1:9/", other)
    with pytest.raises(TimestampUnavailable):
        sign_pdf(unsigned, request, authority, asked)


def test_sign_pdf_when_an_old_answer_is_played_again_then_refuses(
    unsigned: bytes, authority: Authority, other: Authority
) -> None:
    at = just_now()
    old = stamping_at(other, at)(
        OwnStamps(other, at).request_cms(b"\x00" * 32, "sha256")[1].dump()
    )
    request = replace(signing("chair"), at=at)
    with served(lambda _query: old) as url, pytest.raises(TimestampUnavailable):
        sign_pdf(unsigned, request, authority, service(url, other))


def test_sign_pdf_when_the_stamp_is_somebody_elses_then_refuses(
    unsigned: bytes, authority: Authority, other: Authority, tmp_path: Path
) -> None:
    at = just_now()
    stranger = load_authority(tmp_path / "stranger")
    request = replace(signing("chair"), at=at)
    with served(stamping_at(stranger, at)) as url:
        asked = service(url, other)
        with pytest.raises(TimestampUnavailable):
            sign_pdf(unsigned, request, authority, asked)
