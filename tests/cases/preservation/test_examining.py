"""What a file is by its content, whatever its name says."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from boards.shared.paper.extract import extract
from boards.shared.paper.pdf import render_pdf
from cases.preservation import examining
from cases.preservation.examining import examined
from cases.preservation.rules import Seen
from tests.boards.shared.paper.model_minutes import model_minutes
from tests.factories import files

CUT = 40


def look(folder: Path, content: bytes, name: str) -> Seen:
    path = folder / name
    path.write_bytes(content)
    return examined(path, files.kind_of(name))


@pytest.mark.parametrize(
    ("name", "content", "puid"),
    [
        ("brev.docx", files.letter(), "fmt/412"),
        ("siffror.xlsx", files.sheet(), "fmt/214"),
        ("brev.odt", files.open_document(), "fmt/1756"),
        ("brev.pdf", files.pdf(), "fmt/17"),
        ("karta.png", files.picture("png"), "fmt/11"),
        ("foto.jpg", files.picture("jpeg"), "fmt/43"),
        ("skannad.tif", files.picture("tiff"), "fmt/353"),
        ("data.xml", b'<?xml version="1.0"?><a/>', "fmt/101"),
        ("lapp.txt", "Å ä ö".encode(), "x-fmt/111"),
        ("lapp.txt", "Å ä ö".encode("latin-1"), "x-fmt/111"),
        ("rader.csv", b"konto;belopp\n5104;1\n", "x-fmt/18"),
        ("brev.eml", b"From: a@exempel.se\nTo: b@exempel.se\n\nHej", "fmt/278"),
    ],
    ids=map(str, range(12)),
)
def test_file_when_whole_then_its_pronom_identifier(
    tmp_path: Path, name: str, content: bytes, puid: str
) -> None:
    seen = look(tmp_path, content, name)
    assert (seen.puid, seen.is_broken) == (puid, False)


def test_text_when_read_then_its_encoding_is_told(tmp_path: Path) -> None:
    assert look(tmp_path, "å".encode(), "a.txt").name.endswith("UTF-8")
    assert look(tmp_path, "å".encode("latin-1"), "a.txt").name.endswith("ISO 8859-1")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("brev.pdf", files.pdf()[:CUT]),
        ("brev.docx", files.letter()[:-CUT]),
        ("karta.png", files.picture("png")[:-CUT]),
        ("data.xml", b'<?xml version="1.0"?><a>'),
    ],
    ids=["pdf", "docx", "png", "xml"],
)
def test_file_when_cut_off_then_broken_or_unknown(
    tmp_path: Path, name: str, content: bytes
) -> None:
    seen = look(tmp_path, content, name)
    assert seen.is_broken or seen.puid in {"", "x-fmt/263"}


def test_file_when_locked_then_told(tmp_path: Path) -> None:
    assert look(tmp_path, files.locked_pdf(), "a.pdf").is_encrypted
    assert look(tmp_path, files.locked_pdf(""), "b.pdf").is_encrypted
    assert look(tmp_path, files.open_document(locked=True), "c.odt").is_encrypted


def test_pdf_when_signed_then_told(tmp_path: Path) -> None:
    assert look(tmp_path, files.signed_pdf(), "a.pdf").is_signed
    assert not look(tmp_path, files.pdf(), "b.pdf").is_signed


def test_file_when_its_name_lies_then_the_content_decides(tmp_path: Path) -> None:
    assert look(tmp_path, files.letter(), "brev.pdf").puid == "fmt/412"
    assert look(tmp_path, b"\x00\x01\x02" * 50, "brev.txt").puid == ""


def test_file_when_the_process_dies_or_hangs_then_broken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(examining, "SECONDS", 0.01)
    assert look(tmp_path, files.pdf(), "a.pdf") == Seen(is_broken=True)


def test_examiner_when_it_runs_then_it_can_write_no_file(tmp_path: Path) -> None:
    code = (
        "import cases.preservation.examiner as e, pathlib\n"
        f"e.main({str(tmp_path / 'a.txt')!r}, 'text/plain')\n"
        f"pathlib.Path({str(tmp_path / 'b')!r}).write_text('x')\n"
    )
    (tmp_path / "a.txt").write_text("hej")
    done = subprocess.run(
        [sys.executable, "-c", code], check=False, capture_output=True
    )
    assert json.loads(done.stdout)["puid"] == "x-fmt/111"
    assert done.returncode != 0


def test_extract_when_looked_at_then_pdf_a_3a(tmp_path: Path) -> None:
    seen = look(tmp_path, render_pdf(extract(model_minutes(), "item-14")), "a.pdf")
    assert (seen.puid, seen.is_belied) == ("fmt/479", False)


def test_pdf_when_it_only_claims_to_be_pdf_a_then_seen(tmp_path: Path) -> None:
    seen = look(tmp_path, files.false_pdf_a(), "a.pdf")
    assert (seen.puid, seen.is_belied) == ("fmt/477", True)
