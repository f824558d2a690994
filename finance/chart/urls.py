"""Addresses of the chart: units, rows and what belongs there."""

from django.urls import path

from finance.chart import views

urlpatterns = [
    path("", views.chart_list, name="chart-list"),
    path("enhet/<int:pk>/", views.unit_change, name="chart-unit"),
    path("rad/<int:pk>/", views.line_change, name="chart-line"),
    path("post/<int:pk>/", views.mapping_change, name="mapping-change"),
    path("post/<int:pk>/avsluta/", views.mapping_end, name="mapping-end"),
    path("<slug:slug>/", views.chart_board, name="chart-board"),
    path("<slug:slug>/enhet/", views.unit_add, name="chart-unit-add"),
    path("<slug:slug>/rad/", views.line_add, name="chart-line-add"),
    path("<slug:slug>/post/", views.mapping_add, name="mapping-add"),
    path("<slug:slug>/nytt-ar/", views.renew, name="chart-renew"),
]
