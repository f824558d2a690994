"""Addresses of the handlingar, for the kansli."""

from django.urls import path

from cases.document import views

ROOT = "kansli/handlingar"

urlpatterns = [
    path(
        "kansli/arenden/<int:case>/handlingar/ny/",
        views.document_register,
        name="document-register",
    ),
    path(f"{ROOT}/<int:pk>/", views.document_detail, name="document-detail"),
    path(f"{ROOT}/<int:pk>/fil/", views.document_file, name="document-file"),
    path(f"{ROOT}/<int:pk>/fil/ny/", views.document_attach, name="document-attach"),
    path(f"{ROOT}/<int:pk>/andra/", views.document_change, name="document-change"),
    path(f"{ROOT}/<int:pk>/registrera/", views.document_enter, name="document-enter"),
    path(f"{ROOT}/<int:pk>/ta-bort/", views.document_remove, name="document-remove"),
]
