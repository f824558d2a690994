"""Addresses without login; they stay as they are for ever."""

from django.urls import path, register_converter

from minutes.publication import converters, views

register_converter(converters.DayConverter, "day")

urlpatterns = [
    path("", views.portal, name="portal"),
    path("namnd/<slug:slug>/", views.board, name="public-board"),
    path("namnd/<slug:slug>/<day:day>/", views.meeting, name="public-meeting"),
    path("protokoll/<int:pk>/", views.minutes, name="public-minutes"),
    path("protokoll/<int:pk>/pdf/", views.minutes_pdf, name="public-minutes-pdf"),
]
