"""Addresses without login; they stay as they are for ever."""

from django.urls import path, register_converter

from boards.shared.published.pages import public_page
from minutes.publication import converters, feeds, views

register_converter(converters.DayConverter, "day")

feed = public_page(feeds.NoticeFeed())

urlpatterns = [
    path("", views.portal, name="portal"),
    path("anslagstavla/<slug:slug>/", views.notice_board, name="notice-board"),
    path("anslagstavla/<slug:slug>/atom.xml", feed, name="notice-feed"),
    path("anslagstavla/<slug:slug>/<int:pk>/", views.notice, name="public-notice"),
    path("namnd/<slug:slug>/", views.board, name="public-board"),
    path("namnd/<slug:slug>/<day:day>/", views.meeting, name="public-meeting"),
    path("protokoll/<int:pk>/", views.minutes, name="public-minutes"),
    path("protokoll/<int:pk>/pdf/", views.minutes_pdf, name="public-minutes-pdf"),
    path("sok/", views.search, name="public-search"),
]
