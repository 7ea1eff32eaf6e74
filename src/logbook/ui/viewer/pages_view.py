"""A picture, or the pages of a document, on the dark stage: laid out, zoomed, turned and drawn.

Only what is seen is drawn, and only as sharply as it is seen. What is not there yet is shown from
what is: first a little soft, then sharp.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QResizeEvent,
    QTransform,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from logbook.i18n import translate
from logbook.tasks.view_file import Part
from logbook.ui.later import Later
from logbook.ui.style import at_least, color, font, look, px
from logbook.ui.tokens import tokens
from logbook.ui.viewer.arrangement import Arrangement
from logbook.ui.viewer.blur_sign import say_blurred
from logbook.ui.viewer.seen import Seen
from logbook.ui.viewer.sheet import Sheet, Turn
from logbook.ui.widgets import paint

LEAST_ZOOM, MOST_ZOOM = 0.1, 8.0
_STEPS = (0.1, 0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0, 6.0, 8.0)
_SOON_MS = 40
_KEPT_BYTES = 96 << 20


class PagesView(QAbstractScrollArea):
    """Shows pages; asks for pixels with `wanted` and gets them with `take`."""

    wanted = Signal(object)  # Part
    zoomed = Signal(float)
    page_changed = Signal(int)  # from 0: the one in the middle

    @property
    def spoken_as(self) -> str:
        """What is shown by its width has pages to be read."""
        return "Document" if self._pages.by_width else "Graphic"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = Arrangement()
        self._fits = True
        self._sharpest = 0.0  # pixels for one of the page beyond which there is nothing to see
        self._inverted = False
        self._blurred = False
        self._asked: Part | None = None
        self._used: OrderedDict[int, None] = OrderedDict()
        self._page = 0
        self._middle: tuple[int, QPointF] | None = None  # a page, and a place on it
        self._hit: tuple[int, int] | None = None
        self.by_keys = False  # the ring shows where the keyboard came to
        self.setCornerWidget(QWidget(self))  # else a light square between the two bars
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("own_ring", True)
        at_least(self, width=120, height=90)
        self.viewport().setAutoFillBackground(False)
        self._soon = Later(self, _SOON_MS, self._ask)
        self.verticalScrollBar().valueChanged.connect(self._moved)
        self.horizontalScrollBar().valueChanged.connect(self._moved)
        look().changed.connect(self._arrange)

    # What is shown

    def show_pages(
        self, sizes: Sequence[tuple[float, float]], *, by_width: bool, sharpest: float = 0.0
    ) -> None:
        """Show pages of these sizes, fitted; `sharpest` 0: they can be drawn at any size."""
        self._pages = Arrangement([Sheet(QSizeF(*size)) for size in sizes], by_width)
        self._sharpest = sharpest
        self._inverted, self._fits = False, True
        self._used.clear()
        self._asked, self._hit, self._page, self._middle = None, None, 0, None
        self._arrange()
        self.verticalScrollBar().setValue(0)
        self.zoomed.emit(self._pages.zoom)
        self._ask()

    def clear(self) -> None:
        """Forget every pixel."""
        self._soon.stop()
        self.show_pages((), by_width=False)
        self._soon.stop()

    def set_blurred(self, *, blurred: bool) -> None:
        """Show what cannot be made out, and forget everything sharper; or show it all."""
        self._blurred = blurred
        for sheet in self._pages.sheets:
            sheet.forget()
        self._asked = None
        self.viewport().update()
        self._ask()

    @property
    def blurred(self) -> bool:
        """Whether nothing can be made out."""
        return self._blurred

    def take(self, part: Part, image: QImage, region: tuple[float, float, float, float]) -> None:
        """Take the pixels that were asked for."""
        if part != self._asked:
            return
        self._asked = None
        sheet = self._pages.sheets[part.page]
        sheet.take(image, region)
        self._used[part.page] = None
        self._used.move_to_end(part.page)
        self._forget_old()
        self.viewport().update()
        self._ask()

    def take_failure(self, part: Part) -> None:
        """Note that a part cannot be drawn."""
        if part == self._asked:
            self._asked = None
            self._pages.sheets[part.page].failed = True
            self.viewport().update()
            self._ask()

    # Where the person is

    def seen(self) -> Seen | None:
        """Return how it is looked at now, None while there is nothing to see."""
        if self._middle is None:
            return None
        page, place = self._middle
        size = self._pages.sheets[page].size
        across, down = place.x() / size.width(), place.y() / size.height()
        zoom = 0.0 if self._fits else self._pages.zoom
        return Seen(zoom, self._pages.turn.quarters, self._inverted, page, across, down)

    def show_again(self, seen: Seen) -> None:
        """Show the pages as they were looked at before."""
        if not self._pages.sheets:
            return
        self._pages.turn, self._inverted = Turn(seen.quarters), seen.inverted
        self._fits = not seen.zoom
        if seen.zoom:
            self._pages.zoom = min(max(seen.zoom, min(LEAST_ZOOM, self._fitting())), MOST_ZOOM)
        self._arrange()
        page = min(seen.page, len(self._pages.sheets) - 1)
        size = self._pages.sheets[page].size
        self._put_in_middle(page, QPointF(seen.across * size.width(), seen.down * size.height()))

    # Zoom and turn

    @property
    def zoom(self) -> float:
        """How large it is shown; 1 is 100 %."""
        return self._pages.zoom

    @property
    def fits(self) -> bool:
        """Whether it is kept as large as there is room."""
        return self._fits

    @property
    def page(self) -> int:
        """The page in the middle, from 0."""
        return self._page

    def fit(self) -> None:
        """Show it as large as there is room, now and when the room changes."""
        self._fits = True
        self._arrange()

    def set_zoom(self, zoom: float, anchor: QPointF | None = None) -> None:
        """Show it larger or smaller; what lies under `anchor` stays there."""
        self._fits = False
        least = min(LEAST_ZOOM, self._fitting())
        self._zoom_to(min(max(zoom, least), MOST_ZOOM), anchor)

    def step_zoom(self, steps: int, anchor: QPointF | None = None) -> None:
        """Go up or down the ladder of sizes; 0 is 100 %."""
        if not steps:
            self.set_zoom(1.0, anchor)
            return
        hair = 1.001
        if steps > 0:
            found = next((one for one in _STEPS if one > self._pages.zoom * hair), _STEPS[-1])
        else:
            found = next(
                (one for one in reversed(_STEPS) if one * hair < self._pages.zoom), _STEPS[0]
            )
        self.set_zoom(found, anchor)

    def turn(self) -> None:
        """Turn it a quarter to the right, for looking."""
        self._pages.turn = Turn((self._pages.turn.quarters + 1) % 4)
        self._arrange()

    def set_inverted(self, *, inverted: bool) -> None:
        """Show light as dark and dark as light, for faint writing."""
        self._inverted = inverted
        self.viewport().update()

    def show_page(self, page: int) -> None:
        """Bring a page to the top."""
        if self._pages.sheets:
            at = min(max(page, 0), len(self._pages.sheets) - 1)
            self.verticalScrollBar().setValue(round(self._pages.top_of(at)))

    def show_hits(self, hits: Sequence[tuple[int, QRectF]], at: int) -> None:
        """Mark what was found (page, and the box as parts of it), and go to one of them."""
        for sheet in self._pages.sheets:
            sheet.hits = []
        self._hit = None
        for number, (page, box) in enumerate(hits):
            if page >= len(self._pages.sheets):
                continue
            sheet = self._pages.sheets[page]
            width, height = sheet.size.width(), sheet.size.height()
            where = QRectF(
                box.x() * width, box.y() * height, box.width() * width, box.height() * height
            )
            if number == at:
                self._hit = page, len(sheet.hits)
            sheet.hits.append(where)
        if self._hit is not None:
            self._bring(*self._hit)
        self.viewport().update()

    # Where things are

    @property
    def _window(self) -> QRectF:
        """What is seen of the pages."""
        at = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        return QRectF(at, QSizeF(self.viewport().size()))

    def _fitting(self) -> float:
        bar_px = self.verticalScrollBar().sizeHint().width()
        return self._pages.fitting(self.maximumViewportSize(), bar_px)

    def _zoom_to(self, zoom: float, anchor: QPointF | None) -> None:
        if not self._pages.sheets:
            return
        held = anchor or QPointF(self.viewport().rect().center())
        page = self._pages.page_at(held.y(), self._window)
        on_page = self._placed(page).inverted()[0].map(held)
        self._pages.zoom = zoom
        self._arrange()
        self._put_under(held, page, on_page)

    def _put_in_middle(self, page: int, place: QPointF) -> None:
        self._put_under(QPointF(self.viewport().rect().center()), page, place)

    def _put_under(self, held: QPointF, page: int, place: QPointF) -> None:
        """Move the pages so that a place on one of them lies at a point of the viewport."""
        now = self._placed(page).map(place) - held
        for bar, by in (
            (self.horizontalScrollBar(), now.x()),
            (self.verticalScrollBar(), now.y()),
        ):
            bar.setValue(bar.value() + round(by))

    def _arrange(self) -> None:
        """Lay the pages out one below the other, and let the bars know."""
        if self._fits:
            self._pages.zoom = self._fitting()
        self._pages.lay_out()
        room = self.viewport().size()
        vertical, across = self.verticalScrollBar(), self.horizontalScrollBar()
        vertical.setRange(0, max(self._pages.high_px - room.height(), 0))
        vertical.setPageStep(room.height())
        vertical.setSingleStep(px(48))
        before, after = across.maximum(), max(self._pages.wide_px(room.width()) - room.width(), 0)
        middle = across.value() / before if before else 0.5
        across.setRange(0, after)
        across.setValue(round(middle * after))
        across.setPageStep(room.width())
        across.setSingleStep(px(48))
        self.zoomed.emit(self._pages.zoom)
        self._moved()

    def _placed(self, page: int) -> QTransform:
        """Return the way from a page's own pixels to the viewport."""
        return self._pages.way_to(page, self._window)

    def _bring(self, page: int, hit: int) -> None:
        where = self._placed(page).mapRect(self._pages.sheets[page].hits[hit])
        view = QRectF(self.viewport().rect())
        clear = px(60)
        if not view.adjusted(clear, clear, -clear, -clear).contains(where):
            vertical, across = self.verticalScrollBar(), self.horizontalScrollBar()
            vertical.setValue(vertical.value() + round(where.center().y() - view.center().y()))
            across.setValue(across.value() + round(where.center().x() - view.center().x()))

    # Asking for pixels

    def _moved(self) -> None:
        if self._pages.sheets:
            page = self._pages.page_at(self.viewport().height() / 2, self._window)
            if page != self._page:
                self._page = page
                self.page_changed.emit(page)
            middle = QPointF(self.viewport().rect().center())
            self._middle = page, self._placed(page).inverted()[0].map(middle)
        self.viewport().update()
        self._soon.start()

    def _ask(self) -> None:
        """Ask for what is missed most: a page in sight, then its sharp part, then a neighbour."""
        if self._asked is not None or not self._pages.sheets or not self.isVisible():
            return
        seen = self._pages.pages_in(self._window)
        ahead = [at for at in (seen.stop, seen.start - 1) if 0 <= at < len(self._pages.sheets)]
        for pages, sharp in ((seen, False), (seen, True), (ahead, False)):
            for page in pages:
                part = self._missing(page, sharp=sharp)
                if part is not None:
                    self._asked = part
                    self.wanted.emit(part)
                    return

    def _missing(self, page: int, *, sharp: bool) -> Part | None:
        sheet = self._pages.sheets[page]
        if sheet.failed:
            return None
        if self._blurred:
            return sheet.missing_blurred(page)
        seen = self._pages.part_in(page, self._window) if sharp else None
        return sheet.missing(page, self._scale(), seen)

    def _scale(self) -> float:
        """Return how many pixels of the screen, at most, there are for one of a page."""
        scale = self._pages.zoom * self.devicePixelRatioF()
        return min(scale, self._sharpest) if self._sharpest else scale

    def _forget_old(self) -> None:
        """Let go of the pixels that were drawn first, but never of what is in sight."""
        seen = self._pages.pages_in(self._window)
        kept = sum(self._pages.sheets[page].bytes_kept for page in self._used)
        for page in list(self._used):
            if kept <= _KEPT_BYTES:
                return
            if page not in seen:
                kept -= self._pages.sheets[page].bytes_kept
                self._pages.sheets[page].forget()
                del self._used[page]

    # Qt

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for page in self._pages.pages_in(self._window):
            self._paint_page(painter, page)
        if self._blurred and self._pages.sheets:
            say_blurred(painter, self.viewport().rect())
        if self.hasFocus() and self.by_keys:
            around = self.viewport().rect().adjusted(2, 2, -2, -2)
            paint.plate(painter, around, px(6), None, color("on-stage"), 2.0)

    def _paint_page(self, painter: QPainter, page: int) -> None:
        sheet, where = self._pages.sheets[page], self._pages.rect_of(page, self._window)
        painter.save()
        shape = QPainterPath()
        shape.addRoundedRect(where, px(4), px(4))
        painter.setClipPath(shape)
        ground = "on-stage" if self._pages.by_width and not sheet.failed else "ink-hover"
        painter.fillRect(where, color(ground))
        if sheet.failed:
            painter.setPen(color("on-stage-2"))
            painter.setFont(font("body"))
            words = translate("Viewer", "This page could not be shown.")
            painter.drawText(where, int(Qt.AlignmentFlag.AlignCenter), words)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._smooth())
        painter.setTransform(self._placed(page), combine=True)
        for drawn in (sheet.whole, sheet.part):
            if drawn is not None:
                painter.drawImage(drawn.region, drawn.image)
        if self._inverted:
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
            painter.fillRect(QRectF(QPointF(), sheet.size), Qt.GlobalColor.white)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        for number, hit in enumerate(sheet.hits):
            mark = QColor(tokens().light["cat-2"])  # paper is white in the dark, too
            mark.setAlphaF(0.55 if self._hit == (page, number) else 0.25)
            painter.fillRect(hit.adjusted(-1, -1, 1, 1), mark)
        painter.restore()

    def _smooth(self) -> bool:
        """Single pixels of a picture are shown as they are, once they can be told apart."""
        return self._blurred or not self._sharpest or self._pages.zoom < self._sharpest * 3

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The top of a document stays at the top; elsewhere what is in the middle stays there.
        held = self._middle
        if self._pages.by_width and not self.verticalScrollBar().value():
            held = None
        self._arrange()
        if held is not None:
            self._put_in_middle(*held)
