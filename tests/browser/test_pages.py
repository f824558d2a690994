"""Every page of the product, seen by somebody who works on it, wide and narrow."""

from __future__ import annotations

import re
from collections import defaultdict
from html import unescape
from urllib.parse import urljoin, urlsplit

import pytest
from django.urls import Resolver404, URLPattern, URLResolver, get_resolver, resolve

from tests.browser.conftest import Visit
from tests.browser.site import Site
from tests.browser.visitor import (
    NARROWEST,
    PHONE,
    WIDE,
    Visitor,
    faults,
    overflow,
)

# Who looks at which pages, and where the way to them begins.
SEEN_BY = {
    "": (
        "/ /sok/?q=avbrott",
        (
            "login portal notice-board notice-kiosk public-notice public-board"
            " public-proclamation"
            " public-meeting public-minutes public-search diary-list public-diary"
            " verification verification-code"
            " public-calendar public-seats public-case public-item public-point"
            " open-data english public-report finnish public-reports"
            " accessibility accessibility-statement accessibility-report subscribe"
        ),
    ),
    "elin": (
        "/kansli/ /kansli/sok/?q=avbrott /kansli/internkontroll/",
        (
            "control-list control-plan control-detail control-scale control-adopt"
            " control-risk-add control-risk control-add"
            " control-change control-report-make control-report-decide"
            " desk staff-search meeting-list meeting-plan meeting-detail meeting-change"
            " meeting-summons meeting-approval-plan meeting-attendance meeting-minutes"
            " meeting-import agenda-add agenda-item item-edit live approval-freeze"
            " approval-detail approval-correct review-detail"
            " publication-list publication-detail"
            " followup-list followup-mark"
            " notice-list notice-detail dispatch-list proclamation-list"
            " proclamation-new proclamation-detail"
        ),
    ),
    "rolf": (
        "/kansli/arenden/",
        (
            "case-list case-open case-detail case-change case-secrecy document-register"
            " document-detail document-attach document-change document-secrecy"
            " communication-list communication-add delegation-list delegation-register"
        ),
    ),
    "jenny": (
        "/kansli/ekonomi/ /kansli/internkontroll/",
        (
            "report-list report-start report-detail report-compare report-follow-up"
            " dashboard-list dashboard-board dashboard-unit dashboard-line"
            " dashboard-account dashboard-project dashboard-project-account voucher"
            " ledger-list ledger-upload ledger-file"
            " sheet-columns sheet-mappings sheet-mapping"
            " budget-list budget-start budget-detail budget-unit budget-projects"
            " budget-adopt budget-project-add budget-project"
            " forecast-list forecast-start forecast-detail forecast-unit forecast-duty"
            " forecast-projects"
            " chart-list chart-board chart-unmapped chart-unit-add chart-unit"
            " chart-line-add chart-line chart-renew mapping-add mapping-change"
            " mapping-end"
            " control-list control-start control-plan control-decision control-row-add"
            " control-detail control-replace control-end control-complete"
            " control-check-add control-check control-measure-add control-measure"
        ),
    ),
    "arkiv": (
        "/kansli/arkiv/ /kansli/arenden/",
        (
            "archive-list sip-list sip-detail sip-contents sip-agreement sip-receipt"
            " integrity retention-due retention-holds retention-hold-set"
            " retention-hold-lift retention-disposals retention-disposal"
            " retention-carry-out retention-plans retention-plan-start retention-plan"
            " retention-rule-add retention-plan-adopt retention-rule"
            " format-list format-keep"
            " case-list case-detail document-detail"
        ),
    ),
    "per": (
        "/uppdrag/",
        (
            "assignments assignment-meeting live-follow approval-review approval-sign"
            " review-read review-all review-item passkey-list passkey-add"
        ),
    ),
}
REGISTERS = (
    "index app_list boards_board_changelist boards_board_add boards_board_change"
    " boards_membership_changelist boards_membership_add boards_membership_change"
    " boards_municipality_changelist boards_municipality_add"
    " boards_municipality_change boards_party_changelist boards_party_add"
    " boards_person_changelist boards_person_add boards_person_change"
    " boards_user_changelist boards_user_add boards_user_change"
    " boards_outboxmessage_changelist"
    " cases_accessibilitystatement_changelist cases_accessibilitystatement_add"
    " cases_accessibilitystatement_change"
)
# Answers that are no pages: what only takes a POST, files, and a page on the way.
NO_PAGES = """
    publication-confirm publication-withdraw publication-consider
    logout home passkey-save case-close case-reopen document-file document-enter
    document-remove format-again format-copy
    ledger-progress ledger-download sheet-remove
    report-fill report-cover report-introduction report-table-add report-freeze
    report-table-text report-table-remove report-table-measure report-limit report-link
    report-xlsx dashboard-xlsx dashboard-latest
    meeting-cancel meeting-open meeting-close agenda-move
    agenda-withdraw paper-add paper-remove summons-preview summons-retry
    summons-file attendance-roll attendance-arrive attendance-leave attendance-serve
    attendance-end-service attendance-add meeting-approvers assignment-paper
    attendance-swap attendance-stays attendance-chair chosen-chair-withdraw
    meeting-continue meeting-adjourn meeting-resume adjournment-remove agenda-settle
    meeting-export
    live-pulse live-follow-pulse live-go live-decision live-part live-votes live-row
    section-save item-rows item-part round-votes reservation-text item-row
    note-text approval-evidence attempt-begin attempt-state attempt-answer
    attempt-cancel attempt-return approval-reserve approval-take-back approval-retry
    approval-pdf approval-return notice-post
    notice-assess notice-proof proclamation-withdraw proclamation-certificate
    notice-external notice-take-down notice-final notice-certificate dispatch-item
    dispatch-retry dispatch-extract notice-feed public-minutes-pdf archive-order
    sip-file sip-send sip-state sip-case sip-year
    archive-package archive-verify integrity-run api-verification api-verification-code
    retention-rule-remove retention-propose retention-withdraw
    review-send review-answer review-take-over
    board-calendar board-feed catalogue municipality-calendar municipality-feed
    oparl-bodies oparl-content oparl-download oparl-list oparl-nothing oparl-object
    oparl-organization-list oparl-system openapi popolo-event popolo-motion
    popolo-motions public-minutes-akn public-minutes-json robots saml-metadata
    public-citation public-paper sitemap sitemap-pages sitemap-year year-file
    public-report-csv public-report-json followup-take-back
    control-remove control-risk-remove control-report-send
    budget-drop budget-fetch forecast-lock
"""
# Pages of something that does not last: other tests of the browser see them.
SEEN_ELSEWHERE = {
    "accessibility-thanks",
    "approval-receipt",
    "attempt",
    "passkey-remove",
    "report-table",
    "subscribe-thanks",
    "subscription-confirm",
    "subscription-end",
    "subscription-manage",
}
# Of these so many are followed, and as many shown as named here; of others one:
FOLLOWED = 30
# pages that look different in every state a meeting can be in.
MANY_STATES = {
    "meeting-detail": 9,
    "item-edit": 3,
    "public-item": 3,
    "control-detail": 6,
    "control-plan": 3,
    "retention-plan": 2,
    "budget-detail": 2,
    "forecast-detail": 2,
    "notice-detail": 2,
    "approval-detail": 2,
    "case-detail": 2,
    "document-detail": 2,
}


def names_of(resolver: URLResolver) -> set[str]:
    """Return the names of all addresses outside the admin."""
    found: set[str] = set()
    for entry in resolver.url_patterns:
        if isinstance(entry, URLPattern):
            found.add(str(entry.name))
        elif entry.namespace != "admin":
            found |= names_of(entry)
    return found


def test_every_address_is_a_page_somebody_looks_at_or_known_not_to_be() -> None:
    seen = {name for _start, names in SEEN_BY.values() for name in names.split()}
    assert names_of(get_resolver()) == seen | set(NO_PAGES.split()) | SEEN_ELSEWHERE


def addresses(visitor: Visitor, start: str, wanted: set[str]) -> dict[str, list[str]]:
    """Follow links from a page without showing them; return addresses by their name."""
    found: dict[str, list[str]] = defaultdict(list)
    waiting, met = start.split(), set(start.split())
    while waiting:
        here = waiting.pop(0)
        name = name_of(here)
        room = FOLLOWED if name in MANY_STATES else 1
        if name not in wanted or len(found[name]) >= room:
            continue
        answer = visitor.context.request.get(here)
        if not answer.ok:
            continue
        found[name].append(here)
        for href in re.findall(r'href="([^"#]+)', answer.text()):
            link = urljoin(here, unescape(href))
            if link.startswith("/") and link not in met:
                met.add(link)
                waiting.append(link)
    return found


def name_of(address: str) -> str:
    try:
        return str(resolve(urlsplit(address).path).url_name)
    except Resolver404:
        return ""


def faults_at(visitor: Visitor, address: str) -> list[str]:
    """Look at one page wide, on a phone and in the narrowest window."""
    page = visitor.page
    page.set_viewport_size(WIDE)
    answer = page.goto(address)
    assert answer
    assert answer.ok, address
    found = [*faults(page), *overflow(page)]
    page.set_viewport_size(PHONE)
    found += [*faults(page), *overflow(page)]
    page.set_viewport_size(NARROWEST)
    return found + overflow(page)


@pytest.mark.parametrize("username", [*SEEN_BY, "admin"])
def test_pages_have_no_faults(demo: Site, visit: Visit, username: str) -> None:
    visitor = visit(demo, username)
    start, names = SEEN_BY.get(username, ("/admin/", REGISTERS))
    wanted = set(names.split())
    found = addresses(visitor, start, wanted)
    assert set(found) >= wanted, f"no way to {sorted(wanted - set(found))}"

    shown = [
        address
        for name, rows in found.items()
        for address in rows[: MANY_STATES.get(name, 1)]
    ]
    seen = [faults_at(visitor, address) for address in shown]

    assert [fault for faults_there in seen for fault in faults_there] == []
