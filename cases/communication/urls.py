"""Addresses of the meddelanden, for the kansli."""

from django.urls import path

from cases.communication import views

urlpatterns = [
    path("kansli/meddelanden/", views.communication_list, name="communication-list"),
    path(
        "kansli/meddelanden/ny/<int:board>/",
        views.communication_add,
        name="communication-add",
    ),
]
