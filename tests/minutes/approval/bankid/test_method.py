"""An order begun, followed and called off, against the simulator."""

from base64 import b64decode
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import zxingcpp

from boards.person.models import PersonIdentity, User
from boards.shared import clock
from minutes.approval.enums import StepOutcome
from minutes.approval.methods import SigningRequest, Unreachable
from minutes.approval.methods.bankid.hints import FAILED, PENDING
from minutes.approval.methods.bankid.method import BankIDMethod
from tests.minutes.approval.bankid.conftest import Phone, a_visit, answered, asked
from tests.minutes.approval.bankid.test_showing import drawn

IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/605.1.15"


def test_start_when_set_up_shows_a_qr_code_and_a_link(
    bankid: BankIDMethod, request_to_sign: SigningRequest
) -> None:
    step = bankid.start(request_to_sign)
    assert step.outcome == StepOutcome.WAITING
    assert step.shown["qr"].startswith("data:image/svg+xml;base64,")
    assert step.state["start_token"] in step.shown["link"]
    assert "qr_secret" not in step.shown


def test_start_when_the_person_has_no_number_fails_before_anybody_signs(
    bankid: BankIDMethod, request_to_sign: SigningRequest
) -> None:
    PersonIdentity.objects.all().delete()
    step = bankid.start(request_to_sign)
    assert (step.outcome, step.message) == (
        StepOutcome.FAILED,
        "sign.identity_unknown",
    )


def test_start_when_the_service_is_away_is_unreachable(
    bankid: BankIDMethod, request_to_sign: SigningRequest, settings: Any
) -> None:
    settings.BANKID_URL = "https://127.0.0.1:9"
    with pytest.raises(Unreachable):
        bankid.start(request_to_sign)


def test_is_open_to_when_nothing_is_set_then_not_offered(goran: Any) -> None:
    assert not BankIDMethod().is_open_to(goran)


def test_is_open_to_when_set_up_then_offered_to_people_alone(
    bankid: BankIDMethod, goran: Any
) -> None:
    assert bankid.is_open_to(goran)
    assert not bankid.is_open_to(User(username="admin"))


def test_poll_when_asked_again_at_once_only_moves_the_qr_code(
    bankid: BankIDMethod, request_to_sign: SigningRequest, phone: Phone
) -> None:
    begun = clock.now()
    step = bankid.start(request_to_sign)
    phone.hint(step, "pending", "userSign")
    with clock.at(begun + timedelta(seconds=1.5)):
        again = bankid.poll(request_to_sign, step.state)
    assert again.shown["qr"] != step.shown["qr"]
    assert again.state == step.state


def test_poll_when_the_qr_code_is_scanned_the_app_takes_it(
    bankid: BankIDMethod, request_to_sign: SigningRequest, phone: Phone
) -> None:
    step = bankid.start(request_to_sign)
    (seen,) = zxingcpp.read_barcodes(drawn(step.shown["qr"]))
    phone.control("scan", qr=seen.text)
    step = bankid.poll(request_to_sign, asked(step))
    assert step.message == "bankid.sign_now"
    assert not step.shown


def test_scan_when_the_qr_code_is_an_old_one_the_app_refuses(
    bankid: BankIDMethod, request_to_sign: SigningRequest, phone: Phone
) -> None:
    step = bankid.start(request_to_sign)
    (seen,) = zxingcpp.read_barcodes(drawn(step.shown["qr"]))
    phone.control("clock", ahead=10)
    with pytest.raises(Exception, match="400"):
        phone.control("scan", qr=seen.text)


def test_poll_when_opened_on_the_same_device_the_app_takes_it(
    bankid: BankIDMethod, request_to_sign: SigningRequest, phone: Phone
) -> None:
    step = bankid.start(request_to_sign)
    phone.control("open", token=step.state["start_token"])
    step = bankid.poll(request_to_sign, asked(step))
    assert step.message == "bankid.sign_now"


@pytest.mark.parametrize(("hint", "message"), [*PENDING.items(), ("new", "")])
def test_poll_when_waiting_says_what_to_do(
    bankid: BankIDMethod,
    request_to_sign: SigningRequest,
    phone: Phone,
    hint: str,
    message: str,
) -> None:
    step = bankid.start(request_to_sign)
    phone.hint(step, "pending", hint)
    step = bankid.poll(request_to_sign, asked(step))
    assert step.outcome == StepOutcome.WAITING
    assert step.message == (message or "bankid.going_on")
    assert bool(step.shown) == (hint in {"outstandingTransaction", "noClient"})


@pytest.mark.parametrize(
    ("hint", "message"),
    [*[one for one in FAILED.items() if one[0] != "startFailed"], ("new", "")],
)
def test_poll_when_failed_says_why(
    bankid: BankIDMethod,
    request_to_sign: SigningRequest,
    phone: Phone,
    hint: str,
    message: str,
) -> None:
    step = bankid.start(request_to_sign)
    phone.hint(step, "failed", hint)
    step = bankid.poll(request_to_sign, asked(step))
    assert step.outcome == StepOutcome.FAILED
    assert step.message == (message or "bankid.failed")


def test_poll_when_nobody_opened_it_in_30_seconds_begins_a_new_order(
    bankid: BankIDMethod, request_to_sign: SigningRequest, phone: Phone
) -> None:
    first = bankid.start(request_to_sign)
    phone.control("clock", ahead=31)
    step = bankid.poll(request_to_sign, asked(first))
    assert step.outcome == StepOutcome.WAITING
    assert step.state["order"] != first.state["order"]
    assert step.state["begun_at"] == first.state["begun_at"]


def test_poll_when_nobody_opened_it_for_three_minutes_fails(
    bankid: BankIDMethod, request_to_sign: SigningRequest, phone: Phone
) -> None:
    step = bankid.start(request_to_sign)
    phone.control("clock", ahead=31)
    long_ago = asked(step) | {"begun_at": "2020-01-01T00:00:00+00:00"}
    step = bankid.poll(request_to_sign, long_ago)
    assert (step.outcome, step.message) == (StepOutcome.FAILED, "bankid.start_failed")


def test_poll_when_opened_but_not_signed_in_three_minutes_expires(
    bankid: BankIDMethod, request_to_sign: SigningRequest, phone: Phone
) -> None:
    step = bankid.start(request_to_sign)
    phone.control("open", token=step.state["start_token"])
    phone.control("clock", ahead=181)
    step = bankid.poll(request_to_sign, asked(step))
    assert (step.outcome, step.message) == (StepOutcome.FAILED, "bankid.expired")


@pytest.mark.parametrize(
    ("status", "code"),
    [(503, "Maintenance"), (500, "internalError"), (408, "requestTimeout")],
)
def test_poll_when_the_service_is_in_trouble_goes_on_waiting(
    bankid: BankIDMethod,
    request_to_sign: SigningRequest,
    phone: Phone,
    status: int,
    code: str,
) -> None:
    step = bankid.start(request_to_sign)
    phone.control("trouble", status=status, errorCode=code)
    step = bankid.poll(request_to_sign, asked(step))
    assert (step.outcome, step.message) == (StepOutcome.WAITING, "bankid.no_answer")
    phone.sign(step)
    answered(bankid, request_to_sign, step)


def test_poll_when_the_network_is_away_goes_on_waiting(
    bankid: BankIDMethod, request_to_sign: SigningRequest, settings: Any
) -> None:
    step = bankid.start(request_to_sign)
    settings.BANKID_URL = "https://127.0.0.1:9"
    step = bankid.poll(request_to_sign, asked(step))
    assert (step.outcome, step.message) == (StepOutcome.WAITING, "bankid.no_answer")


def test_poll_when_the_order_is_unknown_fails(
    bankid: BankIDMethod, request_to_sign: SigningRequest
) -> None:
    step = bankid.start(request_to_sign)
    step = bankid.poll(request_to_sign, asked(step) | {"order": "no-such-order"})
    assert (step.outcome, step.message) == (StepOutcome.FAILED, "bankid.failed")


def test_start_when_another_order_goes_on_says_so(
    bankid: BankIDMethod, request_to_sign: SigningRequest, phone: Phone
) -> None:
    phone.control("trouble", status=400, errorCode="alreadyInProgress")
    step = bankid.start(request_to_sign)
    assert (step.outcome, step.message) == (StepOutcome.FAILED, "bankid.in_progress")


def test_cancel_when_begun_calls_the_order_off(
    bankid: BankIDMethod, request_to_sign: SigningRequest, phone: Phone
) -> None:
    step = bankid.start(request_to_sign)
    bankid.cancel(request_to_sign, step.state)
    assert step.state["order"] not in phone.control("waiting")["orders"]


def test_cancel_when_over_or_away_never_raises(
    bankid: BankIDMethod, request_to_sign: SigningRequest, settings: Any
) -> None:
    step = bankid.start(request_to_sign)
    for _time in range(2):
        bankid.cancel(request_to_sign, step.state)
    settings.BANKID_URL = "https://127.0.0.1:9"
    bankid.cancel(request_to_sign, step.state)
    bankid.cancel(request_to_sign, {})


def test_start_when_on_an_iphone_tells_the_app_the_way_back(
    bankid: BankIDMethod, request_to_sign: SigningRequest
) -> None:
    request = replace(request_to_sign, http=a_visit(IPHONE))
    step = bankid.start(request)
    assert step.shown["is_mobile"]
    assert "underskrift" in step.shown["link"]


def test_start_when_sent_the_text_is_what_the_app_shows(
    bankid: BankIDMethod, request_to_sign: SigningRequest
) -> None:
    step = bankid.start(request_to_sign)
    text = b64decode(step.state["visible"]).decode()
    assert "Protokoll Nämnden 2026-03-03, §§ 1–5" in text
    assert "0123 4567 89ab cdef" in text


def test_poll_when_the_order_was_never_begun_fails(
    bankid: BankIDMethod, request_to_sign: SigningRequest
) -> None:
    step = bankid.poll(request_to_sign, {})
    assert (step.outcome, step.message) == (StepOutcome.FAILED, "bankid.failed")


def test_start_when_behind_our_proxy_names_the_persons_own_address(
    bankid: BankIDMethod, request_to_sign: SigningRequest, settings: Any
) -> None:
    settings.PROXY_COUNT = 1
    assert request_to_sign.http is not None
    request_to_sign.http.META["HTTP_X_FORWARDED_FOR"] = "203.0.113.9, 198.51.100.4"
    assert bankid.evidence(request_to_sign)["address"] == "198.51.100.4"
