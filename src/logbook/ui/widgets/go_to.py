"""Go to: a list over the window that finds pages, people, entries, chats and files by typing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from logbook.i18n import translate
from logbook.tasks import go_to
from logbook.tasks.go_to import Found
from logbook.ui.jobs import Job
from logbook.ui.later import Later
from logbook.ui.models.go_to_list import GoToModel, Place, PlaceRole, matching, place_of
from logbook.ui.style import color, font, look, px
from logbook.ui.widgets import paint
from logbook.ui.widgets.dialog import Dialog
from logbook.ui.widgets.field import LineEdit
from logbook.ui.widgets.text import Text

if TYPE_CHECKING:
    from logbook.ui.desk import Desk

_ASK_AFTER_MS = 40
_ROW_PX, _ROWS = 52, 7
_AROUND_PX = 160  # of a window, above and below the rows
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}


class GoTo(Dialog):
    """The focus stays in the line that is typed; arrows move the mark, Enter goes, Esc leaves."""

    def __init__(self, window: QWidget, desk: Desk, places: Sequence[Place]) -> None:
        super().__init__(translate("GoTo", "Go to"), "", window)
        self._desk = desk
        self._pages = list(places)
        self._asked: Job | None = None
        self.title.hide()
        name = translate("GoTo", "Page, person, entry or number")
        self.edit = LineEdit(name, name)
        self.edit.textChanged.connect(self._typed)
        self.edit.installEventFilter(self)
        self.model = GoToModel()
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(_PlaceDelegate())
        self.view.setUniformItemSizes(True)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setMouseTracking(True)
        self.view.setProperty("draws_rows", True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setAccessibleName(translate("GoTo", "Places"))
        rows = min(_ROWS, max((window.height() - px(_AROUND_PX)) // _row_px(), 1))
        self.view.setFixedHeight(_row_px() * rows)
        self.view.clicked.connect(self._go)
        self.nothing = Text(translate("GoTo", "Nothing in this book matches."), "body", "text-2")
        self.nothing.setFixedHeight(_row_px())
        self.nothing.hide()
        for part in (self.edit, self.nothing, self.view):
            self.body.addWidget(part)
        self._later = Later(self, _ASK_AFTER_MS, self._ask)
        self._show([])

    def first_focus(self) -> QWidget:
        return self.edit

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.edit and isinstance(event, QKeyEvent):
            pressed = event.type() == QEvent.Type.KeyPress
            return pressed and self._key(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _safe_key(self) -> str:
        return ""

    def _key(self, key: Qt.Key) -> bool:
        """Handle a key of the line; False leaves it to the line."""
        if key in _STEPS:
            last = self.model.rowCount() - 1
            here = self.view.currentIndex().row()
            self._mark(min(max(here + _STEPS[key], 0), last))
            self._desk.announce(self.edit.accessibleDescription())  # the focus stays in the line
            return True
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._later.stop()
            self._go(self.view.currentIndex())
            return True
        return False

    def _typed(self, _words: str) -> None:
        if self._asked is not None:
            self._asked.cancel()
            self._asked = None
        self._show([], keep=True)
        self._later.start()

    def _ask(self) -> None:
        words = self.edit.text().strip()
        if words:
            job = self._desk.on_vault(
                go_to.find, words, then=lambda found: self._came(words, found)
            )
            self._asked = job

    def _came(self, words: str, found: list[Found]) -> None:
        if self.isVisible() and words == self.edit.text().strip():
            self._show(found)
            count = self.model.rowCount()
            self._desk.announce(translate("GoTo", "%n found|%n found", "", count))

    def _show(self, found: Sequence[Found], *, keep: bool = False) -> None:
        """Show pages that match and what was found; `keep`: the book has not answered yet."""
        words = self.edit.text().strip()
        pages = matching(self._pages, words)
        here = [place_of(one) for one in found]
        here = [one for one in here if self._desk.has_page(one.page_id)]
        if keep and words and not pages:
            return  # the old rows stay for the blink until the new ones come
        self.model.show([*pages[:4], *here, *pages[4:]] if words else pages)
        self.nothing.setVisible(not self.model.rowCount())
        self._mark(0)

    def _mark(self, at: int) -> None:
        index = self.model.index(max(at, 0), 0)
        self.view.setCurrentIndex(index)
        place = self.model.place(at)
        self.edit.setAccessibleDescription("" if place is None else place.sentence)

    def _go(self, index: QModelIndex) -> None:
        place = self.model.place(index.row())
        if place is not None:
            self.close_with("")
            self._desk.go(place.page_id, **place.arguments)


def _row_px() -> int:
    return max(px(_ROW_PX), look().line_px("strong") + look().line_px("small") + px(12))


class _PlaceDelegate(QStyledItemDelegate):
    """Draws icon, title and the line below it."""

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(px(300), _row_px())

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        place = index.data(PlaceRole)
        if not isinstance(place, Place):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        where = QRectF(option.rect)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            paint.plate(painter, where, px(8), color("selected" if selected else "hover"))
        if selected:
            bar = QRectF(where.left(), where.top() + px(12), px(3), where.height() - px(24))
            paint.plate(painter, _flip(bar, where, mirrored=mirrored), px(2), color("accent"))
        side = px(18)
        box = _flip(QRectF(where.left() + px(14), 0, side, side), where, mirrored=mirrored)
        middle = where.center().y()
        paint.glyph(painter, place.icon, box.left(), middle, side, color("text-2"))
        left, wide = where.left() + px(46), where.width() - px(58)
        if not place.line:
            room = QRectF(left, where.top(), wide, where.height())
            _words(painter, place.title, _flip(room, where, mirrored=mirrored), "strong", "text")
        else:
            tall, low = look().line_px("strong"), look().line_px("small")
            top = middle - (tall + low) / 2
            upper = _flip(QRectF(left, top, wide, tall), where, mirrored=mirrored)
            lower = _flip(QRectF(left, top + tall, wide, low), where, mirrored=mirrored)
            _words(painter, place.title, upper, "strong", "text")
            _words(painter, place.line, lower, "small", "text-2")
        painter.restore()


def _flip(part: QRectF, whole: QRectF, *, mirrored: bool) -> QRectF:
    if not mirrored:
        return part
    left = whole.left() + whole.right() - part.right()
    return QRectF(left, part.y(), part.width(), part.height())


def _words(painter: QPainter, words: str, where: QRectF, role: str, ink: str) -> None:
    painter.setFont(font(role))
    painter.setPen(color(ink))
    shown = painter.fontMetrics().elidedText(
        " ".join(words.split()), Qt.TextElideMode.ElideRight, int(where.width())
    )
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    painter.drawText(where, int(flags), shown)
