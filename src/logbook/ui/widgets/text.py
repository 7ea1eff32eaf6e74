"""Words on the screen: plain text in one of the design's roles, with its line height."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from logbook.ui.style import color, font, look, px, set_role
from logbook.ui.tips import plain_tip
from logbook.ui.widgets import paint

_NATURAL_WRAP_PX = 420
_LONGEST_WORD_PX = 150  # a longer one is broken rather than make its pane wider
_ELLIPSIS = "…"
_HEADINGS = frozenset({"display", "title", "heading"})


class Text(QLabel):
    """A label that never reads its text as markup (an imported message could load a file).

    `wrap` breaks lines to the width it gets; `elide` cuts one line and shows the rest as a tooltip.
    """

    @property
    def spoken_as(self) -> str:
        """Readers go from one heading to the next; all else is read as it is."""
        return "Heading" if self._role in _HEADINGS and self.buddy() is None else ""

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        colour: str = "text",
        *,
        wrap: bool = False,
        elide: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self._elide = elide
        self._colour = colour
        self._role = role
        self._heights: dict[int, int] = {}
        self._measured_with = (QFont(), 0)
        set_role(self, role)
        across = QSizePolicy.Policy.Preferred if wrap or elide else QSizePolicy.Policy.Minimum
        policy = QSizePolicy(across, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show other words."""
        self._heights.clear()
        super().setText(text)
        self.updateGeometry()
        self.update()

    def set_colour(self, colour: str) -> None:
        """Use another colour token."""
        self._colour = colour
        self.update()

    def set_role(self, role: str) -> None:
        """Use another text role."""
        self._role = role
        set_role(self, role)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        lines = self._natural_lines()
        metrics = QFontMetricsF(self.font())
        wide = max((metrics.horizontalAdvance(line) for line in lines), default=0.0)
        if self.wordWrap() and wide > px(_NATURAL_WRAP_PX):
            width = px(_NATURAL_WRAP_PX)
            return QSize(width, self.heightForWidth(width))
        count = 1 if self._elide else max(len(lines), 1)
        return QSize(int(wide) + 1, count * self._line_px())

    def minimumSizeHint(self) -> QSize:
        metrics = QFontMetricsF(self.font())
        if self._elide:
            shortest = min(metrics.horizontalAdvance(_ELLIPSIS * 3), self.sizeHint().width())
            return QSize(int(shortest) + 1, self._line_px())
        if self.wordWrap():
            words = self.text().split()
            longest = max((metrics.horizontalAdvance(word) for word in words), default=0.0)
            return QSize(int(min(longest, px(_LONGEST_WORD_PX))) + 1, self._line_px())
        return self.sizeHint()

    def hasHeightForWidth(self) -> bool:
        return self.wordWrap()

    def heightForWidth(self, width: int) -> int:
        if not self.wordWrap():
            return self.sizeHint().height()
        width = min(width, self.maximumWidth())  # a layout asks for the width of its column
        self._forget_old()
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = self._lay_out(width, None)
        return height

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(color(self._colour if self.isEnabled() else "text-disabled"))
        if self.wordWrap():
            height = self.heightForWidth(self.width())
            painter.translate(0, self._top(height))
            self._lay_out(self.width(), painter)
            return
        lines = self._natural_lines()[: 1 if self._elide else None]
        painter.translate(0, self._top(len(lines) * self._line_px()))
        metrics = self.fontMetrics()
        for at, line in enumerate(lines):
            shown = line
            if self._elide:
                shown = metrics.elidedText(line, Qt.TextElideMode.ElideRight, self.width())
                self.setToolTip(plain_tip(line) if shown != line else "")
            way = Qt.TextFlag.TextSingleLine
            if paint.reads_left_to_right(shown):
                way |= Qt.TextFlag.TextForceLeftToRight
            painter.drawText(
                0,
                at * self._line_px(),
                self.width(),
                self._line_px(),
                # Absolute: `_across` knows the direction, and Qt would turn it round again.
                int(
                    self._across()
                    | Qt.AlignmentFlag.AlignAbsolute
                    | Qt.AlignmentFlag.AlignVCenter
                    | way
                ),
                shown,
            )

    def _forget_old(self) -> None:
        """Measure anew in another look; to hear of it from Qt is slower for a thousand labels."""
        now = (self.font(), self._line_px())
        if now != self._measured_with:
            self._measured_with = now
            self._forget()

    def _forget(self) -> None:
        self._heights.clear()

    def _natural_lines(self) -> list[str]:
        return self.text().split("\n")

    def _line_px(self) -> int:
        return look().line_px(self._role)

    def _top(self, height: int) -> int:
        if self.alignment() & Qt.AlignmentFlag.AlignTop:
            return 0
        return max((self.height() - height) // 2, 0)

    def _across(self) -> Qt.AlignmentFlag:
        across = self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
        if across == Qt.AlignmentFlag.AlignHCenter:
            return Qt.AlignmentFlag.AlignHCenter
        to_right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if (across == Qt.AlignmentFlag.AlignRight) != to_right:
            return Qt.AlignmentFlag.AlignRight
        return Qt.AlignmentFlag.AlignLeft

    def _lay_out(self, width: int, painter: QPainter | None) -> int:
        """Break the text to `width`, draw it when there is a painter, return its height."""
        line_px = self._line_px()
        metrics = QFontMetricsF(self.font())
        baseline = (line_px - metrics.height()) / 2 + metrics.ascent()
        option = QTextOption(self._across())
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        top = 0
        for paragraph in self._natural_lines():
            plain = paint.reads_left_to_right(paragraph)
            option.setTextDirection(
                Qt.LayoutDirection.LeftToRight if plain else self.layoutDirection()
            )
            layout = QTextLayout(paragraph or " ", self.font())
            layout.setTextOption(option)
            layout.beginLayout()
            while (line := layout.createLine()).isValid():
                line.setLineWidth(max(width, 1))
                # The font of another script may be taller than the line that the role has.
                taller = line.height() > line_px
                line.setPosition(QPointF(0, top if taller else top + baseline - line.ascent()))
                top += math.ceil(line.height()) if taller else line_px
            layout.endLayout()
            if painter is not None:
                layout.draw(painter, QPointF(0, 0))
        return top


def text_width(words: str, role: str) -> int:
    """Return how wide a line of words is in a role."""
    return int(QFontMetricsF(font(role)).horizontalAdvance(words)) + 1
