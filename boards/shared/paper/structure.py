"""The structure tree of a tagged PDF: what is a heading, a list, a table's head.

Elements are made together with the flowables, so the reading order is that of the
document tree, wherever pages break. Only what was drawn gets marked content.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject
from reportlab.platypus import Flowable, Image, Paragraph

KEPT_EMPTY = ("TD", "TH")
SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of one page's drawing, by its marked-content id."""

    page: int
    number: int


@dataclass(eq=False, slots=True)
class Element:
    """A node of the structure tree; its kids are elements and marked content."""

    tag: str
    kids: list["Element | Marked"] = field(default_factory=list)
    attributes: Mapping[str, Any] = field(default_factory=dict)
    alternative: str = ""
    # Links drawn inside: the page and the place among its annotations.
    links: list[tuple[int, int]] = field(default_factory=list)
    # Annotations that belong here: links and form fields.
    annotations: list[pikepdf.Object] = field(default_factory=list)

    def add(self, tag: str, **attributes: Any) -> "Element":
        """Return a new last child."""
        child = Element(tag, attributes=attributes)
        self.kids.append(child)
        return child

    def says_something(self) -> bool:
        """Return whether anything was drawn below here."""
        if self.tag in KEPT_EMPTY or self.annotations or self.links:
            return True
        return any(isinstance(k, Marked) or k.says_something() for k in self.kids)


class TaggedText(PDFTextObject):
    """Text whose line breaks are blanks to those who listen."""

    def _textOut(self, text: str, TStar: int = 0) -> None:  # noqa: N802, N803  reportlab's names
        # reportlab drops the blank at a line break, which joins two words.
        joins = TStar and text and not text.endswith(("-", SOFT_HYPHEN))
        super()._textOut(f"{text} " if joins else text, TStar)  # type: ignore[misc] # the stubs leave it out


class TagCanvas(Canvas):
    """A canvas on which everything drawn is either tagged or an artifact."""

    # reportlab's own: the page's operators, and the annotations laid on it so far.
    _code: list[str]
    _annotationrefs: list[Any]

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._counted = 0
        self._segment = 0
        self._open: Element | None = None

    def linkURL(self, *given: Any, **named: Any) -> None:  # noqa: N802  reportlab's name
        """Note which element the link belongs to."""
        if self._open is not None:
            place = (self.getPageNumber(), len(self._annotationrefs))
            self._open.add("Link").links.append(place)
        super().linkURL(*given, **named)

    def beginText(  # noqa: N802  reportlab's name
        self, x: float = 0, y: float = 0, direction: Any = None
    ) -> PDFTextObject:
        """Return a text object that keeps the blanks."""
        return TaggedText(self, x, y, direction=direction)

    def open_tag(self, element: Element) -> None:
        """Let what is drawn from here on be the element's content."""
        self._close_artifact()
        number, self._counted = self._counted, self._counted + 1
        element.kids.append(Marked(self.getPageNumber(), number))
        self._open = element
        self._code.append(f"/{element.tag} <</MCID {number}>> BDC")

    def close_tag(self) -> None:
        """End the content of the element that is open."""
        self._open = None
        self._code.append("EMC")
        self._segment = len(self._code)

    def showPage(self) -> None:  # noqa: N802  reportlab's name
        """Close the page: what is left untagged on it is decoration."""
        self._close_artifact()
        super().showPage()
        self._counted = 0
        self._segment = len(self._code)

    def _close_artifact(self) -> None:
        if any(code.strip() for code in self._code[self._segment :]):
            self._code.insert(self._segment, "/Artifact BMC")
            self._code.append("EMC")
        self._segment = len(self._code)


class TaggedParagraph(Paragraph):
    """A paragraph that belongs to an element; without one it is an artifact."""

    element: Element | None = None

    def split(self, width: float, height: float) -> list[Flowable]:
        """Let both parts belong to the same element."""
        parts: list[Flowable] = super().split(width, height)
        for part in parts:
            if isinstance(part, TaggedParagraph):
                part.element = self.element
        return parts

    def draw(self) -> None:
        """Draw inside the element's marks."""
        if self.element is None or not isinstance(self.canv, TagCanvas):
            super().draw()
            return
        self.canv.open_tag(self.element)
        super().draw()
        self.canv.close_tag()


def tagged(
    element: Element | None, text: str, look: ParagraphStyle, bullet: str | None = None
) -> TaggedParagraph:
    """Return a paragraph that is the content of an element."""
    made = TaggedParagraph(text, look, bulletText=bullet)
    made.element = element
    return made


class TaggedImage(Image):
    """A picture that belongs to an element."""

    element: Element | None = None

    def draw(self) -> None:
        """Draw inside the element's marks."""
        if self.element is None or not isinstance(self.canv, TagCanvas):
            super().draw()
            return
        self.canv.open_tag(self.element)
        super().draw()
        self.canv.close_tag()


def write(pdf: pikepdf.Pdf, root: Element, final_page: Mapping[int, int]) -> None:
    """Write the tree into the file; `final_page` tells where laid-out pages are now."""
    Writer(pdf, final_page).write(root)


class Writer:
    """Writes elements, and the parent tree that leads from content back to them."""

    def __init__(self, pdf: pikepdf.Pdf, final_page: Mapping[int, int]) -> None:
        self.pdf, self.final_page = pdf, final_page
        self.marked: dict[int, dict[int, pikepdf.Object]] = {}
        self.owners: list[tuple[pikepdf.Object, pikepdf.Object]] = []

    def write(self, root: Element) -> None:
        """Set StructTreeRoot, ParentTree and MarkInfo."""
        top = self.pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        top.K = Array([self._element(root, top)])
        top.ParentTree = self._parent_tree()
        top.ParentTreeNextKey = len(self.pdf.pages) + len(self.owners)
        self.pdf.Root.StructTreeRoot = top
        self.pdf.Root.MarkInfo = Dictionary(Marked=True)

    def _element(self, element: Element, parent: pikepdf.Object) -> pikepdf.Object:
        made = self.pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name(f"/{element.tag}"), P=parent)
        )
        if element.alternative:
            made.Alt = String(element.alternative)
        if element.attributes:
            owner = Name.List if element.tag == "L" else Name.Table
            made.A = Dictionary(O=owner, **element.attributes)
        self._adopt_links(element)
        kids = Array()
        for kid in element.kids:
            if isinstance(kid, Marked):
                kids.append(self._marked(kid, made))
            elif kid.says_something():
                kids.append(self._element(kid, made))
        for annotation in element.annotations:
            kids.append(Dictionary(Type=Name.OBJR, Obj=annotation, Pg=annotation.P))
            self.owners.append((annotation, made))
        made.K = kids
        return made

    def _adopt_links(self, element: Element) -> None:
        for page, place in element.links:
            target = self.pdf.pages[self.final_page[page]].obj
            annotation = target.Annots[place]
            annotation.P = target
            annotation.F = 4
            if "/A" in annotation and "/URI" in annotation.A:
                annotation.Contents = annotation.A.URI
            element.annotations.append(annotation)

    def _marked(self, kid: Marked, owner: pikepdf.Object) -> Dictionary:
        index = self.final_page[kid.page]
        self.marked.setdefault(index, {})[kid.number] = owner
        page = self.pdf.pages[index].obj
        return Dictionary(Type=Name.MCR, Pg=page, MCID=kid.number)

    def _parent_tree(self) -> pikepdf.Object:
        numbers: list[Any] = []
        for index, found in sorted(self.marked.items()):
            page = self.pdf.pages[index].obj
            page.StructParents = index
            page.Tabs = Name.S
            owners = Array([found[number] for number in sorted(found)])
            numbers.extend([index, self.pdf.make_indirect(owners)])
        for key, (annotation, owner) in enumerate(self.owners, len(self.pdf.pages)):
            annotation.StructParent = key
            numbers.extend([key, owner])
        return self.pdf.make_indirect(Dictionary(Nums=Array(numbers)))
