"""Addresses of retention, for the archive and the kansli."""

from django.urls import path

from cases.retention.views import disposals, due, holds, plans

ROOT = "kansli/arkiv/gallring"

urlpatterns = [
    path(f"{ROOT}/", due.due_list, name="retention-due"),
    path(f"{ROOT}/<int:board>/foresla/", due.propose, name="retention-propose"),
    path(f"{ROOT}/stopp/", holds.hold_list, name="retention-holds"),
    path(f"{ROOT}/stopp/ny/<int:case>/", holds.hold_set, name="retention-hold-set"),
    path(f"{ROOT}/stopp/<int:pk>/hav/", holds.hold_lift, name="retention-hold-lift"),
    path(f"{ROOT}/beslut/", disposals.disposal_list, name="retention-disposals"),
    path(
        f"{ROOT}/beslut/<int:pk>/",
        disposals.disposal_detail,
        name="retention-disposal",
    ),
    path(
        f"{ROOT}/beslut/<int:pk>/verkstall/",
        disposals.disposal_carry_out,
        name="retention-carry-out",
    ),
    path(
        f"{ROOT}/beslut/<int:pk>/aterkalla/",
        disposals.disposal_withdraw,
        name="retention-withdraw",
    ),
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
