"""What templates may use."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.template import engines
from django.test import RequestFactory

from boards.templatetags import justera

NBSP = "\N{NO-BREAK SPACE}"


def shown(source: str, **values: object) -> str:
    request = RequestFactory().get(values.pop("path", "/kansli/"))
    return engines["django"].from_string(source).render(values, request)


def test_rich_hostile_text_is_shown_clean() -> None:
    html = shown("{{ text|rich }}", text="<p>a<script>x()</script></p>")
    assert html == "<p>a</p>"


def test_rich_nothing_is_nothing() -> None:
    assert justera.rich(None) == ""


@pytest.mark.law("F-03")
def test_tkr_ore_are_rounded_on_the_way_out() -> None:
    assert justera.tkr(510_450_000) == f"5{NBSP}105"
    assert justera.tkr(None) == ""
    assert justera.nbsp_number(5104) == f"5{NBSP}104"
    assert justera.nbsp_number(None) == ""


def test_swedish_date_evening_belongs_to_the_local_day() -> None:
    evening = datetime(2020, 9, 29, 22, 30, tzinfo=UTC)
    assert justera.swedish_date(evening) == "2020-09-30"
    assert justera.swedish_date(date(2020, 9, 29), "weekday").startswith("tisdag")
    assert justera.swedish_date(None) == ""


@pytest.mark.parametrize(
    ("day", "words", "how_near"),
    [
        (date(2020, 9, 26), "för 3 dagar sedan", "past"),
        (date(2020, 9, 28), "i går", "past"),
        (date(2020, 9, 29), "i dag", "near"),
        (date(2020, 9, 30), "i morgon", "near"),
        (date(2020, 10, 6), "om 7 dagar", "near"),
        (date(2020, 10, 7), "om 8 dagar", "far"),
        (None, "", "far"),
    ],
)
@time_machine.travel("2020-09-29 12:00 +0200", tick=False)
def test_in_days_and_nearness_count_from_today(
    day: date | None, words: str, how_near: str
) -> None:
    assert justera.in_days(day) == words
    assert justera.nearness(day) == how_near


def test_tone_unknown_state_is_calm() -> None:
    assert justera.tone("approved") == "done"
    assert justera.tone("never heard of") == "calm"


def test_nav_link_inside_its_part_is_current() -> None:
    source = '{% nav_link "login" "Logga in" %}'
    assert 'aria-current="page"' in shown(source, path="/konto/logga-in/x/")
    assert "aria-current" not in shown(source, path="/annat/")


def test_nav_link_to_an_address_that_is_not_there_is_nothing() -> None:
    assert shown('{% nav_link "nowhere" "x" %}').strip() == ""


def test_confirm_button_the_pages_own_variables_stay_outside() -> None:
    source = '{% confirm_button "/x/" "Ta bort" "Det försvinner." %}'
    html = shown(source, fields="<secret>", style="leaked", form="leaked")
    assert "csrfmiddlewaretoken" in html
    assert "leaked" not in html
    assert "Det försvinner." in html


def test_panel_and_region_escape_their_headings() -> None:
    source = "{% panel h %}{% region h %}<table></table>{% endregion %}{% endpanel %}"
    html = shown(source, h="Ärenden <&>")
    assert html.count("Ärenden &lt;&amp;&gt;") == 2
    assert 'id="arenden"' in html
    assert "<table></table>" in html
