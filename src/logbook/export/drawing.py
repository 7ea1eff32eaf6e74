"""Pages onto reportlab's canvas: the only file that knows how reportlab wants things.

Text goes in as the operators that our own typesetter made; reportlab keeps pages, lines and boxes.
Its own text would print boxes for most scripts and wrong code points for emoji.
"""

from __future__ import annotations

from io import BytesIO

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from logbook.domain.progress import Progress
from logbook.export.look import RULE, Look
from logbook.export.pages import (
    BoxMark,
    LateMark,
    Page,
    Pages,
    PictureMark,
    RuleMark,
    TextMark,
)
from logbook.export.shaping import number
from logbook.export.typesetting import Pen, Style, Typesetter
from logbook.i18n import translate

_FACE = "Logbook"


class _OurFaces:
    """Stands for our faces in reportlab's registry; pages get them when the file is assembled.

    A dynamic font is one that reportlab does not write into the head of every page (it would name
    Helvetica there, which is not embedded and breaks PDF/A).
    """

    name = _FACE
    fontName = _FACE  # noqa: N815 - reportlab's names
    _dynamicFont = True  # noqa: N815 - the same
    _multiByte = False  # noqa: N815 - the same

    @property
    def face(self) -> _OurFaces:
        """What reportlab calls the type face."""
        return self


class Furniture:
    """What the foot and the stamp of every page say."""

    def __init__(self, left: str, bates_prefix: str, bates_start: int, exhibits: list[str]) -> None:
        self.left = left
        self.bates_prefix = bates_prefix
        self.bates_start = bates_start
        self.exhibits = exhibits

    def right(self, index: int, total: int) -> str:
        """Return page number and Bates number of the page at `index`."""
        page = page_number(index, total)
        if not self.bates_prefix:
            return page
        return f"{self.bates_prefix}{self.bates_start + index:04d}   {page}"

    def stamp(self, exhibit: int, page: int, pages: int) -> str:
        """Return what stands at the top of an exhibit's page (R39)."""
        return translate(
            "Report", "{exhibit} – page {i} of {n}", exhibit=self.exhibits[exhibit], i=page, n=pages
        )


def page_number(index: int, total: int) -> str:
    """Return the printed number of the page at `index`, counting the cover as 1 (R15)."""
    return translate("Report", "Page {page} of {total}", page=index + 1, total=total)


def draw(
    pages: Pages, look: Look, setter: Typesetter, furniture: Furniture, progress: Progress
) -> bytes:
    """Return the pages as a PDF whose faces and pictures are still to be added."""
    pdfmetrics.registerFont(_OurFaces())
    out = BytesIO()
    canvas = Canvas(
        out,
        pagesize=(look.width_pt, look.height_pt),
        pageCompression=0,  # compressed once, when the finished file is written
        invariant=1,
        initialFontName=_FACE,  # type: ignore[arg-type] # the stubs say float; it is a name
    )
    drawer = _Drawer(canvas, pages, look, setter, furniture)
    total = len(pages.pages)
    for index in range(total):
        if index % 20 == 0:
            progress(index, total)
        drawer.page(index)
    canvas.save()
    return out.getvalue()


class _Drawer:
    def __init__(
        self,
        canvas: Canvas,
        pages: Pages,
        look: Look,
        setter: Typesetter,
        furniture: Furniture,
    ) -> None:
        self.canvas = canvas
        self.pages = pages
        self.look = look
        self.setter = setter
        self.furniture = furniture
        self.pen = Pen()
        self.place_in_exhibit: dict[int, tuple[int, int]] = {}
        for indexes in pages.exhibit_pages().values():
            for place, index in enumerate(indexes, 1):
                self.place_in_exhibit[index] = (place, len(indexes))

    def page(self, index: int) -> None:
        """Draw one page with its foot and stamp."""
        page = self.pages.pages[index]
        for mark in page.marks:  # below the text, which is one text object then
            if isinstance(mark, RuleMark):
                self._rule(mark)
            elif isinstance(mark, BoxMark):
                self._box(mark)
            elif isinstance(mark, PictureMark):
                self.canvas.addLiteral(_picture(mark))
        y_pt = self.look.margin_pt * 0.55 + 13
        self._rule(RuleMark(self.look.left_pt, y_pt, self.look.right_pt, y_pt, 0.4, RULE))
        self.pen.forget()
        self.canvas.addLiteral("BT")
        for mark in page.marks:
            if isinstance(mark, TextMark) and mark.line.runs:
                self.canvas.addLiteral(self.pen.write(*mark))
            elif isinstance(mark, LateMark):
                self._late(mark)
        self._stamp(page, index)
        self._foot(index)
        self.canvas.addLiteral("ET")
        self.canvas.showPage()

    def _text(self, text: str, style: Style, x_pt: float, y_pt: float, align: float) -> None:
        line = self.setter.line(text, style)
        self.canvas.addLiteral(self.pen.write(line, x_pt - line.width_pt * align, y_pt))

    def _late(self, mark: LateMark) -> None:
        words = self.pages.words(mark.late)
        self._text(words, mark.late.style, mark.x_pt, mark.y_pt, mark.align)

    def _rule(self, rule: RuleMark) -> None:
        self.canvas.addLiteral(
            f"{number(rule.gray)} G {number(rule.width_pt)} w "
            f"{number(rule.x_pt)} {number(rule.y_pt)} m "
            f"{number(rule.to_x_pt)} {number(rule.to_y_pt)} l S"
        )

    def _box(self, box: BoxMark) -> None:
        self.canvas.saveState()
        if box.fill is not None:
            self.canvas.setFillGray(box.fill)
        if box.stroke is not None:
            self.canvas.setStrokeGray(box.stroke)
            self.canvas.setLineWidth(0.6)
        self.canvas.rect(
            box.x_pt,
            box.y_pt,
            box.width_pt,
            box.height_pt,
            stroke=int(box.stroke is not None),
            fill=int(box.fill is not None),
        )
        self.canvas.restoreState()

    def _foot(self, index: int) -> None:
        """Print who prepared the bundle, its name and the page number (R15)."""
        look = self.look
        y_pt = look.margin_pt * 0.55
        self._text(self.furniture.left, look.tiny, look.left_pt, y_pt, 0)
        right = self.furniture.right(index, len(self.pages.pages))
        self._text(right, look.label, look.right_pt, y_pt, 1)

    def _stamp(self, page: Page, index: int) -> None:
        """Print the exhibit and the page within it at the top of the page."""
        if page.exhibit is None:
            return
        place, pages = self.place_in_exhibit[index]
        look = self.look
        y_pt = look.height_pt - look.margin_pt * 0.55
        text = self.furniture.stamp(page.exhibit, place, pages)
        self._text(text, look.label, look.right_pt, y_pt, 1)


def _picture(mark: PictureMark) -> str:
    """Return the operators that show a picture, or the part of it in its window."""
    clip = ""
    if mark.window is not None:
        clip = " ".join(number(value) for value in mark.window) + " re W n "
    size = f"{number(mark.width_pt)} 0 0 {number(mark.height_pt)}"
    return f"q {clip}{size} {number(mark.x_pt)} {number(mark.y_pt)} cm /{mark.name} Do Q"
