"""§ numbers as text: single, in ranges, and cited."""

from collections.abc import Iterable


def ranges(numbers: Iterable[int]) -> str:
    """Return numbers the way minutes print them: "11–14", "11, 13–14"."""
    parts: list[list[int]] = []
    for number in sorted(set(numbers)):
        if parts and number == parts[-1][-1] + 1:
            parts[-1].append(number)
        else:
            parts.append([number])
    return ", ".join(
        f"{part[0]}–{part[-1]}" if len(part) > 1 else f"{part[0]}" for part in parts
    )


def labelled(numbers: Iterable[int]) -> str:
    """Return "§ 11" or "§§ 11–14"."""
    given = set(numbers)
    return f"{'§§' if len(given) > 1 else '§'} {ranges(given)}" if given else ""
