"""Addresses of retention, for the archive and the kansli."""

from django.urls import path

from cases.retention.views import plans

ROOT = "kansli/arkiv/gallring"

urlpatterns = [
    path(f"{ROOT}/planer/", plans.plan_list, name="retention-plans"),
    path(f"{ROOT}/planer/ny/", plans.plan_start, name="retention-plan-start"),
    path(f"{ROOT}/planer/<int:pk>/", plans.plan_detail, name="retention-plan"),
    path(f"{ROOT}/planer/<int:pk>/regel/", plans.rule_add, name="retention-rule-add"),
    path(
        f"{ROOT}/planer/<int:pk>/anta/", plans.plan_adopt, name="retention-plan-adopt"
    ),
    path(f"{ROOT}/regler/<int:pk>/", plans.rule_change, name="retention-rule"),
    path(
        f"{ROOT}/regler/<int:pk>/ta-bort/",
        plans.rule_remove,
        name="retention-rule-remove",
    ),
]
