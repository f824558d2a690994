"""What is known only when pages are laid out: where things came to stand."""

from dataclasses import dataclass, field

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from boards.shared.paper.structure import Element
from boards.shared.paper.tree import AppendixPages

SPOT_HEIGHT = 11 * mm


@dataclass(frozen=True, slots=True)
class Spot:
    """The box of one signature field, in points from the page's lower left corner."""

    name: str
    label: str
    page: int
    box: tuple[float, float, float, float]
    element: Element


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the table of contents."""

    key: str
    label: str
    text: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class Link:
    """The area of a line in the contents, and where it leads."""

    key: str
    text: str
    page: int
    box: tuple[float, float, float, float]
    element: Element


@dataclass(slots=True)
class Layout:
    """One pass over the pages; `known` holds the page numbers of the pass before."""

    known: dict[str, int] = field(default_factory=dict)
    foreign: dict[str, int] = field(default_factory=dict)
    arrived: list[tuple[Entry, int, float | None]] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    root: Element = field(default_factory=lambda: Element("Document"))
    spots: list[Spot] = field(default_factory=list)
    inserts: list[tuple[int, AppendixPages]] = field(default_factory=list)
    running: str = ""
    stamp: str = ""

    def label(self, page: int) -> int:
        """Return the printed number of a page: inserted appendices are counted."""
        before = (self.foreign[one.key] for after, one in self.inserts if after < page)
        return page + sum(before)

    def arrive(self, entry: Entry, page: int, top: float | None) -> None:
        """Note the printed page of an entry and how high up it stands there."""
        self.arrived.append((entry, self.label(page), top))

    @property
    def pages(self) -> dict[str, int]:
        """Return the printed page of every entry."""
        return {entry.key: page for entry, page, _top in self.arrived}


class Mark(Flowable):
    """An invisible flowable that notes where it came to stand."""

    def __init__(self, layout: Layout) -> None:
        super().__init__()
        self.layout = layout

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Take no room."""
        return 0, 0


class Anchor(Mark):
    """A destination for contents and bookmarks."""

    def __init__(self, layout: Layout, entry: Entry) -> None:
        super().__init__(layout)
        self.entry = entry

    def draw(self) -> None:
        """Note the page and the height of what follows."""
        _x, y = self.canv.absolutePosition(0, 0)
        self.layout.arrive(self.entry, self.canv.getPageNumber(), y)


class Running(Mark):
    """The § that continues from here on, or none."""

    def __init__(self, layout: Layout, running: str) -> None:
        super().__init__(layout)
        self.running = running

    def draw(self) -> None:
        """Remember what a further page continues."""
        self.layout.running = self.running


class Stamp(Mark):
    """The appendix stamp that pages begun after this one carry."""

    def __init__(self, layout: Layout, stamp: str) -> None:
        super().__init__(layout)
        self.stamp = stamp

    def draw(self) -> None:
        """Remember the stamp."""
        self.layout.stamp = self.stamp


class SignatureSpot(Flowable):
    """An empty box with a line under it, where a signature field will lie."""

    def __init__(self, layout: Layout, name: str, label: str, parent: Element) -> None:
        super().__init__()
        self.layout, self.name, self.label = layout, name, label
        self.element = parent.add("Form")

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Take the whole width of the cell."""
        self.width = width
        return width, SPOT_HEIGHT

    def draw(self) -> None:
        """Draw the line and note the box above it."""
        self.canv.setLineWidth(0.6)
        self.canv.line(0, 0, self.width, 0)
        x, y = self.canv.absolutePosition(0, 0)
        box = (x, y + 1, x + self.width, y + SPOT_HEIGHT)
        page = self.canv.getPageNumber()
        spot = Spot(self.name, self.label, page, box, self.element)
        self.layout.spots.append(spot)
