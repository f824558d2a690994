"""Writes the §§ of a file: what was written, proposed, asked, voted and decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from boards.shared.clock import at
from boards.shared.sanitise import sanitise
from minutes.exchange import fields
from minutes.exchange.loading_rounds import load_rounds
from minutes.item import actions
from minutes.item.actions.parts import blocks_documents
from minutes.item.actions.steps import not_serving, service_at
from minutes.item.actions.text import blocks_heading
from minutes.item.enums import SectionKind
from minutes.item.models import (
    AskedQuestion,
    FloorProposal,
    ItemSection,
    MinutesItem,
    ProposalAbout,
    ProposalTarget,
    ProposedDecision,
    Proposer,
)

if TYPE_CHECKING:
    from minutes.exchange.loading import Loading


@dataclass
class ItemLoading:
    """One § being written: its row, its part of the file, and the names within it."""

    loading: Loading
    item: MinutesItem
    said: dict[str, Any]
    pointer: str
    proposed: dict[str, Any] = field(default_factory=dict)
    proposals: dict[str, Any] = field(default_factory=dict)
    rounds: dict[str, Any] = field(default_factory=dict)
    decided: dict[str, Any] = field(default_factory=dict)

    def rows(self, name: str) -> Iterator[tuple[str, dict[str, Any]]]:
        """Return the parts of a name, each with its pointer."""
        for place, row in enumerate(self.said.get(name, [])):
            yield f"{self.pointer}/{name}/{place}", row

    def one(self, known: dict[str, Any], key: str | None, pointer: str) -> Any:
        """Return what a key of this § names."""
        return self.loading.named(known, key, pointer)

    def several(
        self, known: dict[str, Any], keys: list[str], pointer: str
    ) -> list[Any]:
        """Return what several keys of this § name, each once."""
        found = [
            self.one(known, key, f"{pointer}/{place}") for place, key in enumerate(keys)
        ]
        if len(set(keys)) < len(keys):
            self.loading.problems.add(pointer, "exchange.named_twice")
        return list(dict.fromkeys(row for row in found if row is not None))

    def keep(self, known: dict[str, Any], key: str, row: Any, pointer: str) -> None:
        """Remember a row under its key; a key given twice is wrong."""
        if key in known:
            self.loading.problems.add(f"{pointer}/key", "exchange.key_twice", key=key)
        known[key] = row


def load_what_happened(loading: Loading) -> None:
    """Write what was asked and decided, once it is known who served where."""
    for place, said in enumerate(loading.data["agenda"]):
        known = loading.items.get(said["key"])
        if known and known[1] == f"/agenda/{place}/item":
            one = ItemLoading(loading, known[0], said["item"], known[1])
            load_discussion(one)


def load_discussion(one: ItemLoading) -> None:
    """Write one § from the yrkanden to the notes."""
    load_sections(one)
    load_proposed(one)
    load_papers(one)
    load_lists(one)
    if not one.loading.has_begun:
        refuse_happenings(one)
        return
    load_proposals(one)
    load_rounds(one)
    load_aside(one)
    load_decision(one)
    load_reservations(one)
    load_notes(one)


HAPPENINGS = (
    "proposals",
    "rounds",
    "not_taking_part",
    "decision",
    "reservations",
    "notes",
    "recusals",
)


def refuse_happenings(one: ItemLoading) -> None:
    """Refuse what can only have happened at a meeting that has begun (KL 5:65)."""
    for name in HAPPENINGS:
        if one.said.get(name):
            where = f"{one.pointer}/{name}"
            one.loading.problems.add(where, "item.meeting_not_begun", "KL 5:65")
    if one.said.get("decided_at") or one.said.get("number"):
        one.loading.problems.add(one.pointer, "item.meeting_not_begun", "KL 5:65")


def load_all_recusals(loading: Loading) -> None:
    """Note jäv in every § before anybody serves in another's place (KL 6:28)."""
    for key, (item, pointer) in loading.items.items():
        said = next(row for row in loading.data["agenda"] if row["key"] == key)
        one = ItemLoading(loading, item, said["item"], pointer)
        if loading.has_begun:
            load_recusals(one)


def load_recusals(one: ItemLoading) -> None:
    """Note who was out for jäv."""
    for pointer, said in one.rows("recusals"):
        person = one.loading.person(said["person"], f"{pointer}/person")
        if person:
            one.loading.attempt(
                pointer,
                partial(
                    actions.recuse,
                    item=one.item,
                    attendance=person,
                    reason=said.get("reason", ""),
                    is_finding=said.get("is_finding", False),
                    by=one.loading.by,
                ),
            )


def load_sections(one: ItemLoading) -> None:
    """Write the texts; HTML that the editor cannot make is taken out of them."""
    problems, kinds = one.loading.problems, set()
    for place, (pointer, said) in enumerate(one.rows("sections"), start=1):
        values = fields.load(ItemSection, said, fields.SECTION)
        kind = values["kind"]
        if kind == SectionKind.DETAILS:
            problems.refuse(pointer, blocks_heading(values.get("heading", "")))
        elif kind in kinds:
            problems.add(pointer, "item.section_exists")
        kinds.add(kind)
        body = values.get("body", "")
        values["body"] = sanitise(body)
        if body and not values["body"]:
            problems.add(f"{pointer}/body", "exchange.text_unsafe")
        ItemSection.objects.create(item=one.item, position=place, **values)
    problems.refuse(one.pointer, blocks_heading(one.item.heading))


def flat(
    rows: list[dict[str, Any]], pointer: str, depth: int = 0
) -> Iterator[tuple[str, int, dict[str, Any]]]:
    """Return nested points in order, each with its pointer and depth."""
    for place, row in enumerate(rows):
        where = f"{pointer}/{place}"
        yield where, depth, row
        yield from flat(row.get("below", []), f"{where}/below", depth + 1)


def load_proposed(one: ItemLoading) -> None:
    """Write the proposal the meeting started from, with points under points."""
    above: dict[int, ProposedDecision] = {}
    listed = flat(one.said.get("proposed", []), f"{one.pointer}/proposed")
    for place, (pointer, depth, said) in enumerate(listed, start=1):
        row = ProposedDecision.objects.create(
            item=one.item,
            parent=above.get(depth - 1),
            text=said["text"],
            position=place,
        )
        above[depth] = row
        one.keep(one.proposed, said["key"], row, pointer)


def load_proposals(one: ItemLoading) -> None:
    """Write the yrkanden; only those who serve may make one (KL 6:17)."""
    service = service_at(one.item)
    for place, (pointer, said) in enumerate(one.rows("proposals"), start=1):
        row = FloorProposal.objects.create(
            item=one.item,
            position=place,
            **fields.load(FloorProposal, said, fields.PROPOSAL),
        )
        one.keep(one.proposals, said["key"], row, pointer)
        for name, is_seconder in (("proposers", False), ("seconders", True)):
            where = f"{pointer}/{name}"
            people = one.loading.everybody(said.get(name, []), where)
            law = "KL 6:17"
            wrong = not_serving(people, service, "proposal.not_serving", law, "")
            one.loading.problems.refuse(where, wrong)
            for person in people:
                values = {"attendance": person, "is_seconder": is_seconder}
                one.loading.attempt(
                    where, partial(Proposer.objects.create, proposal=row, **values)
                )
        wanted = said.get("targets", [])
        for point in one.several(one.proposed, wanted, f"{pointer}/targets"):
            ProposalTarget.objects.create(proposal=row, point=point)
    for pointer, said in one.rows("proposals"):
        row, wanted = one.proposals[said["key"]], said.get("about", [])
        for other in one.several(one.proposals, wanted, f"{pointer}/about"):
            if other == row:
                one.loading.problems.add(f"{pointer}/about", "exchange.about_itself")
                continue
            ProposalAbout.objects.create(proposal=row, other=other)


def load_aside(one: ItemLoading) -> None:
    """Note who took no part in the decision (KL 4:25)."""
    where = f"{one.pointer}/not_taking_part"
    people = one.loading.everybody(one.said.get("not_taking_part", []), where)
    if people:
        one.loading.attempt(
            where,
            partial(
                actions.stand_aside, item=one.item, people=people, by=one.loading.by
            ),
        )


def load_decision(one: ItemLoading) -> None:
    """Write the decision by the product's own verb, at the moment of the gavel."""
    listed = list(flat(one.said.get("decision", []), f"{one.pointer}/decision"))
    problems, where = one.loading.problems, f"{one.pointer}/decision"
    moment = one.said.get("decided_at")
    if bool(listed) != bool(moment):
        problems.add(one.pointer, "exchange.gavel_and_decision", "KL 5:53")
        return
    if not listed or moment is None:
        return
    points = [as_point(one, *row) for row in listed]
    when = fields.moment(moment)
    done = one.loading.attempt(
        where,
        partial(
            actions.set_decision,
            item=one.item,
            points=points,
            decided_at=when,
            by=one.loading.by,
        ),
    )
    if done is None:
        return
    rows = one.item.decision_points.order_by("position", "pk")
    for (pointer, _depth, said), row in zip(listed, rows, strict=True):
        one.keep(one.decided, said["key"], row, pointer)
        wanted = said.get("appeal", "legality")
        if row.appeal != wanted:
            values = {"appeal": wanted}
            problems.add(
                f"{pointer}/appeal", "exchange.not_appealable", "KL 13:2", **values
            )


def as_point(
    one: ItemLoading, pointer: str, depth: int, said: dict[str, Any]
) -> actions.Point:
    """Return a point of the file as the verb takes it."""
    model = one.item.decision_points.model
    values = fields.load(model, said, fields.DECISION)
    elected_model = model._meta.get_field("elected").related_model
    return actions.Point(
        depth=depth,
        round=one.one(one.rounds, said.get("round"), f"{pointer}/round"),
        elected=tuple(
            actions.ElectedPerson(**fields.load(elected_model, row, fields.ELECTED))
            for row in said.get("elected", [])
        ),
        **values,
    )


def load_reservations(one: ItemLoading) -> None:
    """Note reservations, each when it was announced (KL 4:27)."""
    ends = one.loading.data["meeting"].get("ends_at")
    for pointer, said in one.rows("reservations"):
        people = one.loading.everybody(said["people"], f"{pointer}/people")
        when = fields.moment(said["announced_at"])
        if ends and when > fields.moment(ends):
            where = f"{pointer}/announced_at"
            one.loading.problems.add(where, "reservation.meeting_closed", "KL 4:27")
        against = said.get("against", [])
        favoured = said.get("in_favour_of")
        grounds = actions.Grounds(
            points=tuple(one.several(one.decided, against, f"{pointer}/against")),
            in_favour_of=one.one(one.proposals, favoured, f"{pointer}/in_favour_of"),
            on_behalf_of=said.get("on_behalf_of", ""),
            document=paper(one, said, pointer),
        )
        with at(when):
            one.loading.attempt(
                pointer,
                partial(
                    actions.announce_reservation,
                    item=one.item,
                    people=people,
                    text=said.get("text", ""),
                    grounds=grounds,
                    by=one.loading.by,
                ),
            )


def load_notes(one: ItemLoading) -> None:
    """Note what was said beside the decision (KL-12)."""
    model = one.item.notes.model
    for pointer, said in one.rows("notes"):
        people = one.loading.everybody(said["people"], f"{pointer}/people")
        note = actions.Note(
            document=paper(one, said, pointer), **fields.load(model, said, fields.NOTE)
        )
        one.loading.attempt(
            pointer,
            partial(
                actions.add_note,
                item=one.item,
                people=people,
                note=note,
                by=one.loading.by,
            ),
        )


def paper(one: ItemLoading, said: dict[str, Any], pointer: str) -> Any:
    """Return the handling a part of the § names, if it may stand in it (OSL 5:5)."""
    where = f"{pointer}/document"
    row = one.loading.registers.document(said.get("document"), where)
    if row:
        one.loading.problems.refuse(where, blocks_documents(one.item, [row], ""))
    return row


def load_papers(one: ItemLoading) -> None:
    """Write what the decision rests on, the bilagor, and earlier handlings."""
    for place, (pointer, said) in enumerate(one.rows("basis"), start=1):
        document = paper(one, said, pointer)
        one.item.basis.create(document=document, label=said["label"], position=place)
    for place, (pointer, said) in enumerate(one.rows("appendices"), start=1):
        document = paper(one, said, pointer)
        if said["number"] != place:
            one.loading.problems.add(f"{pointer}/number", "exchange.appendix_number")
        elif document:
            one.item.appendices.create(document=document, number=place)
    for place, (pointer, said) in enumerate(one.rows("earlier"), start=1):
        earlier = one.loading.registers.earlier(said.get("item"), f"{pointer}/item")
        one.item.earlier_handlings.create(
            label=said["label"], earlier=earlier, position=place
        )


def load_lists(one: ItemLoading) -> None:
    """Write questions, receivers, meddelanden and reported decisions."""
    registers = one.loading.registers
    for place, (pointer, said) in enumerate(one.rows("questions"), start=1):
        AskedQuestion.objects.create(
            item=one.item,
            document=paper(one, said, pointer),
            position=place,
            **fields.load(AskedQuestion, said, fields.QUESTION),
        )
    for place, name in enumerate(one.said.get("recipients", [])):
        row = registers.recipient(name, f"{one.pointer}/recipients/{place}")
        if row:
            one.item.recipients.get_or_create(recipient=row)
    taken: set[int] = set()
    for place, (pointer, said) in enumerate(one.rows("communications"), start=1):
        found = registers.communication(said, pointer, taken)
        if found:
            taken.add(found.pk)
            one.item.communications.create(communication=found, position=place)
    for place, (pointer, said) in enumerate(one.rows("reported"), start=1):
        reported = registers.decision(said, pointer, set())
        if reported:
            one.item.reported_decisions.create(decision=reported, position=place)
