"""Addresses of forecasts."""

from django.urls import path

from finance.forecast import views

urlpatterns = [
    path("", views.forecast_list, name="forecast-list"),
    path("ny/", views.forecast_start, name="forecast-start"),
    path("<int:pk>/", views.forecast_detail, name="forecast-detail"),
    path("<int:pk>/enhet/<int:unit_pk>/", views.forecast_unit, name="forecast-unit"),
    path(
        "<int:pk>/enhet/<int:unit_pk>/ansvar/",
        views.forecast_duty,
        name="forecast-duty",
    ),
    path("<int:pk>/investeringar/", views.forecast_projects, name="forecast-projects"),
    path("<int:pk>/las/", views.forecast_lock, name="forecast-lock"),
]
