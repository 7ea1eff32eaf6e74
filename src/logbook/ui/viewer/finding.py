"""Looks for words in the file on the stage: in all pages of a document, or on through a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Signal

from logbook.domain.evidence import Evidence, MediaClass
from logbook.errors import LogbookError
from logbook.i18n import translate
from logbook.tasks import view_file
from logbook.tasks.view_file import Found
from logbook.ui.jobs import Job
from logbook.ui.later import Later
from logbook.ui.viewer.find_bar import FindBar
from logbook.ui.viewer.pages_canvas import PagesCanvas
from logbook.ui.viewer.text_page import TextPage

if TYPE_CHECKING:
    from logbook.ui.desk import Desk
    from logbook.vault.detached import DetachedFile

_AFTER_MS = 250
_LEAST_CHARS = 2


class Finding(QObject):
    """One search at a time; another file ends it."""

    announced = Signal(str)

    def __init__(self, desk: Desk, canvas: PagesCanvas, text: TextPage, bar: FindBar) -> None:
        super().__init__(bar)
        self._desk = desk
        self._canvas = canvas
        self._text = text
        self._bar = bar
        self._file: DetachedFile | None = None
        self._is_text = False
        self._pages = 0
        self._words = ""
        self._found: Found | None = None
        self._at = 0
        self._job: Job | None = None
        self._later = Later(self, _AFTER_MS, self._begin)
        bar.stepped.connect(self.step)

    def open(self, kept: Evidence, file: DetachedFile, pages: int) -> None:
        """Search in this file from now on."""
        self._file, self._pages = file, pages
        self._is_text = kept.media_class is not MediaClass.PDF

    def close(self) -> None:
        """Forget file and search."""
        self._stop()
        self._file = None
        self._words = ""
        self._bar.hide()

    def search(self, words: str) -> None:
        """Look for other words; called while the person types."""
        self._words = words.strip()
        self._stop()
        if len(self._words) < _LEAST_CHARS:
            self._bar.hide()
            self._canvas.show_hits((), 0)
            self._text.mark("")
        elif self._file is not None:
            self._later.start()

    def step(self, step: int) -> None:
        """Go to the next place or the one before; after the last comes the first."""
        if self._file is None or not self._words:
            return
        if self._is_text:
            if not self._text.find_next(self._words, step):
                self._on_in_text(self._text.index + step, step)
        elif self._found is not None and self._found.hits:
            self._at = (self._at + step) % len(self._found.hits)
            self._show_hit()

    def _stop(self) -> None:
        self._later.stop()
        self._found = None
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _begin(self) -> None:
        if self._file is None:
            return
        self._bar.say_busy()
        if self._is_text:
            self._text.mark(self._words)
            if self._text.find_next(self._words, 1, from_start=True):
                self._say_in_text()
            else:
                self._on_in_text(self._text.index + 1, 1)
            return
        words = self._words
        self._job = self._desk.in_pool(
            view_file.find_words,
            self._file,
            self._pages,
            words,
            then=lambda found: self._take(words, found),
            failed=self._failed,
        )

    def _take(self, words: str, found: Found) -> None:
        if words != self._words or self._file is None:
            return
        self._job = None
        self._found = found
        if not found.hits:
            self._say_nothing(has_text=found.has_text)
            return
        here = self._canvas.page
        self._at = next((at for at, hit in enumerate(found.hits) if hit.page >= here), 0)
        self._show_hit()

    def _show_hit(self) -> None:
        if self._found is None:
            return
        hits = [
            (hit.page, QRectF(hit.left, hit.top, hit.width, hit.height)) for hit in self._found.hits
        ]
        self._canvas.show_hits(hits, self._at)
        self._bar.say_found(self._at, len(hits), more=self._found.more)
        self.announced.emit(self._bar.said.text())

    def _on_in_text(self, start: int, step: int) -> None:
        """Look on in the portions of a text that are not on the screen."""
        if self._file is None:
            return
        words = self._words
        self._job = self._desk.in_pool(
            view_file.find_text,
            self._file,
            words,
            start,
            step,
            then=lambda index: self._found_in_text(words, index, step),
            failed=self._failed,
        )

    def _found_in_text(self, words: str, index: int | None, step: int) -> None:
        if words != self._words or self._file is None:
            return
        self._job = None
        if index is None:
            self._say_nothing(has_text=True)
            return
        self._text.go(index, then=lambda: self._show_in_text(step))

    def _show_in_text(self, step: int) -> None:
        self._text.mark(self._words)
        self._text.find_next(self._words, step, from_start=True)
        self._say_in_text()

    def _say_in_text(self) -> None:
        self._bar.say(translate("Viewer", "Found"), steps=True)
        self.announced.emit(self._bar.said.text())

    def _say_nothing(self, *, has_text: bool) -> None:
        words = translate("Viewer", "Nothing found")
        if not has_text:
            words = translate("Viewer", "These pages are pictures, without words to find.")
        self._bar.say(words)
        self._canvas.show_hits((), 0)
        self.announced.emit(words)

    def _failed(self, error: LogbookError) -> None:
        del error
        self._job = None
        self._bar.say(translate("Viewer", "This file could not be searched."))
