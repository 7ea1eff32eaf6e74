"""Keeps the draft of an entry in the book: in each pause of the hand, and when asked to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from logbook.i18n import translate
from logbook.tasks.this_computer import now_here
from logbook.ui.later import Later
from logbook.ui.models import entry_saving
from logbook.ui.models.entry_draft import EntryDraft, key_of
from logbook.ui.words import clock

if TYPE_CHECKING:
    from logbook.errors import LogbookError
    from logbook.ui.desk import Desk

_KEEP_AFTER_MS = 2_000


class DraftKeeper(QObject):
    """Knows what the book has as a draft, and says how it stands in a few words."""

    due = Signal()  # the hand rests: keep what is written now
    status_changed = Signal()
    failed = Signal(object)  # LogbookError

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.untouched = EntryDraft()  # what the page shows without a draft
        self.edited_at = ""  # ISO 8601, the last change
        self.status = ""
        self.is_kept = False
        self._kept = EntryDraft()  # what the book has
        self._later = Later(self, _KEEP_AFTER_MS, self.due.emit)

    def forget(self) -> None:
        """Begin with nothing on the page and nothing in the book."""
        self._later.stop()
        self.untouched = self._kept = EntryDraft()
        self.edited_at = ""
        self._say("")

    def begin(self, shown: EntryDraft, *, is_kept: bool) -> None:
        """Go on from what is shown: it is in the book, or it says what the entry says."""
        self._kept = shown
        self.is_kept = is_kept
        self._say(translate("NewEntry", "Draft kept") if is_kept else "")

    def touch(self) -> None:
        """Something was changed: keep it when the hand rests."""
        self.edited_at = now_here().isoformat(timespec="seconds")
        self._later.start()

    def rest(self) -> None:
        """Forget that something is due."""
        self._later.stop()

    def keep(self, draft: EntryDraft, *, empty_too: bool) -> None:
        """Keep a draft that is not kept yet; `empty_too`: also one that says nothing."""
        self._later.stop()
        if draft == self._kept and not empty_too:
            return
        self._kept = draft
        key = key_of(draft.entry)
        if draft.says_the_same_as(self.untouched) and not empty_too:
            self._desk.on_vault(entry_saving.drop_draft, key, keep=True)
            self._say("")
            return
        self._desk.on_vault(
            entry_saving.keep_draft,
            key,
            draft.to_json(),
            then=self._is_kept,
            failed=self.not_kept,
            keep=True,
        )

    def not_kept(self, error: LogbookError) -> None:
        """Say that the draft is not in the book, and why."""
        self._kept = EntryDraft()  # what the book has is not known, so the next pause tries again
        self.is_kept = False
        self._say(translate("NewEntry", "Draft not kept"))
        self.failed.emit(error)

    def _is_kept(self, _result: object) -> None:
        self.is_kept = True
        self._say(translate("NewEntry", "Draft kept, {time}", time=clock(now_here())))

    def _say(self, words: str) -> None:
        if words != self.status:
            self.status = words
            self.status_changed.emit()
