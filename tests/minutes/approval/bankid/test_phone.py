"""The simulator's telephone: what a person sees there, and what it refuses."""

from __future__ import annotations

import httpx
import pytest

from config.bankid_simulator.signing import SPOILS
from minutes.approval.methods import SigningRequest, Step
from minutes.approval.methods.bankid.method import BankIDMethod
from tests.minutes.approval.bankid.conftest import GORAN, Phone
from tests.minutes.approval.bankid.test_verify import SPOILT


@pytest.fixture
def begun(bankid: BankIDMethod, request_to_sign: SigningRequest) -> Step:
    return bankid.start(request_to_sign)


def get(phone: Phone, path: str = "", **said: str) -> httpx.Response:
    return httpx.get(f"{phone.address}{path}", params=said, follow_redirects=True)


def press(phone: Phone, path: str, **said: str) -> httpx.Response:
    return httpx.post(f"{phone.address}{path}", data=said, follow_redirects=True)


def test_front_when_something_waits_lists_it(phone: Phone, begun: Step) -> None:
    assert f"/order/{begun.state['order']}/start" in get(phone).text


def test_front_when_a_token_is_given_shows_the_text_to_sign(
    phone: Phone, begun: Step
) -> None:
    shown = get(phone, autostarttoken=begun.state["start_token"]).text
    assert "Protokoll Nämnden 2026-03-03, §§ 1–5" in shown
    assert "Göran Ekström" in shown


def test_page_when_signed_leads_back_where_the_link_said(
    phone: Phone, begun: Step
) -> None:
    back = "http://127.0.0.1:1/sida/"
    get(phone, autostarttoken=begun.state["start_token"], redirect=back)
    shown = press(phone, f"order/{begun.state['order']}/sign", number=GORAN)
    assert f'href="{back}"' in shown.text


@pytest.mark.parametrize("back", ["javascript:alert(1)", "null", ""])
def test_page_when_the_way_back_is_none_leads_nowhere(
    phone: Phone, begun: Step, back: str
) -> None:
    get(phone, autostarttoken=begun.state["start_token"], redirect=back)
    shown = press(phone, f"order/{begun.state['order']}/cancel")
    assert 'id="back"' not in shown.text


@pytest.mark.parametrize("path", ["order/none/sign", "order/none/start", "nothing"])
def test_page_when_there_is_no_order_says_so(phone: Phone, path: str) -> None:
    assert press(phone, path).status_code >= 400


@pytest.mark.parametrize(
    "text", ["", "bankid", "bankid.a.b.c", "bankid.a.0." + "0" * 64]
)
def test_scan_when_the_code_is_none_of_ours_refuses(phone: Phone, text: str) -> None:
    assert press(phone, "scan", qr=text).status_code == 400


def test_spoils_when_counted_are_all_tried() -> None:
    tried = {spoil for spoil, _code in SPOILT} | {"", "wrapped_text"}
    assert tried == set(SPOILS)
