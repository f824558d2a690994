"""Reworded lines put back into rich text."""

import pytest

from minutes.item.changes import in_lines
from minutes.review.wording import with_words

TWO = "<p>Nämnden <strong>fick</strong> en lägesbild.</p><p>Budgeten håller.</p>"
LIST = "<p>Tre delar:</p><ul><li><p>drift</p></li><li><p>växel</p></li></ul>"


@pytest.mark.parametrize(
    ("body", "wording", "expected"),
    [
        (TWO, in_lines(TWO), TWO),
        (
            TWO,
            "Nämnden fick en lägesbild.\nBudgeten < målet.",
            TWO.replace("håller.", "&lt; målet."),
        ),
        (
            TWO,
            "Nämnden fick en lägesbild.\nNytt stycke.\n\nBudgeten håller.",
            TWO.replace("<p>Budgeten", "<p>Nytt stycke.</p><p>Budgeten"),
        ),
        (TWO, "Budgeten håller.", "<p>Budgeten håller.</p>"),
        (LIST, "Två delar:\ndrift\nväxel", LIST.replace("Tre", "Två")),
        (LIST, "Tre delar:\ndrift\ntelefoni", LIST.replace("växel", "telefoni")),
        (LIST, "Tre delar:\ndrift", None),
        ("<p>a<br>b</p>", "a\nc", "<p>a<br>c</p>"),
        ("<table><tr><td><p>1</p></td></tr></table>", "2", None),
        ("<h3>Bakgrund</h3><p>a</p>", "Skäl\na", "<h3>Skäl</h3><p>a</p>"),
    ],
)
def test_with_words_when_lines_are_reworded_then_the_rest_keeps_its_looks(
    body: str, wording: str, expected: str | None
) -> None:
    assert with_words(body, wording) == expected
