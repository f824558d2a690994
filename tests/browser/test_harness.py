"""That the servers of the browser tests are the real ones."""

from tests.browser.conftest import Visit
from tests.browser.site import Site
from tests.browser.visitor import faults


def test_portal_when_opened_is_served_without_faults(demo: Site, visit: Visit) -> None:
    window = visit(demo)

    window.page.goto("/")

    assert faults(window.page) == []
