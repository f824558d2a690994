"""Does the file have the shape of the format: asked of its JSON Schema."""

from __future__ import annotations

import json
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from django.conf import settings
from jsonschema import Draft202012Validator, FormatChecker

from boards.shared.refusals import Refusal
from minutes.exchange.parsing import escaped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jsonschema.exceptions import ValidationError

    from minutes.exchange.problems import Problems

SCHEMA = settings.BASE_DIR / "docs" / "formats" / "sammantrade.schema.json"
LONGEST_SHOWN = 60
CHECKS = {
    "type": "structure.wrong_type",
    "enum": "structure.unknown_word",
    "const": "structure.other_format",
    "maxLength": "structure.too_long",
    "minLength": "structure.empty",
    "minItems": "structure.empty",
    "minimum": "structure.too_small",
    "maximum": "structure.too_large",
    "pattern": "structure.odd_text",
    "format": "structure.no_moment",
}

formats = FormatChecker(formats=())


@formats.checks("date-time", ValueError)
def is_moment(value: object) -> bool:
    """Say whether a text is a moment such as 2020-09-29T09:00:00+02:00."""
    if not isinstance(value, str):
        return True
    return "T" in value and datetime.fromisoformat(value).year > 0


@formats.checks("date", ValueError)
def is_day(value: object) -> bool:
    """Say whether a text is a day such as 2020-09-29."""
    if not isinstance(value, str):
        return True
    return date.fromisoformat(value).isoformat() == value


@cache
def validator() -> Draft202012Validator:
    """Return the checker of the format, read once."""
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return Draft202012Validator(schema, format_checker=formats)


def check_structure(data: Any, problems: Problems) -> None:
    """Note everything in which the file differs from its schema."""
    for error in leaves(validator().iter_errors(data)):
        path = "".join(f"/{escaped(str(part))}" for part in error.absolute_path)
        for below, refusal in as_refusals(error):
            problems.refuse(path + below, [refusal])


def leaves(errors: Iterable[ValidationError]) -> Iterator[ValidationError]:
    """Return the errors inside an either-or: what was meant is the one not null."""
    for error in errors:
        inner = [one for one in error.context or () if one.validator != "type"]
        if error.validator == "anyOf" and inner:
            yield from leaves(inner)
        else:
            yield error


def as_refusals(error: ValidationError) -> Iterator[tuple[str, Refusal]]:
    """Return what is wrong in our own words, and under which key."""
    if error.validator == "required":
        for key in error.validator_value:
            if key not in error.instance:
                yield "", Refusal("structure.missing", values={"key": key})
    elif error.validator == "additionalProperties":
        known = error.schema.get("properties", {})
        for key in error.instance:
            if key not in known:
                values = {"key": shown(key)}
                yield (
                    f"/{escaped(key)}",
                    Refusal("structure.unknown_key", values=values),
                )
    else:
        code = CHECKS.get(str(error.validator), "structure.wrong_type")
        values = {"wanted": wanted(error), "said": shown(error.instance)}
        yield "", Refusal(code, values=values)


def wanted(error: ValidationError) -> str:
    """Return what the schema asks for."""
    value = error.validator_value
    if isinstance(value, list) and all(not isinstance(one, dict) for one in value):
        return ", ".join("null" if one is None else str(one) for one in value)
    return str(value) if isinstance(value, str | int) else "null"


def shown(value: Any) -> str:
    """Return a value short enough for a sentence."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"
