"""The file that is open: what is known of it, and its bytes, read on the vault's thread."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, SignalInstance

from logbook.domain.evidence import FileCheck, MediaClass
from logbook.domain.ids import EvidenceId
from logbook.errors import LogbookError
from logbook.tasks import view_file
from logbook.tasks.view_file import Viewed

if TYPE_CHECKING:
    from logbook.ui.desk import Desk
    from logbook.ui.viewer.writing import Words
    from logbook.vault.detached import DetachedFile

_CARRIES = frozenset({MediaClass.PICTURE, MediaClass.PDF, MediaClass.SOUND, MediaClass.VIDEO})


class OpenFile(QObject):
    """One file at a time; what comes late of the one before is dropped."""

    told = Signal(object)  # Viewed: what is known of the file
    gone = Signal(object)  # LogbookError: nothing is
    opened = Signal(object)  # DetachedFile: its bytes; who takes them closes them
    unreadable = Signal(object)  # LogbookError: they cannot be had
    looked_into = Signal(object)  # tuple[str, ...]: kinds of hidden data that it carries
    grown = Signal(object)  # Viewed: its history has one line more

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._turn = 0  # counts what was opened and forgotten
        self.viewed: Viewed | None = None

    def forget(self) -> None:
        """Know nothing of any file."""
        self._turn += 1
        self.viewed = None

    def read(self, evidence: EvidenceId) -> None:
        """Read what is said of a file, then open its bytes."""
        self.forget()
        self._desk.on_vault(
            view_file.read_viewed,
            evidence,
            then=partial(self._read, self._turn),
            failed=partial(self._pass_on, self._turn, self.gone),
        )

    def look_into(self, file: DetachedFile) -> None:
        """Find out what its bytes carry besides what is seen, where they may carry something."""
        if self.viewed is not None and self.viewed.evidence.media_class in _CARRIES:
            self._desk.in_pool(
                view_file.hidden_data,
                file,
                self.viewed.evidence.media_type,
                then=partial(self._pass_on, self._turn, self.looked_into),
                failed=_nothing_known,
            )

    def take_words(self, words: Words) -> bool:
        """Know what was written, and read the history again; False: another file is open now."""
        viewed = self._viewed_as(words.evidence)
        if viewed is None:
            return False
        kept = replace(viewed.evidence, description=words.description, transcript=words.transcript)
        self.viewed = replace(viewed, evidence=kept)
        then = partial(self._grew, self._turn)
        self._desk.on_vault(view_file.read_viewed, words.evidence, then=then)
        return True

    def take_check(self, evidence: EvidenceId, check: FileCheck) -> bool:
        """Know what a check found; False: another file is open now."""
        viewed = self._viewed_as(evidence)
        if viewed is None:
            return False
        self.viewed = replace(viewed, check=check)
        return True

    def _viewed_as(self, evidence: EvidenceId) -> Viewed | None:
        is_it = self.viewed is not None and self.viewed.evidence.id == evidence
        return self.viewed if is_it else None

    def _read(self, turn: int, viewed: Viewed) -> None:
        if turn != self._turn:
            return
        self.viewed = viewed
        self.told.emit(viewed)
        self._desk.on_vault(
            view_file.open_file,
            viewed.evidence.id,
            then=partial(self._opened, turn),
            failed=partial(self._pass_on, turn, self.unreadable),
        )

    def _opened(self, turn: int, file: DetachedFile) -> None:
        if turn == self._turn:
            self.opened.emit(file)
        else:
            file.close()

    def _grew(self, turn: int, viewed: Viewed) -> None:
        if turn == self._turn:
            self.viewed = viewed
            self.grown.emit(viewed)

    def _pass_on(self, turn: int, signal: SignalInstance, what: object) -> None:
        if turn == self._turn:
            signal.emit(what)


def _nothing_known(_error: LogbookError) -> None:
    """Say nothing of hidden data in a file that cannot be looked into."""
