"""Addresses of the archive."""

from django.urls import path

from minutes.archive import views
from minutes.archive.sip import views as sip

urlpatterns = [
    path("kansli/arkiv/", views.archive_list, name="archive-list"),
    path("kansli/arkiv/<int:pk>/paketera/", views.archive_order, name="archive-order"),
    path("kansli/arkiv/<int:pk>/paket/", views.archive_package, name="archive-package"),
    path("kansli/arkiv/leverans/", sip.sip_list, name="sip-list"),
    path("kansli/arkiv/leverans/<int:pk>/", sip.sip_detail, name="sip-detail"),
    path("kansli/arkiv/leverans/<int:pk>/lage/", sip.sip_state, name="sip-state"),
    path(
        "kansli/arkiv/leverans/<int:pk>/innehall/",
        sip.sip_contents,
        name="sip-contents",
    ),
    path("kansli/arkiv/leverans/<int:pk>/kvitto/", sip.sip_receipt, name="sip-receipt"),
    path("kansli/arkiv/leverans/<int:pk>/skicka/", sip.sip_send, name="sip-send"),
    path("kansli/arkiv/leverans/<int:pk>/hamta/", sip.sip_download, name="sip-file"),
    path("kansli/arkiv/leverans/arende/<int:pk>/", sip.sip_case, name="sip-case"),
    path(
        "kansli/arkiv/leverans/<slug:slug>/<int:year>/", sip.sip_year, name="sip-year"
    ),
    path("kansli/arkiv/avtal/<slug:slug>/", sip.sip_agreement, name="sip-agreement"),
    path(
        "kansli/arkiv/<int:pk>/kontrollera/",
        views.archive_verify,
        name="archive-verify",
    ),
]
