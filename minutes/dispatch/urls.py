"""Addresses of expediering."""

from django.urls import path

from minutes.dispatch import views

urlpatterns = [
    path("kansli/expediering/", views.dispatch_list, name="dispatch-list"),
    path(
        "kansli/expediering/paragraf/<int:pk>/",
        views.dispatch_item,
        name="dispatch-item",
    ),
    path(
        "kansli/expediering/<int:pk>/forsok-igen/",
        views.dispatch_retry,
        name="dispatch-retry",
    ),
    path(
        "kansli/expediering/utdrag/<int:pk>/",
        views.extract_pdf,
        name="dispatch-extract",
    ),
]
