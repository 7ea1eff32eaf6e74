"""The pages of a report one below the other, as they will be printed; drawn as they are seen."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from logbook.i18n import translate
from logbook.ui.style import px
from logbook.ui.widgets import paint
from logbook.ui.words import locale

if TYPE_CHECKING:
    from logbook.ui.models.page_pictures import PagePictures

_AROUND_PX, _GAP_PX = 48, 18
_LEAST_AROUND_PX = 16
_NARROW_PX = 560
_SCREEN_DPI, _POINTS = 96.0, 72.0
_LEAST, _MOST = 0.1, 4.0
_STEPS = (0.1, 0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
_WIDEST_PX = 3_000  # of a picture; a page that is shown larger is drawn up
_AHEAD = 1  # pages before and after that are drawn too
_WHEEL_STEP = 120
_PAPER = QColor(Qt.GlobalColor.white)  # a page is white in every theme, as it will be printed
_ZOOM_KEYS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}


class Fit(Enum):
    """How the size of a page is found."""

    WIDTH = auto()
    PAGE = auto()
    FIXED = auto()


class PageStage(QAbstractScrollArea):
    """Scrolls through the pages; the place on the page stays when the report changes."""

    spoken_as = "Document"
    page_changed = Signal(int)  # the page at the top, from 0
    zoom_changed = Signal()  # also when only the way it is found did

    def __init__(self, pictures: PagePictures) -> None:
        super().__init__()
        self._pictures = pictures
        self._pages = 0
        self._page_pt = (612.0, 792.0)
        self._fit = Fit.WIDTH
        self._zoom = 1.0
        self._current = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAutoFillBackground(False)
        self.setProperty("paper", True)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        pictures.drawn.connect(self._drawn)
        self._say()

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return self._pages

    @property
    def current(self) -> int:
        """The page at the top, from 0."""
        return self._current

    @property
    def fit(self) -> Fit:
        """How the size of a page is found."""
        return self._fit

    @property
    def zoom(self) -> float:
        """The size of a page on the screen: 1 is that of the paper at 96 dots an inch."""
        return self._zoom

    def show_pages(self, pages: int, page_pt: tuple[float, float]) -> None:
        """Show another edition of the report at the same place."""
        place = self._place()
        self._pages, self._page_pt = pages, page_pt
        self._lay_out(place)

    def go_to(self, page: int) -> None:
        """Bring the head of a page to the top."""
        if 0 <= page < self._pages:
            self.verticalScrollBar().setValue(page * self._pitch() if page else 0)

    def use_fit(self, fit: Fit) -> None:
        """Fit pages to the width or to the whole of the pane."""
        place = self._place()
        self._fit = fit
        self._lay_out(place)
        self.zoom_changed.emit()

    def set_zoom(self, zoom: float) -> None:
        """Show pages at a size, 1 for that of the paper, whatever room there is."""
        place = self._place()
        self._fit, self._zoom = Fit.FIXED, min(max(zoom, _LEAST), _MOST)
        self._lay_out(place)
        self.zoom_changed.emit()

    def step_zoom(self, steps: int) -> None:
        """Show pages larger or smaller; 0 fits them to the width again."""
        if steps == 0:
            self.use_fit(Fit.WIDTH)
            return
        larger = [one for one in _STEPS if one > self._zoom + 0.01]
        smaller = [one for one in _STEPS if one < self._zoom - 0.01]
        found = (larger[:1] or _STEPS[-1:]) if steps > 0 else (smaller[-1:] or _STEPS[:1])
        self.set_zoom(found[0])

    def sizeHint(self) -> QSize:
        return QSize(px(560), px(640))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), px(120))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out(self._place())

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turned = event.angleDelta().y()
            if abs(turned) >= _WHEEL_STEP // 4:
                self.step_zoom(1 if turned > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def event(self, event: QEvent) -> bool:
        # Here Ctrl and plus, minus or 0 mean the page, elsewhere the text of the window.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if control and (event.key() in _ZOOM_KEYS or event.key() == Qt.Key.Key_0):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.key() in _ZOOM_KEYS:
                self.step_zoom(_ZOOM_KEYS[Qt.Key(event.key())])
            elif event.key() == Qt.Key.Key_0:
                self.step_zoom(0)
            else:
                super().keyPressEvent(event)
            return
        bar = self.verticalScrollBar()
        if event.key() == Qt.Key.Key_PageDown:
            self.go_to(min(self._current + 1, self._pages - 1))
        elif event.key() == Qt.Key.Key_PageUp:
            self.go_to(max(self._current - 1, 0))
        elif event.key() == Qt.Key.Key_Home:
            bar.setValue(0)
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        seen = self._seen()
        for page in seen:
            where = self._where(page)
            self._paint_page(painter, page, where)
        painter.end()
        self._ask(seen)

    def _paint_page(self, painter: QPainter, page: int, where: QRectF) -> None:
        for reach, part in ((5, 0.024), (3, 0.04), (1, 0.1)):
            shade = paint.faint("scrim", part)
            painter.fillRect(where.adjusted(-reach, -reach + 1, reach, reach + 1), shade)
        painter.fillRect(where, _PAPER)
        picture = self._pictures.picture(page)
        if picture is not None:
            painter.drawImage(where, picture)

    def _ask(self, seen: range) -> None:
        if not seen:
            return
        ahead = [seen.stop, seen.start - 1][: 2 * _AHEAD]
        width = min(round(self._size()[0] * self.devicePixelRatioF()), _WIDEST_PX)
        self._pictures.want(seen, width, ahead)

    # Where things are; y counts from the top of the first page's margin.

    def _size(self) -> tuple[int, int]:
        wide, high = self._page_pt
        per_point = self._zoom * _SCREEN_DPI / _POINTS
        return max(round(wide * per_point), 1), max(round(high * per_point), 1)

    def _pitch(self) -> int:
        return self._size()[1] + px(_GAP_PX)

    def _around(self) -> int:
        narrow = self.viewport().width() < px(_NARROW_PX)
        return px(_LEAST_AROUND_PX if narrow else _AROUND_PX)

    def _where(self, page: int) -> QRectF:
        wide, high = self._size()
        room = self.viewport().width()
        left = (room - wide) // 2 if wide <= room else -self.horizontalScrollBar().value()
        top = px(_GAP_PX) // 2 + page * self._pitch() - self.verticalScrollBar().value()
        return QRectF(left, top, wide, high)

    def _seen(self) -> range:
        pitch, top = self._pitch(), self.verticalScrollBar().value()
        first = max((top - px(_GAP_PX) // 2) // pitch, 0)
        last = (top + self.viewport().height()) // pitch
        return range(min(first, self._pages), min(last + 1, self._pages))

    def _place(self) -> tuple[int, float]:
        """Return the page at the top and how much of it lies above the edge."""
        top, pitch = self.verticalScrollBar().value(), self._pitch()
        return top // pitch, (top % pitch) / pitch

    def _lay_out(self, place: tuple[int, float]) -> None:
        view = self.viewport().size()
        wide, high = self._page_pt
        per_zoom = _SCREEN_DPI / _POINTS
        before = self._zoom
        by_width = (view.width() - 2 * self._around()) / (wide * per_zoom)
        by_height = (view.height() - 2 * px(_GAP_PX)) / (high * per_zoom)
        if self._fit is not Fit.FIXED:
            wanted = by_width if self._fit is Fit.WIDTH else min(by_width, by_height)
            self._zoom = min(max(wanted, _LEAST), _MOST)
        page, part = place
        whole = self._pages * self._pitch()
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        vertical.setRange(0, max(whole - view.height(), 0))
        vertical.setPageStep(view.height())
        vertical.setSingleStep(px(40))
        horizontal.setRange(0, max(self._size()[0] - view.width(), 0))
        horizontal.setPageStep(view.width())
        vertical.setValue(
            min(page, max(self._pages - 1, 0)) * self._pitch() + round(part * self._pitch())
        )
        if self._zoom != before:
            self.zoom_changed.emit()
        self._scrolled()
        self.viewport().update()

    def _scrolled(self) -> None:
        """Find the page that takes the upper third of the pane."""
        at = self.verticalScrollBar().value() + self.viewport().height() // 3
        page = min(max(at // self._pitch(), 0), max(self._pages - 1, 0))
        if page != self._current:
            self._current = page
            self.page_changed.emit(page)
        self._say()

    def _drawn(self, page: int) -> None:
        if page in self._seen():
            self.viewport().update(self._where(page).toAlignedRect())

    def _say(self) -> None:
        words = translate(
            "Report",
            "Preview, page {page} of {pages}",
            page=locale().toString(self._current + 1),
            pages=locale().toString(self._pages),
        )
        if words != self.accessibleName():
            self.setAccessibleName(words)
