"""What the person meets: the text to sign, the moving QR code, the way to the app."""

from __future__ import annotations

import hashlib
import hmac
import json
from base64 import b64encode
from typing import Any
from urllib.parse import quote

from django.utils.translation import gettext as _
from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

from minutes.approval.methods import SigningRequest

FORMAT = "simpleMarkdownV1"
# What BankID's formatting reads as orders; a board's name may not give any.
MARKS = str.maketrans(dict.fromkeys("*_#+|`\\", " "))
GROUP, GROUPS_A_LINE = 4, 4
QUIET = 4
IOS = ("iPhone", "iPad", "iPod")
# How an address is opened in the browser the person came from, where iOS would
# otherwise open Safari, which has no session of theirs.
IOS_BROWSERS = {
    "CriOS": ("https://", "googlechromes://"),
    "EdgiOS": ("https://", "microsoft-edge-https://"),
    "FxiOS": ("", "firefox://open-url?url="),
}


def visible_text(request: SigningRequest) -> str:
    """Return what the app shows and the person signs."""
    lines = [
        "# " + _("Sign minutes"),
        "*" + plain(request.what) + "*",
        _("You sign as: %(role)s") % {"role": plain(request.as_role)},
        "",
        _("The document's checksum (SHA-256), as shown where you began to sign:"),
        *grouped(request.shown_sha256),
    ]
    return "\n".join(lines)


def hidden_text(request: SigningRequest) -> str:
    """Return what is signed without being shown: the hash, in one canonical form."""
    said = {
        "algorithm": "SHA-256",
        "hash": request.shown_sha256,
        "reference": request.reference,
    }
    return json.dumps(said, sort_keys=True, separators=(",", ":"))


def as_sent(text: str) -> str:
    """Return a text as the API takes it."""
    return b64encode(text.encode()).decode("ascii")


def plain(text: str) -> str:
    """Return a text without marks of the formatting, on one line."""
    return " ".join(text.translate(MARKS).split())


def grouped(digits: str) -> list[str]:
    """Return a hash in groups that can be compared by eye."""
    groups = [digits[at : at + GROUP] for at in range(0, len(digits), GROUP)]
    return [
        " ".join(groups[at : at + GROUPS_A_LINE])
        for at in range(0, len(groups), GROUPS_A_LINE)
    ]


def qr_text(token: str, secret: str, seconds: int) -> str:
    """Return what the QR code says this second; a photo of it is soon worthless."""
    code = hmac.new(secret.encode(), str(seconds).encode(), hashlib.sha256)
    return f"bankid.{token}.{seconds}.{code.hexdigest()}"


def qr_picture(text: str) -> str:
    """Return a QR code as the address of a picture: SVG, without any style."""
    code: Any = QRCode(None, QRErrorCorrectLevel.L)
    code.addData(text)
    code.make()
    side = code.getModuleCount()
    dark = "".join(
        f"M{column + QUIET} {row + QUIET}h1v1h-1z"
        for row in range(side)
        for column in range(side)
        if code.isDark(row, column)
    )
    whole = side + 2 * QUIET
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole}"'
        f' shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{whole}v{whole}H0z"/>'
        f'<path d="{dark}"/></svg>'
    )
    return "data:image/svg+xml;base64," + b64encode(svg.encode()).decode("ascii")


def is_mobile(agent: str) -> bool:
    """Say whether the app is on a telephone or tablet rather than a computer."""
    return "Android" in agent or any(name in agent for name in IOS)


def way_back(agent: str, page: str) -> str:
    """Return where the app leads back to; only iOS has to be told.

    With a fragment, so that a page that is open is shown and not loaded anew.
    """
    if not any(name in agent for name in IOS):
        return ""
    address = f"{page}#bankid"
    for name, (taken, given) in IOS_BROWSERS.items():
        if name in agent:
            return given + address.removeprefix(taken)
    return address


def start_link(token: str, agent: str, page: str) -> str:
    """Return the link that opens the app on the same device."""
    back = quote(way_back(agent, page), safe="") or "null"
    host = "https://app.bankid.com/" if is_mobile(agent) else "bankid:///"
    return f"{host}?autostarttoken={quote(token, safe='')}&redirect={back}"


def simulated_link(app: str, token: str, page: str) -> str:
    """Return the link that opens the simulator's telephone."""
    back = quote(f"{page}#bankid", safe="")
    return f"{app}?autostarttoken={quote(token, safe='')}&redirect={back}"
