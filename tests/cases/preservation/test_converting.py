"""Copies as PDF/A, made by the machine's programs and judged by veraPDF."""

from __future__ import annotations

import shutil
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path

import pikepdf
import psutil
import pytest

from cases.preservation import converting
from cases.preservation.converting import Slow, converted
from cases.preservation.enums import Program
from cases.preservation.examining import examined
from cases.preservation.rules import PDF
from tests.conformity.engine import validated
from tests.factories import files

PDF_A_2B = "fmt/477"
FRAME = (
    '<text:p><draw:frame svg:width="3cm" svg:height="3cm" text:anchor-type="as-char">'
    '<draw:image xlink:href="{address}"/></draw:frame></text:p>'
)
SECTION = (
    '<text:section text:name="s"><text:section-source xlink:href="{address}"'
    ' text:filter-name="Text"/></text:section>'
)
SENT = {
    "brev.docx": files.letter(),
    "siffror.xlsx": files.sheet(),
    "brev.odt": files.open_document(),
    "skannad.pdf": files.pdf(),
}
pytestmark = pytest.mark.usefixtures("programs")


def copy_of(folder: Path, name: str, content: bytes) -> bytes:
    place = folder / name
    place.mkdir()
    path = place / f"original.{name.rpartition('.')[2]}"
    path.write_bytes(content)
    kind = files.kind_of(name)
    return converted(
        path, Program.GHOSTSCRIPT if kind == PDF else Program.LIBREOFFICE, kind
    )


def words_in(pdf: bytes, folder: Path) -> str:
    path = folder / "copy.pdf"
    path.write_bytes(pdf)
    done = subprocess.run(["pdftotext", path, "-"], check=True, capture_output=True)
    return done.stdout.decode()


def test_file_when_converted_then_pdf_a_2b_by_every_clause(tmp_path: Path) -> None:
    copies = {
        name.replace(".", "-"): copy_of(tmp_path, name, content)
        for name, content in SENT.items()
    }
    found = validated(copies, tmp_path, "2b")
    assert found == {name: {"2b": {}} for name in copies}


@pytest.mark.parametrize("name", ["brev.docx", "brev.odt", "skannad.pdf"])
def test_file_when_converted_then_its_words_are_in_the_copy(
    tmp_path: Path, name: str
) -> None:
    copy = copy_of(tmp_path, name, SENT[name])
    assert files.WORDS in words_in(copy, tmp_path)
    (tmp_path / "seen.pdf").write_bytes(copy)
    seen = examined(tmp_path / "seen.pdf", PDF)
    assert (seen.puid, seen.is_belied) == (PDF_A_2B, False)


@pytest.fixture
def asked() -> Iterator[tuple[str, list[str]]]:
    """A web server, its address, and what it was asked for."""
    seen: list[str] = []

    class Listening(BaseHTTPRequestHandler):
        def answer(self) -> None:
            seen.append(self.path)
            self.send_response(200)
            self.send_header("Content-Type", "image/png")
            self.end_headers()
            if self.command == "GET":
                self.wfile.write(files.picture("png"))

        # The names are http.server's.
        do_GET = do_HEAD = do_OPTIONS = do_PROPFIND = answer  # noqa: N815

        def log_message(self, *_words: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Listening)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/bild.png", seen
    server.shutdown()
    server.server_close()


def test_file_when_it_asks_for_something_then_nothing_is_fetched(
    tmp_path: Path, asked: tuple[str, list[str]]
) -> None:
    address, seen = asked
    (tmp_path / "hemlig.png").write_bytes(files.picture("png"))
    (tmp_path / "hemlig.txt").write_text("Hemlighet")
    more = FRAME.format(address=address)
    more += FRAME.format(address=(tmp_path / "hemlig.png").as_uri())
    more += SECTION.format(address=(tmp_path / "hemlig.txt").as_uri())
    copy = copy_of(tmp_path, "brev.odt", files.open_document(more))
    assert seen == []
    with pikepdf.open(BytesIO(copy)) as pdf:
        assert [page.get_images() for page in pdf.pages] == [{}]
    assert "Hemlighet" not in words_in(copy, tmp_path)


def test_program_when_too_slow_then_it_and_all_it_started_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = tmp_path / "bin" / "gs"
    slow.parent.mkdir()
    mark = "86399.5"
    slow.write_text(f"#!/bin/sh\nsleep {mark} &\nsleep {mark}\n")
    slow.chmod(0o755)
    monkeypatch.setenv("PATH", f"{slow.parent}:/usr/bin:/bin")
    monkeypatch.setattr(converting, "SECONDS", 1)
    with pytest.raises(Slow):
        copy_of(tmp_path, "a.pdf", files.pdf())
    left = [one for one in psutil.process_iter(["cmdline"]) if mark in str(one.info)]
    _ended, alive = psutil.wait_procs(left, timeout=5)
    assert alive == []


def test_version_when_asked_then_the_programs_own() -> None:
    assert converting.version(Program.LIBREOFFICE).startswith("LibreOffice ")
    assert converting.version(Program.GHOSTSCRIPT)[-1].isdigit()
    assert shutil.which(Program.GHOSTSCRIPT)
