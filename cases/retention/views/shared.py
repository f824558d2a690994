"""What the pages with one form have in common."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import redirect, render

from boards.shared.forms import act

if TYPE_CHECKING:
    from django.forms import BaseForm
    from django.http import HttpRequest, HttpResponse


@dataclass(frozen=True)
class Page:
    """A page with one form: its heading, where it leads back, what is said after."""

    heading: Any
    back: Any
    done: Any
    intro: Any = ""


def form_page(
    request: HttpRequest,
    form: BaseForm,
    action: Callable[[dict[str, Any]], Any],
    page: Page,
) -> HttpResponse:
    """Carry out what the form is for and go back, or show it with what is wrong."""
    if form.is_bound and act(form, action):
        messages.success(request, page.done)
        return redirect(page.back)
    return render(request, "cases/retention/form.html", {"form": form, "page": page})
