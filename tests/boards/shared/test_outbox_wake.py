"""Waking a worker: what a broker that is down may cost."""

import pytest
from kombu.exceptions import OperationalError

from boards.shared.outbox import wake


class BrokerIsDown:
    """Celery's task when the broker cannot be reached, either way it says so."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def delay(self, _pk: int) -> None:
        raise self.error


@pytest.mark.parametrize("error", [OSError("refused"), OperationalError("refused")])
def test_wake_when_the_broker_is_down_leaves_the_row_to_the_sweep(
    error: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    wake(BrokerIsDown(error), 7)
    assert "outbox row 7 waits for the sweep" in caplog.text
