"""Choices: segments, check boxes, radio cards and switches, drawn with their label as target."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QRadioButton,
    QSizePolicy,
    QWidget,
)

from logbook.ui.style import color, look, px, set_role, spaced
from logbook.ui.widgets import paint
from logbook.ui.widgets.chip import Flow

_MARK_PX = 18
_GAP_PX = 9
_SEGMENT_ICON_PX = 16


class Check(QCheckBox):
    """A check box for things that wait for a button."""

    def __init__(self, text: str = "", *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        if name:
            self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        set_role(self, "body")
        look().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return _marked_size(self)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        side = px(_MARK_PX)
        box = paint.mirrored(self, QRectF(px(2), (self.height() - side) / 2, side, side))
        state = self.checkState()
        if state == Qt.CheckState.Unchecked:
            paint.plate(painter, box, px(5), color("surface"), _edge(self), 1.4)
        else:
            fill = color("accent" if self.isEnabled() else "line-strong")
            paint.plate(painter, box, px(5), fill)
            name = "check-bold" if state == Qt.CheckState.Checked else "minus-bold"
            mark = px(13)
            left = box.center().x() - mark / 2
            paint.glyph(painter, name, left, box.center().y(), mark, color("on-accent"))
        _draw_label(self, painter)


class Radio(QRadioButton):
    """One of several answers."""

    def __init__(self, text: str = "", *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        if name:
            self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        set_role(self, "body")
        look().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return _marked_size(self)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        side = px(_MARK_PX)
        circle = paint.mirrored(self, QRectF(px(2), (self.height() - side) / 2, side, side))
        _draw_radio(painter, circle, self)
        _draw_label(self, painter)


class Switch(QCheckBox):
    """A switch for things that act at once; its label stands elsewhere and is its name."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        look().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(px(40), max(px(24), paint.target_px()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        height, on = px(22), self.isChecked()
        track = QRectF(1, (self.height() - height) / 2, self.width() - 2, height)
        if on:
            paint.plate(painter, track, height / 2, color("accent"))
        else:
            paint.plate(painter, track, height / 2, color("surface"), color("field-line"), 1.4)
        side = px(16)
        left = track.right() - side - px(3) if on else track.left() + px(3)
        knob = paint.mirrored(self, QRectF(left, track.center().y() - side / 2, side, side))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("on-accent" if on else "field-line"))
        painter.drawEllipse(knob)


class Segmented(QWidget):
    """A few answers side by side, of which one holds; arrow keys go from one to the next.

    Where there is no room for one row, as with large text, the answers break into two.
    """

    chosen = Signal(object)
    spoken_as = "Grouping"

    def __init__(
        self,
        name: str,
        choices: Sequence[tuple[object, str]],
        parent: QWidget | None = None,
        *,
        icons: Mapping[object, str] | None = None,
        icons_alone: bool = False,
    ) -> None:
        """`icons_alone`: the words are said by tooltips and screen readers only."""
        super().__init__(parent)
        icons = icons or {}
        self._name = name
        self.setAccessibleName(name)
        # Not Fixed: a layout would hold it to the height of one row, and cut the second off.
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._group = QButtonGroup(self)
        self._values: dict[QAbstractButton, object] = {}
        row = Flow(self, gap=1)
        spaced(row, margins=(3, 3, 3, 3), gap=1)
        for value, words in choices:
            segment = _Segment(words, icons.get(value, ""), icon_alone=icons_alone)
            segment.setAccessibleName(f"{name}: {words}")
            self._values[segment] = value
            self._group.addButton(segment)
            row.addWidget(segment)
        self._group.buttons()[0].setChecked(True)
        self._group.buttonToggled.connect(self._toggled)
        self.setFocusProxy(self._group.buttons()[0])

    def value(self) -> object:
        """Return the answer that holds, None where none does."""
        held = (value for segment, value in self._values.items() if segment.isChecked())
        return next(held, None)

    def set_words(self, value: object, words: str) -> None:
        """Change what an answer is called."""
        for segment, held in self._values.items():
            if held == value and segment.text() != words:
                segment.setText(words)
                segment.setAccessibleName(f"{self._name}: {words}")
                segment.updateGeometry()

    def choose(self, value: object) -> None:
        """Let another answer hold; None: none of them, until one is pressed."""
        if value is None:
            self._group.setExclusive(False)
            for segment in self._values:
                segment.setChecked(False)
            self._group.setExclusive(True)
        for segment, held in self._values.items():
            if held == value:
                segment.setChecked(True)
                self.setFocusProxy(segment)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint.plate(paint.begin(self), self.rect(), px(8), color("hover"))

    def _toggled(self, segment: QAbstractButton, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        if on:
            self.setFocusProxy(segment)
            self.chosen.emit(self._values[segment])


class _Segment(QRadioButton):
    def __init__(self, words: str, icon: str = "", *, icon_alone: bool = False) -> None:
        super().__init__(words)
        self._icon = icon
        self._icon_alone = icon_alone
        if icon_alone:
            self.setToolTip(words)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        set_role(self, "label")
        look().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        wide = px(18) if self._icon_alone else self._words_width() + px(26) + self._icon_room()
        return QSize(max(wide, px(34)), max(px(31), look().line_px("label") + px(8)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        if self.isChecked():
            paint.plate(painter, self.rect(), px(6), color("surface"), color("field-line"))
        ink = color("text" if self.isChecked() else "text-2")
        if not self.isEnabled():
            ink = color("text-disabled")
        words = 0 if self._icon_alone else self._words_width()
        side = px(_SEGMENT_ICON_PX) if self._icon else 0
        left = (self.width() - words - (self._icon_room() if words else side)) / 2
        if self._icon:
            box = paint.mirrored(self, QRectF(left, 0, side, self.height()))
            paint.glyph(painter, self._icon, box.x(), self.height() / 2, side, ink)
        if words:
            painter.setFont(self.font())
            painter.setPen(ink)
            left += self._icon_room()
            box = paint.mirrored(self, QRectF(left, 0, words, self.height()))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self.text())

    def _icon_room(self) -> int:
        return px(_SEGMENT_ICON_PX) + px(7) if self._icon else 0

    def _words_width(self) -> int:
        return int(QFontMetricsF(self.font()).horizontalAdvance(self.text())) + 1


class RadioCard(QRadioButton):
    """A large answer with a line of explanation; the whole card is the target."""

    def __init__(self, title: str, line: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._line = line
        self._icon = icon
        self._under_mouse = False
        self.setAccessibleDescription(line)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        set_role(self, "strong")
        look().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(px(480), self._height(max(self.width(), px(480))))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(280), self._height(max(self.width(), px(280))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setMinimumHeight(self._height(self.width()))

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._under_mouse = True
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._under_mouse = False
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        on = self.isChecked()
        fill = color("accent-soft" if on else "hover" if self._under_mouse else "surface")
        edge = color("accent" if on else "line-strong")
        paint.plate(painter, self.rect(), px(12), fill, edge, 2.0 if on else 1.0)
        side = px(20)
        circle = paint.mirrored(self, QRectF(px(19), px(16), side, side))
        _draw_radio(painter, circle, self)
        icon_px = px(22)
        icon_left = QRectF(self.width() - px(20) - icon_px, 0, icon_px, self.height())
        left = paint.mirrored(self, icon_left).x()
        ink = color("on-accent-soft" if on else "text-2")
        paint.glyph(painter, self._icon, left, self.height() / 2, icon_px, ink)
        wide = self._words_width(self.width())
        title = paint.mirrored(self, QRectF(px(53), px(14), wide, look().line_px("strong")))
        painter.setFont(self.font())
        painter.setPen(color("text"))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.drawText(title, int(flags), self.text())
        painter.setFont(look().font("small"))
        painter.setPen(color("text-2"))
        below = paint.mirrored(self, QRectF(px(53), title.bottom(), wide, self.height()))
        painter.drawText(
            below,
            int(
                Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop
            ),
            self._line,
        )

    def _words_width(self, width: int) -> int:
        return max(width - px(53) - px(60), px(80))

    def _height(self, width: int) -> int:
        metrics = QFontMetricsF(look().font("small"))
        room = QRectF(0, 0, self._words_width(width), 10_000)
        words = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), self._line)
        return max(px(72), px(30) + look().line_px("strong") + int(words.height()))


def _marked_size(button: QAbstractButton) -> QSize:
    wide = px(_MARK_PX + 4)
    if button.text():
        words = QFontMetricsF(button.font()).horizontalAdvance(button.text())
        wide += px(_GAP_PX) + int(words) + 1
    return QSize(max(wide, paint.target_px()), max(paint.target_px(), look().line_px("body") + 2))


def _draw_label(button: QAbstractButton, painter: QPainter) -> None:
    left = px(_MARK_PX + 2 + _GAP_PX)
    where = paint.mirrored(button, QRectF(left, 0, button.width() - left, button.height()))
    painter.setFont(button.font())
    painter.setPen(color("text" if button.isEnabled() else "text-disabled"))
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
    painter.drawText(where, int(flags), button.text())


def _draw_radio(painter: QPainter, circle: QRectF, button: QAbstractButton) -> None:
    on = button.isChecked()
    edge = color("accent") if on else _edge(button)
    painter.setPen(QPen(edge, 2.0 if on else 1.5))
    painter.setBrush(color("surface"))
    painter.drawEllipse(circle.adjusted(1, 1, -1, -1))
    if on:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(edge)
        reach = circle.width() * 0.24
        painter.drawEllipse(QPointF(circle.center()), reach, reach)


def _edge(button: QAbstractButton) -> QColor:
    return color("field-line" if button.isEnabled() else "line-strong")
