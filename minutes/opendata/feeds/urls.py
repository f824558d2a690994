"""Addresses of feeds: people subscribe to them, so they stay for ever."""

from django.urls import path

from minutes.opendata.feeds import views

urlpatterns = [
    path("namnd/<slug:slug>/atom.xml", views.board, name="board-feed"),
    path("kommun/<slug:slug>/atom.xml", views.municipality, name="municipality-feed"),
]
