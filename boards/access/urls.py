"""Addresses of logging in and out."""

from django.contrib.auth.views import LoginView, LogoutView
from django.urls import path

from boards.access import views
from boards.access.forms import LoginForm

urlpatterns = [
    path(
        "logga-in/",
        LoginView.as_view(
            template_name="boards/access/login.html", authentication_form=LoginForm
        ),
        name="login",
    ),
    path("logga-ut/", LogoutView.as_view(), name="logout"),
    path("", views.home, name="home"),
    path("passnycklar/", views.passkey_list, name="passkey-list"),
    path("passnycklar/ny/", views.passkey_add, name="passkey-add"),
    path("passnycklar/spara/", views.passkey_save, name="passkey-save"),
    path(
        "passnycklar/<int:pk>/ta-bort/",
        views.passkey_remove,
        name="passkey-remove",
    ),
]
