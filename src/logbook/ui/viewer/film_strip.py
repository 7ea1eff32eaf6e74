"""The film strip: the other files, one below the other, beside the stage."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from logbook.domain.evidence import MediaClass
from logbook.domain.ids import EvidenceId
from logbook.i18n import translate
from logbook.ui.models.film import FilmModel, Tile, TileRole
from logbook.ui.style import color, font, look, px, sized, spaced
from logbook.ui.tokens import tokens
from logbook.ui.viewer.words import length_words, media_icon
from logbook.ui.widgets import paint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from logbook.ui.desk import Desk

WIDTH_PX = 108
_SHOWN_MOST = 2_000
_TILE_PX, _GAP_PX, _CORNER_PX = 76, 12, 8


class _Near(NamedTuple):
    """A run of files out of a longer list: where it begins there, and how long that is."""

    files: list[EvidenceId]
    where: tuple[int, int]


class FilmStrip(QListView):
    """`chosen` is the file that the person went to, by mouse or keys."""

    chosen = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.film = FilmModel(desk)
        self._telling = True
        self.setModel(self.film)
        self._delegate = _TileDelegate()
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(translate("Viewer", "Files beside this one"))
        self.setProperty("draws_rows", True)
        self.setProperty("own_ring", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.selectionModel().currentChanged.connect(self._current_changed)
        look().changed.connect(self._measure)
        self._blurs = False
        self._measure()

    def show_files(self, files: Sequence[EvidenceId], current: EvidenceId, *, blurs: bool) -> None:
        """Show files, with one of them chosen; tells nobody."""
        self._telling = False
        self._blurs = blurs
        near = self._near(files, current)
        self.film.show(near.files, blurs=blurs, side_px=self._side_px(), where=near.where)
        at = self.film.place_of(current)
        if at is not None:
            self.setCurrentIndex(self.film.index(at, 0))
            self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.EnsureVisible)
        self._telling = True

    def _near(self, files: Sequence[EvidenceId], current: EvidenceId) -> _Near:
        """Return the files around the open one: a list of all of 100,000 takes a second to lay out.

        What is shown stays, until the open file comes near its edge.
        """
        total = len(files)
        if total <= _SHOWN_MOST:
            return _Near(list(files), (0, total))
        at = files.index(current) if current in files else 0
        first, shown = self.film.where[0], self.film.files
        edge = _SHOWN_MOST // 8
        left, right = at - first, first + len(shown) - 1 - at
        near_start = left < edge and first > 0
        near_end = right < edge and first + len(shown) < total
        same = self.film.where[1] == total and list(files[first : first + len(shown)]) == shown
        if not same or near_start or near_end or not 0 <= left < len(shown):
            first = min(max(at - _SHOWN_MOST // 2, 0), total - _SHOWN_MOST)
        return _Near(list(files[first : first + _SHOWN_MOST]), (first, total))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = keys.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        at = self.currentIndex().row() + step
        if 0 <= at < self.film.rowCount():
            self.setCurrentIndex(self.film.index(at, 0))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _current_changed(self, index: QModelIndex, _before: QModelIndex) -> None:
        if self._telling and index.isValid():
            self.chosen.emit(int(self.film.files[index.row()]))

    def _measure(self) -> None:
        self.film.show(
            self.film.files, blurs=self._blurs, side_px=self._side_px(), where=self.film.where
        )
        self.scheduleDelayedItemsLayout()

    def _side_px(self) -> int:
        return round(px(_TILE_PX) * self.devicePixelRatioF())


class FilmColumn(QWidget):
    """The strip on its dark ground, with a hairline to the stage."""

    def __init__(self, strip: FilmStrip) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        spaced(column, margins=(0, 10, 1, 10))
        column.addWidget(strip)
        sized(self, width=WIDTH_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), color("stage"))
        right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        line = paint.faint("on-stage", 0.14)
        painter.fillRect(0 if right else self.width() - 1, 0, 1, self.height(), line)


class _TileDelegate(QStyledItemDelegate):
    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(px(_TILE_PX), px(_TILE_PX + _GAP_PX))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        rect, side = QRectF(option.rect), px(_TILE_PX)
        where = QRectF(0, 0, side, side)
        where.moveCenter(rect.center())
        tile = index.data(TileRole)
        blurs = isinstance(tile, Tile) and _is_blurred(index, tile)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _draw_inside(painter, where, tile if isinstance(tile, Tile) else None, blurred=blurs)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        edge = paint.faint("on-stage", 0.6 if hovered else 0.35)
        if chosen:
            edge = QColor(tokens().dark["accent"])
            around = where.adjusted(-1, -1, 1, 1)
            paint.plate(painter, around, px(_CORNER_PX) + 1, None, edge, 3.0)
        else:
            paint.plate(painter, where, px(_CORNER_PX), None, edge)
        if chosen and focused:
            around = where.adjusted(-4, -4, 4, 4)
            paint.plate(painter, around, px(_CORNER_PX) + 4, None, color("on-stage"), 2.0)
        painter.restore()


def _is_blurred(index: QModelIndex | QPersistentModelIndex, tile: Tile) -> bool:
    model = index.model()
    return isinstance(model, FilmModel) and model.is_blurred(tile)


def _draw_inside(painter: QPainter, where: QRectF, tile: Tile | None, *, blurred: bool) -> None:
    paint.plate(painter, where, px(_CORNER_PX), color("ink-hover"))
    if tile is None:
        return
    if tile.picture is not None:
        shape = QPainterPath()
        shape.addRoundedRect(where, px(_CORNER_PX), px(_CORNER_PX))
        painter.save()
        painter.setClipPath(shape)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(where, tile.picture)
        if blurred:
            painter.fillRect(where, paint.faint("stage", 0.55))
        painter.restore()
    kept = tile.evidence
    if tile.picture is None or blurred:
        name = "eye-slash" if blurred else "file-x"
        if not blurred and kept is not None:
            name = media_icon(kept.media_class)
        side = px(22)
        left = where.center().x() - side / 2
        paint.glyph(painter, name, left, where.center().y(), side, color("on-stage-2"))
    if kept is not None and kept.duration_s and kept.media_class in _TIMED:
        _badge(painter, where, length_words(kept.duration_s))


_TIMED = frozenset({MediaClass.SOUND, MediaClass.VIDEO})


def _badge(painter: QPainter, where: QRectF, words: str) -> None:
    painter.setFont(font("caption"))
    metrics = painter.fontMetrics()
    box = QRectF(0, 0, metrics.horizontalAdvance(words) + px(10), metrics.height() + px(2))
    box.moveBottomLeft(where.bottomLeft())
    box.translate(px(5), -px(5))
    paint.plate(painter, box, px(4), paint.faint("stage", 0.85))
    painter.setPen(color("on-stage"))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)
