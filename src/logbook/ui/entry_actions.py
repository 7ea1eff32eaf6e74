"""What can be done with entries as a whole, one or many: each step is named and can be undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from logbook.domain.entry import EntryText, Kind, Mark
from logbook.domain.ids import EntryId, EvidenceId
from logbook.i18n import translate
from logbook.tasks import change_entries
from logbook.tasks.change_entries import Change
from logbook.ui.many_acts import Act, ManyActs
from logbook.ui.widgets.button import Variant

if TYPE_CHECKING:
    from logbook.ui.desk import Desk

Entries = Sequence[EntryId]


class EntryActions(QObject):
    """Each is told by a toast, and by the desk that entries changed."""

    comes_back = Signal(object)  # the first entry of those that move back where they were
    rows_stay = Signal()  # what changes next leaves every row where it is

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._many = ManyActs(desk)
        self._many.comes_back.connect(self._first_comes_back)
        self._many.rows_stay.connect(self.rows_stay)

    def remove(self, entries: Entries) -> None:
        """Move entries to the bin."""
        self._many.start(_REMOVE, entries)

    def restore(self, entries: Entries) -> None:
        """Take entries out of the bin."""
        self._many.start(_RESTORE, entries)

    def ask_erase(self, entries: Entries) -> None:
        """Delete entries for good, after a question."""
        ids = list(entries)
        self._desk.ask(
            translate(
                "Timeline",
                "Delete this entry for good?|Delete %n entries for good?",
                "",
                len(ids),
            ),
            translate("Timeline", "Backups made before today still hold it. Its files stay.")
            if len(ids) == 1
            else translate("Timeline", "Backups made before today still hold them. Files stay."),
            ("keep", translate("Timeline", "Keep it|Keep them", "", len(ids)), Variant.SECONDARY),
            ("erase", translate("Timeline", "Delete for good"), Variant.DANGER),
            then=lambda answer: self._many.start(_ERASE, ids) if answer == "erase" else None,
        )

    def mark(self, entries: Entries, mark: Mark, *, on: bool) -> None:
        """Put a mark on entries, or take it off."""
        act = Act(
            partial(change_entries.mark_entries, mark=mark, on=on),
            partial(change_entries.mark_entries, mark=mark, on=not on),
            partial(_mark_words, mark, on=on),
            "entries",
        )
        self._many.start(act, entries)

    def set_kind(self, entries: Entries, kind: Kind) -> None:
        """Say of entries what kind of thing happened."""
        self._many.start(_SET_KIND, entries, partial(change_entries.set_kind, kind=kind))

    def add_people(self, entries: Entries, names: Sequence[str]) -> None:
        """Name people in entries."""
        first = partial(change_entries.add_people, names=tuple(names))
        self._many.start(_ADD_PEOPLE, entries, first)

    def restore_version(
        self, entry: EntryId, version: int, then: Callable[[], object] | None = None
    ) -> None:
        """Let an entry say again what an earlier version said."""

        def restored(changes: list[Change]) -> None:
            words = translate("Timeline", "Earlier version put back")
            self.changed(changes, words)
            if then is not None:
                then()

        self._run(change_entries.restore_version, entry, version, then=restored)

    def written(self, entry: EntryId) -> None:
        """Tell that an entry was written, and let that be taken back."""
        self._desk.did(
            translate("NewEntry", "Saved"),
            partial(self._run, change_entries.move_to_bin, [entry]),
            partial(self._bring_back, change_entries.put_back, [entry]),
        )
        self._say_changed()

    def files_added(self, entry: EntryId, files: Sequence[EvidenceId]) -> None:
        """Tell that files were added to an entry, and let that be taken back."""
        words = translate(
            "Timeline",
            "%n file added. The original is kept unchanged.|"
            "%n files added. The originals are kept unchanged.",
            "",
            len(files),
        )
        self._desk.did(
            words,
            partial(self._run, change_entries.unlink_files, entry, list(files)),
            partial(self._run, change_entries.link_files, entry, list(files)),
        )
        self._say_changed()

    def changed(self, changes: Sequence[Change], words: str) -> None:
        """Tell what was changed, and let it be taken back and made again."""
        if changes:
            before = [(one.entry, one.before) for one in changes]
            after = [(one.entry, one.after) for one in changes]
            self._desk.did(words, partial(self._write, before), partial(self._write, after))
        self._say_changed()

    def _first_comes_back(self, entries: list[EntryId]) -> None:
        self.comes_back.emit(entries[0])

    def _bring_back(self, task: Callable[..., Any], ids: list[EntryId]) -> None:
        self.comes_back.emit(ids[0])
        self._run(task, ids)

    def _write(self, texts: list[tuple[EntryId, EntryText]]) -> None:
        self._run(change_entries.write_texts, texts)

    def _run(
        self,
        task: Callable[..., Any],
        *what: object,
        then: Callable[[Any], object] | None = None,
    ) -> None:
        self._desk.on_vault(task, *what, then=then or self._say_changed)

    def _say_changed(self, _result: object = None) -> None:
        self._desk.changed.emit("entries")


def _removed_words(count: int) -> str:
    return translate("Timeline", "Entry moved to the bin|%n entries moved to the bin", "", count)


def _restored_words(count: int) -> str:
    return translate("Timeline", "Entry put back|%n entries put back", "", count)


def _erased_words(count: int) -> str:
    return translate("Timeline", "Entry deleted for good|%n entries deleted for good", "", count)


def _kind_words(count: int) -> str:
    return translate("Timeline", "Kind set|Kind of %n entries set", "", count)


def _people_words(count: int) -> str:
    return translate("Timeline", "Person added|Person added to %n entries", "", count)


def _mark_words(mark: Mark, count: int, *, on: bool) -> str:
    if mark is Mark.STAR:
        return (
            translate("Timeline", "Entry starred|%n entries starred", "", count)
            if on
            else translate("Timeline", "Star taken off|Star taken off %n entries", "", count)
        )
    return (
        translate("Timeline", "Kept to finish later|%n entries kept to finish later", "", count)
        if on
        else translate("Timeline", "Entry finished|%n entries finished", "", count)
    )


_REMOVE = Act(
    change_entries.move_to_bin, change_entries.put_back, _removed_words, "entries", moves=True
)
_RESTORE = Act(
    change_entries.put_back, change_entries.move_to_bin, _restored_words, "entries", moves=True
)
_ERASE = Act(change_entries.erase_entries, None, _erased_words, "entries", moves=True)
_SET_KIND = Act(change_entries.set_kinds, change_entries.set_kinds, _kind_words, "entries")
_ADD_PEOPLE = Act(change_entries.set_people, change_entries.set_people, _people_words, "entries")
