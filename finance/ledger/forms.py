"""Uploading a ledger file."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from boards.board.models import Board
from boards.shared.forms import ActionForm
from boards.shared.texts import sentence
from boards.shared.uploads import clean_name
from finance.ledger.actions import Order
from finance.ledger.uploads import ENDINGS, TABLES, blocks_upload


class UploadForm(ActionForm, forms.Form):
    """Which board, which file, and what the person vouches for."""

    submit_label = _("Import the file")

    board = forms.ModelChoiceField(label=_("Board"), queryset=Board.objects.none())
    file = forms.FileField(
        label=_("SIE, CSV or XLSX file"),
        widget=forms.ClearableFileInput(
            attrs={"accept": ",".join((*ENDINGS, *TABLES))}
        ),
        help_text=_(
            "SIE type 1–4 or 4I, or a table whose first row names its columns. It"
            " replaces earlier files for the months it has."
        ),
    )
    is_addition = forms.BooleanField(
        label=_("The file adds to earlier files for the same months"), required=False
    )
    is_confirmed = forms.BooleanField(
        label=_("The file may have another organisation number than the board's"),
        required=False,
    )

    def __init__(self, *args: Any, boards: QuerySet[Board], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["board"]
        field.queryset = boards  # type: ignore[attr-defined]  # a model choice field
        if boards.count() == 1:
            field.initial = boards.first()

    def clean_file(self) -> UploadedFile[bytes]:
        """Return the file when it may be a ledger."""
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        refusals = blocks_upload(file)
        if refusals:
            raise forms.ValidationError([sentence(refusal) for refusal in refusals])
        return file

    def order(self) -> Order:
        """Return what a valid form asks for."""
        data = self.cleaned_data
        return Order(
            board=data["board"],
            name=clean_name(data["file"].name or ""),
            is_confirmed=data["is_confirmed"],
            is_addition=data["is_addition"],
        )
