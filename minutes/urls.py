"""The app's addresses, room by room."""

from django.urls import include, path

urlpatterns = [
    path("", include("minutes.meeting.urls")),
    path("", include("minutes.item.urls")),
    path("", include("minutes.desk.urls")),
]
