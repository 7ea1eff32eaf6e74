"""Buttons: one primary in a pane, ink for Hide now alone, red for what cannot be undone."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFontMetricsF, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from logbook.ui.style import color, look, px, set_role
from logbook.ui.widgets import paint
from logbook.ui.widgets.key_cap import keys_in_words


class Variant(StrEnum):
    """What a button is for."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    GHOST = "ghost"
    INK = "ink"
    DANGER = "danger"
    LINK = "link"
    QUIET = "quiet"  # words that look like text and can be pressed


class Size(StrEnum):
    """How tall a button is."""

    SMALL = "small"
    NORMAL = "normal"
    LARGE = "large"


class _Dress(NamedTuple):
    """The tokens of a variant: at rest, under the mouse, pressed."""

    fills: tuple[str, str, str]
    ink: str
    edge: str = ""
    role: str = "button"


_DRESSES = {
    Variant.PRIMARY: _Dress(
        ("accent", "accent-hover", "accent-pressed"), "on-accent", role="strong"
    ),
    Variant.SECONDARY: _Dress(("surface", "hover", "line"), "text", "line-strong"),
    Variant.GHOST: _Dress(("", "hover", "line"), "text-2"),
    Variant.INK: _Dress(("ink", "ink-hover", "ink-hover"), "on-ink", role="strong"),
    Variant.DANGER: _Dress(("surface", "danger-soft", "danger-soft"), "danger", "danger"),
    Variant.LINK: _Dress(("", "", ""), "accent-text"),
    Variant.QUIET: _Dress(("", "", ""), "text-2"),
}
_BARE = {Variant.LINK, Variant.QUIET}  # no edge and no fill
_HEIGHTS = {Size.SMALL: 30, Size.NORMAL: 36, Size.LARGE: 44}
_GAP_PX = 9
_CORNER_PX = 8
_ELIDED_PX = 112


class Button(QPushButton):
    """A button with words, or with an icon alone and its words for screen readers and tooltip."""

    def __init__(
        self,
        text: str = "",
        variant: Variant = Variant.SECONDARY,
        *,
        icon: str = "",
        trailing: str = "",
        size: Size = Size.NORMAL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setText(text)  # with a text as its first argument it would make the type of icons
        self.variant = variant
        self._elides = False
        self._icon = icon
        self._trailing = trailing
        self._size = size
        self._under_mouse = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        set_role(self, self._role())
        look().changed.connect(self.updateGeometry)

    @property
    def spoken_as(self) -> str:
        """One that stays down opens something, and is no answer to tick."""
        return "Button" if self.isCheckable() else ""

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def set_trailing(self, icon: str) -> None:
        """Show another icon behind the words, or none."""
        self._trailing = icon
        self.updateGeometry()
        self.update()

    def elide(self) -> None:
        """From now on leave out the end of the words where there is no room for all of them."""
        self._elides = True
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        words = self._words_width()
        icons = [name for name in (self._icon, self._trailing) if name]
        height = px(_HEIGHTS[self._size])
        if not words:
            return QSize(height, height)
        wide = words + len(icons) * (self._icon_px() + px(_GAP_PX)) + 2 * self._pad()
        return QSize(wide, max(height, look().line_px(self._role()) + px(8)))

    def minimumSizeHint(self) -> QSize:
        least = self.sizeHint()
        if self._elides:
            least.setWidth(min(least.width(), px(_ELIDED_PX)))
        return least

    def paintEvent(self, _event: QPaintEvent) -> None:
        dress = _DRESSES[self.variant]
        painter = paint.begin(self)
        fill, edge, ink = self._colours(dress)
        where = QRectF(self.rect())
        if fill is not None or edge is not None:
            paint.plate(painter, where, px(_CORNER_PX), fill, edge)
        painter.setFont(self.font())
        painter.setPen(ink)
        words, side, gap = self._words_width(), self._icon_px(), px(_GAP_PX)
        middle = self.height() / 2
        if not words:
            if self._icon:
                paint.glyph(painter, self._icon, (self.width() - side) / 2, middle, side, ink)
            return
        beside = sum(side + gap for name in (self._icon, self._trailing) if name)
        said = self._words()
        if self._elides:
            words = min(words, self.width() - 2 * self._pad() - beside)
            elided = Qt.TextElideMode.ElideRight
            said = QFontMetricsF(self.font()).elidedText(said, elided, words)
        wide = words + beside
        left = (self.width() - wide) / 2
        for name, part in ((self._icon, side), ("", words), (self._trailing, side)):
            if part == words and not name:
                box = paint.mirrored(self, QRectF(left, 0, words, self.height()))
                painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), said)
                left += words + gap
            elif name:
                box = paint.mirrored(self, QRectF(left, middle - side / 2, side, side))
                paint.glyph(painter, name, box.x(), middle, side, ink)
                left += side + gap
        if self.variant in _BARE and self._under_mouse:
            base = int(middle + QFontMetricsF(self.font()).ascent() / 2 + 1)
            painter.drawLine(self._pad(), base, self.width() - self._pad(), base)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        }
        if plain and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()  # outside a QDialog Qt leaves Enter to Space alone
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._under_mouse = True
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._under_mouse = False
        super().leaveEvent(event)

    def _colours(self, dress: _Dress) -> tuple[QColor | None, QColor | None, QColor]:
        if not self.isEnabled():
            filled = self.variant in {Variant.PRIMARY, Variant.INK}
            fill = color("line") if filled else None
            edge = color("line-strong") if dress.edge else None
            return fill, edge, color("text-disabled")
        state = 2 if self.isDown() else 1 if self._under_mouse else 0
        fill_name, edge_name = dress.fills[state], dress.edge
        if self.isChecked():
            fill_name, edge_name = "accent-soft", "accent"
        fill = color(fill_name) if fill_name else None
        return fill, color(edge_name) if edge_name else None, color(dress.ink)

    def _role(self) -> str:
        if self._size is Size.SMALL or self.variant in _BARE:
            return "label"
        if self._size is Size.LARGE:
            return "heading"
        return _DRESSES[self.variant].role

    def _words(self) -> str:
        return self.text().replace("&&", "&")

    def _words_width(self) -> int:
        words = self._words()
        return int(QFontMetricsF(self.font()).horizontalAdvance(words)) + 1 if words else 0

    def _icon_px(self) -> int:
        return px(14 if self._size is Size.SMALL and self._words_width() else 16)

    def _pad(self) -> int:
        if self.variant in _BARE:
            return 0  # a link begins on the edge of the words above it
        return px(11 if self._size is Size.SMALL else 15)


class IconButton(Button):
    """A button with an icon alone; `name` is what a screen reader says and the tooltip shows."""

    def __init__(
        self,
        icon: str,
        name: str,
        variant: Variant = Variant.GHOST,
        *,
        key: str = "",
        size: Size = Size.NORMAL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", variant, icon=icon, size=size, parent=parent)
        self.set_name(name, key)

    def set_name(self, name: str, key: str = "") -> None:
        """Change what it is called; `key` is shown beside the name."""
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({keys_in_words(key)})" if key else name)
        self.setAccessibleDescription(keys_in_words(key) if key else "")  # the name once, not twice
