"""Forms: a rule's no at its field, ISO dates, clean rich text."""

import pytest
from crispy_forms.utils import render_crispy_form
from django import forms
from django.core.exceptions import PermissionDenied

from boards.shared import texts
from boards.shared.forms import ActionForm, act, refused
from boards.shared.refusals import Refusal, Refused
from boards.shared.widgets import RichTextField

TOO_EARLY = Refusal("test.too_early", "KL 8:12", {"day": "2020-10-21"}, "day")
NO_QUORUM = Refusal("test.no_quorum", "KL 6:27")


class PostForm(ActionForm, forms.Form):
    """One day, one text."""

    submit_label = "Anslå"
    day = forms.DateField(label="Dag")
    at = forms.DateTimeField(label="Tid", required=False)
    text = RichTextField(label="Text", required=False)


@pytest.fixture(autouse=True)
def _sentences(monkeypatch: pytest.MonkeyPatch) -> None:
    known = {"test.too_early": "Tidigast %(day)s.", "test.no_quorum": "För få."}
    monkeypatch.setattr(texts, "SENTENCES", texts.SENTENCES | known)


def post_form(**data: str) -> PostForm:
    return PostForm({"day": "2020-09-29"} | data)


def test_act_valid_form_returns_what_the_action_made() -> None:
    assert act(post_form(), lambda data: data["day"].year) == 2020


def test_act_invalid_form_does_nothing() -> None:
    called: list[object] = []
    assert act(post_form(day="x"), called.append) is None
    assert called == []


def test_act_refused_puts_each_reason_in_its_place() -> None:
    form = post_form()

    def refuse(_data: object) -> None:
        raise Refused([TOO_EARLY, NO_QUORUM])

    assert act(form, refuse) is None
    assert form.errors["day"] == ["Tidigast 2020-10-21. (KL 8:12)"]
    assert form.non_field_errors() == ["För få. (KL 6:27)"]


def test_act_forbidden_is_not_hidden() -> None:
    def forbid(_data: object) -> None:
        raise PermissionDenied

    with pytest.raises(PermissionDenied):
        act(post_form(), forbid)


def test_refused_at_a_field_the_form_lacks_stands_on_top() -> None:
    form = post_form()
    form.is_valid()
    refused(form, Refused([Refusal("test.no_quorum", field="elsewhere")]))
    assert form.non_field_errors() == ["För få."]


def test_form_dates_are_the_browsers_own_and_iso() -> None:
    form = PostForm(initial={"day": "2020-09-29"})
    assert 'type="date" name="day" value="2020-09-29"' in str(form["day"])
    assert 'type="datetime-local"' in str(form["at"])


def test_form_rich_text_is_clean_when_it_leaves() -> None:
    form = post_form(text='<p onclick="x()">Hej</p><script>x()</script>')
    assert form.is_valid()
    assert form.cleaned_data["text"] == "<p>Hej</p>"


def test_form_rich_text_without_a_word_is_not_given() -> None:
    class Required(forms.Form):
        text = RichTextField()

    assert not Required({"text": "<p> </p>"}).is_valid()


def test_form_page_sums_up_errors_once_with_links() -> None:
    form = post_form(day="x")
    html = render_crispy_form(form)
    assert html.count("error-summary-heading") == 1
    assert '<a href="#id_day">Dag</a>' in html
    assert 'aria-describedby="id_day_error"' in html
    assert ">Anslå</button>" in html
    assert "style=" not in html
