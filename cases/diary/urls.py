"""Addresses of the public diary."""

from django.urls import path

from cases.diary import views

urlpatterns = [
    path("diarium/", views.diary_list, name="diary-list"),
    path("diarium/<slug:slug>/", views.public_diary, name="public-diary"),
]
