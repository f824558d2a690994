"""Addresses of the notice."""

from django.urls import path

from minutes.notice.views import notices as views
from minutes.notice.views import proclamations as proclamation_views

urlpatterns = [
    path("kansli/anslag/", views.notice_list, name="notice-list"),
    path("kansli/anslag/<int:pk>/", views.notice_detail, name="notice-detail"),
    path("kansli/anslag/<int:pk>/satt-upp/", views.notice_post, name="notice-post"),
    path(
        "kansli/anslag/<int:pk>/annan-tavla/",
        views.notice_external,
        name="notice-external",
    ),
    path("kansli/anslag/<int:pk>/underlag/", views.notice_proof, name="notice-proof"),
    path(
        "kansli/anslag/<int:pk>/ta-ned/",
        views.notice_take_down,
        name="notice-take-down",
    ),
    path(
        "kansli/anslag/<int:pk>/avbrott/<int:row>/",
        views.notice_assess,
        name="notice-assess",
    ),
    path("kansli/anslag/<int:pk>/laga-kraft/", views.notice_final, name="notice-final"),
    path(
        "kansli/anslag/<int:pk>/bevis/",
        views.notice_certificate,
        name="notice-certificate",
    ),
    path(
        "kansli/anslag/kungorelser/",
        proclamation_views.proclamation_list,
        name="proclamation-list",
    ),
    path(
        "kansli/anslag/kungorelser/ny/<int:board>/",
        proclamation_views.proclamation_new,
        name="proclamation-new",
    ),
    path(
        "kansli/anslag/kungorelser/<int:pk>/",
        proclamation_views.proclamation_detail,
        name="proclamation-detail",
    ),
    path(
        "kansli/anslag/kungorelser/<int:pk>/aterkalla/",
        proclamation_views.proclamation_withdraw,
        name="proclamation-withdraw",
    ),
    path(
        "kansli/anslag/kungorelser/<int:pk>/bevis/",
        proclamation_views.proclamation_certificate,
        name="proclamation-certificate",
    ),
]
