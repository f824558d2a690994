"""Addresses of the anslagstavla; they stay as they are for ever."""

from django.urls import path

from boards.shared.published.answers import too_many_for_a_program
from boards.shared.published.limits import PAGES, limited
from boards.shared.published.pages import public_page
from minutes.noticeboard import feeds, views

feed = limited(PAGES, told=too_many_for_a_program)(public_page(feeds.NoticeFeed()))

urlpatterns = [
    path("anslagstavla/<slug:slug>/", views.notice_board, name="notice-board"),
    path("anslagstavla/<slug:slug>/atom.xml", feed, name="notice-feed"),
    path("anslagstavla/<slug:slug>/kiosk/", views.kiosk, name="notice-kiosk"),
    path("anslagstavla/<slug:slug>/<int:pk>/", views.notice, name="public-notice"),
    path(
        "anslagstavla/<slug:slug>/kungorelse/<int:pk>/",
        views.proclamation,
        name="public-proclamation",
    ),
]
