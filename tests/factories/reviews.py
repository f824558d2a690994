"""Draft minutes out for review, made by the product's own actions."""

from typing import Any

from boards.person.models import User
from minutes.item.models import ItemSection, MinutesItem
from minutes.item.queries import record_of
from minutes.meeting.models import Meeting
from minutes.review import actions
from minutes.review.content import content_of, digest
from minutes.review.enums import Verdict
from minutes.review.models import Look
from tests.factories import approvals, meetings
from tests.factories.items import section_of


def worded(meeting: Meeting) -> Meeting:
    """Write a summary in every § of a meeting."""
    for item in meeting.items.all():
        section = section_of(item)
        section.body = f"<p>Nämnden får en lägesbild av {item.heading}.</p>"
        section.save()
    return meeting


def sent(meeting: Meeting | None = None, **options: Any) -> Meeting:
    """A decided meeting whose §§ are with Ekström and Lindqvist."""
    meeting = meeting or worded(approvals.decided())
    items = options.pop("items", None) or approvals.items_of(meeting)
    options.setdefault("by", meeting.secretary)
    actions.send_for_review(meeting=meeting, items=items, **options)
    return meeting


def reviewer(meeting: Meeting, family_name: str = "Lindqvist") -> User:
    return approvals.user_of(meetings.attendance(meeting, family_name).person)


def sha256_of(item: MinutesItem) -> str:
    item = MinutesItem.objects.select_related("meeting__board").get(pk=item.pk)
    record = record_of(item.meeting, [item])
    return digest(content_of(record, record.items[0]))


def look(item: MinutesItem, by: User, **said: Any) -> Look:
    said.setdefault("verdict", Verdict.OK)
    said.setdefault("shown_sha256", sha256_of(item))
    return actions.look_through(item=item, said=actions.Said(**said), by=by)


def remark(item: MinutesItem, by: User, text: str = "Vem var det?") -> Look:
    return look(item, by, verdict=Verdict.COMMENT, comment=text)


def proposal(item: MinutesItem, by: User, wording: str = "Nämnden fick veta.") -> Look:
    section = section_of(item).pk
    return look(item, by, verdict=Verdict.WORDING, wording=wording, section=section)


def rewrite(item: MinutesItem, body: str = "<p>Skrivet på nytt.</p>") -> ItemSection:
    section = section_of(item)
    section.body = body
    section.version += 1
    section.save()
    return section
