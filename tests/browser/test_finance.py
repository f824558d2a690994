"""The controller's month: a file, the forecast, the report with its charts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from config.demo.ledger import ACCOUNTS, MONTHLY, UNITS
from tests.browser.conftest import Visit, running
from tests.browser.hands import follow, press, press_named, send, uncover
from tests.browser.site import Site
from tests.browser.visitor import faults, overflow, reload_until

TITLE = "Månadsrapport oktober 2020"
# Nothing is booked on a row that costs what it was to cost, but IT's services.
LATE = {"IT, växel, telefoni": ("Övriga kostnader", "9 900")}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The demo, for a test that writes in it."""
    folder = tmp_path_factory.mktemp("office")
    yield from running("month_of_money", folder, "manage.py", "demo")


def ledger_file(folder: Path) -> Path:
    """September and October, as the accounting system exports them."""
    lines = [
        "#FLAGGA 0",
        "#FORMAT PC8",
        "#SIETYP 4",
        '#FNAMN "Alby kommun"',
        "#RAR 0 20200101 20201231",
        *(f'#KONTO {number} "{name}"' for number, name in ACCOUNTS.items()),
        '#DIM 1 "Ansvar"',
        *(f'#OBJEKT 1 "{code}" "{name}"' for code, name in UNITS.items()),
    ]
    for month in (9, 10):
        lines += [f'#VER B {month} 2020{month:02d}25 "Månadens bokföring"', "{"]
        lines += [
            f'#TRANS {account} {{1 "{unit}"}} {ore}.00'
            for (account, unit), ore in MONTHLY.items()
        ]
        lines += [f"#TRANS 1930 {{}} {-sum(MONTHLY.values())}.00", "}"]
    file = folder / "oktober.se"
    file.write_bytes("".join(f"{line}\r\n" for line in lines).encode("cp437"))
    return file


def test_month_of_the_controller_from_file_to_frozen_report(
    office: Site, visit: Visit, tmp_path: Path
) -> None:
    page = visit(office, "jenny").page
    import_ledger(page, ledger_file(tmp_path))
    nothing_is_left_without_place(page)
    give_forecast(page)
    start_report(page)
    look_at_charts(page)
    comment_on_it(page)
    press(page, page.locator("form[action$='/frys/'] button"))
    assert "fryst" in page.inner_text("main").lower()
    follow(page, "ITVT")
    assert TITLE in page.inner_text("main")


def import_ledger(page: Page, file: Path) -> None:
    """Upload the file and wait until the worker has read it."""
    page.goto("/kansli/ekonomi/redovisning/")
    form = page.locator("main form").filter(has=page.locator("[name=file]"))
    uncover(page, form)
    page.set_input_files("[name=file]", str(file))
    with page.expect_navigation():
        form.locator("button[type=submit]").click()
    reload_until(page, "Filen är inläst")


def nothing_is_left_without_place(page: Page) -> None:
    """Every amount of the year belongs to a unit's row."""
    page.goto("/kansli/ekonomi/kontering/itvt/utan-plats/2020/")
    assert page.locator("main table tbody tr").count() == 0


def give_forecast(page: Page) -> None:
    """Give what was budgeted, but for one row, and lock the round."""
    page.goto("/kansli/ekonomi/prognos/")
    follow(page, "2020-10-31")
    here = page.url
    names = page.locator("section[aria-labelledby=units] tbody th a").all_inner_texts()
    for name in names:
        follow(page, name)
        fill_unit(page, *LATE.get(name, ("", "")))
        assert page.url == here
    press_named(page, "Lås prognosen")


def fill_unit(page: Page, late: str, amount: str) -> None:
    """Type each row's budget as its forecast, but another amount on one."""
    rows = page.locator("main table tbody tr")
    values = {}
    for number in range(rows.count()):
        row = rows.nth(number)
        label = row.locator("th").inner_text()
        budget = row.locator("td.number").first.inner_text()
        name = row.locator("input").get_attribute("name")
        values[str(name)] = amount if label == late else budget
    send(page, values)


def start_report(page: Page) -> None:
    """Start the month's report and take its figures from the books."""
    page.goto("/kansli/ekonomi/")
    follow(page, "Påbörja en rapport")
    send(page, {"case": "ITVT", "title": TITLE, "period_end": "2020-10-31"})
    press_named(page, "Hämta siffrorna")
    text = page.inner_text("main")
    for heading in ("Ekonomiavdelningen", "IT, växel, telefoni", "Sammanställning"):
        assert heading in text


def look_at_charts(page: Page) -> None:
    """Each table has its pictures, with a name, and nothing is wrong with the page."""
    pictures = page.locator("figure svg[role=img]")
    assert pictures.count() >= 6
    for number in range(pictures.count()):
        box = pictures.nth(number).bounding_box()
        assert box
        assert min(box["width"], box["height"]) > 20
    assert [*faults(page), *overflow(page)] == []


def comment_on_it(page: Page) -> None:
    """Say why the units that deviate do so, and what is done about a deficit."""
    here = page.url
    tables = page.locator("section.card a", has_text="Ändra ").count()
    for number in range(tables):
        page.goto(here)
        with page.expect_navigation():
            page.locator("section.card a", has_text="Ändra ").nth(number).click()
        page.locator("form[action$='/text/'] .ProseMirror").last.click()
        page.keyboard.type("Kommenteras i ärendet.")
        send(page, {"note": ""})
        page.goto(here)
        with page.expect_navigation():
            page.locator("section.card a", has_text="Ändra ").nth(number).click()
        if page.locator("[name=measure]").count():
            send(page, {"measure": "Inköpen skjuts upp."})
    page.goto(here)
