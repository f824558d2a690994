"""All addresses: public at the root, staff, elected members, registers."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include("boards.urls")),
    path("", include("cases.urls")),
    path("", include("finance.urls")),
    path("", include("minutes.urls")),
]
