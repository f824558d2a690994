"""Files from outside: what is kept, what is refused, and under which name."""

import io
import zipfile

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from boards.shared.refusals import Refused
from boards.shared.texts import sentence
from boards.shared.uploads import MEDIA_TYPES, check_upload, clean_name

PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 20
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 20
JPEG = b"\xff\xd8\xff\xe0" + b"\x00" * 20


def pdf(**options: object) -> bytes:
    made = pikepdf.new()
    made.add_blank_page()
    out = io.BytesIO()
    made.save(out, **options)
    return out.getvalue()


def package(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return out.getvalue()


def office(folder: str, *more: str) -> bytes:
    names = ["[Content_Types].xml", f"{folder}/document.xml", *more]
    return package(dict.fromkeys(names, b"<x/>"))


def odf(kind: str) -> bytes:
    return package({"mimetype": MEDIA_TYPES[kind].encode(), "content.xml": b"<x/>"})


def kept(name: str, content: bytes) -> str:
    return check_upload(SimpleUploadedFile(name, content)).media_type


def reason(name: str, content: bytes) -> str:
    with pytest.raises(Refused) as no:
        check_upload(SimpleUploadedFile(name, content))
    (refusal,) = no.value.refusals
    assert sentence(refusal)
    assert refusal.field == "file"
    return refusal.code.removeprefix("upload.")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", pdf()),
        ("A.PDF", pdf()),
        ("a.docx", office("word")),
        ("a.xlsx", office("xl")),
        ("a.pptx", office("ppt")),
        ("a.odt", odf("odt")),
        ("a.ods", odf("ods")),
        ("a.png", PNG),
        ("a.jpg", JPEG),
        ("a.jpeg", JPEG),
        ("a.tif", b"II*\x00rest"),
        ("a.tiff", b"MM\x00*rest"),
        ("a.txt", "å ä ö".encode()),
        ("a.txt", "å ä ö".encode("latin-1")),
        ("a.csv", b"a;b\r\n1;2\r\n"),
        ("a.xml", b"\xef\xbb\xbf<?xml version='1.0'?><a/>"),
        ("a.eml", b"From: a@alby.example\r\n\r\nHej"),
        ("a.msg", OLE),
    ],
)
def test_check_upload_when_content_agrees_keeps_it(name: str, content: bytes) -> None:
    assert kept(name, content) == MEDIA_TYPES[name.rsplit(".", 1)[1].lower()]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.exe", b"MZ", "kind_not_kept"),
        ("a.html", b"<script>", "kind_not_kept"),
        ("a.svg", b"<svg/>", "kind_not_kept"),
        ("a.zip", package({"a": b""}), "kind_not_kept"),
        ("a.docm", office("word"), "kind_not_kept"),
        ("a", b"text", "kind_not_kept"),
        (".pdf", pdf(), "kind_not_kept"),
        ("a.pdf.exe", pdf(), "kind_not_kept"),
        ("a.pdf", b"MZ\x90", "content_differs"),
        ("a.pdf", b"<html>", "content_differs"),
        ("a.pdf", b"%PDF-1.7 broken", "broken_pdf"),
        ("a.docx", office("xl"), "content_differs"),
        ("a.docx", office("word", "word/vbaProject.bin"), "content_differs"),
        ("a.docx", b"PK\x03\x04 broken", "content_differs"),
        ("a.docx", OLE, "content_differs"),
        ("a.odt", odf("ods"), "content_differs"),
        ("a.odt", package({"content.xml": b""}), "content_differs"),
        ("a.odt", package({"mimetype": b"a" * 5_000_000}), "content_differs"),
        ("a.png", JPEG, "content_differs"),
        ("a.txt", b"MZ\x00\x01", "content_differs"),
        ("a.csv", PNG, "content_differs"),
        ("a.xml", b"not xml", "content_differs"),
        ("a.txt", b"", "empty"),
        ("a.pdf", pdf(encryption=pikepdf.Encryption(owner="o", user="u")), "encrypted"),
        ("a.pdf", pdf(encryption=pikepdf.Encryption(owner="o", user="")), "encrypted"),
    ],
)
def test_check_upload_when_hostile_is_refused(
    name: str, content: bytes, code: str
) -> None:
    assert reason(name, content).startswith(code)


def test_check_upload_when_too_large_names_both_sizes(settings: object) -> None:
    settings.UPLOAD_LIMIT = 2 * 1024 * 1024

    with pytest.raises(Refused) as no:
        check_upload(SimpleUploadedFile("a.txt", b"a" * (3 * 1024 * 1024)))

    text = sentence(no.value.refusals[0])
    assert "3,0 MB" in text
    assert "2 MB" in text


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("Åtgärdsplan för ö.pdf", "Åtgärdsplan för ö.pdf"),
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\Users\\x\\brev.txt", "brev.txt"),
        ("a\x00b\r\n.txt", "ab.txt"),
        ("faktura\u202efdp.txt", "fakturafdp.txt"),
        ("A\u030a.txt", "Å.txt"),
        ("  .txt. ", "txt"),
        ("", "fil"),
    ],
)
def test_clean_name_when_given_is_safe_and_readable(given: str, expected: str) -> None:
    assert clean_name(given) == expected


def test_clean_name_when_long_keeps_its_extension_within_255_bytes() -> None:
    name = clean_name("å" * 300 + ".pdf")

    assert name.endswith("å.pdf")
    assert 250 <= len(name.encode()) <= 255
