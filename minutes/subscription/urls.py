"""Addresses of subscriptions; those with a token stand in mails."""

from django.urls import path

from minutes.subscription import views

urlpatterns = [
    path("prenumerera/", views.subscribe, name="subscribe"),
    path("prenumerera/tack/", views.thanks, name="subscribe-thanks"),
    path(
        "prenumerera/bekrafta/<str:token>/",
        views.confirm,
        name="subscription-confirm",
    ),
    path("prenumerera/avsluta/<str:token>/", views.end, name="subscription-end"),
    path("prenumerera/mina/<str:token>/", views.manage, name="subscription-manage"),
]
