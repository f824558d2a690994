"""Addresses of justering."""

from django.urls import path

from minutes.approval import views

urlpatterns = [
    path(
        "kansli/sammantraden/<int:pk>/justering/",
        views.approval_freeze,
        name="approval-freeze",
    ),
    path("kansli/justering/<int:pk>/", views.approval_detail, name="approval-detail"),
    path(
        "kansli/justering/<int:pk>/ersattare/",
        views.approval_reserve,
        name="approval-reserve",
    ),
    path(
        "kansli/justering/<int:pk>/ratta/",
        views.approval_correct,
        name="approval-correct",
    ),
    path(
        "kansli/justering/<int:pk>/ta-tillbaka/",
        views.approval_take_back,
        name="approval-take-back",
    ),
    path(
        "kansli/justering/<int:pk>/forsok-igen/",
        views.approval_retry,
        name="approval-retry",
    ),
    path("uppdrag/justering/<int:pk>/", views.approval_review, name="approval-review"),
    path("uppdrag/justering/<int:pk>/pdf/", views.approval_pdf, name="approval-pdf"),
    path(
        "uppdrag/justering/<int:pk>/skicka-tillbaka/",
        views.approval_return,
        name="approval-return",
    ),
    path(
        "uppdrag/justering/<int:pk>/underskrift/",
        views.approval_sign,
        name="approval-sign",
    ),
    path(
        "uppdrag/justering/<int:pk>/kvitto/",
        views.approval_receipt,
        name="approval-receipt",
    ),
    path(
        "kansli/justering/<int:pk>/bevis.zip",
        views.approval_evidence,
        name="approval-evidence",
    ),
    path(
        "uppdrag/justering/<int:pk>/underskrift/borja/",
        views.attempt_begin,
        name="attempt-begin",
    ),
    path(
        "uppdrag/underskrift/ater/<slug:method>/",
        views.attempt_return,
        name="attempt-return",
    ),
    path("uppdrag/underskrift/<uuid:reference>/", views.attempt, name="attempt"),
    path(
        "uppdrag/underskrift/<uuid:reference>/lage/",
        views.attempt_state,
        name="attempt-state",
    ),
    path(
        "uppdrag/underskrift/<uuid:reference>/svar/",
        views.attempt_answer,
        name="attempt-answer",
    ),
    path(
        "uppdrag/underskrift/<uuid:reference>/avbryt/",
        views.attempt_cancel,
        name="attempt-cancel",
    ),
    path("saml/metadata/", views.saml_metadata, name="saml-metadata"),
]
