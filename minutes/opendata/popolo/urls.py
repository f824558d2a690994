"""Addresses of Popolo's objects: they are ids, and stay as they are for ever."""

from django.urls import path

from minutes.opendata.oparl.addresses import POPOLO
from minutes.opendata.popolo import views

urlpatterns = [
    path(f"{POPOLO}/body/<str:key>/motion", views.body_motions, name="popolo-motions"),
    path(f"{POPOLO}/motion/<str:key>", views.one_motion, name="popolo-motion"),
    path(f"{POPOLO}/vote_event/<str:key>", views.one_event, name="popolo-event"),
]
