"""The app's addresses."""

from django.urls import include, path

urlpatterns = [
    path("kansli/ekonomi/redovisning/", include("finance.ledger.urls")),
    path("kansli/ekonomi/kontering/", include("finance.chart.urls")),
    path("kansli/ekonomi/kontering/", include("finance.figures.urls")),
    path("kansli/ekonomi/budget/", include("finance.budget.urls")),
    path("kansli/ekonomi/prognos/", include("finance.forecast.urls")),
    path("kansli/ekonomi/oversikt/", include("finance.dashboard.urls")),
    path("", include("finance.portal.urls")),
    path("kansli/ekonomi/", include("finance.report.urls")),
    path("kansli/internkontroll/", include("finance.control.urls")),
]
