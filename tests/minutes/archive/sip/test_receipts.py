"""The e-archive's receipt as a file: read, held against the package, kept."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from boards.access.enums import Role
from boards.shared.clock import today
from boards.shared.refusals import Refused
from cases.case.models import Case
from minutes.archive.sip import deliveries
from minutes.archive.sip.deliveries import delivered_cases
from minutes.archive.sip.enums import Answer
from minutes.archive.sip.models import SipPackage, SipReceipt
from minutes.archive.sip.receipts import LONGEST, read_receipt
from tests.factories import approvals as make
from tests.minutes.archive.sip.test_deliveries import agreed, built  # noqa: F401
from tests.minutes.archive.sip.test_sip import case  # noqa: F401  a fixture

SUM = "ab" * 32


def said(**values: Any) -> dict[str, Any]:
    usual = {
        "paket": "paket.zip",
        "sha256": SUM,
        "svar": "mottaget",
        "referens": "REG-1",
        "datum": "2026-11-24",
    }
    return usual | values


def as_json(**values: Any) -> bytes:
    return json.dumps(said(**values)).encode()


def as_xml(**values: Any) -> bytes:
    faults = values.pop("fel", [])
    rows = [*said(**values).items(), *(("fel", one) for one in faults)]
    inner = "".join(f"<{name}>{text}</{name}>" for name, text in rows)
    return f'<?xml version="1.0"?><kvitto xmlns="urn:x">{inner}</kvitto>'.encode()


def code(content: bytes) -> str:
    with pytest.raises(Refused) as no:
        read_receipt(content)
    (refusal,) = no.value.refusals
    assert refusal.field == "file"
    return refusal.code


@pytest.mark.parametrize("written", [as_json, as_xml])
def test_receipt_when_written_as_told_then_read(written: Any) -> None:
    found = read_receipt(written(svar="nekat", fel=["Första", "Andra"]))
    assert (found.name, found.sha256, found.answer) == (
        "paket.zip",
        SUM,
        Answer.REFUSED,
    )
    assert found.faults == ("Första", "Andra")
    assert f"{found.answered_on}" == "2026-11-24"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "receipt.unreadable"),
        (b"\xff\xfe\x00", "receipt.unreadable"),
        (b"[]", "receipt.unreadable"),
        (b"{" * 5000, "receipt.unreadable"),
        (b"[" * 100_000, "receipt.unreadable"),
        (b"<kvitto>", "receipt.unreadable"),
        (b'<!DOCTYPE k [<!ENTITY a "b">]><k>&a;</k>', "receipt.unreadable"),
        (b"<kvitto/>", "receipt.lacks"),
        (as_json(sha256=""), "receipt.lacks"),
        (as_json(svar="nekat"), "receipt.lacks"),
        (as_json(svar="kanske"), "receipt.answer"),
        (as_xml(datum="24/11 2026"), "receipt.day"),
        (as_json(paket={"a": 1}, datum=[1]), "receipt.day"),
        (b" " * (LONGEST + 1), "receipt.too_long"),
    ],
)
def test_receipt_when_it_is_none_then_said_why(content: bytes, expected: str) -> None:
    assert code(content) == expected


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)


@given(st.one_of(st.binary(max_size=300), values.map(lambda v: json.dumps(v).encode())))
def test_receipt_when_anything_at_all_then_read_or_refused(content: bytes) -> None:
    with suppress(Refused):
        read_receipt(content)


@given(st.fixed_dictionaries({}, optional=dict.fromkeys(said() | {"fel": 1}, values)))
def test_receipt_when_its_fields_are_anything_then_read_or_refused(
    fields: dict[str, Any],
) -> None:
    with suppress(Refused):
        read_receipt(json.dumps(said() | fields).encode())


@pytest.fixture
def package(agreed: Case) -> SipPackage:  # noqa: F811  the fixture
    return built(agreed)


def of(package: SipPackage, **values: Any) -> bytes:
    usual = {"paket": package.name, "sha256": package.file.sha256}
    return as_json(**usual | {"datum": f"{today()}"} | values)


def refused(package: SipPackage, content: bytes) -> str:
    with pytest.raises(Refused) as no:
        deliveries.take_receipt(package=package, content=content, by=None)
    assert not SipReceipt.objects.filter(package=package).exists()
    return no.value.refusals[0].code


@pytest.mark.law("R-02")
def test_receipt_when_of_another_package_then_refused_and_nothing_opened(
    package: SipPackage,
) -> None:
    assert refused(package, of(package, paket="annat.zip")) == "receipt.other_package"
    assert refused(package, of(package, sha256=SUM)) == "receipt.other_content"
    tomorrow = f"{today() + timedelta(1)}"
    assert refused(package, of(package, datum=tomorrow)) == "sip.answered_tomorrow"
    assert delivered_cases([package.case_id]) == set()


@pytest.mark.law("R-02")
def test_receipt_when_taken_then_kept_and_a_second_is_refused(
    package: SipPackage,
) -> None:
    content = of(package)
    receipt = deliveries.take_receipt(package=package, content=content, by=None)
    assert receipt.file.read() == content
    assert delivered_cases([package.case_id]) == {package.case_id}
    with pytest.raises(Refused):
        deliveries.take_receipt(
            package=package, content=of(package, svar="nekat", fel=["x"]), by=None
        )


def test_page_when_the_receipt_says_no_then_its_faults_and_a_new_version(
    package: SipPackage, client: Client
) -> None:
    client.force_login(make.with_role(package.board, Role.ARCHIVIST, "arkivarie"))
    address = reverse("sip-receipt", args=[package.pk])
    wrong = SimpleUploadedFile("kvitto.json", of(package, paket="annat.zip"))
    page = client.post(address, {"file": wrong}).content.decode()
    assert "annat paket: annat.zip" in page
    content = of(package, svar="nekat", fel=["Avtalet saknas", "METS är fel"])
    taken = SimpleUploadedFile("kvitto.json", content)
    assert client.post(address, {"file": taken}).status_code == 302
    page = client.get(package.get_absolute_url()).content.decode()
    assert "Avtalet saknas" in page
    assert "METS är fel" in page
    assert reverse("sip-case", args=[package.case_id]) in page
