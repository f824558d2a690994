"""The catalogue's address: harvesters know it."""

from django.urls import path

from minutes.opendata.catalogue import views

urlpatterns = [path("dcat.rdf", views.rdf, name="catalogue")]
