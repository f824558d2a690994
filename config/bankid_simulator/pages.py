"""The pages of the simulator's telephone: plain HTML, made for a narrow screen."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Iterable
from html import escape

from config.bankid_simulator.orders import Order
from config.bankid_simulator.people import TestPerson
from config.bankid_simulator.signing import SPOILS

STYLE = """
body{font:1.05rem/1.5 system-ui,sans-serif;margin:0 auto;max-width:30rem;padding:1rem;
background:#f3f6fa;color:#111}
main{background:#fff;border-radius:1rem;padding:1rem;border:1px solid #ccd}
h1{font-size:1.3rem}h2{font-size:1.1rem}
button,select,input{font:inherit;width:100%;box-sizing:border-box;padding:.7rem;
margin:.3rem 0;border-radius:.5rem;border:1px solid #667;background:#fff;color:#111}
button{background:#183e8c;color:#fff;border-color:#183e8c}
button.plain{background:#fff;color:#183e8c}
.text{border:1px solid #ccd;border-radius:.5rem;padding:.7rem;overflow-wrap:anywhere}
.note{font-size:.9rem;color:#444}
"""
WARNING = "Testprogram. Ingen underskrift härifrån är värd något."


def page(title: str, body: str) -> bytes:
    """Return a page."""
    return (
        '<!DOCTYPE html><html lang="sv"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)} – BankID-simulator</title><style>{STYLE}</style>"
        f"</head><body><main><h1>{escape(title)}</h1>{body}</main>"
        f'<p class="note">{WARNING}</p></body></html>'
    ).encode()


def button(action: str, label: str, inside: str = "", kind: str = "") -> str:
    """Return a form of one button."""
    css = f' class="{kind}"' if kind else ""
    return (
        f'<form method="post" action="{escape(action)}">{inside}'
        f'<button type="submit"{css}>{escape(label)}</button></form>'
    )


def front(waiting: Iterable[Order]) -> bytes:
    """Return the first page: scan, or pick what waits."""
    field = (
        '<label for="qr">QR-kodens text</label>'
        '<input id="qr" name="qr" autocomplete="off" required>'
    )
    rows = "".join(
        f"<li>{escape(first_line(one))}"
        f"{button(f'/order/{one.reference}/start', 'Öppna', kind='plain')}</li>"
        for one in waiting
    )
    listed = f"<ul>{rows}</ul>" if rows else "<p>Inget väntar just nu.</p>"
    body = button("/scan", "Läs av", field) + "<h2>Väntar på underskrift</h2>" + listed
    again = '<p><a href="/">Titta igen</a></p>'
    return page("Telefonen", body + again)


def order_page(order: Order, people: Iterable[TestPerson]) -> bytes:
    """Return what the app shows of an order: who asks, the text, who signs."""
    persons = "".join(
        f'<option value="{one.number}">{escape(one.name)}</option>' for one in people
    )
    spoils = "".join(
        f'<option value="{code}">{escape(text)}</option>'
        for code, text in SPOILS.items()
    )
    inside = (
        '<label for="number">Vem skriver under?</label>'
        f'<select id="number" name="number">{persons}</select>'
        "<details><summary>Låt något gå fel</summary>"
        '<label for="spoil">Vad</label>'
        f'<select id="spoil" name="spoil">{spoils}</select></details>'
    )
    at = f"/order/{order.reference}"
    body = (
        "<p>Justera vill att du skriver under:</p>"
        f'<div class="text">{formatted(visible(order))}</div>'
        + button(f"{at}/sign", "Skriv under", inside)
        + button(f"{at}/cancel", "Avbryt", kind="plain")
    )
    return page("Skriv under", body)


def end_page(title: str, back: str) -> bytes:
    """Return the last page, with the way back when the app knows one."""
    link = f'<p><a id="back" href="{escape(back)}">Tillbaka till webbsidan</a></p>'
    text = "" if back else "<p>Gå tillbaka till webbsidan.</p>"
    again = '<p><a href="/">Till början</a></p>'
    return page(title, (link if back else text) + again)


def visible(order: Order) -> str:
    """Return the text that is signed."""
    return b64decode(order.said["userVisibleData"]).decode()


def first_line(order: Order) -> str:
    """Return what says which order it is."""
    lines = [line.strip("#* ") for line in visible(order).splitlines()]
    return ": ".join([line for line in lines if line][:2])


def formatted(text: str) -> str:
    """Return simpleMarkdownV1 as HTML: headings, bold, lines."""
    found = []
    for line in text.splitlines():
        if line.startswith("#"):
            found.append(f"<h2>{escape(line.lstrip('# '))}</h2>")
        elif line.startswith("*") and line.endswith("*"):
            found.append(f"<strong>{escape(line.strip('*'))}</strong><br>")
        else:
            found.append(f"{escape(line)}<br>")
    return "".join(found)
