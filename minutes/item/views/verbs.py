"""Which action each part of the page carries out, as tables."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from minutes.item import actions, forms
from minutes.item.enums import RoundMethod, RoundPurpose
from minutes.item.views.page import asked_form, basis_form, earlier_form

if TYPE_CHECKING:
    from minutes.item.models import MinutesItem

Data = dict[str, Any]


def propose(item: MinutesItem, by: Any, data: Data) -> Any:
    """Note a yrkande with what it is about."""
    names = ("targets", "about", "seconders", "on_behalf_of", "until")
    details = {name: data[name] for name in names if name in data}
    return actions.add_floor_proposal(
        item=item,
        kind=data["kind"],
        text=data["text"],
        proposers=data["proposers"],
        details=actions.ProposalDetails(**details),
        by=by,
    )


def leave_unput(_item: MinutesItem, by: Any, data: Data) -> Any:
    """Note that the chair did not put a yrkande."""
    return actions.leave_unput(by=by, **data)


def call_vote(_item: MinutesItem, by: Any, data: Data) -> Any:
    """Let a vote follow on what the chair found."""
    return actions.call_vote(
        round_=data["round"],
        asked_by=data["asked_by"],
        meanings=(data["yes_means"], data["no_means"]),
        by=by,
    )


def put_round(item: MinutesItem, by: Any, data: Data) -> Any:
    """Note the question, and what the chair found when it was by acclamation."""
    question = actions.Question(
        text=data["text"],
        method=RoundMethod(data["method"]),
        yes_means=data["yes_means"],
        no_means=data["no_means"],
        purpose=RoundPurpose(data["purpose"]),
        yes_proposal=data.get("yes_proposal"),
        no_proposal=data.get("no_proposal"),
        targets=data.get("targets", ()),
    )
    row = actions.put_round(item=item, question=question, by=by)
    is_yes = forms.ANSWER[data["answer"]]
    if row.method == RoundMethod.ACCLAMATION and is_yes is not None:
        actions.settle_round(round_=row, by=by, is_yes=is_yes)
    return row


def set_secrecy(item: MinutesItem, by: Any, data: Data) -> Any:
    """Set the mark, or take it off with a reason."""
    if "reason" in data:
        return actions.lift_item_secrecy(item=item, reason=data["reason"], by=by)
    return actions.mark_item_secret(item=item, legal_ground=data["legal_ground"], by=by)


def set_basis(item: MinutesItem, by: Any, data: Data) -> bool:
    """Set beslutsunderlag from the rows that say something."""
    basis = [actions.Basis(row["label"], row["document"]) for row in data["rows"]]
    actions.set_basis(item=item, basis=basis, by=by)
    return True


def set_proposed(item: MinutesItem, by: Any, data: Data) -> bool:
    """Set the proposal from its lines, each as deep as it says."""
    texts = [actions.Proposed(text, depth) for text, depth in data["texts"]]
    actions.set_proposed(item=item, texts=texts, by=by)
    return True


def set_earlier(item: MinutesItem, by: Any, data: Data) -> bool:
    """Set where the matter was before, from the rows that say something."""
    earlier = [actions.Earlier(**row) for row in data["rows"]]
    actions.set_earlier(item=item, earlier=earlier, by=by)
    return True


def set_questions(item: MinutesItem, by: Any, data: Data) -> bool:
    """Set what was asked, from the rows that say something."""
    questions = [actions.Asked(**row) for row in data["rows"]]
    actions.set_questions(item=item, questions=questions, by=by)
    return True


def set_decision(item: MinutesItem, by: Any, data: Data) -> Any:
    """Write the decision from the rows that say something."""
    points = [point_of(row) for row in data["rows"]]
    comment = data["comment"]
    return actions.set_decision(item=item, points=points, comment=comment, by=by)


def point_of(row: Data) -> actions.Point:
    """Return one point as its row says, with those it elects."""
    elected = tuple(
        actions.ElectedPerson(
            **{name: value for name, value in one.items() if name != "point"}
        )
        for one in row["elected"]
    )
    return actions.Point(**{**row, "elected": elected})


def announce(item: MinutesItem, by: Any, data: Data) -> Any:
    """Note a reservation with what it is against and in favour of."""
    grounds = actions.Grounds(
        points=tuple(data["points"]),
        in_favour_of=data["in_favour_of"],
        on_behalf_of=data["on_behalf_of"],
        document=data["document"],
    )
    people, text = data["people"], data["text"]
    announce = actions.announce_reservation
    return announce(item=item, people=people, text=text, grounds=grounds, by=by)


def add_note(item: MinutesItem, by: Any, data: Data) -> Any:
    """Have something noted beside the decision."""
    people = data["people"]
    said = {name: value for name, value in data.items() if name != "people"}
    return actions.add_note(item=item, people=people, note=actions.Note(**said), by=by)


def simple(action: Callable[..., Any], **names: str) -> Callable[..., Any]:
    """Return an action that takes the form's fields as its values."""

    def carry_out(item: MinutesItem, by: Any, data: Data) -> Any:
        values = {names.get(name, name): value for name, value in data.items()}
        return action(item=item, by=by, **values) or item

    return carry_out


# Address part → key of the form on the page, and what it does.
PARTS: dict[str, tuple[str, Callable[..., Any]]] = {
    "rubrik": ("heading", simple(actions.change_item)),
    "avsnitt": ("add_section", simple(actions.add_section)),
    "samtycke": ("agreed", simple(actions.set_agreed)),
    "uppgifter": ("about", simple(actions.describe_item)),
    "arenden": ("cases", simple(actions.set_further_cases)),
    "delegationsbeslut": ("reported", simple(actions.set_reported)),
    "forslag": ("proposed", set_proposed),
    "yrkanden": ("floor", propose),
    "stalls-inte": ("unput", leave_unput),
    "fragor": ("rounds", put_round),
    "votering": ("called", call_vote),
    "reservationer": ("reservations", announce),
    "anteckningar": ("notes", add_note),
    "deltar-inte": ("aside", simple(actions.stand_aside)),
    "jav": ("recusals", simple(actions.recuse)),
    "expediering": ("recipients", simple(actions.set_recipients)),
    "bilagor": ("appendices", simple(actions.add_appendix)),
    "meddelanden": ("communications", simple(actions.set_communications)),
    "sekretess": ("secrecy", set_secrecy),
}
# The same for the parts that are rows of small forms.
ROW_PARTS: dict[str, tuple[str, Callable[..., Any], Callable[..., Any]]] = {
    "underlag": ("basis", basis_form, set_basis),
    "tidigare": ("earlier", earlier_form, set_earlier),
    "stallda-fragor": ("asked", asked_form, set_questions),
    "beslut": ("decision", forms.DecisionForm, set_decision),
}
# Address part of one row, its verb → relation on the § and what is done at once.
ROW_VERBS: dict[tuple[str, str], tuple[str, Callable[..., Any]]] = {
    ("yrkanden", "aterta"): (
        "floor_proposals",
        lambda row, by: actions.withdraw_floor_proposal(proposal=row, by=by),
    ),
    ("fragor", "ta-bort"): (
        "rounds",
        lambda row, by: actions.remove_round(round_=row, by=by),
    ),
    ("fragor", "ja"): (
        "rounds",
        lambda row, by: actions.settle_round(round_=row, is_yes=True, by=by),
    ),
    ("fragor", "nej"): (
        "rounds",
        lambda row, by: actions.settle_round(round_=row, is_yes=False, by=by),
    ),
    ("reservationer", "ta-bort"): (
        "reservations",
        lambda row, by: actions.withdraw_reservation(reservation=row, by=by),
    ),
    ("anteckningar", "ta-bort"): (
        "notes",
        lambda row, by: actions.remove_note(note=row, by=by),
    ),
    ("deltar-inte", "ta-bort"): (
        "non_participations",
        lambda row, by: actions.withdraw_aside(aside=row, by=by),
    ),
    ("jav", "ta-bort"): (
        "recusals",
        lambda row, by: actions.withdraw_recusal(recusal=row, by=by),
    ),
    ("bilagor", "ta-bort"): (
        "appendices",
        lambda row, by: actions.remove_appendix(appendix=row, by=by),
    ),
    ("avsnitt", "ta-bort"): (
        "sections",
        lambda row, by: actions.remove_section(section=row, by=by),
    ),
    ("avsnitt", "folj-uppgifterna"): (
        "sections",
        lambda row, by: actions.accept_generated(section=row, by=by),
    ),
    ("avsnitt", "behall-texten"): (
        "sections",
        lambda row, by: actions.keep_wording(section=row, by=by),
    ),
}
