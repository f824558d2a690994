"""Addresses of the years' files; they stay as they are for ever."""

from django.urls import path

from minutes.opendata.bulk import views

urlpatterns = [
    path("oppna-data/", views.open_data, name="open-data"),
    path("data/<int:year>.zip", views.year_file, name="year-file"),
]
