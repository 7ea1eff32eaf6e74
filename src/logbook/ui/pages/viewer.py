"""The viewer: one kept file at a time, from memory alone, with what is known of it beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from logbook.domain.evidence import Evidence
from logbook.domain.ids import EvidenceId
from logbook.errors import LogbookError
from logbook.i18n import translate
from logbook.tasks.view_file import UsingMessage, Viewed
from logbook.ui.file_actions import FileActions
from logbook.ui.later import Later
from logbook.ui.on_key import on_key
from logbook.ui.page import Page
from logbook.ui.style import px, spaced
from logbook.ui.viewer.among import Among, among_of
from logbook.ui.viewer.checking import Checking
from logbook.ui.viewer.film_strip import FilmColumn, FilmStrip
from logbook.ui.viewer.open_file import OpenFile
from logbook.ui.viewer.seen import Seen, read_seen
from logbook.ui.viewer.side import WIDTH_PX, Side
from logbook.ui.viewer.stage import Stage
from logbook.ui.viewer.words import hidden_words, kind_words
from logbook.ui.viewer.writing import Words, Writing
from logbook.ui.widgets.button import Button, IconButton, Variant
from logbook.ui.widgets.splitter import Splitter

if TYPE_CHECKING:
    from logbook.ui.desk import Desk
    from logbook.vault.detached import DetachedFile

_NARROW_PX = 1100
_READ_AFTER_MS = 60  # holding an arrow key must not open every file on the way


class ViewerPage(Page):
    """Opened with `desk.go("viewer", evidence=id, among=[ids], heading="...")`."""

    page_id: ClassVar[str] = "viewer"
    help_id: ClassVar[str] = "viewer"
    rail_page: ClassVar[str] = "evidence"
    has_back: ClassVar[bool] = True
    panes_wanted: ClassVar[int] = 3
    heavy: ClassVar[Mapping[type[QWidget], bool]] = {Side: False, Stage: True}

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.among = Among()
        self._seen: tuple[EvidenceId, Seen] | None = None  # how it was looked at, to go on so
        self._looked: set[EvidenceId] = set()
        self._stage_has_keys = True  # what is shown next gets the focus
        self._narrow = False
        self._sized = False
        self.save = Button(translate("Viewer", "Save a copy"), icon="download-simple")
        self.about = IconButton("info", translate("Viewer", "About this file"), Variant.SECONDARY)
        self.about.setCheckable(True)
        self.film = FilmStrip(desk)
        self.stage = self.part(Stage)
        self.side = self.part(Side)
        self.file = OpenFile(desk, self)
        self.acts = FileActions(desk)
        self._writing = Writing(desk, self)
        self._checking = Checking(desk, self.file, self.side.details)
        self._later = Later(self, _READ_AFTER_MS, self._read)
        self._lay_out()
        self._connect_file()
        self._connect_parts()
        self._show_panes()

    # What the shell asks

    def title(self) -> str:
        viewed = self.file.viewed
        return viewed.evidence.name if viewed else translate("Viewer", "File")

    def subtitle(self) -> str:
        viewed = self.file.viewed
        return (self.among.number_words() or kind_words(viewed.evidence)) if viewed else ""

    def search_hint(self) -> str:
        return translate("Viewer", "Search in this file") if self.stage.can_search else ""

    def search(self, words: str) -> None:
        self.stage.finding.search(words)

    def bar_actions(self) -> list[QWidget]:
        return [self.about, self.save]

    def panes(self) -> list[QWidget]:
        return [self.film, self.stage, self.side]

    def focus_target(self) -> QWidget | None:
        return self.stage.focus_part()

    def build_more(self) -> bool:
        return self.stage.build_more()

    def on_show(self, **arguments: object) -> None:
        wanted = arguments.get("evidence")
        self._restore_sizes()
        if isinstance(wanted, int):
            told = self.among.heading if self.among.current is None else ""
            heading = arguments.get("heading", told)
            self.among = among_of(wanted, arguments.get("among"), heading)
            seen = read_seen(arguments.get("seen"))
            self._seen = (EvidenceId(wanted), seen) if seen is not None else None
        self.about.setChecked(False)
        self._stage_has_keys = True
        self._show_panes()
        self._read()

    def on_leave(self) -> None:
        self.keep_draft()
        self._note_seen()
        self._drop()
        self._looked.clear()

    def keep_draft(self) -> None:
        if self.file.viewed is not None:
            self._writing.note(self.file.viewed.evidence, *self.side.details.written())
        self._writing.keep()

    def be_quiet(self) -> None:
        self.stage.clear()

    def place(self) -> dict[str, object]:
        if self.among.current is None:
            return {}
        near = [int(one) for one in self.among.near()]
        place: dict[str, object] = {"evidence": int(self.among.current), "among": near}
        self._note_seen()
        seen = self._seen_before(self.among.current)
        return place if seen is None else {**place, "seen": list(seen)}

    def half_done(self) -> str | None:
        """Return the heading: words, which may not pass to the next process."""
        return self.among.heading or None

    def go_on(self, half_done: object) -> None:
        if isinstance(half_done, str):
            self.among.heading = half_done

    def step_back(self) -> bool:
        if self._narrow and self.about.isChecked():
            self.about.setChecked(False)
            return True
        return False

    def set_width(self, effective_px: int) -> None:
        self._narrow = effective_px < _NARROW_PX
        self._show_panes()

    def zoom(self, steps: int) -> bool:
        return self.stage.step_zoom(steps)

    # Qt

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._later.stop()  # nothing may be asked of a book that is being closed

    # What the page is made of

    def _lay_out(self) -> None:
        self._split = Splitter(tones=("stage", "surface"))
        self._split.addWidget(self.stage)
        self._split.addWidget(self.side)
        self._split.setStretchFactor(0, 1)
        self._split.setStretchFactor(1, 0)
        self._split.splitterMoved.connect(self._keep_sizes)
        row = QHBoxLayout()
        spaced(row, gap=0)
        self._film_column = FilmColumn(self.film)
        row.addWidget(self._film_column)
        row.addWidget(self._split, 1)
        whole = QVBoxLayout(self)
        spaced(whole, gap=0)
        whole.addLayout(row)

    def _connect_file(self) -> None:
        self.file.told.connect(self._show)
        self.file.gone.connect(self._gone)
        self.file.opened.connect(self._show_bytes)
        self.file.unreadable.connect(self.stage.say_unreadable)
        self.file.looked_into.connect(self._say_hidden)
        self.file.grown.connect(self.side.history.show_file)
        self.acts.erasing.connect(self._drop)
        self.acts.erased.connect(self._erased)
        self._writing.kept.connect(self._written)

    def _connect_parts(self) -> None:
        on_key(self, "Esc", self._escape)
        self.save.clicked.connect(self._save_copy)
        self.about.toggled.connect(self._show_panes)
        self.film.chosen.connect(self._chosen)
        self.stage.step_file.connect(self._step)
        self.stage.looked.connect(self._look)
        self.stage.came.connect(self._give_keys)
        self.stage.save_pressed.connect(self._save_copy)
        details = self.side.details
        details.described.connect(self.keep_draft)
        details.check_pressed.connect(self._checking.check)
        details.copy_pressed.connect(self._copy_fingerprint)
        self.side.used_in.entry_pressed.connect(self._open_entry)
        self.side.used_in.message_pressed.connect(self._open_message)

    # Which file

    def _escape(self) -> None:
        """Come back to the file from the pane, or from a search."""
        if self._narrow and self.about.isChecked():
            self.about.setChecked(False)
        self.stage.focus_part().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _chosen(self, number: int) -> None:
        self._go(EvidenceId(number))

    def _step(self, step: int) -> None:
        there = self.among.beside(step)
        if there is not None:
            self._go(there)

    def _go(self, evidence: EvidenceId) -> None:
        if evidence == self.among.current:
            return
        self.keep_draft()
        here = QApplication.focusWidget()
        self._stage_has_keys = here is None or self.stage.isAncestorOf(here)
        self._drop()
        self.among.current = evidence
        self._show_strip()
        self._later.start()

    def _show_strip(self) -> None:
        if self.among.current is not None:
            self.film.show_files(self.among.files, self.among.current, blurs=self._blurs)
            for one in self._looked:
                self.film.film.look_at(one)

    def _drop(self, _kept: object = None) -> None:
        """Forget the bytes of the file and everything made of them."""
        self._later.stop()
        self.file.forget()
        self.stage.clear()
        if self.isVisible():
            self.desk.forget_search()  # what was searched for in the file before

    def _note_seen(self) -> None:
        """Note how the file is looked at, while it is there."""
        seen = self.stage.seen()
        if seen is not None and self.among.current is not None:
            self._seen = self.among.current, seen

    def _seen_before(self, evidence: EvidenceId) -> Seen | None:
        return self._seen[1] if self._seen is not None and self._seen[0] == evidence else None

    def _read(self) -> None:
        """Read what is said of the file, and open its bytes."""
        self._drop()
        if self.among.current is None:
            self._say_nothing()
            self.stage.say_none()
            self.bar_changed.emit()
            return
        self._show_strip()
        self.file.read(self.among.current)

    # What is shown

    def _show(self, viewed: Viewed) -> None:
        kept = viewed.evidence
        self.save.setEnabled(True)
        self.side.show_file(viewed)
        words = self._writing.words_of(kept)
        self.side.details.show_words(words.description, words.transcript)
        self.stage.describe(kept.description)
        self.bar_changed.emit()

    def _show_bytes(self, file: DetachedFile) -> None:
        if self.file.viewed is None or not self.isVisible():
            file.close()
            return
        kept = self.file.viewed.evidence
        blurred = self._blurs and kept.id not in self._looked
        self.stage.show_file(kept, file, blurred=blurred, seen=self._seen_before(kept.id))
        self.bar_changed.emit()
        self._give_keys()
        self.file.look_into(file)

    def _say_hidden(self, kinds: tuple[str, ...]) -> None:
        if self.file.viewed is not None:
            media = self.file.viewed.evidence.media_class
            self.side.details.say_hidden(hidden_words(kinds, media))

    def _give_keys(self) -> None:
        if self._stage_has_keys:
            self.stage.focus_part().setFocus(Qt.FocusReason.OtherFocusReason)

    def _gone(self, error: LogbookError) -> None:
        self._say_nothing()
        self.stage.say_unreadable(error)
        self.bar_changed.emit()

    def _say_nothing(self) -> None:
        self.side.say_nothing()
        self.save.setEnabled(False)

    @property
    def _blurs(self) -> bool:
        return bool(self.desk.setting("blur", default=False))

    def _look(self) -> None:
        if self.among.current is not None:
            self._looked.add(self.among.current)
            self.film.film.look_at(self.among.current)
            self.stage.look()

    def _written(self, words: Words) -> None:
        self.desk.changed.emit("evidence")
        if self.file.take_words(words):
            self.stage.describe(words.description)

    # What can be done with it

    def _erased(self, kept: Evidence) -> None:
        """Go on to the next file, or back where there is none."""
        self.among.take_out(kept.id)
        self._writing.forget(kept.id)
        if not self.isVisible():
            return
        if self.among.current is None:
            self.desk.back()
        else:
            self._show_panes()
            self._read()

    def _copy_fingerprint(self) -> None:
        if self.file.viewed is not None:
            self.desk.clipboard.put(self.file.viewed.evidence.sha256.hex())
            self.desk.toast(translate("Viewer", "Fingerprint copied for 20 seconds"))

    def _save_copy(self) -> None:
        if self.file.viewed is not None:
            self.acts.ask(self.file.viewed.evidence)

    def _open_entry(self, entry: int) -> None:
        self.desk.go("timeline", entry=entry)

    def _open_message(self, message: UsingMessage) -> None:
        self.desk.go("messages", conversation=int(message.conversation), message=int(message.id))

    # Panes

    def _show_panes(self, _on: bool = False) -> None:  # noqa: FBT001, FBT002 - also a slot
        alone = self._narrow and self.about.isChecked()
        self.about.setVisible(self._narrow)
        self.side.setVisible(alone or not self._narrow)
        self.stage.setVisible(not alone)
        self._film_column.setVisible(not alone and self.among.has_strip)

    def _restore_sizes(self) -> None:
        if self._sized:
            return
        self._sized = True
        kept = self.desk.setting("viewer pane", WIDTH_PX)
        wide = kept if isinstance(kept, int) and kept > 0 else WIDTH_PX
        self._split.setSizes([10_000, px(wide)])

    def _keep_sizes(self) -> None:
        scale = px(1000) / 1000
        self.desk.keep_setting("viewer pane", round(self.side.width() / scale))
