"""The files as a list: one line each, with what the tiles have no room for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetricsF,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from logbook.domain.evidence import MediaClass
from logbook.domain.file_selection import EvidenceRow
from logbook.i18n import translate
from logbook.tasks.this_computer import now_here
from logbook.ui.models.file_list import FileListModel, RowRole
from logbook.ui.models.file_pictures import FilePictures
from logbook.ui.style import color, font, look, px, spaced
from logbook.ui.widgets import paint
from logbook.ui.widgets.entry_list_view import set_row_height
from logbook.ui.widgets.file_words import (
    ICONS,
    badge_words,
    day_of,
    entries_words,
    media_word,
    size_words,
)
from logbook.ui.widgets.tile_picture import Shape
from logbook.ui.words import short_day

_ROW_PX = 56
_PAD_PX, _GAP_PX = 8, 18
_FACE_PX = (56, 40)
_FACE_CORNER_PX = 6
_NAME_PX = 200  # the least; other columns go where it has less
_HEAD_PX = 30
_AHEAD_ROWS = 6
_MARGIN_PX = 24  # at the end of a row; the scroll bar stands in it

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class _Column:
    """One column behind the name; `keep` says which goes first where there is no room."""

    key: str
    keep: int
    to_end: bool = False


_COLUMNS = (
    _Column("kind", 1),
    _Column("size", 2, to_end=True),
    _Column("day", 4),
    _Column("added", 0),
    _Column("used", 3),
)


class FileTable(QWidget):
    """The list with the names of its columns above it."""

    def __init__(
        self,
        model: FileListModel,
        pictures: FilePictures,
        blurs: Callable[[EvidenceRow], bool],
        selection: QItemSelectionModel,
    ) -> None:
        super().__init__()
        self.view = FileRowsView(model, pictures, blurs)
        self.view.setSelectionModel(selection)
        self.setFocusProxy(self.view)
        column = QVBoxLayout(self)
        spaced(column, gap=0)
        column.addWidget(_Head(self.view))
        column.addWidget(self.view, 1)


class FileRowsView(QTableView):
    """A table, because only one with rows of one height lays out 100,000 of them at once."""

    opened = Signal(int)  # a row
    look_pressed = Signal()  # Space
    none_pressed = Signal()  # Esc
    menu_asked = Signal(QPoint)  # where, on the screen

    def __init__(
        self,
        model: FileListModel,
        pictures: FilePictures,
        blurs: Callable[[EvidenceRow], bool],
    ) -> None:
        super().__init__()
        self._files = model
        self._pictures = pictures
        self._blurs = blurs
        self.setModel(model)
        self.delegate = FileRowDelegate(self)
        self.setItemDelegate(self.delegate)
        self.setAccessibleName(translate("Evidence", "Files"))
        self.setProperty("draws_rows", True)
        self.setProperty("own_ring", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.setMinimumWidth(px(_NAME_PX))
        pictures.came.connect(self._came)
        model.dataChanged.connect(self.fetch_pictures)
        self.verticalScrollBar().valueChanged.connect(self.fetch_pictures)
        self._measure_rows()
        look().changed.connect(self._measure_rows)

    def choose(self, at: int) -> None:
        """Make a row the current one without selecting it, and bring it into sight."""
        index = self._files.index(at, 0)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.scrollTo(index)

    def rows_in_sight(self) -> range:
        """Return the rows of which at least a part is seen."""
        first = max(self.rowAt(0), 0)
        last = self.rowAt(self.viewport().height() - 1)
        return range(first, (self._files.rowCount() if last < 0 else last + 1))

    def fetch_pictures(self) -> None:
        """Ask for the pictures in sight, then for those a little beyond."""
        if not self.isVisible():
            return
        seen = self.rows_in_sight()
        after = range(seen.stop, min(seen.stop + _AHEAD_ROWS, self._files.rowCount()))
        before = range(max(seen.start - _AHEAD_ROWS, 0), seen.start)
        rows = [self._files.row(at) for at in (*seen, *after, *before)]
        self._pictures.want(
            [(row.id, self._shape(row)) for row in rows if row is not None and row.has_picture]
        )

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]  # Qt's own event
        self.fetch_pictures()

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]  # Qt's own event
        self.fetch_pictures()

    def selectAll(self) -> None:
        """Choose every file as one run: Qt's own way asks the model about each of them."""
        last = self._files.rowCount() - 1
        if last >= 0:
            run = QItemSelection(self._files.index(0, 0), self._files.index(last, 0))
            self.selectionModel().select(run, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def keyboardSearch(self, search: str) -> None:
        """Nothing: Qt would read every row of the book for it; the search box does this."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        current = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and not control:
            self.look_pressed.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.none_pressed.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and current.isValid():
            self.opened.emit(current.row())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        where = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            centre = self.visualRect(self.currentIndex()).center()
            where = self.viewport().mapToGlobal(centre)
        self.menu_asked.emit(where)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(index.row())

    def picture(self, row: EvidenceRow) -> QImage | None:
        """Return the small picture of a file, if it is here."""
        return self._pictures.picture(row.id, blurred=self._blurs(row))

    def is_blurred(self, row: EvidenceRow) -> bool:
        """Tell whether the small picture of a file is blurred."""
        return self._blurs(row)

    def across(self, left: int = 0) -> tuple[int, int]:
        """Return where rows begin and how wide they are, with the scroll bar or without."""
        wide = max(self.width() - px(_MARGIN_PX), 1)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return (left + self.viewport().width() - wide if mirrored else left), wide

    def _shape(self, row: EvidenceRow) -> Shape:
        density = self.devicePixelRatioF()
        wide, tall = (px(side) * density for side in _FACE_PX)
        corner = px(_FACE_CORNER_PX) * density
        return Shape(round(wide), round(tall), corner, blurred=self._blurs(row))

    def _came(self, _files: list[int]) -> None:
        self.viewport().update()

    def _measure_rows(self) -> None:
        row_px = self.delegate.row_px()
        set_row_height(self, row_px)
        self.verticalScrollBar().setSingleStep(row_px)


class FileRowDelegate(QStyledItemDelegate):
    """Draws one file in a line; every row has one height."""

    def __init__(self, view: FileRowsView) -> None:
        super().__init__(view)
        self._view = view

    def row_px(self) -> int:
        """Return the height of every row at the text size in use."""
        return max(px(_ROW_PX), look().line_px("body") + px(24), px(_FACE_PX[1]) + px(16))

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(px(_NAME_PX), self.row_px())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(RowRole)
        if not isinstance(row, EvidenceRow):
            return
        left, wide = self._view.across(option.rect.left())
        where = QRect(left, option.rect.top(), wide, option.rect.height())
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            plate = QRectF(where).adjusted(0, px(1), 0, -px(1))
            paint.plate(painter, plate, px(8), color("selected" if selected else "hover"))
        if selected:
            bar = QRectF(where.left(), where.top() + px(12), px(3), where.height() - px(24))
            paint.plate(painter, _flip(bar, where, mirrored=mirrored), px(2), color("accent"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            ring = QRectF(where).adjusted(1, px(1), -1, -px(1))
            paint.plate(painter, ring, px(8), None, color("focus"), 2.0)
        places = columns_of(where.width())
        self._draw_face(painter, row, _flip(QRectF(_face(where)), where, mirrored=mirrored))
        for key, (left, wide, to_end) in places.items():
            box = QRectF(where.left() + left, where.top(), wide, where.height())
            words, role, colour = self._words(key, row)
            _text(
                painter,
                (words, role, colour),
                _flip(box, where, mirrored=mirrored),
                to_end=to_end != mirrored,
            )
        painter.restore()

    def _draw_face(self, painter: QPainter, row: EvidenceRow, box: QRectF) -> None:
        picture = self._view.picture(row) if row.has_picture else None
        if picture is not None:
            painter.drawImage(box, picture)
        else:
            video = row.media_class is MediaClass.VIDEO
            ground, ink = ("stage", "on-stage-2") if video else ("sunken", "text-3")
            paint.plate(painter, box, px(_FACE_CORNER_PX), color(ground))
            if not row.has_picture:
                side = px(18)
                left, middle = box.center().x() - side / 2, box.center().y()
                paint.glyph(painter, ICONS[row.media_class], left, middle, side, color(ink))
        if picture is not None and self._view.is_blurred(row):
            side = px(16)
            left, middle = box.center().x() - side / 2, box.center().y()
            disc = QRectF(box.center().x() - px(12), middle - px(12), px(24), px(24))
            paint.plate(painter, disc, px(12), color("scrim"))
            paint.glyph(painter, "eye-slash", left, middle, side, color("on-stage"))
        paint.plate(painter, box, px(_FACE_CORNER_PX), None, color("line-strong"))

    def _words(self, key: str, row: EvidenceRow) -> tuple[str, str, str]:
        if key == "name":
            return row.name, "label", "text"
        if key == "used" and row.same is False:
            return translate("Evidence", "Has changed"), "small", "warning"
        words = {
            "kind": _kind_and_length(row),
            "size": size_words(row.size_bytes),
            "day": short_day(day_of(row)),
            "added": short_day(row.added_at.astimezone(now_here().tzinfo).date()),
            "used": entries_words(row),
        }[key]
        return words, "small", "text-2"


class _Head(QWidget):
    """The names of the columns, for eyes: each row says its parts by itself."""

    def __init__(self, view: FileRowsView) -> None:
        super().__init__()
        self._view = view
        look().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(px(_NAME_PX), max(px(_HEAD_PX), look().line_px("caption") + px(12)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        start, wide = self._view.across()
        start += self.width() - self._view.viewport().width() if mirrored else 0
        where = QRect(start, 0, wide, self.height())
        names = _column_names()
        for key, (left, room, to_end) in columns_of(wide).items():
            box = QRectF(where.left() + left, 0, room, self.height())
            _text(
                painter,
                (names[key], "caption", "text-3"),
                _flip(box, where, mirrored=mirrored),
                to_end=to_end != mirrored,
            )
        painter.fillRect(QRect(start, self.height() - 1, wide, 1), color("line"))


def columns_of(width: int) -> dict[str, tuple[int, int, bool]]:
    """Return left edge, width and whether it ends at the right, for each column with room."""
    names = _column_names()
    metrics = QFontMetricsF(font("small"))
    samples = _samples()
    wanted = {
        one.key: int(
            max(
                *(
                    metrics.horizontalAdvance(words)
                    for words in (*samples[one.key], names[one.key])
                ),
                0,
            )
        )
        + px(4)
        for one in _COLUMNS
    }
    start = px(_PAD_PX) * 2 + px(_FACE_PX[0]) + px(10)
    shown = list(_COLUMNS)
    gap = px(_GAP_PX)
    while shown and width - start - sum(wanted[c.key] + gap for c in shown) < px(_NAME_PX):
        shown.remove(min(shown, key=lambda one: one.keep))
    left = width - px(_PAD_PX) - sum(wanted[c.key] + gap for c in shown)
    places = {"name": (start, max(left - start, 1), False)}
    for one in shown:
        left += gap
        places[one.key] = (left, wanted[one.key], one.to_end)
        left += wanted[one.key]
    return places


def _samples() -> dict[str, tuple[str, ...]]:
    """Return the longest words that a column usually has; what is longer is elided."""
    day = short_day(now_here().date().replace(month=9, day=28))
    return {
        "kind": tuple(f"{media_word(one)}, 00:00" for one in (MediaClass.SOUND, MediaClass.VIDEO)),
        "size": (size_words(888_800_000),),
        "day": (day,),
        "added": (day,),
        "used": (
            translate("Evidence", "in %n entry|in %n entries", "", 88),
            translate("Evidence", "in messages"),
            translate("Evidence", "Has changed"),
        ),
    }


def _column_names() -> dict[str, str]:
    return {
        "name": translate("Evidence", "Name"),
        "kind": translate("Evidence", "Kind"),
        "size": translate("Evidence", "Size"),
        "day": translate("Evidence", "Date"),
        "added": translate("Evidence", "Added"),
        "used": translate("Evidence", "Used"),
    }


def _kind_and_length(row: EvidenceRow) -> str:
    return ", ".join(part for part in (media_word(row.media_class), badge_words(row)) if part)


def _face(where: QRect) -> QRect:
    wide, tall = px(_FACE_PX[0]), px(_FACE_PX[1])
    return QRect(where.left() + px(_PAD_PX), where.center().y() - tall // 2 + 1, wide, tall)


def _flip(box: QRectF, where: QRect, *, mirrored: bool) -> QRectF:
    if not mirrored:
        return box
    left = where.left() + where.right() + 1 - box.right()
    return QRectF(left, box.y(), box.width(), box.height())


def _text(painter: QPainter, said: tuple[str, str, str], where: QRectF, *, to_end: bool) -> None:
    words, role, colour = said
    used = font(role)
    painter.setFont(used)
    painter.setPen(color(colour))
    shown = QFontMetricsF(used).elidedText(words, Qt.TextElideMode.ElideMiddle, where.width())
    across = Qt.AlignmentFlag.AlignRight if to_end else Qt.AlignmentFlag.AlignLeft
    flags = across | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
    painter.drawText(where, int(flags | Qt.TextFlag.TextSingleLine), shown)
