"""Addresses printed on paper: they stay as they are for ever."""

from django.urls import path

from minutes.verification import views

urlpatterns = [
    path("verifiera/", views.check, name="verification"),
    path("verifiera/<str:code>/", views.by_code, name="verification-code"),
    path("api/verifiera/", views.api_file, name="api-verification"),
    path("api/verifiera/<str:code>/", views.api_code, name="api-verification-code"),
]
