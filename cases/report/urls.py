"""Addresses without login; they stay as they are for ever."""

from django.urls import path

from cases.report import views

urlpatterns = [
    path("tillganglighet/", views.statements, name="accessibility"),
    path(
        "tillganglighet/<slug:slug>/", views.statement, name="accessibility-statement"
    ),
    path(
        "tillganglighet/<slug:slug>/rapportera/",
        views.report,
        name="accessibility-report",
    ),
    path("tillganglighet/<slug:slug>/tack/", views.thanks, name="accessibility-thanks"),
    path("in-english/", views.english, name="english"),
    path("suomeksi/", views.finnish, name="finnish"),
]
