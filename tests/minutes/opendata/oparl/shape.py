"""Holds answers against the published schemas, and what those say in words alone."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jsonschema import Draft3Validator, Draft7Validator, FormatChecker
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT3, DRAFT7

SCHEMAS = Path(__file__).parent / "schemas"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d")
POPOLO = "http://www.popoloproject.com/schemas/"
formats = FormatChecker(formats=())


@formats.checks("url")
def is_url(value: object) -> bool:
    parts = urlsplit(str(value))
    return parts.scheme in {"http", "https"} and bool(parts.netloc)


@formats.checks("date-time")
def is_moment(value: object) -> bool:
    return not isinstance(value, str) or bool(MOMENT.fullmatch(value))


@formats.checks("date")
def is_day(value: object) -> bool:
    return bool(re.fullmatch(r"\d{4}-\d\d-\d\d", str(value)))


def followed(schema: Any) -> Any:
    """OParl says "schema" where JSON Schema says "$ref"."""
    if isinstance(schema, list):
        return [followed(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    if schema.get("type") == "object" and "schema" in schema:
        return {"$ref": f"oparl:{schema['schema']}"}
    return {name: followed(value) for name, value in schema.items()}


@cache
def oparl() -> Registry:
    pairs = []
    for path in (SCHEMAS / "oparl").glob("*.json"):
        schema = followed(json.loads(path.read_text(encoding="utf-8")))
        # Chapter 3.1: the times are asked of every object; ours alone have a prefix.
        schema["required"] += ["created", "modified"]
        schema["patternProperties"] = {"^justera:": {}}
        schema["additionalProperties"] = False
        pairs.append((f"oparl:{path.name}", Resource(schema, DRAFT7)))
    return Registry().with_resources(pairs)


@cache
def popolo() -> Registry:
    pairs = []
    for path in (SCHEMAS / "popolo").glob("*.json"):
        schema = json.loads(path.read_text(encoding="utf-8"))
        schema["additionalProperties"] = False
        pairs.append((f"{POPOLO}{path.name}", Resource(schema, DRAFT3)))
    return Registry().with_resources(pairs)


def oparl_errors(one: dict[str, Any]) -> list[str]:
    name = one["type"].rpartition("/")[2]
    checker = Draft7Validator(
        {"$ref": f"oparl:{name}.json"}, registry=oparl(), format_checker=formats
    )
    return [f"{error.json_path}: {error.message}" for error in checker.iter_errors(one)]


def popolo_errors(name: str, one: dict[str, Any]) -> list[str]:
    checker = Draft3Validator(
        {"$ref": f"{POPOLO}{name}.json#"}, registry=popolo(), format_checker=formats
    )
    return [f"{error.json_path}: {error.message}" for error in checker.iter_errors(one)]
