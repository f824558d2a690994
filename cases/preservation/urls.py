"""Addresses of the formats of files, for the archive."""

from django.urls import path

from cases.preservation import views

ROOT = "kansli/arkiv/format"

urlpatterns = [
    path(f"{ROOT}/", views.format_list, name="format-list"),
    path(f"{ROOT}/<int:pk>/kopia/", views.format_copy, name="format-copy"),
    path(f"{ROOT}/<int:pk>/igen/", views.format_again, name="format-again"),
    path(f"{ROOT}/<int:pk>/behall/", views.format_keep, name="format-keep"),
]
