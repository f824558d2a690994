"""Addresses of search."""

from django.urls import path

from minutes.search import views

urlpatterns = [
    path("sok/", views.search, name="public-search"),
]
