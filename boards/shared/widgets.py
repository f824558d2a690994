"""Inputs that the product's forms share: rich text, and dates written as ISO."""

import json
from typing import Any

from django import forms
from django.forms.widgets import Script
from django.templatetags.static import static
from django.utils.translation import gettext as _

from boards.shared.sanitise import sanitise


class DateInput(forms.DateInput):
    """The browser's own date field, which speaks ISO."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs=attrs, format="%Y-%m-%d")


class DateTimeInput(forms.DateTimeInput):
    """The browser's own field for a day and a clock time, to the minute."""

    input_type = "datetime-local"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs=attrs, format="%Y-%m-%dT%H:%M")


class TimeInput(forms.TimeInput):
    """The browser's own clock field, to the minute."""

    input_type = "time"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs=attrs, format="%H:%M")


def editor_words() -> dict[str, str]:
    """Return what the editor's toolbar and its link dialog say."""
    return {
        "toolbar": _("Formatting"),
        "bold": _("Bold"),
        "italic": _("Italic"),
        "heading3": _("Heading"),
        "heading4": _("Subheading"),
        "bulletList": _("Bulleted list"),
        "orderedList": _("Numbered list"),
        "blockquote": _("Quotation"),
        "link": _("Link"),
        "unlink": _("Remove the link"),
        "table": _("Insert a table"),
        "addRow": _("Add a row"),
        "deleteRow": _("Delete the row"),
        "addColumn": _("Add a column"),
        "deleteColumn": _("Delete the column"),
        "headerCell": _("Header cell"),
        "mergeCells": _("Merge cells"),
        "splitCell": _("Split the cell"),
        "deleteTable": _("Delete the table"),
        "undo": _("Undo"),
        "redo": _("Redo"),
        "text": _("Text"),
        # What the editor's own dialog asks for, by its English words.
        "URL": _("Address (https://…)"),
        "Title": _("Title"),
        "Edit Link": _("Link"),
        "Update": _("Save"),
        "Cancel": _("Cancel"),
    }


class RichTextWidget(forms.Textarea):
    """A text area that becomes an editor where there is JavaScript.

    The editor is fetched by our own module, so the page needs no inline import map.
    """

    class Media:
        js = (Script("js/rich-text.js", type="module"),)

    def get_context(
        self, name: str, value: Any, attrs: dict[str, Any] | None
    ) -> dict[str, Any]:
        """Tell the module where the editor is and what its buttons say."""
        context: dict[str, Any] = super().get_context(name, value, attrs)
        context["widget"]["attrs"] |= {
            "data-rich-text": static("django_prose_editor/editor.js"),
            "data-words": json.dumps(editor_words(), ensure_ascii=False),
            # A browser that fills in old text would hide what the server holds.
            "autocomplete": "off",
        }
        return context

    def use_required_attribute(self, _initial: Any) -> bool:
        """Leave the check to the server: the browser cannot focus a hidden field."""
        return False


class RichTextField(forms.CharField):
    """Rich text, clean when it leaves the form."""

    widget = RichTextWidget

    def to_python(self, value: Any) -> str:
        """Return safe HTML; text without a visible word is empty."""
        return sanitise(super().to_python(value) or "")
