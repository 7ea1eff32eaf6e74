"""The rail: the pages of the book, Settings and Lock; 212 px with words, 68 px with icons alone."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from logbook.i18n import translate
from logbook.ui.backup_age import BackupAge
from logbook.ui.page import NavItem, Section
from logbook.ui.style import add_gap, color, look, px, set_role, sized, spaced
from logbook.ui.widgets import paint
from logbook.ui.widgets.book_button import BookButton
from logbook.ui.widgets.pressable import Pressable
from logbook.ui.widgets.surface import Line, Surface

WIDE_PX = 212
COMPACT_PX = 68
_DIGITS = 9


class NavButton(Pressable):
    """One page in the rail; `lit` is the tone of its plate while it is shown."""

    @property
    def spoken_as(self) -> str:
        """A page, or what is only pressed, such as Lock."""
        return "PageTab" if self.isCheckable() else ""

    def __init__(
        self, item: NavItem, key: str, *, lit: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._lit = lit
        self._icon = item.icon
        self._compact = False
        self._under_mouse = False
        self._key = key
        self.setText(item.label)
        self.setAccessibleName(item.label)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        set_role(self, "label")
        self.set_compact(compact=False)

    def set_compact(self, *, compact: bool) -> None:
        """Show the icon alone, with the words and the key as tooltip."""
        self._compact = compact
        self._show_tip()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        height = px(44 if self._compact else 37)
        wide = px(47) if self._compact else px(51) + self._words_width() + px(10)
        return QSize(wide, max(height, look().line_px("label") + px(12)))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(47), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        where = QRectF(self.rect())
        if self.isChecked():
            tone = self._lit or ("hover" if look().dark else "surface")
            paint.plate(painter, where, px(8), color(tone))
            bar = QRectF(0, self.height() * 0.26, 3, self.height() * 0.48)
            paint.plate(painter, paint.mirrored(self, bar), 1.5, color("accent"))
        elif self._under_mouse:
            paint.plate(painter, where, px(8), color("line"))
        ink = color("accent" if self.isChecked() else "text-2")
        side = px(18)
        left = (self.width() - side) / 2 if self._compact else px(10)
        box = paint.mirrored(self, QRectF(left, 0, side, side))
        paint.glyph(painter, self._icon, box.x(), self.height() / 2, side, ink)
        if self._compact:
            return
        painter.setFont(self.font())
        painter.setPen(color("text" if self.isChecked() else "text-2"))
        words = paint.mirrored(self, QRectF(px(39), 0, self.width() - px(45), self.height()))
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, int(words.width())
        )
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.drawText(words, int(flags), shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_tip()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._under_mouse = True
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._under_mouse = False
        super().leaveEvent(event)

    def _words_width(self) -> int:
        return self.fontMetrics().horizontalAdvance(self.text())

    def _show_tip(self) -> None:
        """Say what cannot be seen: the name where it is cut or left out, and the key."""
        words = f"{self.text()} ({self._key})" if self._key else self.text()
        cut = self._words_width() > self.width() - px(45)
        self.setToolTip(words if self._compact or self._key or cut else "")
        self.setAccessibleDescription(self._key)  # and not the tip, which has the name again


class BackupLine(Pressable):
    """How old the last backup is, quietly; pressed, it leads to where one is made."""

    def __init__(self) -> None:
        super().__init__()
        self._compact = False
        self._old = False
        self._under_mouse = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        set_role(self, "caption")
        self.hide()

    def say(self, age: BackupAge) -> None:
        """Say another age; an old one in amber words, never in red."""
        self._old = age.old
        self.setText(age.words)
        self.setAccessibleName(age.words)
        self._show_tip()
        self.show()
        self.updateGeometry()
        self.update()

    def set_compact(self, *, compact: bool) -> None:
        """Show the icon alone, with the words as tooltip."""
        self._compact = compact
        self._show_tip()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        wide = px(47)
        if not self._compact:
            wide = px(37) + self.fontMetrics().horizontalAdvance(self.text()) + px(10)
        return QSize(wide, max(px(32), look().line_px("caption") + px(12)))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(47), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        if self._under_mouse:
            paint.plate(painter, self.rect(), px(8), color("line"))
        ink = color("warning" if self._old else "text-2")
        side = px(16)
        left = (self.width() - side) / 2 if self._compact else px(11)
        box = paint.mirrored(self, QRectF(left, 0, side, side))
        paint.glyph(painter, "hard-drives", box.x(), self.height() / 2, side, ink)
        if self._compact:
            return
        painter.setFont(self.font())
        painter.setPen(ink)
        words = paint.mirrored(self, QRectF(px(37), 0, self.width() - px(41), self.height()))
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, int(words.width())
        )
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.drawText(words, int(flags), shown)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._under_mouse = True
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._under_mouse = False
        super().leaveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_tip()

    def _show_tip(self) -> None:
        cut = self._compact or self.sizeHint().width() > self.width()
        self.setToolTip(self.text() if cut else "")


class NavRail(Surface):
    """Emits the id of a page, or asks to lock."""

    spoken_as = "PageTabList"
    chosen = Signal(str)
    book_pressed = Signal()
    backups_pressed = Signal()
    lock_pressed = Signal()

    def __init__(self, items: Mapping[str, NavItem]) -> None:
        super().__init__("rail")
        self._buttons: dict[str, NavButton] = {}
        self._compact = False
        self.setAccessibleName(translate("Rail", "Pages"))
        self._column = QVBoxLayout(self)
        spaced(self._column, margins=(12, 14, 13, 12), gap=2)
        self.book = BookButton()
        self.book.clicked.connect(self.book_pressed)
        self._column.addWidget(self.book)
        add_gap(self._column, 8)
        section = Section.RECORD
        number = 0
        for page_id, item in items.items():
            if item.section is Section.FOOT:
                continue
            if item.section is not section:
                add_gap(self._column, 14)
                section = item.section
            number += 1
            self._add(page_id, item, f"Ctrl+{number}" if number <= _DIGITS else "")
        self._column.addStretch(1)
        self.backup = BackupLine()
        self.backup.clicked.connect(self.backups_pressed)
        self._column.addWidget(self.backup)
        self._column.addWidget(Line())
        add_gap(self._column, 6)
        for page_id, item in items.items():
            if item.section is Section.FOOT:
                self._add(page_id, item, "")
        lock = NavItem("lock-simple", translate("Rail", "Lock"), 99, Section.FOOT)
        self.lock_button = self._make(lock, "Ctrl+L")
        self.lock_button.setCheckable(False)
        self.lock_button.clicked.connect(self.lock_pressed)
        self.set_compact(compact=False)

    @property
    def compact(self) -> bool:
        """True while icons stand alone."""
        return self._compact

    def page_at(self, number: int) -> str | None:
        """Return the page that Ctrl and a digit show."""
        pages = [page for page, button in self._buttons.items() if button.isCheckable()]
        return pages[number - 1] if 0 < number <= len(pages) else None

    def show_current(self, page_id: str) -> None:
        """Light the page that is shown."""
        for held, button in self._buttons.items():
            button.setChecked(held == page_id)

    def set_compact(self, *, compact: bool) -> None:
        """Switch between words and icons alone."""
        self._compact = compact
        sized(self, width=COMPACT_PX if compact else WIDE_PX)
        self.book.set_compact(compact=compact)
        for button in (*self._buttons.values(), self.lock_button):
            button.set_compact(compact=compact)
        self.backup.set_compact(compact=compact)
        spaced(self._column, margins=(10, 14, 11, 12) if compact else (12, 14, 13, 12), gap=2)

    def _add(self, page_id: str, item: NavItem, key: str) -> None:
        button = self._make(item, key)
        self._buttons[page_id] = button
        button.setProperty("page_id", page_id)
        button.clicked.connect(self._clicked)

    def _make(self, item: NavItem, key: str) -> NavButton:
        button = NavButton(item, key)
        self._column.addWidget(button)
        return button

    def _clicked(self) -> None:
        for page_id, button in self._buttons.items():
            if button is self.sender():
                button.setChecked(True)
                self.chosen.emit(page_id)
                return
