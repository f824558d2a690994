"""The model meeting through the screens: from the diary to the archive."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from boards.shared.clock import local
from tests.browser import model_after as after
from tests.browser import model_hall as hall
from tests.browser import model_papers as papers
from tests.browser.conftest import Visit
from tests.browser.hands import follow, press_link
from tests.browser.site import Site
from tests.browser.visitor import Visitor, faults, poll

CALLED = {
    f"{name}@alby.example"
    for name in ("goran.ekstrom", "birgitta.lindqvist", "mats.ahlund", "tora.wikman")
}
BOARD = "Gemensam servicenämnd för IT, växel och telefoni"
ORGAN = "gemensam servicenämnd för IT, växel och telefoni"
FRONT = (
    "SAMMANTRÄDESPROTOKOLL Sid 1",
    BOARD,
    "Sammanträdesdatum",
    "Berga kommun, kommunhuset, Stora Lindås, kl. 09.00–10.10",
    (
        "Beslutande Göran Ekström (M), ordförande, Alby kommun"
        " Birgitta Lindqvist (C), vice ordförande, Berga kommun"
    ),
    (
        "Ej tjänstgörande ersättare"
        " Mats Åhlund (S), Alby kommun Tora Wikman (S), Berga kommun"
    ),
    "Ingrid Bergqvist, kommundirektör, Alby kommun",
    "Lars Björnfot, kommunchef, Berga kommun, närvarande digitalt",
    "Jan Hedlund, IT-chef, Alby och Berga kommuner",
    "Jenny Nygård, controller, Alby och Berga kommuner",
    "Sara Gårdman, kommunsekreterare/kanslichef, Berga kommun",
    "Utses att justera Birgitta Lindqvist (C)",
    "Kommunhuset, Berga kommun, 2020-09-29, kl. 12.00",
    "Paragrafer 11–14",
    "Sekreterare Fatima Sundell",
    "Ordförande Göran Ekström (M)",
    "Justerande Birgitta Lindqvist (C)",
    "ANSLAG/BEVIS",
    "Kommunhuset, Alby kommun",
    "Justerandes sign",
    "Utdragsbestyrkande",
    "Innehållsförteckning",
)
DECISION = f"{BOARD}s beslut"
ITEMS = {
    11: (
        "IT-chefen informerar",
        "Sammanfattning Nämnden har under året",
        "Ekonomi Till och med den 31 augusti 2020",
        "Större leveransavvikelser Två större avbrott",
        "Projekt Lärkan Projektet går mot sitt slut",
        "Informationen tas emot och läggs till handlingarna.",
    ),
    12: (
        "DNR ITVT 4/2020",
        f"Delårsrapport per 2020-08-31 för {ORGAN}",
        "Tjänsteskrivelse daterad 2020-09-14",
        "Delårsrapport daterad 2020-08-31",
        (
            "Ordföranden frågar om förvaltningens förslag till beslut antas"
            " och finner att svaret är ja."
        ),
        (
            f"{DECISION} 1. Delårsrapport per 2020-08-31 för {ORGAN} godkänns"
            " (bilaga 1, ITVT § 12/2020-09-29)."
        ),
        "Expedieras till: Kommunstyrelsen i Alby kommun",
    ),
    13: (
        "DNR ITVT 5/2020",
        f"Internkontrollplan 2021 för {ORGAN}",
        "Risk i process",
        "IT-säkerhet och incidenter",
        "Tjänsteskrivelse daterad 2020-09-21",
        "Birgitta Lindqvist (C) yrkar följande tillägg:",
        "förslag till beslut med Birgitta Lindqvists (C) tillägg antas",
        (
            f"{DECISION} 1. Internkontrollplan 2021 för {ORGAN} antas."
            " 2. Process för incidenthantering"
        ),
        "Expedieras till: Kommunstyrelsen i Alby kommun",
    ),
    14: (
        "Meddelande",
        "KF § 80/2020-06-16 Rambeslut för budget 2021–2023 ITVT 1/2020",
        f"{DECISION} 1. Meddelandet läggs till handlingarna.",
    ),
}
APPENDIX = (
    "Bilaga 1, ITVT § 12/2020-09-29",
    "DELÅRSRAPPORT",
    "Ekonomiavdelningen",
    "S:a investeringar egna 1 975 5 498 6 940 8 247 10 747 −2 500",
    "Summa 1 080 −674 39 147 42 197 −3 050",
)
CERTIFICATE = (
    "Bevis om anslag",
    BOARD,
    "Sammanträdesdatum 2020-09-29",
    "Paragrafer 11–14",
    "Protokollet justerat 2020-09-29",
    "Anslaget uppsatt 2020-09-29",
    "överklagande 2020-10-20",
    "Anslaget nedtaget 2020-10-21",
    "Kommunhuset, Alby kommun",
)


def text_of(content: bytes) -> str:
    """Return the words of a PDF with single spaces."""
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(content)).pages]
    return " ".join(" ".join(pages).split())


def missing(wanted: tuple[str, ...], text: str) -> list[str]:
    return [words for words in wanted if words not in text]


@pytest.mark.law("A-06")
def test_model_meeting_through_the_screens_gives_the_model_minutes(
    before_the_meeting: Site, visit: Visit, tmp_path: Path
) -> None:
    site = before_the_meeting
    site.at(local(date(2020, 9, 1), 9))
    secretary = visit(site, "fatima")
    page = secretary.page
    papers.prepare(site, visit(site, "rolf"), visit(site, "jenny"), tmp_path)
    call_the_meeting(site, page)
    hold_the_meeting(site, page)
    approval = after.freeze(page)
    after.mail_about(site, "2020-09-29, §§ 11–14", 3)
    after.sign_on_phones(site, visit, approval)
    after.post_notices(site, page)
    after.dispatch(page)
    extracts_went_out(site)
    public = visit(site)
    notices_are_up(public.page)
    minutes_are_the_models(public)
    after.wait_for_take_down(site, page)
    certificate_is_the_models(secretary)
    notices_are_down(public.page)
    after.confirm_final(site, page)
    after.archive(visit(site, "arkiv").page)
    close_the_cases(visit(site, "rolf").page)


def call_the_meeting(site: Site, page: Page) -> None:
    site.at(local(date(2020, 9, 21), 15))
    papers.plan_meeting(page)
    papers.send_summons(page)
    sent = after.mail_about(site, f"Kallelse: {BOARD} 2020-09-29", 4)
    assert {mail["To"].strip() for mail in sent} == CALLED
    for mail in sent:
        (paper,) = mail.iter_attachments()
        assert "Internkontrollplan 2021" in text_of(paper.get_content())


def hold_the_meeting(site: Site, page: Page) -> None:
    site.at(local(after.DAY, 9))
    page.reload()
    hall.open_meeting(page)
    page.goto("/kansli/sammantraden/")
    follow(page, "2020-09-29")
    hall.plan_approval(page)
    hall.write_sections(page)
    site.at(local(after.DAY, 10, 10))
    hall.close_meeting(page)


def extracts_went_out(site: Site) -> None:
    sent = after.mail_about(site, "/2020-09-29", 2)
    assert {mail["To"].strip() for mail in sent} == {"ks@alby.example"}
    words = {f"ITVT § {number}": "" for number in (12, 13)}
    for mail in sent:
        (paper,) = mail.iter_attachments()
        text = text_of(paper.get_content())
        words |= {label: text for label in words if text.count(label) > 1}
        assert "Utdraget bestyrks: Fatima Sundell" in text
    assert all(words.values())


def notices_are_up(page: Page) -> None:
    for slug in ("alby", "berga"):
        page.goto(f"/anslagstavla/{slug}/")
        card = page.locator(".notice-card").filter(has_text="§§ 11–14").inner_text()
        assert missing(("2020-09-29", "2020-10-20", "2020-10-21"), card) == []
        assert faults(page) == []


def notices_are_down(page: Page) -> None:
    for slug in ("alby", "berga"):
        page.goto(f"/anslagstavla/{slug}/")
        # The worker takes one notice after the other; a browser keeps pages for 5 s.
        card = page.locator(".notice-card").filter(has_text="§§ 11–14")
        poll("an empty board", lambda card=card: page.reload() and not card.count())


def minutes_are_the_models(public: Visitor) -> None:
    page = public.page
    page.goto("/namnd/itvt/2020-09-29/")
    press_link(page, "main a[href^='/protokoll/']")
    assert faults(page) == []
    shown = " ".join(page.inner_text("main").split())
    text = text_of(public.context.request.get(f"{page.url}pdf/").body())
    assert missing(FRONT, text) == []
    _, *after_contents = text.split("ITVT § 11 IT-chefen")
    body = "ITVT § 11 IT-chefen" + after_contents[-1]
    for number, wanted in ITEMS.items():
        start = body.index(f"ITVT § {number} ")
        end = body.find(f"ITVT § {number + 1} ", start)
        item = body[start:end]
        assert missing(wanted, item) == [], f"§ {number}"
        assert (" 2. " in item) is (number == 13)
        assert missing(wanted[:2], shown) == [], f"§ {number} on the web"
    assert missing(APPENDIX, body) == []


def certificate_is_the_models(secretary: Visitor) -> None:
    link = secretary.page.locator("a[href$='/bevis/']").get_attribute("href")
    text = text_of(secretary.context.request.get(str(link)).body())
    assert missing(CERTIFICATE, text) == []


def close_the_cases(page: Page) -> None:
    for dnr in ("ITVT 4/2020", "ITVT 5/2020"):
        page.goto("/kansli/arenden/")
        follow(page, dnr)
        page.locator("main details.confirm summary").first.click()
        with page.expect_navigation():
            page.locator("form[action$='/avsluta/'] button").click()
        assert "avslutat" in page.inner_text("main").lower()
