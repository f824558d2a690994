"""Documents of every kind, issued by the product's own actions."""

from collections.abc import Iterator

import pytest
import time_machine

from boards.shared.clock import at
from boards.shared.issued.models import IssuedDocument
from boards.shared.storage import read_bytes
from minutes.approval.models import Approval
from minutes.dispatch.actions import dispatch_extracts
from minutes.dispatch.models import Extract
from tests.factories import approvals, publications
from tests.factories.items import model_meeting


@pytest.fixture(autouse=True)
def _noon() -> Iterator[None]:
    with time_machine.travel(publications.NOON, tick=False):
        yield


@pytest.fixture
def approval() -> Approval:
    return publications.published()


@pytest.fixture
def extract() -> Extract:
    """An attested extract of published minutes."""
    approval = publications.published(model_meeting(approvals.a_pdf()))
    item = approval.items.filter(recipients__isnull=False).first()
    with at(publications.NOON):
        dispatch_extracts(item=item, by=item.meeting.secretary)
    return Extract.objects.get()


def bytes_of(row: IssuedDocument) -> bytes:
    return read_bytes(row.sha256)
