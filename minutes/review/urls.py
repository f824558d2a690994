"""Addresses of review."""

from django.urls import path

from minutes.review import views

urlpatterns = [
    path(
        "kansli/sammantraden/<int:pk>/granskning/",
        views.review_detail,
        name="review-detail",
    ),
    path(
        "kansli/sammantraden/<int:pk>/granskning/skicka/",
        views.review_send,
        name="review-send",
    ),
    path("kansli/granskning/<int:pk>/svar/", views.review_answer, name="review-answer"),
    path(
        "kansli/granskning/<int:pk>/ta-in/",
        views.review_take_over,
        name="review-take-over",
    ),
    path("uppdrag/granskning/<int:pk>/", views.review_read, name="review-read"),
    path("uppdrag/granskning/<int:pk>/alla/", views.review_all, name="review-all"),
    path(
        "uppdrag/granskning/<int:pk>/<int:item>/",
        views.review_item,
        name="review-item",
    ),
]
