"""Addresses of OParl 1.1: they are ids, and stay as they are for ever."""

from django.urls import path

from minutes.opendata.oparl import views
from minutes.opendata.oparl.addresses import ROOT

urlpatterns = [
    path(f"{ROOT}/system", views.system, name="oparl-system"),
    path(f"{ROOT}/body", views.bodies, name="oparl-bodies"),
    path(f"{ROOT}/body/<str:key>/<str:kind>", views.body_list, name="oparl-list"),
    path(
        f"{ROOT}/organization/<str:key>/<str:kind>",
        views.organization_list,
        name="oparl-organization-list",
    ),
    path(f"{ROOT}/file/<str:key>/content", views.content, name="oparl-content"),
    path(
        f"{ROOT}/file/<str:key>/download",
        views.content,
        {"save": True},
        name="oparl-download",
    ),
    path(f"{ROOT}/<str:kind>/<str:key>", views.one, name="oparl-object"),
    path(f"{ROOT}/<path:_rest>", views.nothing, name="oparl-nothing"),
]
