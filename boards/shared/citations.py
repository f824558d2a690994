"""How §§ are written."""

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


def paragraphs(label: str) -> str:
    """Return which §§: `§ 8`, `§§ 11–14`, with a space that does not break."""
    return f"{'§' if label.isdigit() else '§§'}{NO_BREAK_SPACE}{label}"
