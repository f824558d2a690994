"""Atom with tombstones: an entry that was taken back says so (RFC 4287, RFC 6721)."""

from __future__ import annotations

from typing import Any, cast

from django.utils.feedgenerator import Atom1Feed, rfc3339_date

TOMBSTONES = "http://purl.org/atompub/tombstones/1.0"


class TombstoneFeed(Atom1Feed):
    """Atom with `at:deleted-entry` for every item that is `gone`."""

    def root_attributes(self) -> dict[str, str]:
        """Return the namespaces as well."""
        return {**super().root_attributes(), "xmlns:at": TOMBSTONES}

    def write_items(self, handler: Any) -> None:
        """Write entries and tombstones in their order."""
        for item in self.items:
            if not item["gone"]:
                handler.startElement("entry", self.item_attributes(item))
                self.add_item_elements(handler, item)
                handler.endElement("entry")
                continue
            when = rfc3339_date(item["updateddate"])
            said = {"ref": cast("str", item["unique_id"]), "when": when}
            handler.addQuickElement("at:deleted-entry", "", said)
