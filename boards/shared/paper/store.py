"""The tree as JSON, lossless both ways: this is what is frozen when minutes are."""

from base64 import b64decode, b64encode
from dataclasses import fields
from datetime import date
from enum import Enum
from typing import Any

from boards.shared.paper import tree

NODES: dict[str, type[Any]] = {
    cls.__name__: cls
    for cls in (
        tree.AppendixPages,
        tree.Bar,
        tree.BulletList,
        tree.Cell,
        tree.Chart,
        tree.ChartRow,
        tree.Column,
        tree.Curve,
        tree.Document,
        tree.Field,
        tree.FieldGroup,
        tree.FieldTable,
        tree.Figure,
        tree.Heading,
        tree.Label,
        tree.ListItem,
        tree.NoticeBlock,
        tree.NumberedList,
        tree.PageBreak,
        tree.Paragraph,
        tree.QrCode,
        tree.Rule,
        tree.Run,
        tree.Section,
        tree.SignatureBlock,
        tree.SignatureField,
        tree.Table,
        tree.TableOfContents,
        tree.Words,
    )
}
ENUMS: dict[str, type[Enum]] = {
    cls.__name__: cls for cls in (tree.Align, tree.Footer, tree.ParagraphKind)
}


class UnknownDocument(ValueError):  # noqa: N818  says what was met
    """The JSON is not a document tree of a schema this program reads."""


def to_json(document: tree.Document) -> dict[str, Any]:
    """Return the tree as plain dicts, lists and strings, every field written out."""
    return {"schema": tree.SCHEMA, "document": pack(document)}


def from_json(data: dict[str, Any]) -> tree.Document:
    """Return the tree that `to_json` wrote."""
    if not isinstance(data, dict) or data.get("schema") != tree.SCHEMA:
        message = f"not a document of schema {tree.SCHEMA}"
        raise UnknownDocument(message)
    document = _unpack(data.get("document"))
    if not isinstance(document, tree.Document):
        message = "the outermost node is no Document"
        raise UnknownDocument(message)
    return document


def pack(value: object) -> Any:
    """Return a node, or a value of one, as plain data."""
    if isinstance(value, Enum):
        return {"node": type(value).__name__, "value": value.value}
    if isinstance(value, tuple):
        return [pack(one) for one in value]
    if isinstance(value, bytes):
        return {"node": "bytes", "value": b64encode(value).decode("ascii")}
    if isinstance(value, date):
        return {"node": "date", "value": value.isoformat()}
    name = type(value).__name__
    if name in NODES:
        written = {f.name: pack(getattr(value, f.name)) for f in fields(NODES[name])}
        return {"node": name, **written}
    return value


def _unpack(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_unpack(one) for one in value)
    if not isinstance(value, dict):
        return value
    name = value.get("node", "")
    if name == "bytes":
        return b64decode(value["value"])
    if name == "date":
        return date.fromisoformat(value["value"])
    if name in ENUMS:
        return ENUMS[name](value["value"])
    if name in NODES:
        given = {key: _unpack(one) for key, one in value.items() if key != "node"}
        return NODES[name](**given)
    message = f"unknown node {name!r}"
    raise UnknownDocument(message)
