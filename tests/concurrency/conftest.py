"""What the tests with threads stand on."""

from tests.minutes.conftest import _own_signing_folder

__all__ = ["_own_signing_folder"]
