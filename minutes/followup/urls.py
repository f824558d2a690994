"""Addresses of follow-up."""

from django.urls import path

from minutes.followup import views

urlpatterns = [
    path("kansli/uppfoljning/", views.followup_list, name="followup-list"),
    path("kansli/uppfoljning/<int:pk>/", views.followup_mark, name="followup-mark"),
    path(
        "kansli/uppfoljning/<int:pk>/ta-tillbaka/",
        views.followup_take_back,
        name="followup-take-back",
    ),
]
