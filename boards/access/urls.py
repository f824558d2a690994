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
]
