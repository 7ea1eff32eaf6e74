"""What can be done with messages: make an entry of them, add them to one, mark their kind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from logbook.domain.entry import Kind
from logbook.domain.evidence import Evidence
from logbook.domain.ids import EntryId, EvidenceId, MessageId
from logbook.domain.thread import ThreadRow
from logbook.i18n import translate
from logbook.tasks import bring_in_messages, link_messages, save_copies
from logbook.ui.dialogs.pick_entry import PickEntry
from logbook.ui.models import message_reading
from logbook.ui.models.thread import ThreadModel
from logbook.ui.widgets.button import Variant
from logbook.ui.widgets.kinds import kind_name

if TYPE_CHECKING:
    from logbook.ui.desk import Desk
    from logbook.ui.jobs import Job
    from logbook.vault.import_rows import KeptImport

_VIEWER, _NEW_ENTRY, _TIMELINE = "viewer", "new_entry", "timeline"


class MessageActions(QObject):
    """Acts on the ticked messages, or on the one that is shown. Each act is told by a toast."""

    changed = Signal(bool)  # what is said of messages; True: messages went away
    working = Signal(str, object)  # what is done now, and its Job

    def __init__(self, desk: Desk, model: ThreadModel) -> None:
        super().__init__(desk)
        self._desk = desk
        self._model = model
        self._undoing: Job | None = None

    # What is made of messages

    def make_entry(self, current: ThreadRow | None) -> None:
        """Go to a new entry that has the messages."""
        self._with_messages(
            current,
            lambda ids: self._desk.go(_NEW_ENTRY, messages=[int(one) for one in ids]),
        )

    def add_to_entry(self, current: ThreadRow | None) -> None:
        """Let the person choose an entry and add the messages to it."""
        self._with_messages(current, self._ask_entry)

    def _ask_entry(self, messages: Sequence[MessageId]) -> None:
        PickEntry(self._desk, partial(self._link, messages)).open()

    def _link(self, messages: Sequence[MessageId], entry: EntryId) -> None:
        self._desk.on_vault(
            link_messages.link_messages, entry, messages, then=partial(self._linked, entry)
        )

    def _linked(self, entry: EntryId, new: Sequence[MessageId]) -> None:
        if not new:
            self._desk.toast(translate("Messages", "The entry has these messages already"))
            return
        words = translate(
            "Messages", "%n message added to the entry|%n messages added to the entry", "", len(new)
        )
        self._model.untick()
        self._say_changed()
        self._desk.did(
            words,
            partial(self._do, link_messages.unlink_messages, entry, new),
            partial(self._do, link_messages.link_messages, entry, new),
        )

    def unlink(self, entry: object, message: MessageId) -> None:
        """Take a message out of an entry; it can be put back."""
        if isinstance(entry, int):
            self._desk.on_vault(
                link_messages.unlink_messages,
                EntryId(entry),
                [message],
                then=lambda _: self._unlinked(EntryId(entry), message),
            )

    def _unlinked(self, entry: EntryId, message: MessageId) -> None:
        self._say_changed()
        self._desk.did(
            translate("Messages", "Message taken out of the entry"),
            partial(self._do, link_messages.link_messages, entry, [message]),
            partial(self._do, link_messages.unlink_messages, entry, [message]),
        )

    def _do(self, task: Callable[..., object], *what: object) -> None:
        """Do a step, back or forth, without another word."""
        self._desk.on_vault(task, *what, then=self._say_changed)

    def give_kind(self, kind: object, current: ThreadRow | None) -> None:
        """Mark the messages as of a kind; that can be taken back."""
        if isinstance(kind, Kind):
            self._with_messages(current, partial(self._give, kind))

    def _give(self, kind: Kind, messages: Sequence[MessageId]) -> None:
        self._desk.on_vault(
            link_messages.give_kind, messages, kind, then=partial(self._given, kind)
        )

    def _given(self, kind: Kind, before: dict[MessageId, Kind]) -> None:
        words = translate(
            "Messages",
            "%n message marked: {kind}|%n messages marked: {kind}",
            "",
            len(before),
            kind=kind_name(kind),
        )
        if kind is Kind.NONE:
            words = translate(
                "Messages", "Kind taken off %n message|Kind taken off %n messages", "", len(before)
            )
        self._model.untick()
        self.changed.emit(False)
        self._desk.did(
            words,
            partial(self._give_all, before),
            partial(self._give_all, dict.fromkeys(before, kind)),
        )

    def _give_all(self, kinds: dict[MessageId, Kind]) -> None:
        self._desk.on_vault(
            link_messages.give_kinds,
            kinds,
            then=lambda _: self.changed.emit(False),
        )

    # Where things lead

    def show_file(self, row: ThreadRow, place: int) -> None:
        """Show a file of a message, among those of the same message."""
        among = [int(one.evidence) for one in row.files if one.evidence is not None]
        evidence = row.files[place].evidence if place < len(row.files) else None
        if evidence is not None:
            self._desk.go(_VIEWER, evidence=int(evidence), among=among)

    def show_evidence(self, kept: Evidence) -> None:
        """Show a file."""
        self._desk.go(_VIEWER, evidence=int(kept.id), among=[int(kept.id)])

    def show_entry(self, entry: object) -> None:
        """Show an entry on the timeline."""
        if isinstance(entry, int):
            self._desk.go(_TIMELINE, entry=entry)

    def save_export(self, source: KeptImport) -> None:
        """Save a copy of the export that an import kept."""
        if source.original is not None:
            self._ask_save(source.original, source.name)

    def save_copy(self, kept: Evidence) -> None:
        """Save a copy of an export, as it is."""
        self._ask_save(kept.id, kept.name)

    def _ask_save(self, evidence: EvidenceId, name: str) -> None:
        self._desk.ask(
            translate("Messages", "Save a copy of the original file?"),
            translate("Messages", "Anyone at this computer can read the copy."),
            ("no", translate("Messages", "Not now"), Variant.SECONDARY),
            ("save", translate("Messages", "Save a copy"), Variant.PRIMARY),
            then=lambda answer: self._choose_target(evidence, name) if answer == "save" else None,
        )

    def _choose_target(self, evidence: EvidenceId, name: str) -> None:
        self._desk.choose_target(name, partial(self._save, evidence))

    def _save(self, evidence: EvidenceId, out: Path) -> None:
        self._desk.on_vault(
            save_copies.save_file,
            evidence,
            out,
            then=lambda _: self._desk.toast(translate("Messages", "Copy saved")),
            long=True,
        )

    # Taking an import back

    def ask_undo_import(self, source: KeptImport) -> None:
        """Take an import out of the book, after a question."""
        self._desk.ask(
            translate("Messages", "Undo this import?"),
            translate(
                "Messages",
                "Its messages and files leave this book. Messages that an entry uses stay, and so"
                " do those that another import has too. You can bring the file in again.",
            ),
            ("keep", translate("Messages", "Keep it"), Variant.SECONDARY),
            ("undo", translate("Messages", "Undo import"), Variant.DANGER),
            then=lambda answer: self._undo_import(source) if answer == "undo" else None,
        )

    def _undo_import(self, source: KeptImport) -> None:
        if self._undoing is not None:
            self._desk.toast(translate("Messages", "Another import is being taken out"))
            return
        job = self._undoing = self._desk.on_vault(
            bring_in_messages.undo_import, source.id, then=self._undone, long=True
        )
        job.stopped.connect(self._undo_stopped)
        job.ended.connect(self._undo_ended)
        self.working.emit(translate("Messages", "Taking the import out again"), job)

    def _undone(self, _result: object) -> None:
        self.changed.emit(True)
        self._desk.changed.emit("evidence")
        self._desk.toast(translate("Messages", "The import is undone"))

    def _undo_stopped(self) -> None:
        self._desk.toast(translate("Messages", "Stopped. The import stays as it was."))

    def _undo_ended(self) -> None:
        self._undoing = None

    # Which messages

    def _with_messages(
        self, current: ThreadRow | None, act: Callable[[Sequence[MessageId]], object]
    ) -> None:
        """Call `act` with the ticked messages in their order, or with the one that is shown."""
        here, ranges = self._model.conversation, self._model.ticked.ranges
        if here is None or not ranges:
            if current is not None:
                act([current.id])
            return
        if len(self._model.ticked) > link_messages.MOST:
            self._desk.toast(
                translate(
                    "Messages",
                    "Choose fewer: no more than %n message at once.|"
                    "Choose fewer: no more than %n messages at once.",
                    "",
                    link_messages.MOST,
                )
            )
            return
        self._desk.on_vault(
            message_reading.read_ids,
            here.id,
            self._model.marks,
            ranges,
            link_messages.MOST,
            then=act,
        )

    def _say_changed(self, _result: object = None) -> None:
        self.changed.emit(False)
        self._desk.changed.emit("entries")
