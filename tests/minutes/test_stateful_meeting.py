"""Random acts at a meeting, held against a model that knows the law in a few lines."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from boards.shared.clock import at
from boards.shared.refusals import Refused
from minutes.item import actions as items
from minutes.item.actions.steps import loaded, service_at
from minutes.item.enums import RoundMethod, VoteChoice
from minutes.item.models import MinutesItem
from minutes.meeting import actions as meetings
from minutes.meeting.enums import ServingCause
from minutes.meeting.models import Attendance, Meeting
from tests.factories import items as make
from tests.factories.meetings import attendance

pytestmark = pytest.mark.django_db

CHAIR, VICE = "Ekström", "Lindqvist"
MEMBERS = (CHAIR, VICE, "Ledamot0", "Ledamot1", "Ledamot2")
SUBSTITUTES = ("Åhlund", "Wikman")
EVERYBODY = (*MEMBERS, *SUBSTITUTES)
SEATS, NEEDED = 5, 3
people = st.sampled_from(EVERYBODY)


class Undone(Exception):  # noqa: N818  what happened to the example, not a fault
    """Ends an example's transaction."""


class Model:
    """Who is there, who serves for whom, what has been done: the law in plain sight."""

    def __init__(self) -> None:
        self.here = set(EVERYBODY)
        self.out: set[str] = set()
        self.serving: dict[str, str] = {}
        self.voted: set[str] = set()
        self.aside: set[str] = set()
        self.reserved: set[str] = set()
        self.is_decided = self.is_closed = False

    def free(self, name: str) -> bool:
        return name in self.here and name not in self.out

    def deciders(self) -> set[str]:
        members = {name for name in MEMBERS if self.free(name)}
        return members | {
            substitute
            for substitute, member in self.serving.items()
            if self.free(substitute) and member not in members
        }

    def presiding(self) -> str | None:
        return next((one for one in (CHAIR, VICE) if one in self.deciders()), None)

    def is_quorate(self) -> bool:
        return len(self.deciders()) >= NEEDED and self.presiding() is not None


class MeetingMachine(RuleBasedStateMachine):
    """Drives the second § of a meeting of five seats and two substitutes."""

    meeting: Meeting
    moment: Any

    def __init__(self) -> None:
        super().__init__()
        self.model = Model()
        self.block = transaction.atomic()
        self.block.__enter__()
        self.clock = at(self.moment)
        self.clock.__enter__()
        self.first, self.item = list(self.meeting.items.all())[:2]

    def teardown(self) -> None:
        self.clock.__exit__(None, None, None)
        self.block.__exit__(Undone, Undone(), None)

    def who(self, name: str) -> Attendance:
        return attendance(self.meeting, name)

    def attempt(self, act: Callable[[], object], *, is_refused: bool) -> bool:
        """Do it; the product must refuse exactly when the model says so."""
        codes: list[str] = []
        try:
            with transaction.atomic():
                act()
        except Refused as no:
            codes = [one.code for one in no.refusals]
        assert bool(codes) == is_refused, codes
        return not codes

    @rule(name=people)
    @precondition(lambda self: not self.model.is_closed)
    def somebody_has_jav(self, name: str) -> None:
        model = self.model
        took_part = name in model.voted | model.reserved | model.aside
        done = self.attempt(
            lambda: items.recuse(item=self.item, attendance=self.who(name), by=None),
            is_refused=took_part and name not in self.model.out,
        )
        if done:
            self.model.out.add(name)

    @rule(name=people)
    @precondition(lambda self: not self.model.is_closed)
    def somebody_leaves(self, name: str) -> None:
        if name not in self.model.here:
            return
        meetings.leave(
            attendance=self.who(name),
            after_item=self.first.agenda_item,
            clock=None,
            by=None,
        )
        self.model.here.discard(name)
        self.model.serving.pop(name, None)

    @rule(substitute=people, member=people)
    @precondition(lambda self: not self.model.is_closed)
    def a_substitute_is_called_in(self, substitute: str, member: str) -> None:
        model, point = self.model, self.item.agenda_item
        filled = {
            model.serving[one] for one in model.serving if one in model.deciders()
        }
        done = self.attempt(
            lambda: meetings.call_in_substitute(
                substitute=self.who(substitute),
                in_place_of=self.who(member),
                span=(point, point),
                cause=ServingCause.ABSENCE,
                reason="Partierna är överens.",
                by=None,
            ),
            is_refused=substitute not in SUBSTITUTES
            or member not in MEMBERS
            or not model.free(substitute)
            or substitute in model.deciders()
            or member in model.deciders()
            or member in filled,
        )
        if done:
            model.serving[substitute] = member

    @rule(data=st.data(), outsider=people)
    @precondition(lambda self: not self.model.is_closed)
    def a_vote_is_held(self, data: st.DataObject, outsider: str) -> None:
        model = self.model
        voters = model.deciders() - model.aside
        choices = {
            name: data.draw(st.sampled_from([VoteChoice.YES, VoteChoice.NO]))
            for name in sorted(voters)
        }
        given = dict(choices)
        if data.draw(st.booleans()):
            given[outsider] = VoteChoice.YES
        yes = list(given.values()).count(VoteChoice.YES)
        no = len(given) - yes
        is_tie = yes == no
        unsettled = is_tie and model.presiding() not in voters
        question = items.Question("förslaget antas", RoundMethod.OPEN_VOTE, "a", "b")

        def vote() -> None:
            round_ = items.put_round(item=self.item, question=question, by=None)
            votes = {self.who(name).pk: choice for name, choice in given.items()}
            items.record_votes(round_=round_, votes=votes, by=None)
            settled = items.settle_round(round_=round_, by=None)
            expected = yes > no
            if is_tie:
                expected = choices[str(model.presiding())] == VoteChoice.YES
            assert settled.is_yes == expected
            assert (settled.yes_count, settled.no_count) == (yes, no)

        done = self.attempt(
            vote,
            is_refused=model.is_decided or bool(set(given) - voters) or unsettled,
        )
        if done:
            model.voted |= set(given)

    @rule()
    @precondition(lambda self: not self.model.is_closed)
    def the_gavel_falls(self) -> None:
        done = self.attempt(
            lambda: items.set_decision(
                item=self.item, points=[items.Point("Antas.")], by=None
            ),
            is_refused=not self.model.is_quorate(),
        )
        self.model.is_decided = self.model.is_decided or done

    @rule(name=people)
    def somebody_reserves(self, name: str) -> None:
        model = self.model
        done = self.attempt(
            lambda: items.announce_reservation(
                item=self.item, people=[self.who(name)], text="Avslag.", by=None
            ),
            is_refused=model.is_closed
            or not model.is_decided
            or name not in model.deciders() - model.aside - model.reserved,
        )
        if done:
            model.reserved.add(name)

    @rule(name=people)
    @precondition(lambda self: not self.model.is_closed)
    def somebody_stands_aside(self, name: str) -> None:
        model = self.model
        if name in model.aside:
            return
        done = self.attempt(
            lambda: items.stand_aside(item=self.item, people=[self.who(name)], by=None),
            is_refused=name not in model.deciders()
            or name in model.voted | model.reserved,
        )
        if done:
            model.aside.add(name)

    @rule()
    def the_meeting_closes(self) -> None:
        self.attempt(
            lambda: meetings.close_meeting(
                meeting=self.meeting,
                ends_at=self.meeting.starts_at.replace(hour=20),
                by=None,
            ),
            is_refused=self.model.is_closed,
        )
        self.model.is_closed = True

    @invariant()
    def the_same_people_decide(self) -> None:
        item = loaded(MinutesItem.objects.get(pk=self.item.pk))
        service = service_at(item)
        names = {row.person.family_name for row in service.serving}
        assert names == self.model.deciders()
        assert len(names) <= SEATS
        assert (not service.refusals) == self.model.is_quorate()


@pytest.mark.law("KL-03")
def test_meeting_when_anything_is_tried_then_as_the_model_says() -> None:
    board = make.larger_board(SEATS)
    MeetingMachine.meeting = make.in_session(board)
    MeetingMachine.moment = make.GAVEL
    run_state_machine_as_test(
        MeetingMachine,
        settings=settings(
            max_examples=25,
            stateful_step_count=14,
            deadline=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )
