"""Addresses of the archive."""

from django.urls import path

from minutes.archive import views

urlpatterns = [
    path("kansli/arkiv/", views.archive_list, name="archive-list"),
    path("kansli/arkiv/<int:pk>/paketera/", views.archive_order, name="archive-order"),
    path("kansli/arkiv/<int:pk>/paket/", views.archive_package, name="archive-package"),
    path(
        "kansli/arkiv/<int:pk>/kontrollera/",
        views.archive_verify,
        name="archive-verify",
    ),
]
