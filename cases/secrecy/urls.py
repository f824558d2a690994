"""Addresses of the secrecy marks, for the kansli."""

from django.urls import path

from cases.secrecy import views

urlpatterns = [
    path("kansli/arenden/<int:pk>/sekretess/", views.case_secrecy, name="case-secrecy"),
    path(
        "kansli/handlingar/<int:pk>/sekretess/",
        views.document_secrecy,
        name="document-secrecy",
    ),
]
