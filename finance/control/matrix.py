"""The risk matrix as a picture: where each square and label is drawn."""

from __future__ import annotations

from dataclasses import dataclass

from finance.control.models import ControlPlan
from finance.control.queries import Matrix, MatrixCell

SIDE, EDGE, FOOT = 84, 56, 60


@dataclass(frozen=True)
class Square:
    """A square with its corner and its middle, in the picture's own units."""

    cell: MatrixCell
    x: int
    y: int

    @property
    def middle(self) -> int:
        """Where its text is centred."""
        return self.x + SIDE // 2

    @property
    def baseline(self) -> int:
        """Where the risks' numbers stand."""
        return self.y + SIDE // 2 + 8

    @property
    def top(self) -> int:
        """Where the product stands."""
        return self.y + 18

    @property
    def numbers(self) -> str:
        """The risks in it."""
        return ", ".join(map(str, self.cell.numbers))


@dataclass(frozen=True)
class Mark:
    """A step's number beside or below the squares."""

    text: int
    x: int
    y: int


@dataclass(frozen=True)
class Picture:
    """Everything the drawing needs; words come from the table beside it."""

    width: int
    height: int
    side: int
    squares: tuple[Square, ...]
    rows: tuple[Mark, ...]
    columns: tuple[Mark, ...]

    @property
    def middle(self) -> int:
        """The middle of the squares, across."""
        return EDGE + (self.width - EDGE) // 2

    @property
    def centre(self) -> int:
        """The middle of the squares, down."""
        return (self.height - FOOT) // 2

    @property
    def foot(self) -> int:
        """Where the name of the lower scale stands."""
        return self.height - 10


def picture_of(plan: ControlPlan, matrix: Matrix) -> Picture:
    """Return the matrix as a drawing: likelihood upwards, consequence to the right."""
    down, across = plan.scale.likelihood, plan.scale.consequence
    squares = tuple(
        Square(cell, EDGE + SIDE * column, SIDE * row)
        for row, cells in enumerate(matrix.rows)
        for column, cell in enumerate(cells)
    )
    rows = tuple(
        Mark(down - row, EDGE - 14, SIDE * row + SIDE // 2 + 6) for row in range(down)
    )
    columns = tuple(
        Mark(column + 1, EDGE + SIDE * column + SIDE // 2, SIDE * down + 24)
        for column in range(across)
    )
    return Picture(
        EDGE + SIDE * across, SIDE * down + FOOT, SIDE, squares, rows, columns
    )
