"""The one window: first a lock screen or the set-up, then the open book; and the window's keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from logbook.ui.plain_look import disguise
from logbook.ui.style import color, look
from logbook.ui.tokens import tokens

if TYPE_CHECKING:
    from logbook.ui.book_view import BookView
    from logbook.ui.watch import InputWatch

_START_PX = (1280, 800)
_DIGITS = 9


class MainWindow(QMainWindow):
    """Its title is the program's name and nothing else, on every page (DESIGN 12)."""

    lock_asked = Signal()
    hide_asked = Signal()
    close_asked = Signal()
    scale_changed = Signal(float)
    painted = Signal()  # once, when the first screen stands on the display

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle(disguise().title)
        disguise().changed.connect(self._show_name)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        smallest = tokens().layout["smallest"]
        self.setMinimumSize(*smallest)
        self.resize(*_START_PX)
        self.book: BookView | None = None
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)
        look().dressing.dress_in_parts(self, self._stack)

    def show_front(self, front: QWidget, first_focus: QWidget | None = None) -> None:
        """Show the lock screen or the set-up."""
        if self._stack.count() == 0:
            front.installEventFilter(self)
        self._replace(front)
        if first_focus is not None:
            first_focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_book(self, book: BookView) -> None:
        """Show an open book."""
        self.book = book
        book.lock_pressed.connect(self.lock_asked)
        book.hide_pressed.connect(self.hide_asked)
        self._replace(book)

    def finish(self, watch: InputWatch) -> None:
        """Add what the first screen is painted without: keys, the focus ring, the icon."""
        from logbook.ui.focus import FocusRing  # noqa: PLC0415 - see the sentence above
        from logbook.ui.icons import app_icon  # noqa: PLC0415 - the same

        self._add_keys()
        FocusRing(watch, self)
        self.setWindowIcon(app_icon(color("accent"), color("on-accent"), disguise().icon))

    def put_at(self, geometry: tuple[int, int, int, int] | None, *, maximized: bool) -> None:
        """Stand where the window before stood, if that place is still on a screen."""
        if geometry is not None:
            place = QRect(*geometry)
            if any(screen.geometry().intersects(place) for screen in QGuiApplication.screens()):
                self.setGeometry(place)
        if maximized:
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def eventFilter(self, front: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            front.removeEventFilter(self)
            QTimer.singleShot(0, self._say_painted)  # the frame is on its way out by then
        return False

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.close_asked.emit()

    def _replace(self, widget: QWidget) -> None:
        before = self._stack.currentWidget()
        self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)
        if before is not None:
            self._stack.removeWidget(before)
            before.deleteLater()

    def _show_name(self) -> None:
        """Follow a plain look that was put on or off."""
        from logbook.ui.icons import app_icon  # noqa: PLC0415 - as in `finish`

        self.setWindowTitle(disguise().title)
        QApplication.setApplicationName(disguise().title)
        self.setWindowIcon(app_icon(color("accent"), color("on-accent"), disguise().icon))

    def _say_painted(self) -> None:
        self.painted.emit()

    def _add_keys(self) -> None:
        from PySide6.QtGui import QKeySequence, QShortcut  # noqa: PLC0415 - as in `finish`

        keys: list[tuple[str, Any]] = [
            ("Ctrl+L", self._lock),
            ("Ctrl+N", self._new_entry),
            ("Ctrl+F", self._search),
            ("Ctrl+,", self._settings),
            ("Ctrl+Return", self._primary),
            ("Ctrl+Enter", self._primary),
            ("Ctrl+K", self._go_to),
            ("Ctrl+Z", self._undo),
            ("Ctrl+Y", self._redo),
            ("Ctrl+Shift+Z", self._redo),
            ("Alt+Left", self._back),
            ("F1", self._help),
            ("F6", self._next_pane),
            ("Shift+F6", self._last_pane),
            ("Ctrl++", self._larger),
            ("Ctrl+=", self._larger),
            ("Ctrl+-", self._smaller),
            ("Ctrl+0", self._normal),
        ]
        for keys_text, act in keys:
            QShortcut(QKeySequence(keys_text), self).activated.connect(act)
        for digit in range(1, _DIGITS + 1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{digit}"), self)
            shortcut.setProperty("number", digit)
            shortcut.activated.connect(self._go_to_number)

    def _lock(self) -> None:
        self.lock_asked.emit()

    def _open_book(self) -> BookView | None:
        """Return the book when keys may act on it: not under a question."""
        return None if self.book is None or self.book.asking else self.book

    def _go_to_number(self) -> None:
        book = self._open_book()
        if book is not None:
            book.go_to_number(self.sender().property("number"))

    def _new_entry(self) -> None:
        book = self._open_book()
        if book is not None and book.has_page("new_entry"):
            book.show_page("new_entry", {})

    def _settings(self) -> None:
        book = self._open_book()
        if book is not None and book.has_page("settings"):
            book.show_page("settings", {})

    def _search(self) -> None:
        book = self._open_book()
        if book is not None:
            book.focus_search()

    def _primary(self) -> None:
        book = self._open_book()
        if book is not None:
            book.press_primary()

    def _go_to(self) -> None:
        book = self._open_book()
        if book is not None:
            book.go_to()

    def _undo(self) -> None:
        book = self._open_book()
        if book is not None:
            book.undo_toast()

    def _redo(self) -> None:
        book = self._open_book()
        if book is not None:
            book.redo()

    def _back(self) -> None:
        book = self._open_book()
        if book is not None and book.current is not None and book.current.can_go_back():
            book.go_back()

    def _help(self) -> None:
        book = self._open_book()
        if book is not None:
            book.show_help()

    def _next_pane(self) -> None:
        book = self._open_book()
        if book is not None:
            book.next_pane(1)

    def _last_pane(self) -> None:
        book = self._open_book()
        if book is not None:
            book.next_pane(-1)

    def _larger(self) -> None:
        self._scale(1)

    def _smaller(self) -> None:
        self._scale(-1)

    def _normal(self) -> None:
        self._scale(0)

    def _scale(self, steps: int) -> None:
        book = self._open_book()
        if book is not None and book.current is not None and book.current.zoom(steps):
            return
        look().step_scale(steps)
        self.scale_changed.emit(look().scale)
