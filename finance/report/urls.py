"""Addresses of the board's money."""

from django.urls import path

from finance.report import views

urlpatterns = [
    path("", views.report_list, name="report-list"),
    path("ny/", views.report_start, name="report-start"),
    path("<int:pk>/", views.report_detail, name="report-detail"),
    path("<int:pk>/inledning/", views.introduction, name="report-introduction"),
    path("<int:pk>/tabell/", views.table_add, name="report-table-add"),
    path("<int:pk>/grans/", views.limit, name="report-limit"),
    path("<int:pk>/lanka/", views.number_link, name="report-link"),
    path("tabell/<int:pk>/atgard/", views.table_measure, name="report-table-measure"),
    path("tabell/<int:pk>/uppfoljning/", views.follow_up, name="report-follow-up"),
    path("<int:pk>/rapport.xlsx", views.report_xlsx, name="report-xlsx"),
    path("<int:pk>/jamforelse/", views.report_compare, name="report-compare"),
    path("<int:pk>/namnder/", views.report_cover, name="report-cover"),
    path("<int:pk>/hamta/", views.report_fill, name="report-fill"),
    path("<int:pk>/frys/", views.report_freeze, name="report-freeze"),
    path("tabell/<int:pk>/", views.table_edit, name="report-table"),
    path("tabell/<int:pk>/text/", views.table_text, name="report-table-text"),
    path("tabell/<int:pk>/ta-bort/", views.table_remove, name="report-table-remove"),
]
