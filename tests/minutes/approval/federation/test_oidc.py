"""Signing with OpenID Connect, against a provider of the test's own."""

from __future__ import annotations

import base64
import hashlib
import json
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from time import time
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from django.test import RequestFactory

from boards.board.enums import Assurance
from boards.person.identity import remember
from boards.person.models import PersonIdentity
from minutes.approval.enums import StepOutcome
from minutes.approval.methods import NotProved, SigningRequest, Step, Unreachable
from minutes.approval.methods.oidc import OIDCMethod
from tests.factories import registers

GORAN, BIRGITTA = "195703169812", "196207089845"
LOA = "http://id.elegnamnden.se/loa/1.0/loa"
NUMBER = "https://id.oidc.se/claim/personalIdentityNumber"
KEY = rsa.generate_private_key(65537, 2048)
OTHER_KEY = rsa.generate_private_key(65537, 2048)


class FakeProvider(BaseHTTPRequestHandler):
    """Discovery, keys and the token endpoint; PKCE is checked as a provider does."""

    challenge = token = issuer = ""

    def do_GET(self) -> None:
        own = f"http://127.0.0.1:{self.server.server_port}"  # type: ignore[attr-defined]  # a TCP server
        jwk = jwt.algorithms.RSAAlgorithm.to_jwk(KEY.public_key(), as_dict=True)
        found: dict[str, Any] = {"keys": [{**jwk, "kid": "1", "use": "sig"}]}
        if self.path.endswith("openid-configuration"):
            names = ("authorization_endpoint", "token_endpoint", "jwks_uri")
            found = {name: f"{own}/{name}" for name in names} | {"issuer": self.issuer}
        self.say(200, found)

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        verifier = parse_qs(body)["code_verifier"][0].encode()
        digest = base64.urlsafe_b64encode(hashlib.sha256(verifier).digest())
        if digest.rstrip(b"=").decode() != self.challenge:
            self.say(400, {"error": "invalid_grant"})
        else:
            self.say(200, {"id_token": self.token})

    def say(self, status: int, found: dict[str, Any]) -> None:
        self.send_response(status)
        self.end_headers()
        self.wfile.write(json.dumps(found).encode())

    def log_message(self, *_said: Any) -> None:
        """Keep quiet."""


@pytest.fixture
def provider(settings: Any) -> Iterator[type[FakeProvider]]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), FakeProvider)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    FakeProvider.issuer = f"http://127.0.0.1:{server.server_port}"
    settings.OIDC_ISSUER = FakeProvider.issuer
    settings.OIDC_CLIENT_ID, settings.OIDC_CLIENT_SECRET = "justera", "hemligt"
    yield FakeProvider
    server.shutdown()
    server.server_close()


@pytest.fixture
def asked(db: None) -> SigningRequest:
    user = registers.user("goran")
    remember(user.person, GORAN)
    return SigningRequest(
        user=user,
        shown_sha256="0123456789abcdef" * 4,
        reference="7d0e4dd5-6d2a-4e0f-8a3c-0c0f0f1c2d3e",
        return_url="https://justera.test/uppdrag/underskrift/ater/oidc/",
        needed=Assurance.SUBSTANTIAL,
    )


def visit(step: Step) -> dict[str, str]:
    query = parse_qs(urlsplit(step.redirect_to).query)
    return {name: values[0] for name, values in query.items()}


def came_back(
    provider: type[FakeProvider],
    step: Step,
    key: Any = KEY,
    algorithm: str = "RS256",
    **changed: Any,
) -> dict[str, Any]:
    """Authenticate at the provider, with claims changed; return the answer.

    A time is said as how long from now, since the test was read long before it runs.
    """
    said, moment = visit(step), int(time())
    for name, value in changed.items():
        if isinstance(value, timedelta):
            changed[name] = moment + int(value.total_seconds())
    claims = {
        "iss": provider.issuer,
        "sub": "s",
        "aud": "justera",
        "iat": moment,
        "exp": moment + 300,
        "auth_time": moment,
        "nonce": said["nonce"],
        "acr": f"{LOA}3",
        NUMBER: GORAN,
    } | changed
    claims = {name: value for name, value in claims.items() if value is not None}
    provider.challenge = said["code_challenge"]
    provider.token = jwt.encode(claims, key, algorithm, headers={"kid": "1"})
    http = RequestFactory().get("/", {"state": said["state"], "code": "c"})
    return OIDCMethod().answer_of(http)


def test_verify_when_the_person_authenticated_anew_then_proved(
    provider: type[FakeProvider], asked: SigningRequest
) -> None:
    step = OIDCMethod().start(asked)
    answer = came_back(provider, step)
    proof = OIDCMethod().verify(asked, answer, step.state)
    assert proof.level == Assurance.SUBSTANTIAL
    assert proof.identity_provider == provider.issuer
    assert proof.files[0].content.decode() == provider.token
    assert GORAN not in json.dumps(dict(proof.evidence))


def test_start_when_set_up_then_a_new_authentication_is_demanded(
    provider: type[FakeProvider], asked: SigningRequest
) -> None:
    said = visit(OIDCMethod().start(asked))
    assert (said["prompt"], said["max_age"]) == ("login", "0")
    assert said["code_challenge_method"] == "S256"
    assert f"{LOA}3" in said["acr_values"]
    assert f"{LOA}2" not in said["acr_values"]
    http = RequestFactory().get("/", {"state": said["state"]})
    assert OIDCMethod().reference_of(http) == asked.reference


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"acr": f"{LOA}2"}, "federation.assurance_too_low"),
        ({"acr": "urn:unknown"}, "federation.assurance_too_low"),
        ({NUMBER: BIRGITTA}, "sign.wrong_person"),
        ({NUMBER: None}, "sign.wrong_person"),
        ({"auth_time": timedelta(seconds=-400)}, "sign.not_authenticated_anew"),
        ({"auth_time": timedelta(seconds=-120)}, "sign.not_authenticated_anew"),
        ({"auth_time": timedelta(seconds=600)}, "sign.not_authenticated_anew"),
        ({"auth_time": None}, "federation.bad_answer"),
        ({"auth_time": "soon"}, "federation.bad_answer"),
        ({"iss": "https://other.test"}, "federation.bad_answer"),
        ({"aud": "other"}, "federation.bad_answer"),
        ({"aud": ["justera", "other"]}, "federation.bad_answer"),
        ({"azp": "other"}, "federation.bad_answer"),
        ({"nonce": "0" * 64}, "federation.bad_answer"),
        ({"exp": timedelta(seconds=-120)}, "federation.bad_answer"),
        ({"iat": timedelta(seconds=3600)}, "federation.bad_answer"),
        ({"key": OTHER_KEY}, "federation.bad_answer"),
        ({"key": "s" * 64, "algorithm": "HS256"}, "federation.bad_answer"),
        ({"key": None, "algorithm": "none"}, "federation.bad_answer"),
    ],
)
def test_verify_when_the_token_does_not_hold_then_refused(
    provider: type[FakeProvider],
    asked: SigningRequest,
    changed: dict[str, Any],
    code: str,
) -> None:
    step = OIDCMethod().start(asked)
    answer = came_back(provider, step, **changed)
    with pytest.raises(NotProved) as no:
        OIDCMethod().verify(asked, answer, step.state)
    assert (no.value.code, no.value.is_final) == (code, True)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"state": "another"}, "federation.bad_answer"),
        ({"iss": "https://other.test"}, "federation.bad_answer"),
        ({"error": "access_denied"}, "federation.declined"),
        ({"code": ""}, "federation.declined"),
    ],
)
def test_verify_when_the_answer_is_not_ours_then_refused(
    provider: type[FakeProvider],
    asked: SigningRequest,
    changed: dict[str, str],
    code: str,
) -> None:
    step = OIDCMethod().start(asked)
    answer = came_back(provider, step) | changed
    with pytest.raises(NotProved) as no:
        OIDCMethod().verify(asked, answer, step.state)
    assert no.value.code == code


def test_verify_when_another_document_is_shown_then_refused(
    provider: type[FakeProvider], asked: SigningRequest
) -> None:
    step = OIDCMethod().start(asked)
    answer = came_back(provider, step)
    with pytest.raises(NotProved, match="document_changed"):
        OIDCMethod().verify(replace(asked, shown_sha256="f" * 64), answer, step.state)


def test_verify_when_the_code_is_of_another_go_then_refused(
    provider: type[FakeProvider], asked: SigningRequest
) -> None:
    first, second = OIDCMethod().start(asked), OIDCMethod().start(asked)
    code = came_back(provider, first)
    answer = code | {"state": second.state["state"]}
    with pytest.raises(NotProved, match="bad_answer"):
        OIDCMethod().verify(asked, answer, second.state)


def test_verify_when_the_provider_is_away_then_nothing_is_signed(
    provider: type[FakeProvider], asked: SigningRequest, settings: Any
) -> None:
    step = OIDCMethod().start(asked)
    answer = came_back(provider, step)
    settings.OIDC_ISSUER = "http://127.0.0.1:9"
    with pytest.raises(NotProved, match="service_unreachable"):
        OIDCMethod().verify(asked, answer, step.state)


def test_start_when_no_number_is_known_then_says_whom_to_ask(
    provider: type[FakeProvider], asked: SigningRequest
) -> None:
    PersonIdentity.objects.all().delete()
    step = OIDCMethod().start(asked)
    assert (step.outcome, step.message) == (
        StepOutcome.FAILED,
        "sign.identity_unknown",
    )


def test_start_when_the_provider_is_unencrypted_then_not_asked(
    asked: SigningRequest, settings: Any
) -> None:
    settings.OIDC_ISSUER = "http://idp.test"
    with pytest.raises(Unreachable):
        OIDCMethod().start(asked)


def test_is_open_to_when_nothing_is_set_then_not_offered(asked: SigningRequest) -> None:
    assert not OIDCMethod().is_open_to(asked.user)
