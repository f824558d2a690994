"""Addresses of the dashboards."""

from django.urls import path

from finance.dashboard import views

MONTH = "<slug:slug>/<int:year>/<int:month>/"
LINE = f"{MONTH}enhet/<int:unit>/rad/<int:line>/"
PROJECT = f"{MONTH}projekt/<int:project>/"
ACCOUNT = "konto/<str:account>/"

urlpatterns = [
    path("", views.dashboard_list, name="dashboard-list"),
    path("verifikation/<int:pk>/", views.voucher, name="voucher"),
    path("<slug:slug>/", views.dashboard_latest, name="dashboard-latest"),
    path(MONTH, views.dashboard_board, name="dashboard-board"),
    path(f"{MONTH}xlsx/", views.dashboard_xlsx, name="dashboard-xlsx"),
    path(f"{MONTH}enhet/<int:unit>/", views.dashboard_unit, name="dashboard-unit"),
    path(LINE, views.dashboard_accounts, name="dashboard-line"),
    path(f"{LINE}{ACCOUNT}", views.dashboard_vouchers, name="dashboard-account"),
    path(PROJECT, views.dashboard_accounts, name="dashboard-project"),
    path(
        f"{PROJECT}{ACCOUNT}",
        views.dashboard_vouchers,
        name="dashboard-project-account",
    ),
]
