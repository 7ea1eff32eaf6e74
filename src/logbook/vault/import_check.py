"""What the journal commits to for an import, and whether the tables still say the same."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from heapq import merge
from typing import NamedTuple

from logbook.domain.ids import ImportId
from logbook.domain.message_columns import MessageColumns
from logbook.domain.progress import SILENT, Progress
from logbook.vault.import_rows import subject_of
from logbook.vault.journal import Journal
from logbook.vault.message_hashes import leaves_of
from logbook.vault.message_rows import COLUMNS
from logbook.vault.message_shapes import Shapes
from logbook.vault.messages import read_messages
from logbook.vault.portions import numbers_in_portions
from logbook.vault.record_tree import RecordTree
from logbook.vault.sql import statement
from logbook.vault.store import Store

_AT_ONCE = 5_000
_SIZES = """
    SELECT id, octet_length(text) + octet_length(repaired) + octet_length(extra)
    FROM message WHERE id > ? AND id <= ? AND import = ? ORDER BY id LIMIT ?
"""
_ROWS = statement(
    "SELECT", COLUMNS, "FROM message WHERE id BETWEEN ? AND ? AND import = ? ORDER BY id"
)


class ImportProblem(NamedTuple):
    """Where the tables of messages say something else than the journal."""

    kind: str  # "import_changed", "messages_changed", "attachment_changed", "conversation_changed"
    where: str


def committed_fields(store: Store, import_id: ImportId) -> dict[str, bytes]:
    """Return what the journal commits to for an import, as the tables have it now."""
    names = ("name", "size_bytes", "format", "answers", "report", "sha256", "tree_root")
    counts = ("records", "stored", "already_here", "linked")
    row = store.con.execute(
        statement("SELECT", ", ".join((*names, *counts)), "FROM import WHERE id = ?"), (import_id,)
    ).fetchone()
    return {
        **{name: str(value).encode() for name, value in zip(names[:5], row[:5], strict=True)},
        "sha256": row[5],
        "tree_root": row[6],
        "counts": json.dumps(dict(zip(counts, row[7:], strict=True))).encode(),
        "conversations": _digest_of(
            store,
            "SELECT place, key, import_conversation.title, import_conversation.participants"
            " FROM import_conversation JOIN conversation ON conversation.id = conversation"
            " WHERE import = ? ORDER BY place",
            import_id,
        ),
        "not_understood": _digest_of(
            store,
            'SELECT place, locator, reason, "offset", length FROM not_understood'
            " WHERE import = ? ORDER BY place",
            import_id,
        ),
    }


def _digest_of(store: Store, sql: str, import_id: ImportId) -> bytes:
    """Return SHA-256 over the rows, each a JSON array on a line."""
    digest = sha256()
    for row in store.con.execute(sql, (import_id,)):  # one by one: there may be very many
        digest.update(json.dumps(row, ensure_ascii=False).encode() + b"\n")
    return digest.digest()


def root_of_import(store: Store, import_id: ImportId, progress: Progress = SILENT) -> bytes:
    """Return the root over the records of an import that are here, computed from the tables."""
    tree = RecordTree()
    for _order, leaf in merge(_own(store, import_id, progress), _witnessed(store, import_id)):
        tree.extend((leaf,))
    return tree.root()


def _own(store: Store, import_id: ImportId, progress: Progress) -> Iterator[tuple[int, bytes]]:
    """Give order and leaf of the messages that this import stored."""
    first, last = store.con.execute(
        "SELECT first_message, last_message FROM import WHERE id = ?", (import_id,)
    ).fetchone()
    shapes, after = Shapes(""), first - 1
    # Read whole, never row by row: a statement that a cancelled check left open locks the book.
    while sizes := store.con.execute(_SIZES, (after, last, import_id, _AT_ONCE)).fetchall():
        for numbers in numbers_in_portions(sizes):
            rows = store.con.execute(_ROWS, (numbers[0], numbers[-1], import_id)).fetchall()
            messages = read_messages(store, rows)
            records = MessageColumns.of(message.record for message in messages)
            digests = {
                at: {place: one.sha256 for place, one in enumerate(files) if one.sha256 is not None}
                for at, files in enumerate(message.attachments for message in messages)
                if files
            }
            leaves = leaves_of(records, shapes.of(records, lambda _: ""), digests)
            yield from zip(records.order_index, leaves, strict=True)
            after = numbers[-1]
            progress(after - first + 1, last - first + 1)


def _witnessed(store: Store, import_id: ImportId) -> Iterator[tuple[int, bytes]]:
    """Give order and leaf of the records that an earlier import had stored."""
    after = -1
    while rows := store.con.execute(
        "SELECT order_index, leaf FROM message_witness WHERE import = ? AND order_index > ?"
        " ORDER BY order_index LIMIT ?",
        (import_id, after, _AT_ONCE),
    ).fetchall():
        yield from rows
        after = rows[-1][0]


def verify_imports(
    store: Store, journal: Journal, progress: Progress = SILENT
) -> Iterator[ImportProblem]:
    """Compute every import anew and give what differs from the journal."""
    for row, root in store.con.execute(
        "SELECT id, tree_root FROM import WHERE state <> 'pending' ORDER BY id"
    ).fetchall():
        import_id = ImportId(row)
        if _told(journal, import_id) != committed_fields(store, import_id):
            yield ImportProblem("import_changed", subject_of(import_id))
        if root_of_import(store, import_id, progress) != root:
            yield ImportProblem("messages_changed", subject_of(import_id))
    for (message,) in store.con.execute(
        "SELECT DISTINCT message FROM message_attachment AS file"
        " LEFT JOIN evidence ON evidence.id = file.evidence LEFT JOIN blob ON blob.id = blob"
        " WHERE file.sha256 <> coalesce(blob.sha256, file.sha256)"
        " OR (file.evidence IS NULL) <> (file.sha256 IS NULL) ORDER BY message"
    ).fetchall():
        yield ImportProblem("attachment_changed", f"message:{message}")
    for (conversation,) in store.con.execute(
        "SELECT id FROM conversation LEFT JOIN (SELECT conversation, count(*) AS here,"
        " count(DISTINCT number) AS numbers, max(number) AS highest FROM message"
        " GROUP BY conversation) ON conversation = id WHERE messages <> coalesce(here, 0)"
        " OR messages <> coalesce(highest, 0) OR messages <> coalesce(numbers, 0) ORDER BY id"
    ).fetchall():
        yield ImportProblem("conversation_changed", f"conversation:{conversation}")


def _told(journal: Journal, import_id: ImportId) -> dict[str, bytes] | None:
    revisions = journal.of_subject(subject_of(import_id))
    return journal.fields(revisions[-1].seq) if revisions else None
