"""The names of parts of the document tree, by which one § can be cut out."""

from minutes.item.models import Appendix, MinutesItem


def item_key(item: MinutesItem) -> str:
    """Return the key of a §'s section; it stays when the § gets its number."""
    return f"item-{item.pk}"


def appendix_key(appendix: Appendix) -> str:
    """Return the key of an appendix."""
    return f"appendix-{appendix.pk}"
