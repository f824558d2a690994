"""The extract says whose decision it is and who vouches for it."""

from datetime import UTC, datetime

import pytest

from boards.shared.paper.extract import Certification, extract
from boards.shared.paper.pdf import render_pdf
from boards.shared.paper.store import from_json, to_json
from tests.boards.shared.paper.model_minutes import ORGAN, STAMP, model_minutes
from tests.boards.shared.paper.reading import page_texts, squeezed

BY = Certification(
    "Fatima Sundell", "nämndsamordnare", datetime(2020, 9, 30, 8, 15, tzinfo=UTC)
)


def test_extract_when_printed_then_it_holds_the_section_and_nothing_else() -> None:
    pages = page_texts(render_pdf(extract(model_minutes(), "item-12", BY)))
    text = squeezed(pages[0])
    for wanted in (
        "PROTOKOLLSUTDRAG",
        ORGAN,
        "2020-09-29",
        "ITVT § 12",
        "DNR ITVT 4/2020",
        "Beslutsunderlag",
        "Expedieras till: Kommunstyrelsen i Alby kommun",
        "Utdraget bestyrks: Fatima Sundell, nämndsamordnare, 2020-09-30 kl. 10.15",
    ):
        assert wanted in text
    assert "§ 13" not in squeezed("".join(pages))
    assert STAMP in squeezed(pages[1])


def test_extract_when_the_section_has_no_appendix_then_none_comes_along() -> None:
    assert extract(model_minutes(), "item-13", BY).appendices == ()
    without = extract(model_minutes(), "item-12", BY, with_appendices=False)
    assert without.appendices == ()


def test_extract_when_not_certified_then_a_line_to_sign_is_there() -> None:
    text = squeezed(page_texts(render_pdf(extract(model_minutes(), "item-14")))[0])
    assert "Utdragsbestyrkande" in text
    assert "Justerandes sign" not in text


def test_extract_when_frozen_and_read_again_then_the_same() -> None:
    made = extract(model_minutes(), "item-12", BY)
    assert from_json(to_json(made)) == made


def test_extract_when_there_is_no_such_section_then_key_error() -> None:
    with pytest.raises(KeyError):
        extract(model_minutes(), "item-99", BY)
