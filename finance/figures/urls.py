"""Addresses of the figures."""

from django.urls import path

from finance.figures import views

urlpatterns = [
    path(
        "<slug:slug>/utan-plats/<int:year>/", views.unmapped_list, name="chart-unmapped"
    ),
]
