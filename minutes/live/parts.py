"""The forms of the live view and what each does: those of the §, those of the room."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from boards.shared.clock import now
from minutes.item.views.page import SIMPLE_FORMS
from minutes.item.views.verbs import PARTS, ROW_PARTS
from minutes.live.facts import script_facts
from minutes.live.forms import AdjournForm, ResumeForm
from minutes.live.rules.gavel import prefilled
from minutes.meeting import actions
from minutes.meeting import session_forms as room_forms
from minutes.meeting.pages import first_proposal, seat_proposals
from minutes.meeting.queries import serving_row

if TYPE_CHECKING:
    from minutes.item.models import MinutesItem
    from minutes.item.service import Service
    from minutes.live.queries import Shown

# Address part of a §'s form → its place on the page.
ITEM_PARTS = ("yrkanden", "fragor", "votering", "jav", "reservationer")
DECISION = "beslut"
BLANK_POINT = {"outcome": "adopted", "appeal": "legality", "depth": 0}


@dataclass(frozen=True)
class RoomPart:
    """A form about who is in the room."""

    form: Any
    prefix: str
    carry_out: Callable[..., Any]


def arrive(form: Any, by: Any, said: dict[str, Any]) -> Any:
    """Write an arrival."""
    return actions.arrive(
        attendance=said["person"],
        at_item=said["item"],
        clock=room_forms.moment(form.meeting, said["clock"]),
        reason=said["reason"],
        part=said["part"],
        by=by,
    )


def leave(form: Any, by: Any, said: dict[str, Any]) -> Any:
    """Write a departure."""
    return actions.leave(
        attendance=said["person"],
        after_item=said["item"],
        clock=room_forms.moment(form.meeting, said["clock"]),
        part=said["part"],
        by=by,
    )


def serve(_form: Any, by: Any, said: dict[str, Any]) -> Any:
    """Call in a substitute."""
    return actions.call_in_substitute(
        substitute=said["substitute"],
        in_place_of=said["member"],
        span=(said["first"], said["last"]),
        cause=said["cause"],
        reason=said["reason"],
        by=by,
    )


def adjourn(form: Any, by: Any, said: dict[str, Any]) -> Any:
    """Let the meeting pause."""
    meeting = form.meeting
    return actions.adjourn(
        meeting=meeting,
        from_at=now(),
        reason=said["reason"],
        item=meeting.current_item,
        by=by,
    )


def resume(form: Any, by: Any, _said: dict[str, Any]) -> Any:
    """Let the meeting go on."""
    return actions.resume(meeting=form.meeting, to_at=now(), by=by)


ROOM_PARTS = {
    "kom": RoomPart(room_forms.ArrivalForm, "in", arrive),
    "gick": RoomPart(room_forms.DepartureForm, "out", leave),
    "ersattare": RoomPart(room_forms.ServiceForm, "serve", serve),
    "ajournera": RoomPart(AdjournForm, "pause", adjourn),
    "ateruppta": RoomPart(ResumeForm, "resume", resume),
}


def item_form(part: str, item: MinutesItem, service: Service, data: Any = None) -> Any:
    """Return one of the §'s forms, with ids of its own on the page."""
    name, _carry_out = PARTS[part]
    return SIMPLE_FORMS[name](
        data, item=item, service=service, auto_id=f"live-{part}-%s"
    )


def room_form(part: str, shown: Shown, data: Any = None) -> Any:
    """Return one of the forms about the room, begun with the point that is shown."""
    row = ROOM_PARTS[part]
    initial = {"item": shown.point.pk} if shown.point else {}
    if part == "ersattare":
        initial = first_seat(shown)
    form = row.form(
        data, meeting=shown.meeting, prefix=row.prefix, initial=initial or None
    )
    # The page writes the form's tag and button, so that it can be sent from there.
    form.helper.form_tag, form.helper.disable_csrf = False, True
    form.helper.layout.fields = list(form.fields)
    return form


def first_seat(shown: Shown) -> dict[str, Any]:
    """Return the empty place at the point and whose turn it is (KL 6:16)."""
    if shown.point is None or shown.serving is None:
        return {}
    people = {row.pk: row for row in shown.meeting.attendances.all()}
    row = serving_row(shown.point, shown.serving, people)
    return first_proposal(seat_proposals(shown.meeting, [row], people))


def decision_form(item: MinutesItem, shown: Shown) -> Any:
    """Return the decision's form; before the gavel it holds what was proposed."""
    form = ROW_PARTS[DECISION][1](item)
    if not item.decision_points.all():
        facts = script_facts(shown)
        texts = prefilled(facts.proposed, facts.floor, facts.rounds)
        form.rows.initial = [{**BLANK_POINT, "text": text} for text in texts]
    return form
