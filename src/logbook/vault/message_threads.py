"""Conversations read like a long page: blocks of rows by their keys, wherever they lie.

A row deep in a conversation of a million is read as quickly as the first one, because nothing is
counted off: `marks` holds the key of the first row of each block, and is made once.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Any

from logbook.domain.entry import Kind
from logbook.domain.evidence import MediaClass
from logbook.domain.ids import ConversationId, EntryId, EvidenceId, MessageId
from logbook.domain.message import HAS_SUBJECT, MessageKind
from logbook.domain.progress import SILENT, Progress
from logbook.domain.thread import ROW_CHARS, Key, ThreadFile, ThreadRow
from logbook.errors import NoSuchItem
from logbook.vault.entry_lists import KEPT
from logbook.vault.evidence_rows import State
from logbook.vault.kept_words import read_word
from logbook.vault.lists import read_list
from logbook.vault.messages import AMONG, SHOWN
from logbook.vault.sql import statement
from logbook.vault.store import Store

BLOCK_ROWS = 200
_SAY_EVERY = 50  # blocks
# Two statements and not a row value: where many messages have one time, SQLite would go through
# all of them from the first.
_SAME_TIME = statement(
    "FROM message WHERE conversation = :conversation AND sort_ms = :sort_ms AND id >= :id AND",
    SHOWN,
)
_LATER = statement(
    "FROM message WHERE conversation = :conversation AND sort_ms > :sort_ms AND",
    *(SHOWN, "ORDER BY sort_ms, id"),
)
_FROM = statement(
    "SELECT sort_ms, id FROM (SELECT * FROM (SELECT sort_ms, id",
    *(_SAME_TIME, "ORDER BY id LIMIT :reach) UNION ALL SELECT * FROM (SELECT sort_ms, id"),
    *(_LATER, "LIMIT :reach)) LIMIT :limit OFFSET :offset"),
)
_COUNT_SAME = statement("SELECT count(*) FROM (SELECT 1", _SAME_TIME, "LIMIT :limit)")
_STEP_SAME = statement("SELECT sort_ms, id", _SAME_TIME, "ORDER BY id LIMIT 1 OFFSET :limit")
_STEP_LATER = statement("SELECT sort_ms, id", _LATER, "LIMIT 1 OFFSET :offset")
_FIRST = statement(
    "SELECT sort_ms, id FROM message WHERE conversation = ? AND",
    *(SHOWN, "ORDER BY sort_ms, id LIMIT 1"),
)
_SUBJECT = (
    f"iif(flags LIKE '%\"{HAS_SUBJECT}\"%', coalesce(json_extract(extra, '$.sub'),"
    " json_extract(extra, '$.subject'), '') || char(10), '')"
)
_ROWS = statement(
    f"SELECT id, sort_ms, number, local, sender, coalesce(sender_is_me, 0), {_SUBJECT} ||",
    f"substr(text, 1, {ROW_CHARS}), length(text) > {ROW_CHARS},",
    f"substr(repaired, 1, {ROW_CHARS}), kind, flags, iif(length(extra) > 10000, '', extra),",
    "coalesce((SELECT given.kind FROM message_kind AS given WHERE given.message = message.id), '')",
    "FROM message WHERE id IN (SELECT value FROM json_each(?))",
)


class MessageThreads:
    """Reads what a page shows of conversations."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def marks(self, conversation: ConversationId, progress: Progress = SILENT) -> list[Key]:
        """Return the key of the first row of every block, in order; empty for no message."""
        row = self._store.con.execute(_FIRST, (conversation,)).fetchone()
        found: list[Key] = []
        while row is not None:
            found.append(Key(*row))
            if len(found) % _SAY_EVERY == 0:
                progress(len(found), 0)
                progress.give_way()
            row = self._next_mark(conversation, found[-1])
        return found

    def rows(self, conversation: ConversationId, start: Key) -> list[ThreadRow]:
        """Return the block of rows that begins at a key."""
        return self._read([key.id for key in self._keys(conversation, start, BLOCK_ROWS)])

    def place(self, marks: Sequence[Key], message: MessageId) -> tuple[ConversationId, int]:
        """Return the row of a message of the conversation that `marks` are of.

        Raises `NoSuchItem`.
        """
        row = self._store.con.execute(
            statement("SELECT conversation, sort_ms FROM message WHERE id = ? AND", SHOWN),
            (message,),
        ).fetchone()
        if row is None:
            raise NoSuchItem("message", where=str(message))
        conversation, key = ConversationId(row[0]), Key(row[1], message)
        block = max(bisect_right(marks, key) - 1, 0)
        before = self._keys(conversation, marks[block], BLOCK_ROWS) if marks else []
        return conversation, block * BLOCK_ROWS + sum(one < key for one in before)

    def ids(
        self,
        conversation: ConversationId,
        marks: Sequence[Key],
        ranges: Iterable[tuple[int, int]],
        most: int,
    ) -> list[MessageId]:
        """Return the messages in ranges of rows, first and last included; no more than `most`."""
        found: list[MessageId] = []
        for first, last in ranges:
            limit = min(last - first + 1, most - len(found))
            if limit <= 0:
                break
            start, offset = marks[first // BLOCK_ROWS], first % BLOCK_ROWS
            found += [MessageId(key.id) for key in self._keys(conversation, start, limit, offset)]
        return found

    def runs(
        self,
        conversation: ConversationId,
        marks: Sequence[Key],
        messages: Iterable[MessageId],
        progress: Progress = SILENT,
    ) -> list[tuple[int, int]]:
        """Return where messages stand, as runs of rows; those of other conversations are left out.

        `ids` the other way round. Lets other work in between.
        """
        keys = self._store.con.execute(
            statement(
                "SELECT sort_ms, id FROM message WHERE conversation = ? AND",
                *(AMONG, "AND", SHOWN),
            ),
            (conversation, json.dumps(list(messages))),
        ).fetchall()
        in_block: dict[int, set[Key]] = {}
        for key in (Key(*row) for row in keys):
            in_block.setdefault(max(bisect_right(marks, key) - 1, 0), set()).add(key)
        runs: list[tuple[int, int]] = []
        for done, (block, wanted) in enumerate(sorted(in_block.items())):
            if done % _SAY_EVERY == 0:
                progress(done, len(in_block))
                progress.give_way()
            first = block * BLOCK_ROWS
            here = self._keys(conversation, marks[block], BLOCK_ROWS)
            for row in (first + at for at, key in enumerate(here) if key in wanted):
                if runs and runs[-1][1] == row - 1:
                    runs[-1] = (runs[-1][0], row)
                else:
                    runs.append((row, row))
        return runs

    def some(self, messages: Sequence[MessageId]) -> list[ThreadRow]:
        """Return the rows of some messages that are here, in the order asked for."""
        return self._read(list(messages))

    def entries_of(self, message: MessageId, most: int) -> list[tuple[EntryId, str]]:
        """Return the entries that are linked to a message and not in the bin, with their titles."""
        rows = self._store.con.execute(
            "SELECT DISTINCT entry.id, title FROM entry_message JOIN entry ON entry.id = entry"
            " WHERE message = ? AND state = ? ORDER BY entry.id DESC LIMIT ?",
            (message, KEPT, most),
        ).fetchall()
        return [(EntryId(entry), title) for entry, title in rows]

    def _next_mark(self, conversation: ConversationId, mark: Key) -> tuple[int, int] | None:
        """Return the key a block after another; SQLite steps over the rows between by itself."""
        con = self._store.con
        at = {"conversation": conversation, "sort_ms": mark.sort_ms, "id": mark.id}
        same: int = con.execute(_COUNT_SAME, {**at, "limit": BLOCK_ROWS + 1}).fetchone()[0]
        if same > BLOCK_ROWS:
            row = con.execute(_STEP_SAME, {**at, "limit": BLOCK_ROWS}).fetchone()
        else:
            del at["id"]
            row = con.execute(_STEP_LATER, {**at, "offset": BLOCK_ROWS - same}).fetchone()
        return row  # type: ignore[no-any-return]  # a row has the types that its statement gives

    def _keys(
        self, conversation: ConversationId, start: Key, limit: int, offset: int = 0
    ) -> list[Key]:
        rows = self._store.con.execute(
            _FROM,
            {
                "conversation": conversation,
                "sort_ms": start.sort_ms,
                "id": start.id,
                "limit": limit,
                "offset": offset,
                "reach": limit + offset,
            },
        ).fetchall()
        return [Key(*row) for row in rows]

    def _read(self, ids: Sequence[int]) -> list[ThreadRow]:
        these = json.dumps(list(ids))
        found = {row[0]: row for row in self._store.con.execute(_ROWS, (these,)).fetchall()}
        files, entries = self._files(these), self._entries(these)
        return [
            _row_of(found[one], files.get(one, ()), entries.get(one, 0))
            for one in ids
            if one in found
        ]

    def _files(self, these: str) -> dict[int, tuple[ThreadFile, ...]]:
        found: dict[int, tuple[ThreadFile, ...]] = {}
        rows = self._store.con.execute(
            "SELECT message, file.name, evidence.id, media_class, size_bytes"
            " FROM message_attachment AS file"
            " LEFT JOIN evidence ON evidence.id = file.evidence AND state = ?"
            " LEFT JOIN blob ON blob.id = evidence.blob"
            " WHERE message IN (SELECT value FROM json_each(?)) ORDER BY message, place",
            (State.KEPT, these),
        ).fetchall()
        for message, name, evidence, media_class, size_bytes in rows:
            file = ThreadFile(
                name,
                None if evidence is None else EvidenceId(evidence),
                MediaClass.OTHER if evidence is None else read_word(media_class, MediaClass.OTHER),
                size_bytes or 0,
            )
            found[message] = (*found.get(message, ()), file)
        return found

    def _entries(self, these: str) -> dict[int, int]:
        rows = self._store.con.execute(
            "SELECT message, count(DISTINCT entry) FROM entry_message"
            " JOIN entry ON entry.id = entry AND state = ?"
            " WHERE message IN (SELECT value FROM json_each(?)) GROUP BY message",
            (KEPT, these),
        ).fetchall()
        return dict(rows)


def _row_of(row: tuple[Any, ...], files: tuple[ThreadFile, ...], entries: int) -> ThreadRow:
    number, sort_ms, place, local, sender, is_me, text, is_cut, repaired, *rest = row
    kind, flags, extra, given = rest
    return ThreadRow(
        id=MessageId(number),
        sort_ms=sort_ms,
        number=place,
        local=local,
        sender=sender,
        is_me=bool(is_me),
        text=text,
        is_cut=bool(is_cut),
        repaired=repaired,
        kind=read_word(kind, MessageKind.UNSUPPORTED),
        flags=read_list(flags),
        extra=extra,
        files=files,
        given=read_word(given, Kind.OTHER),
        entries=entries,
    )
