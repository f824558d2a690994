"""Addresses of the public portal's own pages; they stay as they are for ever."""

from django.urls import path

from minutes.portal import views

SECTION = "protokoll/<int:pk>/<int:number>/"

urlpatterns = [
    path("sammantraden/", views.calendar, name="public-calendar"),
    path("citat/", views.citation, name="public-citation"),
    path("namnd/<slug:slug>/ledamoter/", views.seats, name="public-seats"),
    path("arende/<slug:board>/<slug:slug>/", views.case, name="public-case"),
    path(SECTION, views.item, name="public-item"),
    path(f"{SECTION}<str:label>/", views.point, name="public-point"),
    path("handling/<int:pk>/", views.paper, name="public-paper"),
]
