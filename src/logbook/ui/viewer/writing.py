"""What the person writes of files: handed to the vault's thread, and held until it is kept."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from logbook.domain.evidence import Evidence
from logbook.domain.ids import EvidenceId
from logbook.tasks import view_file

if TYPE_CHECKING:
    from logbook.ui.desk import Desk


class Words(NamedTuple):
    """What is written of one file."""

    evidence: EvidenceId
    description: str
    transcript: str


class Writing(QObject):
    """A save can fail: then the words are there again with their file, and saved with the next."""

    kept = Signal(object)  # Words that the book did not have before

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._unsaved: dict[EvidenceId, Words] = {}

    def words_of(self, file: Evidence) -> Words:
        """Return what is written of a file, kept or not."""
        return self._unsaved.get(file.id, _words_in_book(file))

    def note(self, file: Evidence, description: str, transcript: str) -> None:
        """Take what stands in the boxes, if it is not what the book has."""
        words = Words(file.id, description, transcript)
        if words != _words_in_book(file):
            self._unsaved[file.id] = words

    def keep(self) -> None:
        """Hand everything that is not saved to the vault's thread."""
        for words in self._unsaved.values():
            self._desk.on_vault(
                view_file.describe, *words, then=partial(self._kept, words), keep=True
            )

    def forget(self, evidence: EvidenceId) -> None:
        """Save nothing of a file that is gone."""
        self._unsaved.pop(evidence, None)

    def _kept(self, words: Words, is_new: bool) -> None:  # noqa: FBT001 - what the task gave
        if self._unsaved.get(words.evidence) == words:
            del self._unsaved[words.evidence]
        if is_new:
            self.kept.emit(words)


def _words_in_book(file: Evidence) -> Words:
    return Words(file.id, file.description, file.transcript)
