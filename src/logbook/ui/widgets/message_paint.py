"""What every row of messages is drawn with: columns that line up, words in a bubble, a box."""

from __future__ import annotations

import itertools
import re
from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

from logbook.ui import icons
from logbook.ui.style import color, font, look, px, sp
from logbook.ui.widgets import paint

BOX_PX, GAP_PX, PAD_PX = 32, 10, 13
_SENDER_PX = 104
_SENDER_TEXT_PX = 88  # grows with the text
_COLUMN_LETTERS = 24  # with less room than this beside the name, the words go below it
MOST_LINES = 12
_MOST_MARKS = 60
_PIECE = re.compile(r'"([^"]+)"|([^\s"]+)')


class RowPainter:
    """One row on a painter, placed as for left-to-right and mirrored at the last step."""

    def __init__(self, painter: QPainter, where: QRect, *, mirrored: bool) -> None:
        self._painter = painter
        self._where = where
        self._mirrored = mirrored

    def mark(self, tone: str = "hover") -> None:
        """Show that the keyboard is here."""
        plate = self._where.adjusted(0, 1, 0, -1)
        paint.plate(self._painter, plate, px(8), color(tone))

    def day_head(self, words: str, count: str, height: int, indent: int = 0) -> None:
        """Draw the head of a day with a count, and a line to the edge."""
        left, wide = self._where.left() + indent, self._where.width() - indent
        where = QRect(left, self._where.top(), wide, height)
        left = where.left()
        for text, role, ink in ((words, "strong", "text-2"), (count, "small", "text-3")):
            if text:
                wide = min(width_of(text, role), where.right() - left)
                self._text(text, QRect(left, where.top(), wide, height), role, ink)
                left += wide + px(GAP_PX)
        line = QRectF(left, where.center().y(), max(where.right() - left, 0), 1)
        self._painter.fillRect(self._flip(line), color("line"))

    def box(self, left: float, middle: float, *, ticked: bool) -> None:
        """Draw a box, ticked or not."""
        side = px(18)
        box = self._flip(QRectF(left, middle - side / 2, side, side))
        if not ticked:
            paint.plate(self._painter, box, px(5), color("surface"), color("field-line"), 1.4)
            return
        paint.plate(self._painter, box, px(5), color("accent"))
        check = icons.pixmap("check-bold", color("on-accent"), px(12))
        self._painter.drawPixmap(int(box.x() + px(3)), int(box.y() + px(3)), check)

    def bubble(
        self, where: QRectF, layout: QTextLayout, fill: QColor | None, edge: QColor | None
    ) -> None:
        """Draw laid out words in their bubble."""
        plate = self._flip(where)
        paint.plate(self._painter, plate, px(10), fill, edge)
        self._painter.setPen(color("text"))
        layout.draw(self._painter, plate.topLeft() + QPointF(px(PAD_PX), px(6)))

    def glyph(self, name: str, where: QRectF, ink: str) -> None:
        """Draw an icon in a square."""
        box = self._flip(where)
        self._painter.drawPixmap(
            box.topLeft().toPoint(), icons.pixmap(name, color(ink), int(where.width()))
        )

    def _text(
        self,
        words: str,
        where: QRect,
        role: str,
        ink: str,
        *,
        elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        self._painter.setFont(font(role))
        self._painter.setPen(color(ink))
        shown = _elided(words, role, where.width(), elide, look().scale)
        across = Qt.AlignmentFlag.AlignRight if self._mirrored else Qt.AlignmentFlag.AlignLeft
        flags = across | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        if paint.reads_left_to_right(shown):
            flags |= Qt.TextFlag.TextForceLeftToRight
        self._painter.drawText(
            self._flip(QRectF(where)), int(flags | Qt.AlignmentFlag.AlignAbsolute), shown
        )

    def _flip(self, where: QRectF) -> QRectF:
        if not self._mirrored:
            return where
        left = self._where.left() + self._where.right() + 1 - where.right()
        return QRectF(left, where.y(), where.width(), where.height())


def width_of(words: str, role: str) -> int:
    """Return how wide a line of words is."""
    return _width_of(words, role, look().scale)


@lru_cache(maxsize=1_000)  # each row asks for the same few, several times in each frame
def _width_of(words: str, role: str, _scale: float) -> int:
    return int(QFontMetricsF(font(role)).horizontalAdvance(words)) + 2


@lru_cache(maxsize=1_000)  # the same times and names stand in every frame
def _elided(words: str, role: str, width: int, elide: Qt.TextElideMode, _scale: float) -> str:
    words = words.replace("\n", " ")  # a name from a file may have several lines
    return QFontMetricsF(font(role)).elidedText(words, elide, width)


def time_px() -> int:
    """Return the width of the column of times."""
    return width_of("00:00", "small") + px(8)


def sender_px() -> int:
    """Return the width of the column of names."""
    return max(px(_SENDER_PX), sp(_SENDER_TEXT_PX) + px(GAP_PX))


def column_px(row_width: int, end_px: int) -> int:
    """Return what box, time and sender leave over for words; `end_px` stays free behind them."""
    return row_width - px(BOX_PX + GAP_PX) - time_px() - sender_px() - end_px - 2 * px(PAD_PX)


def head_px(row_width: int, end_px: int) -> int:
    """Return the height of time and sender above the words; 0 where there is room beside them."""
    if column_px(row_width, end_px) >= width_of("n" * _COLUMN_LETTERS, "body"):
        return 0
    return look().line_px("body") + px(4)


def text_px(row_width: int, end_px: int) -> int:
    """Return the room for the words of a message."""
    if head_px(row_width, end_px):
        return max(row_width - px(BOX_PX) - 2 * px(PAD_PX), px(120))
    return column_px(row_width, end_px)


def found_all(text: str, folded_words: str, *, every: bool = False) -> list[tuple[int, int]]:
    """Return every place of each of the words, as start and length in UTF-16 units.

    What stands in quotes is one piece, as in a search; `every`: none where one of them is missing.
    """
    pieces = {quoted or word for quoted, word in _PIECE.findall(folded_words)}
    folded = text.casefold() if every else ""
    if every and not all(piece.casefold() in folded for piece in pieces):
        return []
    words = "|".join(map(re.escape, sorted(pieces, key=len, reverse=True)))
    if not words:
        return []
    found = re.finditer(words, text, re.IGNORECASE)
    return [
        (_units(text[: one.start()]), _units(one.group()))
        for one in itertools.islice(found, _MOST_MARKS)
    ]


def found_at(text: str, folded_words: str) -> tuple[int, int] | None:
    """Return where the words stand, as start and length in the UTF-16 units that Qt counts in."""
    match = re.search(re.escape(folded_words), text, re.IGNORECASE) if folded_words else None
    if match is None:
        return None
    return _units(text[: match.start()]), _units(match.group())


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def lay_out(
    text: str, width: int, *places: tuple[int, int] | None, most_lines: int = MOST_LINES
) -> QTextLayout:
    """Break words to a width; `places` (start and length) are marked as found."""
    layout = QTextLayout(text, font("body"))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats([_mark(*place) for place in places if place is not None])
    layout.beginLayout()
    top = 0.0
    tall = look().line_px("body")
    while layout.lineCount() < most_lines and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top + (tall - line.height()) / 2))
        top += tall
    layout.endLayout()
    return layout


def is_cut(layout: QTextLayout) -> bool:
    """Tell whether lines are missing at the end."""
    last = layout.lineAt(layout.lineCount() - 1)
    return last.textStart() + last.textLength() < _units(layout.text())


def wide_px(layout: QTextLayout) -> float:
    """Return the width of the widest line."""
    lines = range(layout.lineCount())
    return max((layout.lineAt(at).naturalTextWidth() for at in lines), default=0.0)


def _mark(start: int, length: int) -> QTextLayout.FormatRange:
    mark = QTextLayout.FormatRange()
    mark.start, mark.length = start, length
    look_of = QTextCharFormat()
    look_of.setBackground(color("warning-soft"))
    look_of.setForeground(color("on-warning-soft"))
    mark.format = look_of
    return mark
