"""Addresses of the gate."""

from django.urls import path

from minutes.privacy import views

urlpatterns = [
    path("kansli/publicering/", views.publication_list, name="publication-list"),
    path(
        "kansli/publicering/<int:pk>/",
        views.publication_detail,
        name="publication-detail",
    ),
    path(
        "kansli/publicering/<int:pk>/godkann/",
        views.publication_confirm,
        name="publication-confirm",
    ),
    path(
        "kansli/publicering/<int:pk>/dra-tillbaka/",
        views.publication_withdraw,
        name="publication-withdraw",
    ),
    path(
        "kansli/handlingar/<int:pk>/publicering/",
        views.publication_consider,
        name="publication-consider",
    ),
]
