"""Pictures of a report's pages: drawn when they are to be seen, a bounded number of them kept."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from logbook.domain.progress import SILENT, Progress
from logbook.tasks import preview_report

if TYPE_CHECKING:
    from logbook.ui.desk import Desk
    from logbook.ui.jobs import Job

_AT_ONCE = 2  # as many as draw


class PagePictures(QObject):
    """Draws the pages that a view shows; an old picture stands in until the new one is there."""

    drawn = Signal(int)  # the page, from 0

    def __init__(self, desk: Desk, most_bytes: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._most_bytes = most_bytes
        self._data = b""
        self._pages = 0
        self._edition = 0
        self._width_px = 0
        self._kept: OrderedDict[int, tuple[int, int, QImage]] = OrderedDict()
        self._blank: set[int] = set()
        self._seen: frozenset[int] = frozenset()
        self._wanted: list[int] = []
        self._drawing: dict[int, Job] = {}

    def show(self, data: bytes, pages: int) -> None:
        """Draw another report from now on."""
        self._data = data
        self._pages = pages
        self._edition += 1
        self._blank.clear()
        self._cancel()
        for page in [page for page in self._kept if page >= pages]:
            del self._kept[page]

    def clear(self) -> None:
        """Let go of the report and of every picture of it."""
        self.show(b"", 0)
        self._wanted = []

    def picture(self, page: int) -> QImage | None:
        """Return the newest picture of a page, perhaps of another width or of the report before."""
        found = self._kept.get(page)
        if found is None:
            return None
        self._kept.move_to_end(page)
        return found[2]

    def is_fresh(self, page: int) -> bool:
        """Tell whether the picture of a page shows the report as it is now."""
        found = self._kept.get(page)
        return found is not None and found[0] == self._edition

    def want(self, seen: Sequence[int], width_px: int, ahead: Sequence[int] = ()) -> None:
        """Draw these pages, those that are seen first, and none that was wanted before.

        What is seen is kept, however large it is on a large screen; what is drawn ahead must fit.
        """
        pages = [*seen, *ahead]
        self._seen = frozenset(seen)
        if width_px != self._width_px:
            self._width_px = width_px
            self._cancel()
        self._wanted = [page for page in pages if self._is_missing(page)]
        for page in [page for page in self._drawing if page not in pages]:
            self._drawing.pop(page).cancel()
        self._go_on()

    def _is_missing(self, page: int) -> bool:
        found = self._kept.get(page)
        fresh = found is not None and found[:2] == (self._edition, self._width_px)
        return 0 <= page < self._pages and not fresh and page not in self._blank

    def _go_on(self) -> None:
        while self._wanted and len(self._drawing) < _AT_ONCE:
            page = self._wanted.pop(0)
            if page in self._drawing or not self._is_missing(page):
                continue
            if page in self._seen or self._has_room():
                self._draw(page)

    def _has_room(self) -> bool:
        """Tell whether another page fits beside those that are seen, being as large as they are."""
        sizes = [kept[2].sizeInBytes() for page, kept in self._kept.items() if page in self._seen]
        coming = len(self._drawing) + 1
        return sum(sizes) + max(sizes, default=0) * coming <= self._most_bytes

    def _draw(self, page: int) -> None:
        edition, width_px = self._edition, self._width_px
        job = self._desk.in_pool(
            _draw,
            self._data,
            page,
            width_px,
            then=lambda picture: self._keep(page, edition, width_px, picture),
            failed=lambda _error: self._give_up(page, edition),
        )
        self._drawing[page] = job
        job.ended.connect(lambda: self._ended(page, job))

    def _ended(self, page: int, job: Job) -> None:
        if self._drawing.get(page) is job:
            del self._drawing[page]
        self._go_on()

    def _give_up(self, page: int, edition: int) -> None:
        """Leave a page white that cannot be drawn: the file itself is not touched by that."""
        if edition == self._edition:
            self._blank.add(page)
            self.drawn.emit(page)

    def _keep(self, page: int, edition: int, width_px: int, picture: QImage) -> None:
        if edition != self._edition or picture.isNull():
            return
        self._kept[page] = (edition, width_px, picture)
        self._kept.move_to_end(page)
        size = sum(one.sizeInBytes() for _, _, one in self._kept.values())
        for old in [old for old in self._kept if old not in self._seen]:
            if size <= self._most_bytes:
                break
            size -= self._kept.pop(old)[2].sizeInBytes()
        self.drawn.emit(page)

    def _cancel(self) -> None:
        for job in self._drawing.values():
            job.cancel()
        self._drawing.clear()


def _draw(data: bytes, page: int, width_px: int, progress: Progress = SILENT) -> QImage:
    """Draw a page; runs in the pool."""
    drawn = preview_report.draw_page(data, page, width_px, progress)
    return QImage.fromData(drawn).convertToFormat(QImage.Format.Format_RGB32)
