"""Ways to break a document that keeps the rules, each against one clause."""

from collections.abc import Callable, Iterator
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

Damage = Callable[[Pdf], None]


def elements(pdf: Pdf) -> Iterator[Dictionary]:
    """Walk the structure tree."""
    waiting = [pdf.Root.StructTreeRoot.K]
    while waiting:
        one = waiting.pop(0)
        if isinstance(one, Array):
            waiting.extend(one)
        elif isinstance(one, Dictionary) and "/S" in one:
            yield one
            if "/K" in one:
                waiting.append(one.K)


def first(pdf: Pdf, kind: str) -> Dictionary:
    """Return the first element of a kind."""
    return next(one for one in elements(pdf) if Name(kind) == one.S)


def no_language(pdf: Pdf) -> None:
    del pdf.Root.Lang


def no_title_shown(pdf: Pdf) -> None:
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


def not_marked(pdf: Pdf) -> None:
    pdf.Root.MarkInfo.Marked = False


def no_output_intent(pdf: Pdf) -> None:
    del pdf.Root.OutputIntents


def no_name_of_standard(pdf: Pdf) -> None:
    text = bytes(pdf.Root.Metadata.read_bytes())
    pdf.Root.Metadata.write(text.replace(b"pdfaid:part", b"pdfaid:some"))


def no_name_of_accessibility(pdf: Pdf) -> None:
    text = bytes(pdf.Root.Metadata.read_bytes())
    pdf.Root.Metadata.write(text.replace(b"pdfuaid:part", b"pdfuaid:some"))


def font_left_out(pdf: Pdf) -> None:
    for one in pdf.objects:
        if isinstance(one, Dictionary) and "/FontFile2" in one:
            del one.FontFile2


def untagged_words(pdf: Pdf) -> None:
    page = pdf.pages[0]
    page.contents_add(b"q 1 0 0 1 0 0 cm 0 0 10 10 re f Q", prepend=False)


def no_scope(pdf: Pdf) -> None:
    for one in elements(pdf):
        if one.S == Name.TH and "/A" in one:
            del one["/A"]


def skipped_heading(pdf: Pdf) -> None:
    next(one for one in elements(pdf) if one.S == Name.H2).S = Name.H4


def no_relationship(pdf: Pdf) -> None:
    for one in pdf.Root.AF:
        del one["/AFRelationship"]


def script_at_opening(pdf: Pdf) -> None:
    pdf.Root.OpenAction = pdf.make_indirect(
        Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
    )


# What is done, the profile that must notice, and the clause it must name.
DAMAGES: dict[str, tuple[Damage, str, str]] = {
    "no_language": (no_language, "ua1", "7.2"),
    "no_title_shown": (no_title_shown, "ua1", "7.1"),
    "not_marked": (not_marked, "3a", "6.7.2.2"),
    "no_output_intent": (no_output_intent, "3a", "6.2.4.3"),
    "no_name_of_standard": (no_name_of_standard, "3a", "6.6.4"),
    "no_name_of_accessibility": (no_name_of_accessibility, "ua1", "5"),
    "font_left_out": (font_left_out, "3a", "6.2.11.4.1"),
    "untagged_words": (untagged_words, "ua1", "7.1"),
    "no_scope": (no_scope, "ua1", "7.5"),
    "skipped_heading": (skipped_heading, "ua1", "7.4.2"),
    "no_relationship": (no_relationship, "3a", "6.8"),
    "script_at_opening": (script_at_opening, "3a", "6.5.1"),
}


def damaged(content: bytes, damage: Damage) -> bytes:
    """Return a copy with one thing broken."""
    target = BytesIO()
    with pikepdf.open(BytesIO(content)) as pdf:
        damage(pdf)
        pdf.save(target)
    return target.getvalue()
