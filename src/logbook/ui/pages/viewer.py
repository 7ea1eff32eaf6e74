"""The viewer: one kept file at a time, from memory alone, with what is known of it beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from logbook.domain.evidence import Evidence, FileCheck, MediaClass
from logbook.domain.ids import EvidenceId
from logbook.errors import LogbookError
from logbook.i18n import translate
from logbook.tasks import check_files, view_file
from logbook.tasks.view_file import UsingMessage, Viewed
from logbook.ui.file_actions import FileActions
from logbook.ui.later import Later
from logbook.ui.on_key import on_key
from logbook.ui.page import Page
from logbook.ui.style import px, spaced
from logbook.ui.viewer.film_strip import FilmColumn, FilmStrip
from logbook.ui.viewer.side import WIDTH_PX, Side
from logbook.ui.viewer.stage import Stage
from logbook.ui.viewer.words import hidden_words, kind_words
from logbook.ui.widgets.button import Button, IconButton, Variant
from logbook.ui.widgets.splitter import Splitter
from logbook.ui.words import locale

if TYPE_CHECKING:
    from logbook.ui.desk import Desk
    from logbook.vault.detached import DetachedFile

_NARROW_PX = 1100
_FILM_LEAST = 2  # one file needs no strip
_READ_AFTER_MS = 60  # holding an arrow key must not open every file on the way
_PLACES_KEPT = 200  # how many files around the open one are there again after unlocking


_CARRIES = frozenset({MediaClass.PICTURE, MediaClass.PDF, MediaClass.SOUND, MediaClass.VIDEO})


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
        self._current: EvidenceId | None = None
        self._among: list[EvidenceId] = []
        self._heading = ""
        self._viewed: Viewed | None = None
        self._generation = 0
        self._looked: set[EvidenceId] = set()
        self._unsaved: dict[EvidenceId, tuple[str, str]] = {}
        self._stage_has_keys = True  # what is shown next gets the focus
        self._narrow = False
        self._sized = False
        self._actions = FileActions(desk)
        self._actions.erasing.connect(self._drop)
        self._actions.erased.connect(self._erased)
        self.save = Button(translate("Viewer", "Save a copy"), icon="download-simple")
        self.save.clicked.connect(self._save_copy)
        self.about = IconButton("info", translate("Viewer", "About this file"), Variant.SECONDARY)
        self.about.setCheckable(True)
        self.about.toggled.connect(self._show_panes)
        self.film = FilmStrip(desk)
        self.film.chosen.connect(self._chosen)
        self.stage = self.part(Stage)
        self.side = self.part(Side)
        self._connect()
        self._later = Later(self, _READ_AFTER_MS, self._read)
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
        self._show_panes()

    # What the shell asks

    def title(self) -> str:
        return self._viewed.evidence.name if self._viewed else translate("Viewer", "File")

    def subtitle(self) -> str:
        if self._viewed is None:
            return ""
        if len(self._among) < _FILM_LEAST or self._current not in self._among:
            return kind_words(self._viewed.evidence)
        number = locale().toString(self._among.index(self._current) + 1)
        count = locale().toString(len(self._among))
        if not self._heading:
            return translate("Viewer", "{number} of {count}", number=number, count=count)
        return translate(
            "Viewer",
            "{number} of {count} in “{heading}”",
            number=number,
            count=count,
            heading=self._heading,
        )

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
        wanted, among = arguments.get("evidence"), arguments.get("among")
        self._restore_sizes()
        if isinstance(wanted, int):
            self._among = _numbers(among)
            heading = arguments.get("heading")
            self._heading = heading if isinstance(heading, str) else ""
            self._current = EvidenceId(wanted)
        self.about.setChecked(False)
        self._stage_has_keys = True
        self._show_panes()
        self._read()

    def on_leave(self) -> None:
        self._keep_words()
        self._drop()
        self._looked.clear()

    def keep_draft(self) -> None:
        self._keep_words()

    def be_quiet(self) -> None:
        self.stage.clear()

    def place(self) -> dict[str, object]:
        if self._current is None:
            return {}
        near = self._among
        if self._current in near and len(near) > _PLACES_KEPT:
            at = near.index(self._current)
            near = near[max(at - _PLACES_KEPT // 2, 0) :][:_PLACES_KEPT]
        return {"evidence": int(self._current), "among": [int(one) for one in near]}

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

    # Which file

    def _connect(self) -> None:
        on_key(self, "Esc", self._escape)
        self.stage.step_file.connect(self._step)
        self.stage.looked.connect(self._look)
        self.stage.came.connect(self._give_keys)
        self.stage.save_pressed.connect(self._save_copy)
        details = self.side.details
        details.described.connect(self._keep_words)
        details.check_pressed.connect(self._check)
        details.copy_pressed.connect(self._copy_fingerprint)
        self.side.used_in.entry_pressed.connect(self._open_entry)
        self.side.used_in.message_pressed.connect(self._open_message)

    def _escape(self) -> None:
        """Come back to the file from the pane, or from a search."""
        if self._narrow and self.about.isChecked():
            self.about.setChecked(False)
        self.stage.focus_part().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _chosen(self, number: int) -> None:
        self._go(EvidenceId(number))

    def _step(self, step: int) -> None:
        if self._current in self._among:
            at = self._among.index(self._current) + step
            if 0 <= at < len(self._among):
                self._go(self._among[at])

    def _go(self, evidence: EvidenceId) -> None:
        if evidence == self._current:
            return
        self._keep_words()
        here = QApplication.focusWidget()
        self._stage_has_keys = here is None or self.stage.isAncestorOf(here)
        self._drop()
        self._current = evidence
        self._show_strip()
        self._later.start()

    def _show_strip(self) -> None:
        if self._current is not None:
            blurs = bool(self.desk.setting("blur", default=False))
            self.film.show_files(self._among, self._current, blurs=blurs)
            for one in self._looked:
                self.film.film.look_at(one)

    def _drop(self, _kept: object = None) -> None:
        """Forget the bytes of the file and everything made of them."""
        self._later.stop()
        self._generation += 1
        self._viewed = None
        self.stage.clear()
        if self.isVisible():
            self.desk.forget_search()  # what was searched for in the file before

    def _read(self) -> None:
        """Read what is said of the file, and open its bytes."""
        self._drop()
        if self._current is None:
            self.side.say_nothing()
            self.save.setEnabled(False)
            self.stage.say_none()
            self.bar_changed.emit()
            return
        self._show_strip()
        generation = self._generation
        self.desk.on_vault(
            view_file.read_viewed,
            self._current,
            then=partial(self._show, generation),
            failed=partial(self._gone, generation),
        )

    def _show(self, generation: int, viewed: Viewed) -> None:
        if generation != self._generation:
            return
        kept = viewed.evidence
        self._viewed = viewed
        self.save.setEnabled(True)
        self.side.show_file(viewed)
        words = self._unsaved.get(kept.id, (kept.description, kept.transcript))
        self.side.details.show_words(*words)
        self.stage.describe(kept.description)
        self.bar_changed.emit()
        self.desk.on_vault(
            view_file.open_file,
            kept.id,
            then=partial(self._opened, generation),
            failed=partial(self._unreadable, generation),
        )

    def _opened(self, generation: int, file: DetachedFile) -> None:
        if generation != self._generation or self._viewed is None or not self.isVisible():
            file.close()
            return
        kept = self._viewed.evidence
        self.stage.show_file(kept, file, blurred=self._is_blurred(kept.id))
        self.bar_changed.emit()
        self._give_keys()
        if kept.media_class in _CARRIES:
            self.desk.in_pool(
                view_file.hidden_data,
                file,
                kept.media_type,
                then=partial(self._say_hidden, generation),
                failed=_nothing_known,
            )

    def _say_hidden(self, generation: int, kinds: tuple[str, ...]) -> None:
        if generation == self._generation and self._viewed is not None:
            media = self._viewed.evidence.media_class
            self.side.details.say_hidden(hidden_words(kinds, media))

    def _give_keys(self) -> None:
        if self._stage_has_keys:
            self.stage.focus_part().setFocus(Qt.FocusReason.OtherFocusReason)

    def _gone(self, generation: int, error: LogbookError) -> None:
        if generation == self._generation:
            self.side.say_nothing()
            self.save.setEnabled(False)
            self.stage.say_unreadable(error)
            self.bar_changed.emit()

    def _unreadable(self, generation: int, error: LogbookError) -> None:
        if generation == self._generation:
            self.stage.say_unreadable(error)

    def _is_blurred(self, evidence: EvidenceId) -> bool:
        return bool(self.desk.setting("blur", default=False)) and evidence not in self._looked

    def _look(self) -> None:
        if self._current is not None:
            self._looked.add(self._current)
            self.film.film.look_at(self._current)
            self.stage.look()

    # What the person writes

    def _keep_words(self) -> None:
        """Hand what was written to the vault's thread; it stays here until it is kept."""
        if self._viewed is not None:
            kept = self._viewed.evidence
            words = self.side.details.written()
            if words != (kept.description, kept.transcript):
                self._unsaved[kept.id] = words
        for evidence, (description, transcript) in self._unsaved.items():
            self.desk.on_vault(
                view_file.describe,
                evidence,
                description,
                transcript,
                then=partial(self._described, evidence, description, transcript),
                keep=True,
            )

    def _described(
        self,
        evidence: EvidenceId,
        description: str,
        transcript: str,
        is_new: bool,  # noqa: FBT001 - what the task gave
    ) -> None:
        if self._unsaved.get(evidence) == (description, transcript):
            del self._unsaved[evidence]
        if not is_new:
            return
        self.desk.changed.emit("evidence")
        if self._viewed is not None and self._viewed.evidence.id == evidence:
            kept = replace(self._viewed.evidence, description=description, transcript=transcript)
            self._viewed = replace(self._viewed, evidence=kept)
            self.stage.describe(description)
            self.desk.on_vault(
                view_file.read_viewed, evidence, then=partial(self._said, self._generation)
            )

    def _said(self, generation: int, viewed: Viewed) -> None:
        """Show the history with what was just written."""
        if generation == self._generation:
            self._viewed = viewed
            self.side.history.show_file(viewed)

    # What can be done with it

    def _check(self) -> None:
        if self._current is None:
            return
        job = self.desk.on_vault(
            check_files.check_file,
            self._current,
            then=partial(self._checked, self._generation),
            failed=self._check_failed,
            long=True,
        )
        job.stopped.connect(partial(self._check_stopped, self._generation))
        self.side.details.follow_check(job)

    def _checked(self, generation: int, check: FileCheck) -> None:
        self.desk.changed.emit("evidence")
        if generation != self._generation or self._viewed is None:
            return
        self._viewed = replace(self._viewed, check=check)
        details = self.side.details
        details.say_check(check)
        self.desk.announce(details.banner.title.text(), urgent=not check.same)

    def _check_stopped(self, generation: int) -> None:
        if generation == self._generation and self._viewed is not None:
            self.side.details.say_check(self._viewed.check)

    def _check_failed(self, error: LogbookError) -> None:
        if self._viewed is not None:
            self.side.details.say_check(self._viewed.check)
        self.desk.say_problem(error, self._check)

    def _erased(self, kept: Evidence) -> None:
        """Go on to the next file, or back where there is none."""
        if kept.id in self._among:
            at = self._among.index(kept.id)
            self._among = self._among[:at] + self._among[at + 1 :]
            if kept.id == self._current and self._among:
                self._current = self._among[min(at, len(self._among) - 1)]
        self._unsaved.pop(kept.id, None)
        if kept.id == self._current:
            self._current = None
            if self.isVisible():
                self.desk.back()
        elif self.isVisible():
            self._show_panes()
            self._read()

    def _copy_fingerprint(self) -> None:
        if self._viewed is not None:
            self.desk.clipboard.put(self._viewed.evidence.sha256.hex())
            self.desk.toast(translate("Viewer", "Fingerprint copied for 20 seconds"))

    def _save_copy(self) -> None:
        if self._viewed is not None:
            self._actions.ask(self._viewed.evidence)

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
        self._film_column.setVisible(not alone and len(self._among) >= _FILM_LEAST)

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


def _numbers(among: object) -> list[EvidenceId]:
    """Return the files that a page asks to be among; they may be very many."""
    if not isinstance(among, (list, tuple)) or set(map(type, among)) - {int}:
        return []
    return list(among)


def _nothing_known(_error: LogbookError) -> None:
    """Say nothing of hidden data in a file that cannot be looked into."""
