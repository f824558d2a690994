"""The sentences of verification, in words for anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from boards.shared.issued.enums import IssuedKind
from minutes.verification.enums import Problem, Verdict

if TYPE_CHECKING:
    from minutes.verification.queries import Answer

KINDS: dict[str, Promise] = {
    IssuedKind.MINUTES: _("Minutes"),
    IssuedKind.EXTRACT: _("Extract from minutes"),
    IssuedKind.SUMMONS: _("Summons"),
    IssuedKind.CERTIFICATE: _("Certificate of a notice"),
    IssuedKind.PUBLIC_COPY: _("Masked public copy of minutes"),
    IssuedKind.REPORT: _("Interim report"),
}
HEADLINES: dict[str, Promise] = {
    Verdict.IDENTICAL: _("The document is unaltered"),
    Verdict.APPENDED: _("Something was added to the document"),
    Verdict.ALTERED: _("The document has been altered"),
    Verdict.FOREIGN: _("The document was not issued here"),
    Verdict.UNREADABLE: _("The file could not be checked"),
}
MEANINGS: dict[str, Promise] = {
    Verdict.IDENTICAL: _(
        "Every byte of your file is the same as in the document that was issued here."
    ),
    Verdict.APPENDED: _(
        "Your file begins with a document that was issued here, and that part is"
        " whole. What follows it was added by somebody else. Do not rely on what you"
        " see: ask the board for the document."
    ),
    Verdict.ALTERED: _(
        "Your file comes from a document that was issued here, but its content is no"
        " longer the same. Do not rely on it: ask the board for the document."
    ),
    Verdict.FOREIGN: _(
        "Your file is not one of those issued here. It may still be genuine: ask"
        " whoever gave it to you."
    ),
}
CLOSED = _(
    "The file comes from a document that was issued here. What it says is not public,"
    " so nothing more is told of it here. Ask the board."
)
PROBLEMS: dict[str, Promise] = {
    Problem.NOT_PDF: _("The file is not a PDF. Only PDF files are checked here."),
    Problem.ENCRYPTED: _(
        "The file was not issued here, and it is locked by a password: what is signed"
        " in it cannot be read."
    ),
    Problem.BROKEN: _(
        "The file was not issued here, and it is damaged: what is signed in it cannot"
        " be read."
    ),
    Problem.TOO_SLOW: _(
        "The file was not issued here, and it takes too long to read what is signed"
        " in it."
    ),
    Problem.BUSY: _("Many files are being checked just now. Try again in a minute."),
}
TOO_LARGE = _("The file is larger than 50 MB and is not checked here.")
NO_FILE = _("Choose a PDF file first.")
BAD_CODE = _(
    "There is an error in the code. It has sixteen letters and figures: compare it"
    " with the paper once more."
)
NO_CODE = _(
    "No public document has that code. If it stands on a document you hold, ask the"
    " board."
)
TONES = {Verdict.IDENTICAL: "good", Verdict.FOREIGN: "neutral"}


def headline(answer: Answer) -> str:
    """Return what the file is, in a few words."""
    return str(HEADLINES[answer.verdict])


def meaning(answer: Answer) -> str:
    """Return what that means for whoever holds it."""
    if answer.verdict == Verdict.UNREADABLE:
        return str(PROBLEMS[answer.problem])
    return str(MEANINGS[answer.verdict])
