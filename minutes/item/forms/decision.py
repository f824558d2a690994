"""The forms of what was decided."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from django import forms
from django.forms import formset_factory
from django.utils.translation import gettext_lazy as _

from boards.shared.forms import as_iso
from minutes.item.enums import PointOutcome
from minutes.item.forms.base import (
    PartForm,
    RowsForm,
    choices_of,
    chosen_from,
    offered,
    written,
)
from minutes.item.models import DecisionPoint
from minutes.item.points import numbered
from minutes.item.rules.decision import DEEPEST, numbers

if TYPE_CHECKING:
    from boards.shared.refusals import Refusal
    from minutes.item.models import MinutesItem

MOST_POINTS = 60
MOST_ELECTED = 90
DEPTHS = [
    (0, _("Point of its own")),
    (1, _("Under the point above (1.1)")),
    (2, _("Under that (1.1.1)")),
][: DEEPEST + 1]
ALWAYS_SHOWN = ("pk", "text", "outcome", "depth")


class PointRow(forms.Form):
    """One beslutspunkt; what only some outcomes need is folded away."""

    key = "text"
    pk = forms.IntegerField(required=False, widget=forms.HiddenInput)
    text = forms.CharField(
        label=_("Decision"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    outcome = forms.ChoiceField(
        label=_("Outcome"), choices=choices_of(DecisionPoint, "outcome")
    )
    depth = forms.TypedChoiceField(
        label=_("Level"), choices=DEPTHS, coerce=int, required=False
    )
    reason = forms.CharField(
        label=_("Reason"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Needed when the matter is referred back."),
    )
    addressee = forms.CharField(
        label=_("Referred back or sent to"), max_length=120, required=False
    )
    until = forms.DateField(
        label=_("Postponed to"),
        required=False,
        help_text=_("Empty: the next meeting."),
    )
    proposed_to = forms.CharField(
        label=_("Proposed to"),
        max_length=120,
        required=False,
        help_text=_("The body that decides, such as Kommunfullmäktige."),
    )
    appeal = forms.ChoiceField(
        label=_("Appeal"),
        choices=choices_of(DecisionPoint, "appeal"),
        help_text=_("What is noted, proposed or only prepares is never appealable."),
    )
    appeal_text = forms.CharField(
        label=_("How this point is appealed"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Needed for an administrative appeal (FL 33)."),
    )
    round = forms.TypedChoiceField(
        label=_("Settled by the question"), required=False, empty_value=None
    )

    def __init__(self, *args: Any, item: MinutesItem, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rounds = {str(row.pk): row for row in item.rounds.all()}
        field = offered(self, "round")
        field.choices = [
            ("", _("None in particular")),
            *((key, f"{n}. {row}") for n, (key, row) in enumerate(rounds.items(), 1)),
        ]
        field.coerce = chosen_from(rounds)
        for one in self.fields.values():
            as_iso(one)

    def clean_depth(self) -> int:
        """Return how deep it lies; not saying so is a point of its own."""
        return int(self.cleaned_data["depth"] or 0)

    @property
    def shown(self) -> list[forms.BoundField]:
        """Fields every point has."""
        return [self[name] for name in ALWAYS_SHOWN]

    @property
    def folded(self) -> list[forms.BoundField]:
        """Fields only some points need."""
        return [self[name] for name in self.fields if name not in ALWAYS_SHOWN]

    @property
    def is_unfolded(self) -> bool:
        """Whether something in there is written, or has to be."""
        plain = {"", None, "legality", "none"}
        return any(field.errors or field.value() not in plain for field in self.folded)


class ElectedRow(forms.Form):
    """Somebody elected."""

    key = "name"
    name = forms.CharField(label=_("Name"), max_length=170, required=False)
    party = forms.CharField(label=_("Party"), max_length=60, required=False)
    post = forms.CharField(label=_("Elected as"), max_length=120, required=False)
    valid_from = forms.DateField(label=_("From"), required=False)
    valid_to = forms.DateField(label=_("To"), required=False)
    in_place_of = forms.CharField(
        label=_("In the place of"), max_length=170, required=False
    )
    point = forms.CharField(
        label=_("By point"),
        max_length=10,
        required=False,
        help_text=_("Such as 2.1. Empty: the first point that elects."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for one in self.fields.values():
            as_iso(one)


class AgreedForm(PartForm):
    """That all present agreed to what the summons did not announce."""

    is_agreed = forms.BooleanField(
        label=_("All present agreed to handle the matter (KL 5:15)"), required=False
    )

    def __init__(self, *args: Any, item: MinutesItem, **kwargs: Any) -> None:
        now = {"is_agreed": item.agenda_item.agreed_at is not None}
        super().__init__(*args, item=item, initial=now, **kwargs)


PointForms = formset_factory(PointRow, extra=1, max_num=MOST_POINTS)
ElectedForms = formset_factory(ElectedRow, extra=1, max_num=MOST_ELECTED)


class DecisionForm(RowsForm):
    """The whole decision: its points, whom they elect, why it was changed."""

    comment = forms.CharField(
        label=_("Why the decision is changed"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_(
            "Shown to those who sign: minutes state what was decided (JO 3339-2013)."
        ),
    )

    def __init__(self, item: MinutesItem, data: Any = None) -> None:
        points = list(item.decision_points.all())
        self.elected = ElectedForms(
            data, initial=elected_initial(points), prefix="elected"
        )
        rows = PointForms(
            data,
            initial=point_initial(points),
            prefix="points",
            form_kwargs={"item": item},
        )
        super().__init__(rows, data)

    @property
    def shows_elected(self) -> bool:
        """Whether somebody is elected, or has to be."""
        chosen = [row["outcome"].value() for row in self.rows]
        is_written = any(row["name"].value() for row in self.elected)
        return is_written or PointOutcome.ELECTED in chosen

    def row_sets(self) -> tuple[Any, ...]:
        """Return the points and those elected."""
        return (self.rows, self.elected)

    def clean(self) -> dict[str, Any]:
        """Return the points, each with those it elects."""
        data = super().clean()
        rows = data["rows"]
        places = {
            number: place
            for place, number in enumerate(numbers(row["depth"] for row in rows))
        }
        outcomes = [row["outcome"] for row in rows]
        elects = PointOutcome.ELECTED in outcomes
        first = outcomes.index(PointOutcome.ELECTED) if elects else 0
        self.by_point: dict[int, list[ElectedRow]] = defaultdict(list)
        for row in written(self.elected):
            wanted = row.cleaned_data["point"].strip().rstrip(".")
            if wanted and wanted not in places:
                row.add_error("point", _("There is no such point."))
                raise forms.ValidationError(_("Look at the marked rows."))
            self.by_point[places.get(wanted, first)].append(row)
        for place, row in enumerate(rows):
            row["elected"] = [one.cleaned_data for one in self.by_point[place]]
        return data

    def row_of(self, refusal: Refusal) -> forms.Form | None:
        """Return the point, or the one elected, that a rule's no is about."""
        place, elected = refusal.values.get("row"), refusal.values.get("elected")
        if isinstance(place, int) and isinstance(elected, int):
            return self.by_point[place][elected]
        return super().row_of(refusal)


def point_initial(points: list[DecisionPoint]) -> list[dict[str, Any]]:
    """Return what the rows of the points begin with."""
    return [
        {
            "pk": row.pk,
            "text": row.text,
            "outcome": row.outcome,
            "depth": number.count("."),
            "reason": row.reason,
            "addressee": row.addressee,
            "until": row.until,
            "proposed_to": row.proposed_to,
            "appeal": row.appeal,
            "appeal_text": row.appeal_text,
            "round": row.round_id,
        }
        for number, row in numbered(points)
    ]


def elected_initial(points: list[DecisionPoint]) -> list[dict[str, Any]]:
    """Return what the rows of those elected begin with."""
    names = [name for name in ElectedRow.base_fields if name != "point"]
    return [
        {**{name: getattr(one, name) for name in names}, "point": number}
        for number, row in numbered(points)
        for one in row.elected.all()
    ]
