"""Taking an import away: an unfinished one without a trace, a finished one with a revision."""

from __future__ import annotations

import json
from typing import NamedTuple

from logbook.domain.ids import EvidenceId, ImportId
from logbook.domain.progress import SILENT, Progress
from logbook.errors import NoSuchItem
from logbook.vault.connection import Connection
from logbook.vault.evidence_rows import State
from logbook.vault.import_check import committed_fields, root_of_import
from logbook.vault.import_rows import Tables, subject_of
from logbook.vault.messages import AMONG, message_texts, settle_conversation
from logbook.vault.sql import statement

_AT_ONCE = 5_000

# What something else still needs: an entry that cites it, or an export that holds it too.
_NEEDED = """
    EXISTS (SELECT 1 FROM entry_message WHERE entry_message.message = message.id)
    OR EXISTS (
        SELECT 1 FROM message_witness AS witness JOIN import ON import.id = witness.import
        WHERE witness.message = message.id AND import.state = 'done'
    )
"""


class Undone(NamedTuple):
    """How many messages left the book, and how many of the import something else still needs."""

    gone: int
    kept: int


def drop_pending(tables: Tables, import_id: ImportId) -> None:
    """Remove a pending import, some rows a save, so that a large one needs little space for it.

    Stopped half way, the rest is still pending. An import that is not pending is left alone.
    """
    store = tables.store
    first = store.con.one(
        "SELECT first_message FROM import WHERE id = ? AND state = 'pending'", (import_id,)
    )
    if first is None:
        return
    newest = "SELECT id FROM message WHERE id >= ? ORDER BY id DESC LIMIT ?"
    while rows := store.con.execute(newest, (first, _AT_ONCE)).fetchall():
        with store.saving():
            _delete_messages(store.con, json.dumps([row for (row,) in rows]))
    with store.saving():
        tables.evidence.drop_pending(import_id)
        _delete_parts(tables, import_id)
        store.con.execute("DELETE FROM import WHERE id = ?", (import_id,))
    tables.blobs.unlink_erased()


def remove_import(tables: Tables, import_id: ImportId, progress: Progress = SILENT) -> Undone:
    """Take a finished import out of the book: its messages, its files, its export.

    A message that an entry cites or that another export holds too stays, and so does a file that
    something else uses. The journal keeps that the import was there and that it was removed.
    One save: stopped or broken off, it leaves everything as it was. Raises `NoSuchItem`.
    """
    con = tables.store.con
    with tables.store.saving():
        if not con.one("SELECT 1 FROM import WHERE id = ? AND state = 'done'", (import_id,)):
            raise NoSuchItem("import", where=str(import_id))
        # Messages of imports that were removed before may have stayed for this one's sake.
        others = con.execute(
            "SELECT DISTINCT message.import FROM message_witness AS witness"
            " JOIN message ON message.id = witness.message"
            " JOIN import ON import.id = message.import AND import.state = 'removed'"
            " WHERE witness.import = ? ORDER BY message.import",
            (import_id,),
        ).fetchall()
        con.execute("DELETE FROM message_witness WHERE import = ?", (import_id,))
        con.execute("UPDATE import SET state = 'removed' WHERE id = ?", (import_id,))
        undone = _reduce(tables, import_id, progress)
        for (other,) in others:
            more = _reduce(tables, ImportId(other), progress)
            undone = undone._replace(gone=undone.gone + more.gone)
    tables.blobs.unlink_erased()
    return undone


def _reduce(tables: Tables, import_id: ImportId, progress: Progress) -> Undone:
    """Take away what nothing needs of a removed import, and tell the journal what is left."""
    undone = _remove_messages(tables, import_id, progress)
    _remove_files(tables, import_id, progress, keep_original=undone.kept > 0)
    tables.store.con.execute(
        "UPDATE import SET records = :kept, stored = :kept, already_here = 0, linked = 0,"
        " tree_root = :root WHERE id = :import",
        {
            "kept": undone.kept,
            "root": root_of_import(tables.store, import_id, progress),
            "import": import_id,
        },
    )
    tables.journal.append(
        "import.remove", subject_of(import_id), committed_fields(tables.store, import_id)
    )
    return undone


def _remove_messages(tables: Tables, import_id: ImportId, progress: Progress) -> Undone:
    con = tables.store.con
    conversations = con.execute(
        "SELECT DISTINCT conversation FROM import_conversation WHERE import = ?", (import_id,)
    ).fetchall()
    first, last = con.execute(
        "SELECT first_message, last_message FROM import WHERE id = ?", (import_id,)
    ).fetchone()
    gone, after = 0, first - 1
    own = "FROM message WHERE id > ? AND id <= ?"
    free = statement("SELECT id", own, "AND NOT (", _NEEDED, ") ORDER BY id LIMIT ?")
    with tables.search.forgetting(last - first + 1):
        while rows := con.execute(free, (after, last, _AT_ONCE)).fetchall():
            these = json.dumps([row for (row,) in rows])
            tables.search.forget_messages(message_texts(tables.store, AMONG, these))
            _delete_messages(con, these)
            gone += len(rows)
            after = rows[-1][0]
            progress(after - first + 1, last - first + 1)
    kept = con.one(statement("SELECT count(*)", own), (first - 1, last))
    _delete_parts(tables, import_id)
    for (conversation,) in conversations:
        progress(last - first + 1, last - first + 1)
        _renumber(con, conversation)
        settle_conversation(tables.store, conversation)
    return Undone(gone, kept)


def _delete_messages(con: Connection, these: str) -> None:
    """Delete messages, given as a JSON array of their numbers."""
    among = "IN (SELECT value FROM json_each(?))"
    con.execute(statement("DELETE FROM message_attachment WHERE message", among), (these,))
    con.execute(statement("DELETE FROM message_witness WHERE message", among), (these,))
    con.execute(statement("DELETE FROM message WHERE id", among), (these,))


def _delete_parts(tables: Tables, import_id: ImportId) -> None:
    """Delete what an import said beside its messages; conversations that still have some stay."""
    con = tables.store.con
    con.execute("DELETE FROM message_witness WHERE import = ?", (import_id,))
    con.execute("DELETE FROM not_understood WHERE import = ?", (import_id,))
    con.execute(
        "DELETE FROM import_conversation WHERE import = ? AND NOT EXISTS (SELECT 1 FROM message"
        " WHERE message.conversation = import_conversation.conversation"
        " AND message.import = import_conversation.import)",
        (import_id,),
    )
    con.execute(
        "DELETE FROM conversation WHERE NOT EXISTS (SELECT 1 FROM import_conversation"
        " WHERE import_conversation.conversation = conversation.id)"
    )


def _renumber(con: Connection, conversation: int) -> None:
    """Let the messages that stay count from 1 without a gap, as a report counts them."""
    con.execute(
        "UPDATE message SET number = ranked.number FROM (SELECT id, row_number() OVER (ORDER BY id)"
        " AS number FROM message WHERE conversation = ?) AS ranked WHERE message.id = ranked.id",
        (conversation,),
    )


def _remove_files(
    tables: Tables, import_id: ImportId, progress: Progress, *, keep_original: bool
) -> None:
    """Erase the files that came with an import and that nothing else uses."""
    rows = tables.store.con.execute(
        "SELECT id FROM evidence WHERE import = :import AND state IN (:kept, :removed)"
        " AND NOT EXISTS (SELECT 1 FROM entry_evidence WHERE evidence = evidence.id)"
        " AND NOT EXISTS (SELECT 1 FROM message_attachment WHERE evidence = evidence.id)"
        " AND NOT EXISTS (SELECT 1 FROM import AS other WHERE other.original = evidence.id"
        " AND (other.id <> :import OR :keep_original))",
        {
            "import": import_id,
            "kept": int(State.KEPT),
            "removed": int(State.REMOVED),
            "keep_original": int(keep_original),
        },
    ).fetchall()
    for done, (row,) in enumerate(rows):
        progress(done, len(rows))
        tables.evidence.erase(EvidenceId(row))
