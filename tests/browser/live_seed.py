"""A meeting of nine in session, with its §§ still to be handled.

Run as a program in the environment of a site.
"""

import django

HEADINGS = (
    "Taxa för bygglov och tillsyn",
    "Bygglov för Ekskolan",
    "Bullermätning vid Storgatan",
)
PROPOSED = ("Taxan antas.", "Bygglov beviljas.", "Rapporten godkänns.")


def main() -> None:
    """Make the registers and open one meeting; everybody is there."""
    django.setup()
    # Models can be imported only after the set-up.
    from datetime import timedelta  # noqa: PLC0415

    from boards.shared.clock import at, local, now  # noqa: PLC0415
    from cases.case.actions import open_case  # noqa: PLC0415
    from config.demo.chain import work_off  # noqa: PLC0415
    from config.demo.registers import TERM, build_registers  # noqa: PLC0415
    from minutes.item import actions as items  # noqa: PLC0415
    from minutes.meeting import actions as meetings  # noqa: PLC0415
    from minutes.meeting.enums import AgendaKind  # noqa: PLC0415

    with at(local(TERM, 10)):
        made = build_registers()
        work_off()
    board, by = made.boards["mbn"], made.users["elin"]
    with at(now() - timedelta(days=10)):
        meeting = meetings.plan_meeting(
            board=board, starts_at=now() + timedelta(days=10), place="Alby", by=by
        )
        meetings.add_agenda_item(
            meeting=meeting, heading="Upprop", kind=AgendaKind.OPENING, by=by
        )
        for heading in HEADINGS:
            case = open_case(board=board, title=heading, by=by)
            meetings.add_agenda_item(
                meeting=meeting,
                heading=heading,
                kind=AgendaKind.DECISION,
                case=case,
                by=by,
            )
        meetings.send_summons(meeting=meeting, by=by)
        work_off()
    meeting = meetings.open_meeting(meeting=meeting, by=by)
    for row in meeting.attendances.all():
        meetings.set_attendance(attendance=row, is_present=True, by=by)
    olof = meeting.attendances.get(person__family_name="Brink")
    meetings.choose_approvers(meeting=meeting, chosen=[olof], by=by)
    for item, text in zip(meeting.items.all(), PROPOSED, strict=True):
        items.set_proposed(item=item, texts=[text], by=by)


if __name__ == "__main__":
    main()
