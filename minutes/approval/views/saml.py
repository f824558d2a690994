"""Our SAML metadata, for the identity provider."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from minutes.approval.methods import Unreachable
from minutes.approval.methods.saml import configuration
from minutes.approval.methods.saml.metadata import metadata_of


@require_safe
def saml_metadata(request: HttpRequest) -> HttpResponse:  # noqa: ARG001  Django's
    """Say who we are, and where answers go; nothing where SAML is not set up."""
    if not configuration.is_set_up():
        raise Http404
    try:
        own = configuration.own()
    except Unreachable as error:
        raise Http404 from error
    found = metadata_of(own, "Justera")
    return HttpResponse(found, content_type="application/samlmetadata+xml")
