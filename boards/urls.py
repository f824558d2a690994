"""The app's addresses."""

from django.urls import include, path

urlpatterns = [
    path("konto/", include("boards.access.urls")),
    path("", include("boards.integrity.urls")),
]
