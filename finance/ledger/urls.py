"""Addresses of the ledger."""

from django.urls import path

from finance.ledger import views

urlpatterns = [
    path("", views.ledger_list, name="ledger-list"),
    path("inlasning/<int:pk>/", views.ledger_upload, name="ledger-upload"),
    path("inlasning/<int:pk>/lage/", views.ledger_progress, name="ledger-progress"),
    path("fil/<int:pk>/", views.ledger_file, name="ledger-file"),
    path("fil/<int:pk>/hamta/", views.ledger_download, name="ledger-download"),
]
