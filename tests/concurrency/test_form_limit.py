"""Forms sent at the same instant, as over several processes: no more than the limit."""

import pytest
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.test import RequestFactory

from boards.shared.published.limits import FormLimit, limited_form
from boards.shared.published.models import SentForm
from boards.shared.published.pages import public_form
from tests.concurrency.threads import at_once

pytestmark = [pytest.mark.concurrency, pytest.mark.django_db(transaction=True)]

AT_ONCE = 12
FEW = FormLimit("few", most=5, most_of_all=8)


@limited_form(FEW)
@public_form
def form(_request: HttpRequest) -> HttpResponse:
    return HttpResponseRedirect("/tack/")


def sent(rf: RequestFactory, *addresses: str) -> list[int]:
    """The answers to one form from each address, all at once."""
    requests = [rf.post("/", REMOTE_ADDR=address) for address in addresses]
    answers = at_once([lambda one=one: form(one).status_code for one in requests])
    return sorted(answers)  # type: ignore[type-var]  an error would fail to sort


def test_form_when_sent_at_once_by_one_then_no_more_than_his_are_taken(
    rf: RequestFactory,
) -> None:
    taken = sent(rf, *["203.0.113.9"] * AT_ONCE)
    assert taken == [302] * FEW.most + [429] * (AT_ONCE - FEW.most)
    assert SentForm.objects.count() == FEW.most


def test_form_when_sent_at_once_by_many_then_no_more_than_all_may(
    rf: RequestFactory,
) -> None:
    taken = sent(rf, *[f"203.0.113.{number}" for number in range(AT_ONCE)])
    refused = AT_ONCE - FEW.most_of_all
    assert taken == [302] * FEW.most_of_all + [429] * refused
    assert SentForm.objects.count() == FEW.most_of_all
