"""People as chips in a field: type to find one by name or number, or add a new one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from logbook.i18n import translate
from logbook.ui.announce import announce
from logbook.ui.style import color, font, look, px, set_variant, spaced
from logbook.ui.widgets import paint
from logbook.ui.widgets.chip import Chip, Flow
from logbook.ui.widgets.field import LineEdit
from logbook.ui.widgets.surface import Surface

_OFFERED = 6
_ROW_PX = 52
_LINE_PX = 26  # the height of a chip; the box to type in is as tall
_CARET_PX = 14
_NARROWEST_PX = 80


@dataclass(frozen=True, slots=True)
class Known:
    """A person that can be picked: what is shown, and what typing finds them by."""

    name: str
    about: str
    finds: str  # name, numbers and handles, folded


class Offer(NamedTuple):
    """A row below the field: the name that it picks, and what it says."""

    name: str
    words: str
    about: str
    icon: str = ""  # where it is no person that is known


class PeoplePicker(Surface):
    """Holds names. A name that nobody has yet becomes a new person when the entry is saved."""

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__("field", parent)
        self._known: tuple[Known, ...] = ()
        self._chips: dict[str, Chip] = {}
        self.edit = _NameEdit(name, translate("People", "Add a person"))
        self.edit.setProperty("bare", True)
        self.edit.setFrame(False)
        self.edit.textEdited.connect(self._offer)
        self.edit.installEventFilter(self)
        self._flow = Flow(self, gap=6)
        spaced(self._flow, margins=(7, 6, 30, 6), gap=6)
        self._flow.addWidget(self.edit)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusProxy(self.edit)
        self.offers = Offers(self)
        self.offers.picked.connect(self.add)
        look().changed.connect(self._settle)

    def set_known(self, known: Sequence[Known]) -> None:
        """Set who can be found by typing."""
        self._known = tuple(known)

    def names(self) -> tuple[str, ...]:
        """Return the chosen names in order."""
        return tuple(self._chips)

    def names_and_typed(self) -> tuple[str, ...]:
        """Return the chosen names and the one that is being typed: a draft keeps it too."""
        typed = " ".join(self.edit.text().split())
        return (*self._chips, typed) if typed and typed not in self._chips else tuple(self._chips)

    def fill(self, names: Sequence[str]) -> None:
        """Choose these names and no others."""
        self.edit.clear()
        for name in list(self._chips):
            self._take_out(name)
        for name in names:
            self._put_in(name)
        self._settle()

    def add(self, name: str) -> None:
        """Choose a name."""
        name = " ".join(name.split())
        self.edit.clear()
        self.offers.hide()
        if name and name not in self._chips:
            self._put_in(name)
            self._settle()
            self.changed.emit()
        self.edit.setFocus()

    def remove(self, name: str) -> None:
        """Take a name out."""
        if name in self._chips:
            self._take_out(name)
            self._settle()
            self.changed.emit()
            self.edit.setFocus()

    def settle_typed(self) -> None:
        """Take what stands in the box as a name: nothing that was typed is dropped on saving."""
        if self.edit.text().strip():
            self.add(self.edit.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.edit and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress and self._key(Qt.Key(event.key())):
                return True
        elif watched is self.edit and isinstance(event, QFocusEvent):
            set_variant(self, "focused", event.gotFocus())
            if not event.gotFocus() and not self.offers.underMouse():
                self.offers.hide()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.edit.setFocus()
        self._offer(self.edit.text())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = paint.begin(self)
        side = px(_CARET_PX)
        box = QRectF(self.width() - px(10) - side, 0, side, side)
        left = paint.mirrored(self, box).x()
        paint.glyph(painter, "caret-down", left, self.height() / 2, side, color("text-2"))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.offers.hide()

    def _key(self, key: Qt.Key) -> bool:
        """Handle a key of the box; False leaves it to the box."""
        if key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            if self.offers.isVisible():
                self.offers.move_by(1 if key == Qt.Key.Key_Down else -1)
            else:
                self._offer(self.edit.text())
            return True
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Comma}:
            chosen = self.offers.current() if self.offers.isVisible() else ""
            if chosen or self.edit.text().strip():
                self.add(chosen or self.edit.text())
                return True
        if key == Qt.Key.Key_Escape and self.offers.isVisible():
            self.offers.hide()
            return True
        if key == Qt.Key.Key_Backspace and not self.edit.text() and self._chips:
            list(self._chips.values())[-1].setFocus()  # a second press removes it
            return True
        return False

    def _offer(self, typed: str) -> None:
        wanted = " ".join(typed.casefold().split())
        found = [one for one in self._known if one.name not in self._chips and wanted in one.finds]
        offers = [Offer(one.name, one.name, one.about) for one in found[:_OFFERED]]
        exact = any(one.name.casefold() == wanted for one in self._known)
        if not wanted:
            unsure = translate("People", "Not sure who")
            if unsure not in self._chips and all(one.name != unsure for one in found):
                line = translate("People", "Someone you did not see or know")
                offers.append(Offer(unsure, unsure, line, "question"))
        elif not exact:
            shown = translate("People", "Add “{name}” as a new person", name=typed.strip())
            line = translate("People", "Role can wait")
            offers.append(Offer(typed.strip(), shown, line, "user-plus"))
        self.offers.show_for(self, offers if self.edit.hasFocus() else [])

    def _put_in(self, name: str) -> None:
        unsure = name == translate("People", "Not sure who")
        chip = Chip(name, icon="question" if unsure else "user", removable=True)
        chip.removed.connect(_Remove(self, name))
        self._chips[name] = chip
        self._flow.insert(len(self._chips) - 1, chip)

    def _take_out(self, name: str) -> None:
        chip = self._chips.pop(name)
        self._flow.removeWidget(chip)
        chip.hide()
        chip.deleteLater()

    def _settle(self) -> None:
        """Let the field grow or shrink with its rows."""
        self.edit.updateGeometry()
        self._flow.invalidate()
        self.updateGeometry()


class _NameEdit(LineEdit):
    """As wide as its words, so that it stands beside the chips while there is room."""

    def __init__(self, name: str, placeholder: str) -> None:
        super().__init__(name, placeholder)
        self.textChanged.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        words = self.text() or self.placeholderText()
        wide = int(QFontMetricsF(self.font()).horizontalAdvance(words)) + px(14)
        return QSize(max(wide, px(_NARROWEST_PX)), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(px(_NARROWEST_PX), self._height())

    def _height(self) -> int:
        return max(px(_LINE_PX), look().line_px("chip") + px(6))


class _Remove:
    """Takes one name out when its cross is pressed."""

    def __init__(self, picker: PeoplePicker, name: str) -> None:
        self._picker = picker
        self._name = name

    def __call__(self) -> None:
        self._picker.remove(self._name)


class Offers(QFrame):
    """The list below the field. A child of the window, not a window: those show in task lists."""

    picked = Signal(str)

    def __init__(self, picker: PeoplePicker) -> None:
        super().__init__(picker)
        self._picker = picker
        self.setProperty("surface", "popup")
        self._column = QVBoxLayout(self)
        spaced(self._column, margins=(5, 5, 5, 5), gap=2)
        self._rows: list[_OfferRow] = []
        self._at = 0
        self.hide()

    def names(self) -> list[str]:
        """Return what is on offer, in order."""
        return [row.name for row in self._rows]

    def show_for(self, picker: QWidget, offers: Sequence[Offer]) -> None:
        """Show offers; none hides the list."""
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [_OfferRow(offer) for offer in offers]
        for row in self._rows:
            row.pressed.connect(self.picked)
            self._column.addWidget(row)
        if not offers:
            self.hide()
            return
        window = picker.window()
        self.setParent(window)
        width = picker.width()
        height = sum(row.sizeHint().height() + px(2) for row in self._rows) + px(12)
        below = picker.mapTo(window, QPoint(0, picker.height() + px(4)))
        if below.y() + height > window.height():
            below = picker.mapTo(window, QPoint(0, -height - px(4)))
        self.setGeometry(below.x(), max(below.y(), 0), width, height)
        self._at = 0
        self._mark()
        self.show()
        self.raise_()

    def current(self) -> str:
        """Return the marked name."""
        return self._rows[self._at].name if self._rows else ""

    def move_by(self, step: int) -> None:
        """Mark the next or the last offer."""
        self._at = (self._at + step) % len(self._rows)
        self._mark()
        announce(self._picker.edit, self._rows[self._at].accessibleName())  # the focus stays there

    def _mark(self) -> None:
        for at, row in enumerate(self._rows):
            row.marked = at == self._at
            row.update()
        if self._rows:
            self._picker.edit.setAccessibleDescription(self._rows[self._at].accessibleName())


class _OfferRow(QWidget):
    """One person on offer."""

    pressed = Signal(str)

    def __init__(self, offer: Offer) -> None:
        super().__init__()
        self.name = offer.name
        self.marked = False
        self._offer = offer
        self.setAccessibleName(f"{offer.words}. {offer.about}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(
            px(200), max(px(_ROW_PX), look().line_px("strong") + look().line_px("small") + px(10))
        )

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.pressed.emit(self.name)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        if self.marked:
            paint.plate(painter, self.rect(), px(8), color("selected"))
            bar = paint.mirrored(self, QRectF(0, px(12), px(3), self.height() - px(24)))
            paint.plate(painter, bar, px(2), color("accent"))
        side = px(32)
        disc = paint.mirrored(self, QRectF(px(12), (self.height() - side) / 2, side, side))
        self._draw_disc(painter, disc)
        left, wide = px(56), self.width() - px(66)
        title_px, about_px = look().line_px("strong"), look().line_px("small")
        top = (self.height() - title_px - about_px) / 2
        for words, role, ink, height in (
            (self._offer.words, "button" if self._offer.icon else "strong", "text", title_px),
            (self._offer.about, "small", "text-2", about_px),
        ):
            painter.setFont(font(role))
            painter.setPen(color(ink))
            box = paint.mirrored(self, QRectF(left, top, wide, height))
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(wide))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), shown)
            top += height

    def _draw_disc(self, painter: QPainter, disc: QRectF) -> None:
        """Draw initials, or the icon of what is no person yet."""
        if self._offer.icon:
            paint.plate(painter, disc, disc.width() / 2, color("hover"))
            side = px(18)
            left = disc.center().x() - side / 2
            paint.glyph(painter, self._offer.icon, left, disc.center().y(), side, color("text-2"))
            return
        paint.plate(painter, disc, disc.width() / 2, color("accent-soft"))
        painter.setFont(font("label"))
        painter.setPen(color("on-accent-soft"))
        initials = "".join(part[0] for part in self.name.split()[:2]).upper()
        painter.drawText(disc, int(Qt.AlignmentFlag.AlignCenter), initials)
