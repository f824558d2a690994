"""Addresses of the budget."""

from django.urls import path

from finance.budget import views

urlpatterns = [
    path("", views.budget_list, name="budget-list"),
    path("ny/", views.budget_start, name="budget-start"),
    path("<int:pk>/", views.budget_detail, name="budget-detail"),
    path("<int:pk>/enhet/<int:unit_pk>/", views.budget_unit, name="budget-unit"),
    path("<int:pk>/investeringar/", views.budget_projects, name="budget-projects"),
    path("<int:pk>/anta/", views.budget_adopt, name="budget-adopt"),
    path("<int:pk>/hamta/", views.budget_fetch, name="budget-fetch"),
    path("<int:pk>/kasta/", views.budget_drop, name="budget-drop"),
    path("namnd/<int:pk>/projekt/", views.project_add, name="budget-project-add"),
    path("projekt/<int:pk>/", views.project_change, name="budget-project"),
]
