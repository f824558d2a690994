"""What is there before the model meeting: the registers and its board's earlier §§.

Run as a program in the environment of a site.
"""

import django

SEEDED_CASES = ("budget", "follow-up", "platform")


def main() -> None:
    """Make the registers, ärenden 1–3 and the meetings with §§ 1–10 of 2020."""
    django.setup()
    # Models can be imported only after the set-up.
    from boards.shared.clock import at, local  # noqa: PLC0415
    from cases.case.actions import open_case  # noqa: PLC0415
    from config.demo.chain import Chain, work_off  # noqa: PLC0415
    from config.demo.joint_board import CASES, SPRING, WINTER  # noqa: PLC0415
    from config.demo.registers import TERM, build_registers  # noqa: PLC0415

    with at(local(TERM, 10)):
        made = build_registers()
        work_off()
    cases = {}
    for key in SEEDED_CASES:
        title, day = CASES[key]
        with at(local(day, 9)):
            cases[key] = open_case(
                board=made.boards["itvt"], title=title, by=made.users["rolf"]
            )
    for plan in (WINTER, SPRING):
        Chain(made, cases, plan).run()


if __name__ == "__main__":
    main()
