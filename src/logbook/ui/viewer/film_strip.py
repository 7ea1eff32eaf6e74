"""The film strip: the other files, one below the other, beside the stage."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
)
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
from logbook.ui.later import Later
from logbook.ui.models.file_waves import FileWaves
from logbook.ui.models.film import FilmModel, Tile, TileRole
from logbook.ui.style import color, look, px, sized, spaced, strong_font
from logbook.ui.tokens import tokens
from logbook.ui.widgets import paint
from logbook.ui.widgets.file_words import ICONS, length_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from logbook.ui.desk import Desk

WIDTH_PX = 108
_SHOWN_MOST = 2_000
_WAVES_AFTER_MS = 120
_BARS, _BAR_PX = 14, 3
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
        self.waves = FileWaves(desk)
        self.waves.came.connect(self.viewport().update)
        self._telling = True
        self.setModel(self.film)
        self._delegate = _TileDelegate(self.waves)
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
        self._soon = Later(self, _WAVES_AFTER_MS, self._want_waves)
        self.film.dataChanged.connect(self._soon.start)
        self.verticalScrollBar().valueChanged.connect(self._soon.start)
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

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._soon.stop()  # nothing may be asked of a book that is being closed

    def _want_waves(self) -> None:
        """Ask for the wave forms of the sounds in sight."""
        first = max(self.indexAt(QPoint(1, 1)).row(), 0)
        last = min(first + self.height() // px(_TILE_PX) + 1, self.film.rowCount() - 1)
        tiles = (self.film.index(row, 0).data(TileRole) for row in range(first, last + 1))
        self.waves.want(
            [
                tile.evidence.id
                for tile in tiles
                if isinstance(tile, Tile)
                and tile.evidence is not None
                and tile.evidence.media_class is MediaClass.SOUND
            ]
        )

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
    def __init__(self, waves: FileWaves) -> None:
        super().__init__()
        self._waves = waves

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
        self._draw_inside(painter, where, tile if isinstance(tile, Tile) else None, blurred=blurs)
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

    def _draw_inside(
        self, painter: QPainter, where: QRectF, tile: Tile | None, *, blurred: bool
    ) -> None:
        paint.plate(painter, where, px(_CORNER_PX), paint.faint("on-stage", 0.09))
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
        wave = self._waves.wave(kept.id) if kept is not None else b""
        if wave and kept is not None and kept.media_class is MediaClass.SOUND:
            _draw_wave(painter, where, wave)
        elif tile.picture is None or blurred:
            name = "eye-slash" if blurred else "file-x"
            if not blurred and kept is not None:
                name = ICONS[kept.media_class]
            side = px(22)
            left = where.center().x() - side / 2
            paint.glyph(painter, name, left, where.center().y(), side, color("on-stage-2"))
        if kept is not None and kept.duration_s and kept.media_class in _TIMED:
            _badge(painter, where, length_words(kept.duration_s))


def _is_blurred(index: QModelIndex | QPersistentModelIndex, tile: Tile) -> bool:
    model = index.model()
    return isinstance(model, FilmModel) and model.is_blurred(tile)


_TIMED = frozenset({MediaClass.SOUND, MediaClass.VIDEO})


def _draw_wave(painter: QPainter, where: QRectF, wave: bytes) -> None:
    """Draw how loud a sound is along its length, in a few bars."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens().dark["accent"]))
    loudest, bar = max(wave) or 1, px(_BAR_PX)
    room = where.adjusted(px(7), px(14), -px(7), -px(14))
    for at in range(_BARS):
        loud = max(wave[len(wave) * at // _BARS : len(wave) * (at + 1) // _BARS] or b"\0")
        high = max(room.height() * loud / loudest, bar)
        left = room.x() + (room.width() - bar) * at / (_BARS - 1)
        box = QRectF(left, room.center().y() - high / 2, bar, high)
        painter.drawRoundedRect(box, bar / 2, bar / 2)


def _badge(painter: QPainter, where: QRectF, words: str) -> None:
    painter.setFont(strong_font("caption"))
    metrics = painter.fontMetrics()
    box = QRectF(0, 0, metrics.horizontalAdvance(words) + px(10), metrics.height() + px(2))
    box.moveBottomLeft(where.bottomLeft())
    box.translate(px(5), -px(5))
    paint.plate(painter, box, px(4), paint.faint("stage", 0.85))
    painter.setPen(color("on-stage"))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)
