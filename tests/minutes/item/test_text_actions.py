"""Writing sections: saving, conflicts, and the generated wording."""

import pytest
from django.core.exceptions import PermissionDenied

from boards.shared.models import HistoryEvent
from boards.shared.refusals import Refused
from minutes.item import actions
from minutes.item.changes import Suggestion, suggestion_of
from minutes.item.enums import SectionKind
from minutes.item.models import ItemSection, MinutesItem
from minutes.item.queries import record_of
from tests.factories import items as make
from tests.factories.meetings import board_with_roster, secretary_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def item() -> MinutesItem:
    return make.item_in_session()


def save(item: MinutesItem, body: str, version: int, kind: str = "summary") -> object:
    section = item.sections.get(kind=kind)
    by = item.meeting.secretary
    return actions.save_section(section=section, body=body, version=version, by=by)


def suggested(item: MinutesItem, section: ItemSection) -> Suggestion | None:
    record = record_of(item.meeting, [item])
    return suggestion_of(record, record.items[0], section)


def test_section_when_saved_is_clean_and_one_version_further(item: MinutesItem) -> None:
    saved = save(item, "<p>Hej</p><script>alert(1)</script>", 1)
    assert (saved.body, saved.version) == ("<p>Hej</p>", 2)
    assert HistoryEvent.objects.filter(code="item.section_saved").count() == 1


def test_section_when_saved_twice_with_the_same_text_stays(item: MinutesItem) -> None:
    save(item, "<p>Hej</p>", 1)
    assert save(item, "<p>Hej</p>", 1).version == 2


def test_section_when_another_saved_first_is_not_overwritten(item: MinutesItem) -> None:
    save(item, "<p>Min text</p>", 1)
    with pytest.raises(actions.Conflict) as both:
        save(item, "<p>Din text</p>", 1)
    assert both.value.theirs == "<p>Min text</p>"
    assert both.value.yours == "<p>Din text</p>"
    assert both.value.version == 2
    assert both.value.theirs_by == str(item.meeting.secretary)
    assert make.section_of(item).body == "<p>Min text</p>"


def test_section_when_saved_by_another_boards_secretary_is_forbidden(
    item: MinutesItem,
) -> None:
    stranger = secretary_of(board_with_roster("annan"))
    section = make.section_of(item)
    with pytest.raises(PermissionDenied):
        actions.save_section(section=section, body="x", version=1, by=stranger)


def test_section_when_pasted_from_word_keeps_its_table(item: MinutesItem) -> None:
    pasted = (
        '<table class="MsoTable" style="width:9cm"><tr><td style="mso">Intäkter</td>'
        "<td>-117</td></tr></table>"
    )
    assert "<td>Intäkter</td><td>-117</td>" in save(item, pasted, 1).body


def test_section_when_added_twice_is_refused_unless_it_has_its_own_heading(
    item: MinutesItem,
) -> None:
    add = {"item": item, "by": None}
    with pytest.raises(Refused, match=r"item.section_exists"):
        actions.add_section(kind=SectionKind.SUMMARY, **add)
    with pytest.raises(Refused, match=r"item.no_heading"):
        actions.add_section(kind=SectionKind.DETAILS, **add)
    for heading in ("Ekonomi", "Risker"):
        actions.add_section(kind=SectionKind.DETAILS, heading=heading, **add)
    assert item.sections.filter(kind=SectionKind.DETAILS).count() == 2


def test_procedure_when_only_the_generated_text_is_saved_follows_the_data(
    item: MinutesItem,
) -> None:
    make.acclaimed(item, "förslaget antas")
    body = "<p>Ordföranden frågar om förslaget antas och finner att svaret är ja.</p>"
    assert save(item, body, 1, "procedure").body == ""


def test_procedure_when_edited_stays_and_later_data_is_only_suggested(
    item: MinutesItem,
) -> None:
    make.acclaimed(item, "förslaget antas")
    section = save(item, "<p>Egen text.</p>", 1, "procedure")
    assert suggested(item, section) is None
    make.acclaimed(item, "tillägget antas")
    section.refresh_from_db()
    assert section.body == "<p>Egen text.</p>"
    suggestion = suggested(item, section)
    assert "tillägget" in suggestion.body
    assert {"gone", "new"} <= {one.kind for one in suggestion.stretches}


def test_suggestion_when_declined_is_not_made_again(item: MinutesItem) -> None:
    make.acclaimed(item, "förslaget antas")
    section = save(item, "<p>Egen text.</p>", 1, "procedure")
    make.acclaimed(item, "tillägget antas")
    kept = actions.keep_wording(section=section, by=None)
    assert kept.body == "<p>Egen text.</p>"
    assert suggested(item, kept) is None


def test_suggestion_when_accepted_lets_the_text_follow_the_data(
    item: MinutesItem,
) -> None:
    make.acclaimed(item, "förslaget antas")
    section = save(item, "<p>Egen text.</p>", 1, "procedure")
    accepted = actions.accept_generated(section=section, by=None)
    assert (accepted.body, accepted.generated_from) == ("", "")


def test_heading_when_emptied_is_refused(item: MinutesItem) -> None:
    with pytest.raises(Refused, match=r"item.no_heading"):
        actions.change_item(item=item, heading=" ", is_information=False, by=None)


def test_section_when_removed_is_kept_in_the_history(item: MinutesItem) -> None:
    actions.remove_section(section=make.section_of(item), by=None)
    assert not item.sections.exists()
    assert HistoryEvent.objects.filter(code="item.section_removed").exists()
