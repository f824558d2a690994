"""Addresses of the delegated decisions, for the kansli."""

from django.urls import path

from cases.delegation import views

urlpatterns = [
    path("kansli/delegationsbeslut/", views.delegation_list, name="delegation-list"),
    path(
        "kansli/delegationsbeslut/nytt/<int:board>/",
        views.delegation_register,
        name="delegation-register",
    ),
]
