"""Addresses of meetings, for the kansli and for those who are called."""

from django.urls import path

from minutes.meeting.views import agenda, life, members, planning, session

ROOT = "kansli/sammantraden"

urlpatterns = [
    path(f"{ROOT}/", planning.meeting_list, name="meeting-list"),
    path(f"{ROOT}/nytt/<int:board>/", planning.meeting_plan, name="meeting-plan"),
    path(f"{ROOT}/<int:pk>/", planning.meeting_detail, name="meeting-detail"),
    path(f"{ROOT}/<int:pk>/andra/", planning.meeting_change, name="meeting-change"),
    path(
        f"{ROOT}/<int:pk>/justeringens-plats/",
        planning.meeting_approval_plan,
        name="meeting-approval-plan",
    ),
    path(f"{ROOT}/<int:pk>/stall-in/", planning.meeting_cancel, name="meeting-cancel"),
    path(f"{ROOT}/<int:pk>/oppna/", planning.meeting_open, name="meeting-open"),
    path(f"{ROOT}/<int:pk>/avsluta/", planning.meeting_close, name="meeting-close"),
    path(f"{ROOT}/<int:pk>/fortsatt/", life.meeting_continue, name="meeting-continue"),
    path(f"{ROOT}/<int:pk>/paus/", life.meeting_adjourn, name="meeting-adjourn"),
    path(f"{ROOT}/<int:pk>/paus/slut/", life.meeting_resume, name="meeting-resume"),
    path(
        f"{ROOT}/<int:pk>/paus/<int:row>/ta-bort/",
        life.adjournment_remove,
        name="adjournment-remove",
    ),
    path(f"{ROOT}/<int:pk>/dagordning/", life.agenda_settle, name="agenda-settle"),
    path(f"{ROOT}/<int:pk>/punkter/ny/", agenda.agenda_add, name="agenda-add"),
    path(f"{ROOT}/punkter/<int:pk>/", agenda.agenda_item, name="agenda-item"),
    path(f"{ROOT}/punkter/<int:pk>/flytta/", agenda.agenda_move, name="agenda-move"),
    path(
        f"{ROOT}/punkter/<int:pk>/utgar/",
        agenda.agenda_withdraw,
        name="agenda-withdraw",
    ),
    path(f"{ROOT}/punkter/<int:pk>/handlingar/", agenda.paper_add, name="paper-add"),
    path(
        f"{ROOT}/handlingar/<int:pk>/ta-bort/",
        agenda.paper_remove,
        name="paper-remove",
    ),
    path(f"{ROOT}/<int:pk>/kallelse/", agenda.meeting_summons, name="meeting-summons"),
    path(
        f"{ROOT}/<int:pk>/kallelse/pdf/",
        agenda.summons_preview,
        name="summons-preview",
    ),
    path(
        f"{ROOT}/kallelser/<int:pk>/mejla-igen/",
        agenda.summons_retry,
        name="summons-retry",
    ),
    path("uppdrag/kallelser/<int:pk>/pdf/", agenda.summons_file, name="summons-file"),
    path(f"{ROOT}/<int:pk>/narvaro/", session.attendance, name="meeting-attendance"),
    path(f"{ROOT}/<int:pk>/narvaro/upprop/", session.roll_call, name="attendance-roll"),
    path(f"{ROOT}/<int:pk>/narvaro/kom/", session.arrive, name="attendance-arrive"),
    path(f"{ROOT}/<int:pk>/narvaro/gick/", session.leave, name="attendance-leave"),
    path(f"{ROOT}/<int:pk>/narvaro/ersattare/", session.serve, name="attendance-serve"),
    path(
        f"{ROOT}/narvaro/ersattare/<int:pk>/avsluta/",
        session.end_service,
        name="attendance-end-service",
    ),
    path(
        f"{ROOT}/narvaro/ersattare/<int:pk>/byt/",
        session.swap,
        name="attendance-swap",
    ),
    path(f"{ROOT}/<int:pk>/narvaro/punkter/", session.stays, name="attendance-stays"),
    path(
        f"{ROOT}/<int:pk>/narvaro/ordforande/",
        session.choose_chair,
        name="attendance-chair",
    ),
    path(
        f"{ROOT}/narvaro/ordforande/<int:pk>/ta-bort/",
        session.withdraw_chair,
        name="chosen-chair-withdraw",
    ),
    path(f"{ROOT}/<int:pk>/narvaro/fler/", session.add, name="attendance-add"),
    path(f"{ROOT}/<int:pk>/justerare/", session.approvers, name="meeting-approvers"),
    path(
        "uppdrag/sammantraden/<int:pk>/",
        members.assignment_meeting,
        name="assignment-meeting",
    ),
    path(
        "uppdrag/handlingar/<int:pk>/",
        members.assignment_paper,
        name="assignment-paper",
    ),
]
