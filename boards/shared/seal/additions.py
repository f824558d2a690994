"""Whether a revision adds an archive's time stamp to a PDF and nothing else.

The PDF library's own comparison takes seconds for a tagged file, and is left to files
of others. This one is narrow instead: what it does not expect, it refuses.
"""

from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import PdfFileReader

# What a time stamp may change: in the catalogue, in the form, in the page it is on.
CATALOGUE = frozenset({"/DSS", "/Extensions", "/Version", "/AcroForm"})
FORM = frozenset({"/SigFlags"})


def adds_a_stamp_only(reader: PdfFileReader, revision: int) -> bool:
    """Say whether that revision adds one invisible time stamp and what checks it."""
    before = reader.get_historical_resolver(revision - 1)
    after = reader.get_historical_resolver(revision)
    if after.refs_freed_in_revision() or _root(before) != _root(after):
        return False
    written = after.explicit_refs_in_revision()
    return all(
        # A number the revision before could not give away is a new object.
        before.is_ref_unassignable(one) or _is_expected(before, after, one)
        for one in written
    )


def _is_expected(before: Any, after: Any, reference: Any) -> bool:
    old, new = before(reference), after(reference)
    if type(old) is not type(new):
        return False
    if isinstance(old, generic.ArrayObject):
        return _is_list_of_fields(before, reference) and _grown(old, new)
    if not isinstance(old, generic.DictionaryObject):
        return False
    return _is_expected_dictionary(before, after, reference)


def _is_expected_dictionary(before: Any, after: Any, reference: Any) -> bool:
    old, new = before(reference), after(reference)
    kind = _value(old, "/Type")
    if reference.idnum == _root(before):
        return _same_but(old, new, CATALOGUE) and _form_grown(before, after)
    if kind == "/Page":
        annotations = _value(old, "/Annots", ()), _value(new, "/Annots", ())
        return _same_but(old, new, frozenset({"/Annots"})) and _grown(*annotations)
    if reference.idnum == _number(before.root, "/AcroForm"):
        return _form_grown(before, after)
    if kind == "/Metadata":
        return _same_but(old, new, frozenset({"/Length"}))
    return bool(reference.idnum == _number(before.root, "/DSS"))


def _form_grown(before: Any, after: Any) -> bool:
    old, new = before.root["/AcroForm"], after.root["/AcroForm"]
    return _same_but(old, new, FORM | {"/Fields"}) and _grown(
        old["/Fields"], new["/Fields"]
    )


def _grown(old: Any, new: Any) -> bool:
    """Say whether a list is what it was, and then time stamps nobody sees."""
    if _numbers(old) != _numbers(new)[: len(old)]:
        return False
    return all(_is_stamp(item) for item in list(new)[len(old) :])


def _value(container: Any, key: str, default: Any = None) -> Any:
    return container[key] if key in container else default  # noqa: SIM401  `get` gives references


def _is_stamp(field: Any) -> bool:
    field = field.get_object() if hasattr(field, "get_object") else field
    if not isinstance(field, generic.DictionaryObject):
        return False
    x, y, right, top = (
        float(number) for number in _value(field, "/Rect", (0, 0, 1, 1))
    )
    return (
        _value(field, "/FT") == "/Sig"
        and _value(field, "/Subtype") == "/Widget"
        and "/V" in field
        and _value(field["/V"], "/Type") == "/DocTimeStamp"
        and (x, y) == (right, top)
    )


def _is_list_of_fields(before: Any, reference: Any) -> bool:
    if reference.idnum == _number(before.root["/AcroForm"], "/Fields"):
        return True
    pages = before.root["/Pages"]
    return any(
        reference.idnum == _number(page.get_object(), "/Annots")
        for page in _value(pages, "/Kids", ())
    )


def _same_but(old: Any, new: Any, changing: frozenset[str]) -> bool:
    keys = (set(old) | set(new)) - changing
    return all(
        key in old
        and key in new
        and _plain(old.raw_get(key)) == _plain(new.raw_get(key))
        for key in keys
    )


def _plain(value: Any) -> Any:
    """Return a value without the file it comes from; references stay references."""
    if isinstance(value, generic.IndirectObject):
        return (value.idnum, value.generation)
    if isinstance(value, generic.DictionaryObject):
        return {str(key): _plain(value.raw_get(key)) for key in value}
    if isinstance(value, generic.ArrayObject):
        return [_plain(value.raw_get(index)) for index in range(len(value))]
    return repr(value)


def _numbers(items: Any) -> list[Any]:
    if isinstance(items, generic.ArrayObject):
        return [_plain(items.raw_get(index)) for index in range(len(items))]
    return list(items)


def _number(container: Any, key: str) -> int | None:
    value = container.raw_get(key) if key in container else None
    return value.idnum if isinstance(value, generic.IndirectObject) else None


def _root(handler: Any) -> int | None:
    return _number(handler.trailer_view, "/Root")
