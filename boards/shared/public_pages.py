"""What every page without login has in common on its way out."""

from collections.abc import Callable

from django.http import HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe

View = Callable[..., HttpResponse]


def public_page(view: View) -> View:
    """Only read the page; caches keep it for seconds and then ask whether it changed.

    No longer, as a notice is to be seen at once.
    """
    kept = cache_control(public=True, max_age=5)(view)
    return conditional_page(require_safe(kept))
