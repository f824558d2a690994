"""Publishing municipalities: names and how to reach them."""

from __future__ import annotations

from boards.board.models import Municipality
from boards.shared.published.snapshots import publish_row
from minutes.publication.models import PublishedMunicipality


def publish_municipality(municipality: Municipality) -> PublishedMunicipality:
    """Publish a municipality's name and how to reach it."""
    return publish_row(
        PublishedMunicipality,
        {"source_id": municipality.pk},
        {
            "slug": municipality.slug,
            "name": municipality.name,
            "email": municipality.email,
            "phone": municipality.phone,
            "address": municipality.address,
            "website": municipality.website,
        },
    )
