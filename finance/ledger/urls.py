"""Addresses of the ledger."""

from django.urls import path

from finance.ledger import views
from finance.ledger.sheets import views as sheets

urlpatterns = [
    path("", views.ledger_list, name="ledger-list"),
    path("inlasning/<int:pk>/", views.ledger_upload, name="ledger-upload"),
    path("inlasning/<int:pk>/lage/", views.ledger_progress, name="ledger-progress"),
    path("inlasning/<int:pk>/kolumner/", sheets.sheet_columns, name="sheet-columns"),
    path("kolumner/", sheets.sheet_mappings, name="sheet-mappings"),
    path("kolumner/<int:pk>/", sheets.sheet_mapping, name="sheet-mapping"),
    path("kolumner/<int:pk>/ta-bort/", sheets.sheet_remove, name="sheet-remove"),
    path("fil/<int:pk>/", views.ledger_file, name="ledger-file"),
    path("fil/<int:pk>/hamta/", views.ledger_download, name="ledger-download"),
]
