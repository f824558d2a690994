"""Addresses of internal control."""

from django.urls import path

from finance.control.views import checks, plans, reports, rows

urlpatterns = [
    path("", plans.plan_list, name="control-list"),
    path("ny/", plans.plan_start, name="control-start"),
    path("<int:pk>/", plans.plan_detail, name="control-plan"),
    path("<int:pk>/skala/", plans.scale, name="control-scale"),
    path("<int:pk>/anta/", plans.adopt, name="control-adopt"),
    path("<int:pk>/beslut/", plans.decision, name="control-decision"),
    path("<int:pk>/risk/", rows.risk_add, name="control-risk-add"),
    path("<int:pk>/rad/", rows.row_add, name="control-row-add"),
    path("<int:pk>/rapport/", reports.report_make, name="control-report-make"),
    path(
        "rapport/<int:pk>/beslut/", reports.report_decide, name="control-report-decide"
    ),
    path("rapport/<int:pk>/skicka/", reports.report_send, name="control-report-send"),
    path("risk/<int:pk>/", rows.risk_change, name="control-risk"),
    path("risk/<int:pk>/ta-bort/", rows.risk_remove, name="control-risk-remove"),
    path("risk/<int:pk>/moment/", rows.control_add, name="control-add"),
    path("moment/<int:pk>/", rows.control_detail, name="control-detail"),
    path("moment/<int:pk>/andra/", rows.control_change, name="control-change"),
    path("moment/<int:pk>/ta-bort/", rows.control_remove, name="control-remove"),
    path("moment/<int:pk>/ersatt/", rows.control_replace, name="control-replace"),
    path("moment/<int:pk>/avsluta/", rows.control_end, name="control-end"),
    path(
        "moment/<int:pk>/komplettera/", rows.control_complete, name="control-complete"
    ),
    path("moment/<int:pk>/uppfoljning/", checks.check_add, name="control-check-add"),
    path("uppfoljning/<int:pk>/", checks.check_change, name="control-check"),
    path(
        "uppfoljning/<int:pk>/atgard/", checks.measure_add, name="control-measure-add"
    ),
    path("atgard/<int:pk>/", checks.measure, name="control-measure"),
]
