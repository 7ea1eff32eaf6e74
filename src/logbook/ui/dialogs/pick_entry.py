"""Choose one of the entries: the newest first, or those that hold some words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from logbook.domain.ids import EntryId
from logbook.domain.selection import EntryFilter, EntryRow
from logbook.i18n import translate
from logbook.tasks import write_entry
from logbook.ui.later import Later
from logbook.ui.style import look, px, sized
from logbook.ui.widgets.button import Variant
from logbook.ui.widgets.dialog import Dialog
from logbook.ui.widgets.entry_row import row_sentence
from logbook.ui.widgets.field import SearchField
from logbook.ui.widgets.message_paint import RowPainter
from logbook.ui.widgets.text import Text
from logbook.ui.words import day_and_clock

if TYPE_CHECKING:
    from logbook.ui.desk import Desk

_SHOWN_MOST = 50
_SEARCH_AFTER_MS = 180
_LIST_PX = 264
Index = QModelIndex | QPersistentModelIndex
_RowRole = int(Qt.ItemDataRole.UserRole) + 1


class PickEntry(Dialog):
    """Calls `chosen` with the entry; nothing happens when the person goes back."""

    def __init__(
        self, desk: Desk, chosen: Callable[[EntryId], object], *, none_yet: str = ""
    ) -> None:
        super().__init__(
            translate("Messages", "Add to which entry?"),
            translate("Messages", "The newest entries come first."),
            desk.window(),
        )
        self._desk = desk
        self._chosen = chosen
        self._asked = ""
        self._none_yet = none_yet or translate(
            "Messages", "There is no entry yet. Make one of the messages."
        )
        self.search = SearchField(
            translate("Messages", "Search your entries"), translate("Messages", "Search")
        )
        self.search.searched.connect(self._typed)
        self.search.returnPressed.connect(self._take)
        self._rows = _Rows()
        self.list = QListView()
        self.list.setModel(self._rows)
        self._delegate = _Delegate()
        self.list.setItemDelegate(self._delegate)
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(translate("Messages", "Entries"))
        self.list.setProperty("draws_rows", True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        sized(self.list, height=_LIST_PX)
        self.list.activated.connect(self._take)
        self._nothing = Text("", "small", "text-2", wrap=True)
        for part in (self.search, self.list, self._nothing):
            self.body.addWidget(part)
        self.add_button("back", translate("Messages", "Not now"))
        self.take = self.add_action(translate("Messages", "Add to this entry"), Variant.PRIMARY)
        self.take.clicked.connect(self._take)
        self._later = Later(self, _SEARCH_AFTER_MS, self._read)
        self._say("")
        self._read()

    def first_focus(self) -> QWidget:
        return self.search

    def _typed(self, _words: str) -> None:
        self.take.setEnabled(False)  # what is listed is of other words
        self._later.start()

    def _read(self) -> None:
        self._asked = self.search.text().strip()
        wanted = EntryFilter(match=self._asked, newest_first=True)
        words = self._asked
        self._desk.on_vault(
            write_entry.list_rows, wanted, 0, _SHOWN_MOST, then=lambda rows: self._show(words, rows)
        )

    def _show(self, words: str, rows: list[EntryRow]) -> None:
        if words != self._asked:
            return
        self._rows.show(rows)
        self.list.setCurrentIndex(self._rows.index(0, 0))
        nothing = translate("Messages", "No entry holds these words.")
        if not words:
            nothing = self._none_yet
        self._say("" if rows else nothing)

    def _say(self, nothing: str) -> None:
        self._nothing.setText(nothing)
        self._nothing.setVisible(bool(nothing))
        self.take.setEnabled(bool(self._rows.rowCount()))

    def _take(self) -> None:
        row = self.list.currentIndex().data(_RowRole)
        if isinstance(row, EntryRow) and self.take.isEnabled():
            chosen = self._chosen
            self.close_with("take")
            chosen(row.id)


class _Rows(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self._rows: list[EntryRow] = []

    def show(self, rows: list[EntryRow]) -> None:
        """List other entries."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == _RowRole:
            return row
        texts = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return row_sentence(row) if role in texts else None


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(px(200), look().line_px("strong") + look().line_px("small") + px(14))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(_RowRole)
        if not isinstance(row, EntryRow):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        drawn = _Row(painter, QRect(option.rect), mirrored=mirrored)
        if option.state & QStyle.StateFlag.State_Selected:
            drawn.mark("selected")
        drawn.draw(row)
        painter.restore()


class _Row(RowPainter):
    def draw(self, row: EntryRow) -> None:
        """Draw title and time."""
        where = self._where.adjusted(px(10), px(7), -px(10), -px(7))
        strong = look().line_px("strong")
        self._text(
            row.title, QRect(where.left(), where.top(), where.width(), strong), "strong", "text"
        )
        below = QRect(where.left(), where.top() + strong, where.width(), look().line_px("small"))
        self._text(day_and_clock(row.start_local), below, "small", "text-2")
