"""Addresses of the start pages."""

from django.urls import path

from minutes.desk import views

urlpatterns = [
    path("kansli/", views.desk, name="desk"),
    path("kansli/sok/", views.search, name="staff-search"),
    path("uppdrag/", views.assignments, name="assignments"),
]
