"""Keeping a message export: its records in portions, seen by nobody before the last is kept."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby, repeat
from typing import BinaryIO

from logbook.domain.evidence import FileFacts, MediaClass
from logbook.domain.ids import EvidenceId, ImportId, Sha256
from logbook.domain.message import ConversationInfo, ImportSummary, MessageRecord, NotUnderstood
from logbook.domain.message_columns import MessageColumns
from logbook.domain.progress import SILENT, Progress
from logbook.errors import FileChanged, VaultError
from logbook.i18n import translate
from logbook.vault.evidence import NewEvidence
from logbook.vault.files import refuse_full_disk
from logbook.vault.import_check import committed_fields
from logbook.vault.import_rows import (
    FileLists,
    MissingFiles,
    NewImport,
    Tables,
    read_imports,
    subject_of,
    summary_of,
    write_report,
)
from logbook.vault.import_undo import drop_pending
from logbook.vault.known_messages import KnownMessages, Portion
from logbook.vault.lists import write_list
from logbook.vault.message_hashes import Digests, leaves_of, prints_of
from logbook.vault.message_rows import COLUMNS, Places, moments_of, rows_of
from logbook.vault.message_shapes import Shape, Shapes
from logbook.vault.messages import settle_conversation
from logbook.vault.moments import to_ms
from logbook.vault.new_texts import NewTexts
from logbook.vault.record_tree import RecordTree
from logbook.vault.sql import statement
from logbook.vault.texts import storable

_INSERT_MESSAGE = statement(
    "INSERT INTO message (", COLUMNS, ") VALUES (", ", ".join("?" * len(COLUMNS.split(","))), ")"
)
_INSERT_ATTACHMENT = "INSERT INTO message_attachment VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
_INSERT_WITNESS = "INSERT INTO message_witness VALUES (?, ?, ?, ?, ?, ?, ?)"
_INSERT_NOT_UNDERSTOOD = "INSERT INTO not_understood VALUES (?, ?, ?, ?, ?, ?)"

# What records take in tables and in the index of the search, measured and rounded up.
_ROW_BYTES, _BYTES_A_CHAR = 400, 2
_INDEX_ROW_BYTES, _INDEX_BYTES_A_CHAR = 60, 3
_ROOM_TO_UNDO_BYTES = 12 << 20

Files = Mapping[tuple[int, int], EvidenceId]  # order index, place in the record -> kept file


@dataclass(slots=True)
class _Thread:
    """A conversation while it is filled."""

    id: int
    key: str
    number: int  # of its last message
    has_earlier: bool  # messages of other imports, so that records may be here already
    sort_ms: int = 0


class ImportWriter:
    """Keeps one export. Nothing of it is shown before `finish`, nothing is left after `abandon`.

    The records come in the order of the file, each after the conversation it belongs to. Every
    `add` is a save of its own, so memory does not grow with the file.
    """

    def __init__(self, tables: Tables, what: NewImport, import_id: ImportId, first: int) -> None:
        self.id = import_id
        self._tables = tables
        self._store = tables.store
        self._what = what
        self._first = self._next = first
        self._shapes = Shapes(what.format)
        self._known = KnownMessages(tables.store, import_id, first)
        self._tree = RecordTree()
        self._threads: list[_Thread] = []  # by place in the export
        self._by_row: dict[int, _Thread] = {}  # an export may name a conversation twice
        self._named: list[ConversationInfo] = []  # conversations that are not yet rows
        self._unclear: list[NotUnderstood] = []  # the same for what was not understood
        self._not_understood = 0
        self._already_here = 0
        self._repeated = 0  # of these, in this file itself
        self._linked = 0
        self._missing = MissingFiles()
        self._last_index = -1
        self._chars = 0  # of all texts
        self._texts = NewTexts(tables.store, first)

    def keep_original(self, stream: BinaryIO, progress: Progress = SILENT) -> EvidenceId:
        """Keep the export file itself; raises `FileChanged` when it is not the one announced."""
        facts = FileFacts("application/octet-stream", MediaClass.MESSAGES)
        with self._store.saving():
            kept = self.keep_attachment(
                NewEvidence(self._what.name, "import", facts), stream, progress
            )
            if self._digests([kept])[kept] != self._what.sha256:
                raise FileChanged("its fingerprint differs", where=self._what.name)
            self._store.con.execute("UPDATE import SET original = ? WHERE id = ?", (kept, self.id))
        return kept

    def keep_attachment(
        self, what: NewEvidence, stream: BinaryIO, progress: Progress = SILENT
    ) -> EvidenceId:
        """Keep a file that the export holds; bytes that are here already are not kept again."""
        return self._tables.evidence.add_pending(what, stream, self.id, progress)

    def conversation(self, info: ConversationInfo) -> int:
        """Name a conversation; returns its place, which the records of it carry."""
        self._named.append(info)
        return len(self._threads) + len(self._named) - 1

    def not_understood(self, items: Sequence[NotUnderstood]) -> None:
        """Keep where the file holds something that is no record we know."""
        self._unclear += items

    def add(self, records: Sequence[MessageRecord], files: Files | None = None) -> None:
        """Keep records with the files that they name.

        A record that is here already is not stored again: it becomes a witness.
        """
        columns = MessageColumns.of(records)
        with self._store.saving():
            chars = sum(map(len, columns.text))
            self._chars += chars
            self._refuse_full_disk(_ROW_BYTES * len(columns) + _BYTES_A_CHAR * chars)
            self._write_what_waits()
            self._refuse_disorder(columns)
            shapes = self._shapes.of(columns, self._key_of)
            digests = self._digests_of(columns, files or {})
            leaves = leaves_of(columns, shapes, digests)
            prints = prints_of(columns, shapes, digests)
            earlier = [self._threads[place].has_earlier for place in columns.conversation]
            here = self._known.find(Portion(prints, shapes, earlier), self._next)
            self._tree.extend(leaves)
            new = columns
            if here:
                places = [at for at in range(len(columns)) if at not in here]
                new = columns.taken(places)
                shapes, prints = [shapes[at] for at in places], [prints[at] for at in places]
                digests = {to: digests[at] for to, at in enumerate(places) if at in digests}
            self._write_messages(new, shapes, prints)
            self._write_attachments(new, digests, files or {})
            self._next += len(new)
            self._write_witnesses(columns, leaves, here)
            self._texts.note(new)

    def finish(
        self,
        unnamed: tuple[str, ...] = (),
        progress: Progress = SILENT,
        *,
        warnings: tuple[str, ...] = (),
    ) -> ImportSummary:
        """Show the whole import, in one save and with one revision of the journal.

        `unnamed` are the files that the export holds and no message names; `warnings` are codes
        of what was only seen while it was read.
        """
        with self._store.saving():
            self._refuse_full_disk(
                _INDEX_ROW_BYTES * (self._next - self._first) + _INDEX_BYTES_A_CHAR * self._chars
            )
            self._write_what_waits()
            self._refuse_wrong_counts()
            self._tables.evidence.show_pending(self.id)
            missing = self._missing
            files = FileLists(
                tuple(missing.names), tuple(map(storable, unnamed)), more_missing=missing.more
            )
            repeated = (f"repeated:{self._repeated}",) if self._repeated else ()
            self._store.con.execute(
                "UPDATE import SET state = 'done', imported_ms = ?, report = ?, last_message = ?,"
                " records = ?, stored = ?, already_here = ?, linked = ?, tree_root = ?"
                " WHERE id = ?",
                (
                    to_ms(datetime.now(UTC)),
                    write_report(self._what.warnings + warnings + repeated, files),
                    self._next - 1,
                    self._tree.size + self._not_understood,
                    self._next - self._first,
                    self._already_here,
                    self._linked,
                    self._tree.root(),
                    self.id,
                ),
            )
            self._tables.journal.append(
                "import.add", subject_of(self.id), committed_fields(self._store, self.id)
            )
            self._settle_conversations()
            self._threads.clear()  # they are rows now, of which the summary tells
            self._by_row.clear()
            self._prepare_search(progress)
        return summary_of(self._store, read_imports(self._store, "WHERE id = ?", self.id)[0])

    def abandon(self) -> None:
        """Remove everything. What a failing disk does not let go of is removed at the next opening.

        Calling it after `finish` changes nothing.
        """
        self._store.let_go()
        try:
            drop_pending(self._tables, self.id)
        except VaultError:
            # The failure that ended the import is the one to tell; nobody sees what is left.
            return

    def _refuse_full_disk(self, more_bytes: int) -> None:
        """Raise `DiskFull` while there is room enough to take the import back."""
        refuse_full_disk(self._store.folder, _ROOM_TO_UNDO_BYTES + 2 * more_bytes)

    # -- portions

    def _write_what_waits(self) -> None:
        for info in self._named:
            self._threads.append(self._thread(info, len(self._threads)))
        self._named.clear()
        self._store.con.executemany(
            _INSERT_NOT_UNDERSTOOD,
            [
                (self.id, place, *item)
                for place, item in enumerate(self._unclear, self._not_understood)
            ],
        )
        self._not_understood += len(self._unclear)
        self._unclear.clear()

    def _thread(self, info: ConversationInfo, place: int) -> _Thread:
        con = self._store.con
        key, title = storable(info.key), storable(info.title)
        people = write_list(tuple(map(storable, info.participants))) or "[]"
        con.execute(
            "INSERT INTO conversation (platform, key) VALUES (?, ?) ON CONFLICT DO NOTHING",
            (self._what.format, key),
        )
        row, messages = con.execute(
            "SELECT id, messages FROM conversation WHERE platform = ? AND key = ?",
            (self._what.format, key),
        ).fetchone()
        con.execute(
            "INSERT INTO import_conversation VALUES (?, ?, ?, ?, ?)",
            (self.id, place, row, title, people),
        )
        fresh = _Thread(row, key, messages, has_earlier=messages > 0)
        return self._by_row.setdefault(row, fresh)

    def _key_of(self, place: int) -> str:
        return self._threads[place].key

    def _refuse_disorder(self, records: MessageColumns) -> None:
        """Raise `ValueError` for records out of order: the tree is over them in file order."""
        for index in records.order_index:
            if index <= self._last_index:
                raise ValueError(f"record {index} after {self._last_index}")
            self._last_index = index

    def _digests_of(self, records: MessageColumns, files: Files) -> Digests:
        """Return the digests of the kept files; count them, and note those that are missing."""
        known = self._digests(list(files.values())) if files else {}
        digests: dict[int, dict[int, Sha256]] = {}
        for at, refs in enumerate(records.attachments):
            if not refs:
                continue
            own = digests[at] = {}
            for place, ref in enumerate(refs):
                file = files.get((records.order_index[at], place))
                if file is None:
                    self._missing.note(ref.name)
                else:
                    own[place] = known[file]
            self._linked += len(own)
        return digests

    def _digests(self, files: Sequence[EvidenceId]) -> dict[EvidenceId, Sha256]:
        rows = self._store.con.execute(
            "SELECT evidence.id, sha256 FROM evidence JOIN blob ON blob.id = evidence.blob"
            " WHERE evidence.id IN (SELECT value FROM json_each(?))",
            (json.dumps(files),),
        ).fetchall()
        return {EvidenceId(row): Sha256(digest) for row, digest in rows}

    def _write_witnesses(
        self, records: MessageColumns, leaves: Sequence[bytes], here: Mapping[int, int]
    ) -> None:
        rows: list[tuple[object, ...]] = []
        for at, message in here.items():
            place = (records.locator[at], records.offset[at], records.length[at])
            rows.append((self.id, records.order_index[at], message, *place, leaves[at]))
        self._already_here += len(rows)
        self._repeated += sum(message >= self._first for message in here.values())
        self._store.con.executemany(_INSERT_WITNESS, rows)

    def _write_messages(
        self, records: MessageColumns, shapes: Sequence[Shape], prints: Sequence[bytes]
    ) -> None:
        ids = range(self._next, self._next + len(records))
        places = Places(ids, repeat(self.id), *self._placed(records), prints)
        self._store.con.executemany(_INSERT_MESSAGE, rows_of(records, shapes, places))

    def _write_attachments(self, records: MessageColumns, digests: Digests, files: Files) -> None:
        """Write the files that new records name."""
        rows: list[tuple[object, ...]] = []
        for at, refs in enumerate(records.attachments):
            for place, ref in enumerate(refs):
                file = files.get((records.order_index[at], place))
                rows.append((self._next + at, place, *ref, file, digests[at].get(place)))
        self._store.con.executemany(_INSERT_ATTACHMENT, rows)

    def _placed(self, records: MessageColumns) -> tuple[list[int], list[int], list[int]]:
        """Return the conversation of new records, their numbers in it, and when to show them.

        Undated ones stay with the one before them in their conversation.
        """
        conversations: list[int] = []
        numbers: list[int] = []
        times: list[int] = []
        moments = moments_of(records)
        for place, run in groupby(records.conversation):
            thread = self._threads[place]
            count = len(list(run))
            conversations += [thread.id] * count
            numbers += range(thread.number + 1, thread.number + 1 + count)
            thread.number += count
            for moment in moments[len(times) : len(times) + count]:
                thread.sort_ms = thread.sort_ms if moment is None else moment
                times.append(thread.sort_ms)
        return conversations, numbers, times

    # -- the end

    def _refuse_wrong_counts(self) -> None:
        """Raise `RuntimeError`, a bug, unless every record is kept, here already or listed."""
        kept = self._store.con.execute(
            "SELECT (SELECT count(*) FROM message WHERE id >= ?),"
            " (SELECT count(*) FROM message_witness WHERE import = ?),"
            " (SELECT count(*) FROM not_understood WHERE import = ?)",
            (self._first, self.id, self.id),
        ).fetchone()
        stored = self._tree.size - self._already_here
        if kept != (stored, self._already_here, self._not_understood):
            raise RuntimeError(f"{kept} kept of {self._tree.size} + {self._not_understood}")

    def _prepare_search(self, progress: Progress) -> None:
        """Let all messages be found; not earlier, because an index forgets slowly and in pieces."""
        doing = translate("Vault", "Preparing search")
        done = 0
        with self._tables.search.adding_many():
            for texts in self._texts.portions():
                progress(done, self._next - self._first, doing)
                done += len(texts)
                self._tables.search.index_messages(texts)

    def _settle_conversations(self) -> None:
        for conversation in self._by_row:
            settle_conversation(self._store, conversation)
