"""Addresses of the checks."""

from django.urls import path

from boards.integrity import views

urlpatterns = [
    path("kansli/arkiv/integritet/", views.integrity, name="integrity"),
    path(
        "kansli/arkiv/integritet/kontrollera/",
        views.integrity_run,
        name="integrity-run",
    ),
]
