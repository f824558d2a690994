"""What a verified assertion says, held against what was asked (profile 6.3)."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from minutes.approval.methods import SigningRequest, federation
from minutes.approval.methods.saml.configuration import Own, Provider
from minutes.approval.methods.saml.request import digest_of
from minutes.approval.methods.saml.response import Opened, no
from minutes.approval.methods.saml.xml import moment_of, name, text_of

BEARER = "urn:oasis:names:tc:SAML:2.0:cm:bearer"
PERSONAL_NUMBER = "urn:oid:1.2.752.29.4.13"
MESSAGE_DIGEST = "urn:oid:1.2.752.201.3.14"
TRANSACTION = "urn:oid:1.2.752.201.3.2"
KNOWN_CONDITIONS = {
    name("saml:AudienceRestriction"),
    name("saml:OneTimeUse"),
    name("saml:ProxyRestriction"),
}


@dataclass(frozen=True)
class Expected:
    """What was asked for, by whom, of whom; and the moment of the answer."""

    request: SigningRequest
    identifier: str
    message: bytes
    own: Own
    provider: Provider
    moment: datetime


@dataclass(frozen=True)
class Said:
    """What an assertion says of the person and how they were authenticated."""

    level: str
    authenticated_at: datetime
    number: str
    transaction: str


def read(answer: Opened, expected: Expected) -> Said:
    """Return what the assertion says; a final no when it is not for this go."""
    check_envelope(answer.response, expected)
    assertion = answer.assertion
    check_issuer(assertion, expected)
    check_confirmation(assertion, expected)
    check_conditions(assertion, expected)
    check_message(assertion, expected)
    statement = only(assertion, "saml:AuthnStatement")
    context = only(statement, "saml:AuthnContext")
    level = text_of(only(context, "saml:AuthnContextClassRef"))
    given_at = moment_of(statement.get("AuthnInstant"))
    if given_at is None:
        raise no("federation.bad_answer")
    return Said(
        level=level,
        authenticated_at=given_at,
        number=value_of(assertion, PERSONAL_NUMBER),
        transaction=value_of(assertion, TRANSACTION),
    )


def check_envelope(response: Any, expected: Expected) -> None:
    """Refuse an answer addressed elsewhere; what is not said is not missed here.

    The signed assertion has to say it all again.
    """
    if response.get("InResponseTo", expected.identifier) != expected.identifier:
        raise no("saml.wrong_request")
    url = expected.request.return_url
    if response.get("Destination", url) != url:
        raise no("saml.wrong_recipient")
    if response.find(name("saml:Issuer")) is not None:
        check_issuer(response, expected)


def check_issuer(element: Any, expected: Expected) -> None:
    """Refuse another provider's word."""
    if text_of(only(element, "saml:Issuer")) != expected.provider.entity_id:
        raise no("saml.wrong_issuer")


def check_confirmation(assertion: Any, expected: Expected) -> None:
    """Refuse an assertion for another go, or for another receiver (profile 6.3.2)."""
    subject = only(assertion, "saml:Subject")
    confirmation = only(subject, "saml:SubjectConfirmation")
    data = only(confirmation, "saml:SubjectConfirmationData")
    if confirmation.get("Method") != BEARER:
        raise no("federation.bad_answer")
    if data.get("Recipient") != expected.request.return_url:
        raise no("saml.wrong_recipient")
    if not hmac.compare_digest(
        data.get("InResponseTo", "").encode(), expected.identifier.encode()
    ):
        raise no("saml.wrong_request")
    if data.get("NotOnOrAfter") is None:
        raise no("saml.expired")
    check_time(data, expected.moment)


def check_conditions(assertion: Any, expected: Expected) -> None:
    """Refuse an assertion out of its time, or for somebody else (profile 6.3.3)."""
    conditions = only(assertion, "saml:Conditions")
    if conditions.get("NotBefore") is None or conditions.get("NotOnOrAfter") is None:
        raise no("saml.expired")
    check_time(conditions, expected.moment)
    if any(one.tag not in KNOWN_CONDITIONS for one in conditions):
        raise no("federation.bad_answer")
    restrictions = conditions.findall(name("saml:AudienceRestriction"))
    audiences = [
        {text_of(one) for one in row.findall(name("saml:Audience"))}
        for row in restrictions
    ]
    # Every restriction has to be met (SAML 2.0 Core 2.5.1.4).
    if not audiences or any(expected.own.entity_id not in row for row in audiences):
        raise no("saml.wrong_audience")


def check_time(element: Any, moment: datetime) -> None:
    """Refuse what is not valid yet, or no longer."""
    begins, ends = (moment_of(element.get(n)) for n in ("NotBefore", "NotOnOrAfter"))
    is_early = begins is not None and moment < begins - federation.SKEW
    if is_early or (ends is not None and moment >= ends + federation.SKEW):
        raise no("saml.expired")


def check_message(assertion: Any, expected: Expected) -> None:
    """Refuse when the signer was not shown what is signed (profile 7.1.1, 7.2)."""
    shown = value_of(assertion, MESSAGE_DIGEST)
    if shown != digest_of(expected.message):
        raise no("saml.message_not_shown")


def value_of(assertion: Any, attribute: str) -> str:
    """Return an attribute's only value; nothing when it has none, or several."""
    found = [
        text_of(value)
        for statement in assertion.findall(name("saml:AttributeStatement"))
        for one in statement.findall(name("saml:Attribute"))
        if one.get("Name") == attribute
        for value in one.findall(name("saml:AttributeValue"))
    ]
    return found[0] if len(found) == 1 else ""


def only(element: Any, prefixed: str) -> Any:
    """Return the only child of that name; a final no when there is not one."""
    found = element.findall(name(prefixed))
    if len(found) != 1:
        raise no("federation.bad_answer")
    return found[0]
