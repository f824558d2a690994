"""Addresses without login; they stay as they are for ever."""

from django.urls import path

from finance.portal import views

urlpatterns = [
    path("ekonomi/", views.reports, name="public-reports"),
    path("ekonomi/<int:pk>/", views.report, name="public-report"),
    path("ekonomi/<int:pk>/data.json", views.as_json, name="public-report-json"),
    path("ekonomi/<int:pk>/data.csv", views.as_csv, name="public-report-csv"),
]
