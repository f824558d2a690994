"""Addresses of the ärenden, for the kansli."""

from django.urls import path

from cases.case import views

ROOT = "kansli/arenden"

urlpatterns = [
    path(f"{ROOT}/", views.case_list, name="case-list"),
    path(f"{ROOT}/ny/<int:board>/", views.case_open, name="case-open"),
    path(f"{ROOT}/<int:pk>/", views.case_detail, name="case-detail"),
    path(f"{ROOT}/<int:pk>/andra/", views.case_change, name="case-change"),
    path(f"{ROOT}/<int:pk>/avsluta/", views.case_close, name="case-close"),
    path(f"{ROOT}/<int:pk>/oppna/", views.case_reopen, name="case-reopen"),
]
