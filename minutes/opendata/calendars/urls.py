"""Addresses of calendars: people subscribe to them, so they stay for ever."""

from django.urls import path

from minutes.opendata.calendars import views

urlpatterns = [
    path("kalender/<slug:slug>.ics", views.board, name="board-calendar"),
    path(
        "kalender/kommun/<slug:slug>.ics",
        views.municipality,
        name="municipality-calendar",
    ),
]
