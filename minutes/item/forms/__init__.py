"""The forms of a §'s page: each part of the § has its own."""

from minutes.item.forms.base import (
    PartForm,
    PeopleField,
    RowsForm,
    act_on_rows,
    choices_of,
    offered,
)
from minutes.item.forms.decision import (
    DecisionForm,
    PointForms,
    PointRow,
)
from minutes.item.forms.dissent import (
    AsideForm,
    NoteForm,
    NoteTextForm,
    RecusalForm,
    ReservationForm,
    ReservationTextForm,
)
from minutes.item.forms.floor import (
    ANSWER,
    ANSWERS,
    CallVoteForm,
    FloorForm,
    ProposedForm,
    RoundForm,
    UnputForm,
)
from minutes.item.forms.parts import (
    AboutForm,
    AppendixForm,
    AskedForms,
    BasisForms,
    BasisRow,
    CasesForm,
    CommunicationsForm,
    EarlierForms,
    RecipientsForm,
    ReportedForm,
)
from minutes.item.forms.text import (
    AddSectionForm,
    HeadingForm,
    SecrecyForm,
    SectionForm,
)

__all__ = [
    "ANSWER",
    "ANSWERS",
    "AboutForm",
    "AddSectionForm",
    "AppendixForm",
    "AsideForm",
    "AskedForms",
    "BasisForms",
    "BasisRow",
    "CallVoteForm",
    "CasesForm",
    "CommunicationsForm",
    "DecisionForm",
    "EarlierForms",
    "FloorForm",
    "HeadingForm",
    "NoteForm",
    "NoteTextForm",
    "PartForm",
    "PeopleField",
    "PointForms",
    "PointRow",
    "ProposedForm",
    "RecipientsForm",
    "RecusalForm",
    "ReportedForm",
    "ReservationForm",
    "ReservationTextForm",
    "RoundForm",
    "RowsForm",
    "SecrecyForm",
    "SectionForm",
    "UnputForm",
    "act_on_rows",
    "choices_of",
    "offered",
]
