"""Every section the data can write follows it, until somebody words it."""

import pytest

from boards.shared.clock import local, now
from minutes.item import actions
from minutes.item.changes import Suggestion, suggestion_of
from minutes.item.enums import GENERATED_SECTIONS, SectionKind
from minutes.item.models import ItemSection, MinutesItem
from minutes.item.queries import record_of
from minutes.item.wording import text_of
from minutes.meeting import actions as meetings
from tests.factories import rich_items as rich
from tests.factories.meetings import MEETING_DAY

pytestmark = pytest.mark.django_db
OWN = "<p>Egen text.</p>"


def said(item: MinutesItem, kind: SectionKind) -> str:
    record = record_of(item.meeting, [item])
    return text_of(record, record.items[0], kind)


def suggested(item: MinutesItem, section: ItemSection) -> Suggestion | None:
    record = record_of(item.meeting, [item])
    return suggestion_of(record, record.items[0], section)


def changed(item: MinutesItem) -> None:
    """Change something in the data of every section."""
    chair = rich.people(item.meeting)[0]
    item.floor_proposals.filter(position=1).update(text="Något annat.")
    item.rounds.filter(position=1).update(question="ärendet bordläggs")
    item.reservations.create(announced_at=now()).people.add(chair)
    item.notes.create(kind="note", text="Nytt.").people.add(chair)
    item.recusals.all().update(reason="annat skäl")
    item.recipients.all().delete()
    second = rich.people(item.meeting)[2]
    second.presence.update(
        to_item=item.meeting.agenda_items.first(),
        left_at=local(MEETING_DAY, 9, 40),
    )


# The tables of an ärende follow other rooms: tests/finance/control has those.
OF_THE_ITEM = [kind for kind in GENERATED_SECTIONS if kind != SectionKind.TABLES]


@pytest.fixture
def item() -> MinutesItem:
    """The second §, so that somebody can have left after the first."""
    return rich.filled(rich.meeting_of_four().items.all()[1])


@pytest.mark.parametrize("kind", OF_THE_ITEM)
def test_section_when_worded_is_kept_and_later_data_only_suggested(
    item: MinutesItem, kind: SectionKind
) -> None:
    section = actions.add_section(item=item, kind=kind, by=None)
    assert section.body == ""
    again = actions.save_section(
        section=section, body=said(item, kind), version=1, by=None
    )
    assert again.body == ""
    own = actions.save_section(
        section=section, body=OWN, version=again.version, by=None
    )
    assert suggested(item, own) is None
    changed(item)
    own.refresh_from_db()
    assert own.body == OWN
    offer = suggested(item, own)
    assert offer is not None
    assert {one.kind for one in offer.stretches} >= {"gone"}
    kept = actions.keep_wording(section=own, by=None)
    assert (kept.body, suggested(item, kept)) == (OWN, None)
    assert actions.accept_generated(section=own, by=None).body == ""


def test_suggestion_when_shown_keeps_lines_apart(item: MinutesItem) -> None:
    section = actions.add_section(
        item=item, kind=SectionKind.RESERVATION, by=None, body=OWN
    )
    changed(item)
    offer = suggested(item, section)
    new = "".join(one.text for one in offer.stretches if one.kind == "new")
    assert "\n" in new
    assert "reserverar sig mot beslutet" in new


@pytest.mark.law("KL-06")
def test_attendance_when_a_member_leaves_says_who_sits_instead() -> None:
    meeting = rich.meeting_of_four()
    first, second, third = meeting.agenda_items.all()
    _chair, _vice, member, _other, substitute, *_rest = rich.people(meeting)
    meetings.leave(
        attendance=member, after_item=first, clock=local(MEETING_DAY, 10, 5), by=None
    )
    meetings.call_in_substitute(
        substitute=substitute,
        in_place_of=member,
        span=(second, None),
        reason="Ingen ersättare från partiet",
        by=None,
    )
    assert said(first.item, SectionKind.ATTENDANCE) == ""
    assert said(second.item, SectionKind.ATTENDANCE) == (
        f"<p>{member} lämnar sammanträdet kl. 10.05. {substitute} tjänstgör i Karin"
        " Ledamot0s (L) ställe från och med § 2.</p>"
    )
    assert said(third.item, SectionKind.ATTENDANCE) == ""


@pytest.mark.law("KL-06")
def test_attendance_when_the_chair_comes_late_says_who_leads() -> None:
    meeting = rich.meeting_of_four()
    first, second, third = meeting.agenda_items.all()
    chair, *_rest = rich.people(meeting)
    chair.presence.update(
        from_item=second, from_part="p. 2", arrived_at=local(MEETING_DAY, 9, 20)
    )
    text = said(second.item, SectionKind.ATTENDANCE)
    assert f"{chair} kommer till sammanträdet under paragrafen kl. 9.20" not in text
    assert "kl. 09.20 och är närvarande i denna del: p. 2." in text
    assert text.count(str(chair)) <= 2
    assert said(first.item, SectionKind.ATTENDANCE) == ""
    assert "kommer till" not in said(third.item, SectionKind.ATTENDANCE)


@pytest.mark.law("KL-06")
def test_attendance_when_somebody_leaves_within_a_paragraph_says_it_once() -> None:
    meeting = rich.meeting_of_four()
    _first, second, third = meeting.agenda_items.all()
    member = rich.people(meeting)[2]
    meetings.leave(
        attendance=member,
        after_item=second,
        clock=local(MEETING_DAY, 10),
        part="p. 1",
        by=None,
    )
    text = said(second.item, SectionKind.ATTENDANCE)
    assert text.count("lämnar sammanträdet") == 1
    assert "under paragrafen kl. 10.00" in text
    assert "lämnar" not in said(third.item, SectionKind.ATTENDANCE)


def test_change_of_data_when_no_wording_exists_is_simply_printed(
    item: MinutesItem,
) -> None:
    section = actions.add_section(item=item, kind=SectionKind.FLOOR, by=None)
    changed(item)
    assert "Något annat." in said(item, SectionKind.FLOOR)
    assert suggested(item, section) is None


def test_recusal_and_attendance_when_one_is_out_for_jav_are_not_mixed(
    item: MinutesItem,
) -> None:
    assert said(item, SectionKind.ATTENDANCE) == ""
    assert "jävig" in said(item, SectionKind.RECUSAL)
