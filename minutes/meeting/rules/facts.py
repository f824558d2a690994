"""What the rules of attendance are told: plain ids and positions on the agenda."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from boards.shared.refusals import Refusal

NO_PARTY = ""


@dataclass(frozen=True)
class MemberFacts:
    """A seat-holder or substitute on the roll; ids are those of the attendance rows.

    `call_order` is the place on the party's list; `personal_for` names the one member
    a personal substitute stands in for.
    """

    pk: int
    role: str
    party: str = NO_PARTY
    call_order: int = 0
    personal_for: int | None = None


@dataclass(frozen=True)
class Span:
    """From one position on the agenda to another, both included; open ends are None."""

    first: int | None = None
    last: int | None = None

    def covers(self, position: int) -> bool:
        """Say whether a position lies within."""
        return (self.first is None or self.first <= position) and (
            self.last is None or position <= self.last
        )

    def positions(self, of: tuple[int, ...]) -> tuple[int, ...]:
        """Return those of the agenda's positions that lie within."""
        return tuple(position for position in of if self.covers(position))


@dataclass(frozen=True)
class PresenceFacts:
    """Somebody is in the room, or linked with sound and picture (KL 6:24).

    Who comes within the first § is there when it is decided, who leaves within the last
    one is not; a lost link ends one stay and begins the next.
    """

    member: int
    span: Span = Span()
    by_distance: bool = False
    begins_within: bool = False
    ends_within: bool = False

    def is_there_at_start(self, position: int) -> bool:
        """Say whether the stay holds when a § begins."""
        starts_later = self.begins_within and self.span.first == position
        return self.span.covers(position) and not starts_later

    def is_there_at_decision(self, position: int) -> bool:
        """Say whether the stay holds when a § is decided."""
        ends_before = self.ends_within and self.span.last == position
        return self.span.covers(position) and not ends_before


@dataclass(frozen=True)
class SubstitutionFacts:
    """A substitute serves in a seat; `member` is None for a vacant one."""

    substitute: int
    member: int | None
    span: Span = Span()
    cause: str = "absence"


@dataclass(frozen=True)
class RecusalFacts:
    """Somebody with jäv is out of the room for one § (KL 6:28)."""

    member: int
    position: int


@dataclass(frozen=True)
class RollFacts:
    """A meeting's roll: seats, people, when they were there and for whom.

    `party_order` says whose substitutes are called when a party has none left (KL
    6:16); `chosen_chairs` who was chosen to preside at a position when the presidium
    could not; `under_way` is the position being handled.
    """

    seats: int
    positions: tuple[int, ...]
    members: tuple[MemberFacts, ...]
    presences: tuple[PresenceFacts, ...] = ()
    substitutions: tuple[SubstitutionFacts, ...] = ()
    recusals: tuple[RecusalFacts, ...] = ()
    party_order: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    chosen_chairs: Mapping[int, int] = field(default_factory=dict)
    distance_allowed: bool = False
    is_assembly: bool = False
    under_way: int | None = None

    @cached_property
    def answers(self) -> dict[int, "Serving"]:
        """What has been found per position: later ones ask about the earlier ones."""
        return {}

    @cached_property
    def by_pk(self) -> dict[int, MemberFacts]:
        """Everybody on the roll; two people of the same name are two keys."""
        return {row.pk: row for row in self.members}

    @cached_property
    def stays(self) -> dict[int, list[PresenceFacts]]:
        """The stays that count, by person; an unallowed link is absence (KL 6:24)."""
        found: dict[int, list[PresenceFacts]] = {}
        for row in self.presences:
            if self.distance_allowed or not row.by_distance:
                found.setdefault(row.member, []).append(row)
        return found

    @cached_property
    def _recused(self) -> frozenset[RecusalFacts]:
        return frozenset(self.recusals)

    def member(self, pk: int) -> MemberFacts | None:
        """Return one on the roll."""
        return self.by_pk.get(pk)

    def is_present(self, pk: int, position: int) -> bool:
        """Say whether somebody is there when the § is decided."""
        stays = self.stays.get(pk, ())
        return any(row.is_there_at_decision(position) for row in stays)

    def was_there_at_start(self, pk: int, position: int) -> bool:
        """Say whether somebody was there when the § began."""
        stays = self.stays.get(pk, ())
        return any(row.is_there_at_start(position) for row in stays)

    def came_within(self, pk: int, position: int) -> bool:
        """Say whether somebody came while the § was being handled."""
        return self.is_present(pk, position) and not self.was_there_at_start(
            pk, position
        )

    def left_within(self, pk: int, position: int) -> bool:
        """Say whether somebody took part in the § but left before its decision."""
        was_there = any(row.span.covers(position) for row in self.stays.get(pk, ()))
        return was_there and not self.is_present(pk, position)

    def is_recused(self, pk: int, position: int) -> bool:
        """Say whether somebody is out for jäv at a position."""
        return RecusalFacts(pk, position) in self._recused

    def takes_part(self, pk: int, position: int) -> bool:
        """Say whether somebody is there and free to handle the § (KL 6:28; KL-04)."""
        return self.is_present(pk, position) and not self.is_recused(pk, position)

    def without(self, substitution: SubstitutionFacts) -> "RollFacts":
        """Return the roll as it was before a substitution."""
        rest = tuple(row for row in self.substitutions if row is not substitution)
        return replace(self, substitutions=rest)

    def before(self, position: int) -> Iterator[int]:
        """Return the positions before one, in order."""
        return (other for other in sorted(self.positions) if other < position)


@dataclass(frozen=True)
class Serving:
    """Who decides at one position, who presides, and what stands in the way.

    `waiting` came within the § and take their seats back at the next one.
    """

    position: int
    deciders: tuple[int, ...]
    serving_for: Mapping[int, int | None]
    idle_substitutes: tuple[int, ...]
    absent: tuple[int, ...]
    recused: tuple[int, ...]
    presiding: int | None
    needed: int
    refusals: tuple[Refusal, ...]
    waiting: tuple[int, ...] = ()

    @property
    def is_quorate(self) -> bool:
        """Whether enough are there to handle the § (KL 6:27)."""
        return not any("not_quorate" in refusal.code for refusal in self.refusals)
