"""Addresses of protokoll as data; they stay as they are for ever."""

from django.urls import path

from minutes.opendata.akn import views

urlpatterns = [
    path("protokoll/<int:pk>/akn.xml", views.akoma_ntoso, name="public-minutes-akn"),
    path(
        "protokoll/<int:pk>/protokoll.json", views.as_json, name="public-minutes-json"
    ),
]
