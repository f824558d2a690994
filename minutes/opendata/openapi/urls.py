"""The address of the description; before OParl's, which has an answer to all."""

from django.urls import path

from minutes.opendata.oparl.addresses import ROOT
from minutes.opendata.openapi import views

urlpatterns = [
    path(f"{ROOT}/openapi.json", views.described, name="openapi"),
]
