"""Addresses of the live view, for who writes and for who follows."""

from django.urls import path

from minutes.live import views

ROOT = "kansli/sammantraden/<int:pk>/nu/"
FOLLOW = "uppdrag/sammantraden/<int:pk>/nu/"

urlpatterns = [
    path(ROOT, views.live, name="live"),
    path(f"{ROOT}puls/", views.live_pulse, name="live-pulse"),
    path(f"{ROOT}ga-till/<int:point>/", views.live_go, name="live-go"),
    path(f"{ROOT}beslut/", views.live_decision, name="live-decision"),
    path(f"{ROOT}<slug:part>/", views.live_part, name="live-part"),
    path(f"{ROOT}fragor/<int:row>/roster/", views.live_votes, name="live-votes"),
    path(f"{ROOT}<slug:part>/<int:row>/<slug:verb>/", views.live_row, name="live-row"),
    path(FOLLOW, views.follow, name="live-follow"),
    path(f"{FOLLOW}puls/", views.follow_pulse, name="live-follow-pulse"),
]
