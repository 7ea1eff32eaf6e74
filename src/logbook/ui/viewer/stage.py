"""The dark stage: what a file shows, or why it cannot be shown."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from logbook.domain.evidence import Evidence, MediaClass
from logbook.errors import LogbookError, PictureUnreadable
from logbook.i18n import translate
from logbook.tasks import view_file
from logbook.tasks.say_problem import say_file_note, say_file_problem
from logbook.tasks.view_file import Outline, Part
from logbook.ui.jobs import Job
from logbook.ui.on_key import on_key
from logbook.ui.style import at_least, color, spaced
from logbook.ui.viewer import pixels
from logbook.ui.viewer.find_bar import FindBar
from logbook.ui.viewer.finding import Finding
from logbook.ui.viewer.notice import StageNotice
from logbook.ui.viewer.pages_canvas import PagesCanvas
from logbook.ui.viewer.player_page import PlayerPage
from logbook.ui.viewer.seen import Seen
from logbook.ui.viewer.stage_button import StageWords
from logbook.ui.viewer.text_page import TextPage
from logbook.ui.viewer.zoom_bar import ZoomBar
from logbook.ui.widgets import paint
from logbook.ui.words import locale

if TYPE_CHECKING:
    from logbook.ui.desk import Desk
    from logbook.vault.detached import DetachedFile

_PLAYED = frozenset({MediaClass.SOUND, MediaClass.VIDEO})
_READ = frozenset({MediaClass.TEXT, MediaClass.MESSAGES})
_LEAST_PX = 110
_READ_TYPES = frozenset({"application/json"})
_DRAWN = frozenset({MediaClass.PICTURE, MediaClass.PDF})


class Stage(QWidget):
    """Shows one file at a time and forgets the one before."""

    step_file = Signal(int)
    looked = Signal()
    save_pressed = Signal()
    came = Signal()  # what takes the keys is there

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._file: DetachedFile | None = None
        self._kept: Evidence | None = None
        self._generation = 0
        self._pages = 1
        self._covered = False  # a text that waits to be looked at
        self._drawing: Job | None = None
        self._again: Seen | None = None  # how the file that comes was looked at before
        self.canvas = PagesCanvas()
        self.zoom_bar = ZoomBar()
        self.notice = StageNotice()
        self.note = StageWords(role="small")
        self._stack = QStackedWidget()
        self.find_bar = FindBar()
        for part in (self.notice, self.canvas):
            self._stack.addWidget(part)
        at_least(self._stack, width=_LEAST_PX, height=_LEAST_PX)  # what is not shown may not push
        self._bars = QHBoxLayout()
        spaced(self._bars, margins=(8, 6, 8, 14), gap=8)
        self._bars.addStretch(1)
        self._bars.addWidget(self.zoom_bar)
        self._bars.addStretch(1)
        finds = QHBoxLayout()
        spaced(finds, margins=(8, 6, 8, 0))
        finds.addStretch(1)
        finds.addWidget(self.find_bar, 1000)
        finds.addStretch(1)
        column = QVBoxLayout(self)
        spaced(column, gap=0)
        column.addWidget(self._stack, 1)
        column.addWidget(self.note, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(finds)
        column.addLayout(self._bars)
        self._connect()
        self.clear()

    # Most files need neither of these three, which take their time to build.

    @cached_property
    def player(self) -> PlayerPage:
        """The place for sound and video."""
        made = PlayerPage(self._desk)
        made.ready.connect(self._show_player)
        made.failed.connect(self._not_played)
        self._take_in(made, made.bar)
        return made

    @cached_property
    def text(self) -> TextPage:
        """The place for plain text."""
        made = TextPage(self._desk)
        made.failed.connect(self.say_unreadable)
        self._take_in(made, made.bar)
        return made

    @cached_property
    def finding(self) -> Finding:
        """The search in what is shown."""
        made = Finding(self._desk, self.canvas, self.text, self.find_bar)
        made.announced.connect(self._desk.announce)
        return made

    def build_more(self) -> bool:
        """Build one of the parts that are not there yet; False: all are."""
        for name in ("text", "finding", "player"):
            if name not in vars(self):
                getattr(self, name)
                return True
        return False

    def _take_in(self, part: QWidget, bar: QWidget) -> None:
        self._stack.addWidget(part)
        self._bars.insertWidget(self._bars.count() - 1, bar)

    def _step_find(self, step: int) -> None:
        self.finding.step(step)

    def show_file(
        self, kept: Evidence, file: DetachedFile, *, blurred: bool, seen: Seen | None = None
    ) -> None:
        """Show a file, as it was `seen` before where that is known.

        `file` is closed when another one comes or the stage is cleared.
        """
        self.clear()
        self._kept, self._file, self._again = kept, file, seen
        self._say_notes(kept)
        self.canvas.set_blurred(blurred=blurred)
        if kept.media_class in _DRAWN and kept.problem in {"", "too_large"}:
            self._outline(kept, file)
        elif kept.media_class in _PLAYED:
            self.notice.say_wait()
            self.player.open(kept, file)
        elif self._is_read(kept):
            self._read(kept, file, blurred=blurred)
        else:
            self._cannot(say_file_problem(kept.problem or "unsupported"))

    def clear(self) -> None:
        """Forget the file and everything that was drawn of it."""
        self._generation += 1
        if self._drawing is not None:
            self._drawing.cancel()
            self._drawing = None
        if self._file is not None:
            self._file.close()
            self._file = None
        self._kept, self._again = None, None
        if "player" in vars(self):
            self.player.forget()
        if "text" in vars(self):
            self.text.forget()
        if "finding" in vars(self):
            self.finding.close()
        self.canvas.clear()
        self.note.hide()
        self.zoom_bar.hide()
        self.notice.say_nothing()
        self._stack.setCurrentWidget(self.notice)

    def look(self) -> None:
        """Show what was blurred."""
        self.canvas.set_blurred(blurred=False)
        if self._covered and self._kept is not None and self._file is not None:
            self._read(self._kept, self._file, blurred=False)

    def seen(self) -> Seen | None:
        """Return where the person is in the file, None where that cannot be said."""
        shown = self._stack.currentWidget()
        if self._kept is not None and isinstance(shown, PlayerPage):
            return Seen(0.0, 0, False, 0, 0.5, 0.5, shown.player.at_s)
        if self._kept is not None and isinstance(shown, TextPage):
            return Seen(0.0, 0, False, shown.index, 0.5, shown.down())
        return self.canvas.seen()

    def step_zoom(self, steps: int) -> bool:
        """Take the keys for size, if there is something to size."""
        if self._stack.currentWidget() is not self.canvas:
            return False
        self.canvas.step_zoom(steps)
        return True

    def describe(self, words: str) -> None:
        """Let a screen reader say what can be seen."""
        self.canvas.setAccessibleDescription(words)

    def focus_part(self) -> QWidget:
        """Return what takes the keys now."""
        shown = self._stack.currentWidget()
        if shown is self.canvas:
            return self.canvas
        if isinstance(shown, TextPage):
            return shown.box
        if isinstance(shown, PlayerPage):
            return shown.play
        return self.notice.look if self.notice.look.isVisibleTo(self) else self.notice.save

    @property
    def can_search(self) -> bool:
        """Whether there may be words in it that can be found."""
        kept = self._kept
        return kept is not None and (kept.media_class is MediaClass.PDF or self._is_read(kept))

    def say_none(self) -> None:
        """Say that no file was chosen."""
        self._cannot(translate("Viewer", "Choose a file on the Evidence page."))

    def say_unreadable(self, error: LogbookError) -> None:
        """Say that the bytes themselves cannot be had."""
        del error
        words = translate("Viewer", "This file could not be read from your book.")
        self._cannot(words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint.begin(self).fillRect(self.rect(), color("stage"))

    def _connect(self) -> None:
        self.canvas.wanted.connect(self._draw)
        self.canvas.zoomed.connect(self.zoom_bar.say_zoom)
        self.canvas.page_changed.connect(self._page_changed)
        self.canvas.looked.connect(self.looked)
        self.zoom_bar.stepped.connect(self.canvas.step_zoom)
        self.zoom_bar.fit_pressed.connect(self.canvas.fit)
        self.zoom_bar.turn_pressed.connect(self.canvas.turn)
        self.zoom_bar.invert_toggled.connect(self._invert)
        self.zoom_bar.pages.chosen.connect(self.canvas.show_page)
        self.notice.save_pressed.connect(self.save_pressed)
        self.notice.look_pressed.connect(self.looked)
        for keys, step in (("F3", 1), ("Shift+F3", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(partial(self._step_find, step))
        for keys, step in (("Left", -1), ("Right", 1)):  # buttons would move the focus with them
            on_key(self, keys, partial(self.step_file.emit, step))

    def _say_notes(self, kept: Evidence) -> None:
        words = " ".join(filter(None, map(say_file_note, kept.notes)))
        self.note.setText(words)
        self.note.setVisible(bool(words))

    def _is_read(self, kept: Evidence) -> bool:
        return kept.media_class in _READ or kept.media_type in _READ_TYPES

    def _read(self, kept: Evidence, file: DetachedFile, *, blurred: bool) -> None:
        self._covered = blurred
        if blurred:
            self.notice.say_covered()
            self._stack.setCurrentWidget(self.notice)
            return
        self._stack.setCurrentWidget(self.text)
        again, self._again = self._again, None
        self.text.open(file, *((again.page, again.down) if again is not None else ()))
        self.finding.open(kept, file, 1)

    def _show_player(self) -> None:
        self._stack.setCurrentWidget(self.player)
        if self._again is not None and self._again.at_s:
            self.player.player.seek(self._again.at_s)
        self._again = None
        self.came.emit()

    def _not_played(self, problem: str) -> None:
        if problem == "unreadable":
            self._cannot(translate("Viewer", "This file could not be read from your book."))
        elif problem == "unsupported":
            words = translate(
                "Viewer", "We cannot play this kind of file here. It is safe in your book."
            )
            self._cannot(words)
        else:
            self._cannot(say_file_problem(problem))

    def _outline(self, kept: Evidence, file: DetachedFile) -> None:
        self.canvas.setAccessibleName(kept.name)
        if kept.media_class is MediaClass.PICTURE and kept.width_px and kept.height_px:
            size = (float(kept.width_px), float(kept.height_px))
            self._show_pages(Outline((size,), 1), by_width=False)
            return
        self.notice.say_wait()
        generation = self._generation
        self._desk.in_pool(
            view_file.outline,
            file,
            kept.media_type,
            then=lambda found: self._outlined(generation, found),
            failed=lambda error: self._failed(generation, error),
        )

    def _outlined(self, generation: int, found: Outline) -> None:
        if generation == self._generation and self._kept is not None:
            self._show_pages(found, by_width=self._kept.media_class is MediaClass.PDF)

    def _show_pages(self, found: Outline, *, by_width: bool) -> None:
        self._pages = len(found.pages) if by_width else 1
        self.zoom_bar.set_pages(self._pages)
        self._name_page(0)
        self.zoom_bar.show()
        self._stack.setCurrentWidget(self.canvas)
        sharpest = 0.0 if by_width else 1.0
        self.canvas.show_pages(found.pages, by_width=by_width, sharpest=sharpest)
        if self._again is not None:
            self.zoom_bar.invert.setChecked(self._again.inverted)
            self.canvas.show_again(self._again)
            self._again = None
        self.came.emit()
        if self._kept is not None and self._file is not None and by_width:
            self.finding.open(self._kept, self._file, len(found.pages))

    def _draw(self, part: Part) -> None:
        if self._file is None or self._kept is None:
            return
        generation = self._generation
        self._drawing = self._desk.in_pool(
            pixels.draw,
            self._file,
            self._kept.media_type,
            part,
            then=lambda drawn: self._drawn(generation, part, *drawn),
            failed=lambda error: self._failed(generation, error, part),
        )

    def _drawn(self, generation: int, part: Part, image: object, region: object) -> None:
        if generation == self._generation:
            self._drawing = None
            self.canvas.take(part, image, region)  # type: ignore[arg-type] # as `pixels.draw` gave it

    def _failed(self, generation: int, error: LogbookError, part: Part | None = None) -> None:
        if generation != self._generation:
            return
        self._drawing = None
        if part is not None and self._kept is not None and self._kept.media_class is MediaClass.PDF:
            self.canvas.take_failure(part)
            return
        if isinstance(error, PictureUnreadable):
            self._cannot(say_file_problem(error.detail))
        else:
            self.say_unreadable(error)

    def _cannot(self, words: str) -> None:
        self.zoom_bar.hide()
        self.note.hide()
        self.notice.say(words, can_save=self._file is not None)
        self._stack.setCurrentWidget(self.notice)

    def _page_changed(self, page: int) -> None:
        self.zoom_bar.pages.say(page)
        self._name_page(page)

    def _name_page(self, page: int) -> None:
        """Let a screen reader know which page has the focus."""
        if self._kept is not None and self._pages > 1:
            words = translate(
                "Viewer",
                "{name}, page {number} of {count}",
                name=self._kept.name,
                number=locale().toString(page + 1),
                count=locale().toString(self._pages),
            )
            self.canvas.setAccessibleName(words)

    def _invert(self, on: bool) -> None:  # noqa: FBT001 - a slot of `toggled`
        self.canvas.set_inverted(inverted=on)
