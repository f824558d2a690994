"""Addresses of the import and the export."""

from django.urls import path

from minutes.exchange import views

urlpatterns = [
    path("kansli/import/", views.meeting_import, name="meeting-import"),
    path(
        "kansli/sammantraden/<int:pk>/export/",
        views.meeting_export,
        name="meeting-export",
    ),
]
