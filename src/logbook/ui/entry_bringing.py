"""What other pages bring to a new entry: files and messages, and never into a half-written one."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeGuard

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from logbook.i18n import translate
from logbook.ui.models import entry_saving
from logbook.ui.models.entry_saving import Brought
from logbook.ui.widgets.button import Variant

if TYPE_CHECKING:
    from logbook.domain.ids import EntryId, EvidenceId
    from logbook.tasks.look_at_files import Kept
    from logbook.ui.desk import Desk
    from logbook.ui.entry_actions import EntryActions
    from logbook.ui.widgets.adding_files import AddingFiles

_ANEW, _ADD = "anew", "add"


class Parts(NamedTuple):
    """What is brought: numbers of what the book has, and what it does not have yet."""

    files: tuple[int, ...] = ()
    messages: tuple[int, ...] = ()
    paths: tuple[Path, ...] = ()
    pictures: tuple[QImage, ...] = ()

    def and_also(self, more: Parts) -> Parts:
        """Return both together."""
        return Parts(
            self.files + more.files,
            self.messages + more.messages,
            self.paths + more.paths,
            self.pictures + more.pictures,
        )


def parts_of(arguments: Mapping[str, object]) -> Parts:
    """Return what the arguments of the page bring."""
    files, picture = arguments.get("files"), arguments.get("picture")
    paths = [Path(one) for one in files if isinstance(one, str)] if _is_list(files) else []
    return Parts(
        _numbers(files),
        _numbers(arguments.get("messages")),
        tuple(paths),
        (picture,) if isinstance(picture, QImage) else (),
    )


class Writer(Protocol):
    """The page that a draft is written on."""

    def draft_id(self) -> str:
        """Return which draft is on the page; empty: none, or it is not read yet."""

    def is_settled(self) -> bool:
        """Tell whether the page neither waits for a draft nor for the end of a save."""

    def is_untouched(self) -> bool:
        """Tell whether nothing was written that another entry must not be mixed with."""

    def take_in(self, brought: Brought) -> None:
        """Add files and messages of the book to the draft on the page."""

    def begin_another(self) -> None:
        """Put the draft on the page aside and begin an entry."""


class Bringing(QObject):
    """Gives files and messages to the draft that they were brought for, wherever it is by then.

    A long video takes a minute to come in. Meanwhile the person may have saved the entry, put its
    draft aside, thrown it away, or turned to another: none of that may mix two entries.
    """

    def __init__(
        self, desk: Desk, writer: Writer, adding: AddingFiles, acts: EntryActions, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._writer = writer
        self._adding = adding
        self._acts = acts
        self._waiting = Parts()  # for the draft that the page is going to show
        self._arrived: list[tuple[str, Brought]] = []  # with the draft each was brought for
        self._saved: dict[str, EntryId] = {}  # what drafts became
        adding.kept.connect(self._files_kept)

    def expects(self, draft_id: str) -> bool:
        """Tell whether files are on their way for a draft."""
        return self._adding.is_adding_for(draft_id)

    def wait_with(self, parts: Parts) -> None:
        """Bring something once the page has its draft; one that is half written is asked about."""
        self._waiting = self._waiting.and_also(parts)

    def drop(self, parts: Parts) -> None:
        """Bring something to the draft in sight."""
        if self._writer.draft_id():
            self._add(parts)
        else:
            self.wait_with(parts)

    def give_up(self) -> None:
        """Bring nothing of what waits: there is no draft that it could go to."""
        self._waiting = Parts()

    def became(self, draft_id: str, entry: EntryId) -> None:
        """Tell that a draft was saved: what still comes belongs to the entry."""
        self._saved[draft_id] = entry

    def settle(self) -> None:
        """Give out what waits; the page has its draft, or has saved it."""
        if not self._writer.is_settled():
            return
        arrived, self._arrived = self._arrived, []
        for draft_id, brought in arrived:
            self._give(draft_id, brought)
        if self._waiting == Parts() or not self._writer.draft_id():
            return
        if self._writer.is_untouched():
            self._add_waiting()
        else:
            self._ask_where()

    def _add_waiting(self) -> None:
        parts, self._waiting = self._waiting, Parts()
        self._add(parts)

    def _add(self, parts: Parts) -> None:
        draft_id = self._writer.draft_id()
        if parts.files or parts.messages:
            self._desk.on_vault(
                entry_saving.read_brought,
                parts.files,
                parts.messages,
                then=partial(self._arrive, draft_id),
            )
        self._adding.add(parts.paths, whose=draft_id)
        for picture in parts.pictures:
            self._adding.add_picture(picture, whose=draft_id)

    def _ask_where(self) -> None:
        """Ask whether to add to the draft that is on the page, or to begin another entry."""
        parts, self._waiting = self._waiting, Parts()

        def answered(key: str) -> None:
            if key == _ADD:
                self.drop(parts)
            else:
                self.wait_with(parts)
                self._writer.begin_another()

        self._desk.ask(
            translate("NewEntry", "Begin another entry?"),
            translate(
                "NewEntry",
                "There is a draft of an entry already. It stays kept, and comes back with the next"
                " new entry.",
            ),
            (_ANEW, translate("NewEntry", "Begin another entry"), Variant.SECONDARY),
            (_ADD, translate("NewEntry", "Add to the draft"), Variant.SECONDARY),
            then=answered,
        )

    def _files_kept(self, kept: Kept, whose: object) -> None:
        self._arrive(str(whose), Brought(kept.files))

    def _arrive(self, draft_id: str, brought: Brought) -> None:
        self._arrived.append((draft_id, brought))
        self.settle()

    def _give(self, draft_id: str, brought: Brought) -> None:
        if draft_id == self._writer.draft_id():
            self._writer.take_in(brought)
            return
        files = tuple(kept.id for kept, _ in brought.files)
        messages = tuple(one.id for one in brought.messages)
        entry = self._saved.get(draft_id)
        if entry is None:
            given = partial(self._say_given, len(files))
            self._desk.on_vault(
                entry_saving.add_to_draft, draft_id, files, messages, then=given, keep=True
            )
        else:
            linked = partial(self._say_linked, entry)
            self._desk.on_vault(
                entry_saving.add_to_entry, entry, files, messages, then=linked, keep=True
            )

    def _say_linked(self, entry: EntryId, files: tuple[EvidenceId, ...]) -> None:
        if files:
            self._acts.files_added(entry, files)
        else:
            self._desk.changed.emit("entries")

    def _say_given(self, files: int, found: bool) -> None:  # noqa: FBT001 - what the task returns
        if files and found:
            words = translate(
                "NewEntry",
                "%n file added to the other draft|%n files added to the other draft",
                "",
                files,
            )
        else:
            words = translate(
                "NewEntry",
                "%n file is kept under Evidence, in no entry|"
                "%n files are kept under Evidence, in no entry",
                "",
                files,
            )
        self._desk.toast(words)


def _numbers(given: object) -> tuple[int, ...]:
    """Return the numbers among an argument of the page."""
    return tuple(one for one in given if isinstance(one, int)) if _is_list(given) else ()


def _is_list(given: object) -> TypeGuard[list[object]]:
    return isinstance(given, list)
