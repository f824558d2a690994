"""Addresses that search engines know."""

from django.urls import path

from minutes.opendata.sitemap import views

urlpatterns = [
    path("sitemap.xml", views.index, name="sitemap"),
    path("sitemap-sidor.xml", views.standing, name="sitemap-pages"),
    path(
        "sitemap-<slug:kind>-<int:year>-<int:number>.xml",
        views.of_year,
        name="sitemap-year",
    ),
    path("robots.txt", views.robots, name="robots"),
]
