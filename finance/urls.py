"""The app's addresses."""

from django.urls import include, path

urlpatterns = [path("kansli/ekonomi/", include("finance.report.urls"))]
