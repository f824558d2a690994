"""Running the same thing in many threads at the same instant."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

from django.db import connection

Made = TypeVar("Made")


def at_once(jobs: Sequence[Callable[[], Made]]) -> list[Made | Exception]:
    """Return what each job made or raised; all begin together, each on a connection."""
    barrier = Barrier(len(jobs))

    def run(job: Callable[[], Made]) -> Made | Exception:
        barrier.wait(timeout=60)
        try:
            return job()
        except Exception as error:  # noqa: BLE001  what it raised is the answer
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(jobs)) as pool:
        return list(pool.map(run, jobs))
