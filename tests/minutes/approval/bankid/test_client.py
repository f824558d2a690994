"""The connection: one authority, our certificate, nothing out of the environment."""

from pathlib import Path
from typing import Any

import certifi
import httpx
import pytest
from django.core.management import call_command
from django.core.management.base import SystemCheckError

from config.bankid_simulator.authority import make_tls
from minutes.approval.methods.bankid import checks, client
from minutes.approval.methods.bankid.configuration import Configuration, configuration
from minutes.approval.methods.bankid.method import BankIDMethod

ORDER = {"endUserIp": "192.0.2.7", "userVisibleData": "SGVq"}


def connected(simulator: dict[str, str], **changed: Any) -> client.Client:
    said = {
        name.removeprefix("BANKID_").lower(): value
        for name, value in simulator.items()
        if name != "BANKID_APP_URL"
    }
    paths = {name: Path(value) for name, value in said.items() if name != "url"}
    return client.Client(Configuration(**({"url": said["url"]} | paths | changed)))


@pytest.fixture
def strangers(tmp_path: Path) -> Path:
    make_tls(tmp_path)
    return tmp_path


def test_sign_when_all_is_right_begins_an_order(simulator: dict[str, str]) -> None:
    order = connected(simulator).sign(ORDER)
    assert len({order.reference, order.start_token, order.qr_token}) == 3


def test_sign_when_the_server_is_anothers_is_refused_by_us(
    simulator: dict[str, str], strangers: Path
) -> None:
    with pytest.raises(client.NoAnswerError, match="CERTIFICATE_VERIFY_FAILED"):
        connected(simulator, ca=strangers / "tls-ca.pem").sign(ORDER)


@pytest.mark.parametrize("name", ["REQUESTS_CA_BUNDLE", "SSL_CERT_FILE"])
def test_sign_when_the_environment_names_an_authority_it_is_not_believed(
    simulator: dict[str, str],
    strangers: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
) -> None:
    monkeypatch.setenv(name, simulator["BANKID_CA"])
    with pytest.raises(client.NoAnswerError, match="CERTIFICATE_VERIFY_FAILED"):
        connected(simulator, ca=strangers / "tls-ca.pem").sign(ORDER)


def test_sign_when_the_environment_names_a_proxy_it_is_not_used(
    simulator: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    assert connected(simulator).sign(ORDER).reference


def test_sign_when_our_certificate_is_anothers_is_refused_by_the_server(
    simulator: dict[str, str], strangers: Path
) -> None:
    other = {"certificate": strangers / "client.pem", "key": strangers / "client.key"}
    with pytest.raises(client.NoAnswerError):
        connected(simulator, **other).sign(ORDER)


def test_server_when_no_certificate_is_shown_refuses(simulator: dict[str, str]) -> None:
    address = f"{simulator['BANKID_URL']}/rp/v6.0/sign"
    context = httpx.create_ssl_context(verify=False)
    context.load_verify_locations(simulator["BANKID_CA"])
    with pytest.raises(httpx.TransportError):
        httpx.post(address, json=ORDER, verify=context, trust_env=False)


@pytest.mark.parametrize(
    ("changed", "details"),
    [
        ({"endUserIp": "nowhere"}, "endUserIp"),
        ({"userVisibleData": ""}, "userVisibleData"),
        ({"userVisibleData": "å"}, "userVisibleData"),
        ({"userVisibleDataFormat": "html"}, "userVisibleDataFormat"),
        ({"personalNumber": "199001012385"}, "personalNumber"),
    ],
)
def test_sign_when_an_argument_is_wrong_is_our_fault(
    simulator: dict[str, str], changed: dict[str, str], details: str
) -> None:
    with pytest.raises(client.MisuseError, match=details):
        connected(simulator).sign(ORDER | changed)


@pytest.mark.parametrize(
    ("status", "code", "kind"),
    [
        (400, "alreadyInProgress", client.InProgressError),
        (400, "invalidParameters", client.MisuseError),
        (401, "unauthorized", client.MisuseError),
        (403, "unauthorized", client.MisuseError),
        (404, "notFound", client.MisuseError),
        (405, "methodNotAllowed", client.MisuseError),
        (408, "requestTimeout", client.NoAnswerError),
        (415, "unsupportedMediaType", client.MisuseError),
        (500, "internalError", client.NoAnswerError),
        (503, "Maintenance", client.NoAnswerError),
    ],
)
def test_error_of_when_bankid_says_no_is_of_its_kind(
    status: int, code: str, kind: type[client.BankIDError]
) -> None:
    found = client.error_of(status, {"errorCode": code, "details": "why"})
    assert type(found) is kind
    assert (found.code, found.details) == (code, "why")


def test_collect_when_an_order_is_called_off_there_is_none(
    simulator: dict[str, str],
) -> None:
    connection = connected(simulator)
    order = connection.sign(ORDER)
    connection.cancel(order.reference)
    with pytest.raises(client.NoOrderError):
        connection.collect(order.reference)


def set_up(settings: Any, values: dict[str, str]) -> None:
    for name, value in values.items():
        setattr(settings, name, value)


def test_check_when_nothing_is_set_says_nothing() -> None:
    assert checks.check_bankid() == []


def test_check_when_the_simulator_is_set_up_for_tests_says_nothing(
    simulator: dict[str, str], settings: Any
) -> None:
    set_up(settings, simulator)
    assert checks.check_bankid() == []


def test_check_when_half_is_set_names_what_is_missing(settings: Any) -> None:
    settings.BANKID_URL = "https://appapi2.bankid.com"
    (error,) = checks.check_bankid()
    assert "BANKID_CERTIFICATE" in error.msg


def test_check_when_files_cannot_be_read_says_so(settings: Any) -> None:
    names = ("CA", "USER_CA", "CERTIFICATE", "KEY")
    set_up(settings, {f"BANKID_{name}": "/nowhere" for name in names})
    settings.BANKID_URL = "https://appapi2.bankid.com"
    (error,) = checks.check_bankid()
    assert error.id == "justera.E002"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("", ""),
        ("BANKID_URL", "https://appapi2.bankid.com"),
        ("BANKID_CA", certifi.where()),
        ("BANKID_USER_CA", certifi.where()),
    ],
    ids=["all", "other address", "other server", "other people"],
)
def test_check_when_production_has_anything_of_the_simulator_refuses(
    simulator: dict[str, str], settings: Any, name: str, value: str
) -> None:
    set_up(settings, simulator | ({name: value} if name else {}))
    settings.BANKID_MAY_BE_SIMULATED = False
    with pytest.raises(SystemCheckError, match="simulator"):
        call_command("check", "--tag", "security")


def test_is_open_to_when_production_has_the_simulator_is_not_offered(
    simulator: dict[str, str], settings: Any, goran: Any
) -> None:
    set_up(settings, simulator)
    settings.BANKID_MAY_BE_SIMULATED = False
    assert not BankIDMethod().is_open_to(goran)


def test_production_when_read_allows_no_simulator() -> None:
    source = Path("config/settings/production.py").read_text(encoding="utf-8")
    assert "BANKID_MAY_BE_SIMULATED" not in source
    assert configuration() is None
