"""Addresses of the §§."""

from django.urls import path, re_path

from minutes.item import views
from minutes.item.views.verbs import ROW_PARTS

ITEM = "kansli/paragrafer/<int:pk>/"

urlpatterns = [
    path(
        "kansli/sammantraden/<int:pk>/protokoll/",
        views.meeting_minutes,
        name="meeting-minutes",
    ),
    path(ITEM, views.item_edit, name="item-edit"),
    path("kansli/avsnitt/<int:pk>/", views.section_save, name="section-save"),
    re_path(
        rf"^kansli/paragrafer/(?P<pk>\d+)/(?P<part>{'|'.join(ROW_PARTS)})/$",
        views.item_rows,
        name="item-rows",
    ),
    path(f"{ITEM}<slug:part>/", views.item_part, name="item-part"),
    path(
        f"{ITEM}fragor/<int:row>/roster/",
        views.round_votes,
        name="round-votes",
    ),
    path(
        f"{ITEM}reservationer/<int:row>/text/",
        views.reservation_text,
        name="reservation-text",
    ),
    path(f"{ITEM}anteckningar/<int:row>/text/", views.note_text, name="note-text"),
    path(f"{ITEM}<slug:part>/<int:row>/<slug:verb>/", views.item_row, name="item-row"),
]
