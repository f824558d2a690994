"""A rule's no becomes a page that says why, with status 409."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from boards.shared.refusals import Refused
from boards.shared.texts import sentence


class RefusalMiddleware:
    """Answer `Refused` that no form caught."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponse | None:
        """Show the reasons; answer JSON to a script that asked for it."""
        if not isinstance(exception, Refused):
            return None
        sentences = [sentence(refusal) for refusal in exception.refusals]
        if request.headers.get("Accept", "").startswith("application/json"):
            return JsonResponse({"refusals": sentences}, status=409)
        context = {"sentences": sentences, "back": request.headers.get("Referer", "")}
        if request.headers.get("HX-Request"):
            answer = render(request, "components/reasons.html", context, status=409)
            answer["HX-Retarget"] = "#messages"
            answer["HX-Reswap"] = "innerHTML"
            return answer
        return render(request, "boards/access/refused.html", context, status=409)
