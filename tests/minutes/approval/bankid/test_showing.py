"""The text to sign, the moving QR code, the way to the app and back."""

import json
from base64 import b64decode
from typing import Any

import pytest
import zxingcpp
from PIL import Image, ImageDraw

from minutes.approval.methods import SigningRequest
from minutes.approval.methods.bankid import showing

TOKEN = "67df3917-fa0d-44e5-b327-edcc928297f8"
SECRET = "d28db9a7-4cde-429e-a983-359be676944c"
# The example BankID publishes.
PUBLISHED = [
    (0, "dc69358e712458a66a7525beef148ae8526b1c71610eff2c16cdffb4cdac9bf8"),
    (1, "949d559bf23403952a94d103e67743126381eda00f0b3cbddbf7c96b1adcbce2"),
    (2, "a9e5ec59cb4eee4ef4117150abc58fad7a85439a6a96ccbecc3668b41795b3f3"),
]
PAGE = "https://justera.example/uppdrag/underskrift/1/"
PAGE_QUOTED = "https%3A%2F%2Fjustera.example%2Fuppdrag%2Funderskrift%2F1%2F%23bankid"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15"
ANDROID = "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/140.0"
WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0"


def a_request(**said: Any) -> SigningRequest:
    said = {
        "user": None,
        "shown_sha256": "0123456789abcdef" * 4,
        "what": "Protokoll Miljö- och byggnadsnämnden 2026-03-03, §§ 1–5",
        "as_role": "Justerare",
        "reference": "a-reference",
    } | said
    return SigningRequest(**said)


@pytest.mark.parametrize(("seconds", "code"), PUBLISHED)
def test_qr_text_when_bankids_own_example_is_the_published_one(
    seconds: int, code: str
) -> None:
    text = showing.qr_text(TOKEN, SECRET, seconds)
    assert text == f"bankid.{TOKEN}.{seconds}.{code}"


def drawn(address: str) -> Image.Image:
    """Draw our SVG, which is squares alone, ten dots each."""
    svg = b64decode(address.split(",", 1)[1]).decode()
    side = int(svg.split('viewBox="0 0 ')[1].split()[0])
    picture = Image.new("L", (side * 10, side * 10), 255)
    draw = ImageDraw.Draw(picture)
    for square in svg.split('<path d="')[1].split('"')[0].split("z")[:-1]:
        x, y = (int(one) * 10 for one in square[1:].split("h")[0].split())
        draw.rectangle((x, y, x + 9, y + 9), fill=0)
    return picture


@pytest.mark.parametrize("seconds", [0, 9, 29, 119])
def test_qr_picture_when_scanned_says_its_text(seconds: int) -> None:
    text = showing.qr_text(TOKEN, SECRET, seconds)
    (found,) = zxingcpp.read_barcodes(drawn(showing.qr_picture(text)))
    assert found.text == text


def test_qr_picture_when_embedded_needs_no_style_and_no_script() -> None:
    svg = b64decode(showing.qr_picture("bankid.x").split(",", 1)[1])
    assert b"style" not in svg
    assert b"script" not in svg


def test_visible_text_when_read_says_what_as_what_and_the_hash() -> None:
    text = showing.visible_text(a_request())
    assert "Miljö- och byggnadsnämnden 2026-03-03, §§ 1–5" in text
    assert "Justerare" in text
    assert "0123 4567 89ab cdef" in text


def test_visible_text_when_a_name_holds_marks_shows_it_without_orders() -> None:
    text = showing.visible_text(a_request(what="Nämnd *A*\n# Rubrik | `x`"))
    assert "*Nämnd A Rubrik x*" in text.splitlines()


def test_hidden_text_when_read_holds_the_hash_in_canonical_json() -> None:
    text = showing.hidden_text(a_request())
    assert json.loads(text) == {
        "algorithm": "SHA-256",
        "hash": "0123456789abcdef" * 4,
        "reference": "a-reference",
    }
    assert text == json.dumps(json.loads(text), sort_keys=True, separators=(",", ":"))


@pytest.mark.parametrize(
    ("agent", "link"),
    [
        (WINDOWS, f"bankid:///?autostarttoken={TOKEN}&redirect=null"),
        (ANDROID, f"https://app.bankid.com/?autostarttoken={TOKEN}&redirect=null"),
        (
            IPHONE,
            f"https://app.bankid.com/?autostarttoken={TOKEN}&redirect={PAGE_QUOTED}",
        ),
    ],
    ids=["windows", "android", "iphone"],
)
def test_start_link_when_devices_differ_opens_the_app_its_way(
    agent: str, link: str
) -> None:
    assert showing.start_link(TOKEN, agent, PAGE) == link


@pytest.mark.parametrize(
    ("browser", "back"),
    [
        ("CriOS/140", "googlechromes://justera.example/uppdrag/underskrift/1/#bankid"),
        ("FxiOS/140", f"firefox://open-url?url={PAGE}#bankid"),
        (
            "EdgiOS/140",
            "microsoft-edge-https://justera.example/uppdrag/underskrift/1/#bankid",
        ),
    ],
)
def test_way_back_when_safari_is_not_used_names_the_browser(
    browser: str, back: str
) -> None:
    assert showing.way_back(f"{IPHONE} {browser}", PAGE) == back
