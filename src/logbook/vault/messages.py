"""Messages that were brought in: conversations, pages in file order, and their sources.

What an import has not finished is shown by nothing here: its messages have the highest numbers.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from sys import intern
from typing import Any, NamedTuple

from logbook.domain.ids import ConversationId, EvidenceId, ImportId, MessageId, Sha256
from logbook.domain.message import (
    HAS_SUBJECT,
    AttachmentRef,
    Conversation,
    Message,
    MessageAttachment,
)
from logbook.errors import NoSuchItem
from logbook.vault.message_rows import COLUMNS, record_of
from logbook.vault.moments import from_ms
from logbook.vault.portions import numbers_in_portions
from logbook.vault.search import Condition, Search, SearchKind, SearchText
from logbook.vault.search_text import SNIPPET_SEARCHED_CHARS
from logbook.vault.sql import statement
from logbook.vault.store import Store
from logbook.vault.texts import STRETCH_CHARS

# Only the highest numbers can belong to a pending import, because there is one at a time.
SHOWN = (
    "message.id < coalesce((SELECT first_message FROM import WHERE state = 'pending'),"
    " 9223372036854775807)"
)
# Of conversations: those with messages, and those that a finished import names.
NAMED = (
    "messages > 0 OR EXISTS (SELECT 1 FROM import_conversation AS named"
    " JOIN import ON import.id = named.import AND state = 'done'"
    " WHERE named.conversation = conversation.id)"
)
AMONG = "message.id IN (SELECT value FROM json_each(?))"
_ALL = Condition("1", ())
_ROWS_AT_ONCE = 5_000
_SIZES = """
    SELECT id, octet_length(text) + octet_length(repaired) + octet_length(extra)
    FROM message WHERE id > ? ORDER BY id LIMIT ?
"""


class Witness(NamedTuple):
    """Where a message stands in one of the exports that hold it."""

    import_id: ImportId
    order_index: int
    locator: str
    offset: int
    length: int


class MessageTable:
    """The messages of a book, read only: they come and go with their imports."""

    def __init__(self, store: Store, search: Search) -> None:
        self._store = store
        self._search = search
        search.add_source(SearchKind.MESSAGE, MessageTexts(store))

    def conversations(self) -> list[Conversation]:
        """Return every conversation of a finished import, the latest first."""
        return read_conversations(self._store, statement("WHERE", NAMED, "ORDER BY last DESC, id"))

    def conversation(self, conversation: ConversationId) -> Conversation:
        """Return one conversation; raises `NoSuchItem`."""
        where = statement("WHERE id = ? AND (", NAMED, ")")
        for found in read_conversations(self._store, where, conversation):
            return found
        raise NoSuchItem("conversation", where=str(conversation))

    def count(self, conversation: ConversationId | None = None, match: str = "") -> int:
        """Return how many messages `page` would give altogether."""
        found: int
        if match:
            where = self._where(conversation, match)
            sql = statement("SELECT count(*) FROM message WHERE", where.sql)
            found = self._store.con.one(sql, where.values)
        elif conversation is None:
            found = self._store.con.one("SELECT coalesce(sum(messages), 0) FROM conversation")
        else:
            found = self._store.con.one(
                "SELECT coalesce(sum(messages), 0) FROM conversation WHERE id = ?", (conversation,)
            )
        return found

    def page(
        self,
        conversation: ConversationId | None = None,
        offset: int = 0,
        limit: int = 50,
        match: str = "",
    ) -> list[Message]:
        """Return messages in the order of their files, of one conversation or of all."""
        return self._page(self._where(conversation, match), offset, limit)

    def get_many(self, ids: Iterable[MessageId]) -> list[Message]:
        """Return those of the messages that are here, in the order asked for."""
        wanted = list(ids)
        found: dict[int, Message] = {}
        for start in range(0, len(wanted), _ROWS_AT_ONCE):
            some = json.dumps(wanted[start : start + _ROWS_AT_ONCE])
            where = Condition(statement(AMONG, "AND", SHOWN), (some,))
            found |= {one.id: one for one in self._page(where, 0, _ROWS_AT_ONCE)}
        return [found[one] for one in wanted if one in found]

    def places_in(self, import_id: ImportId, wanted: Iterable[int]) -> dict[int, MessageId]:
        """Return which messages some records of an import are, by their places in the file.

        A record that an earlier import held is the message that was kept then.
        """
        rows = self._store.con.execute(
            "SELECT order_index, message.id FROM message JOIN import ON import.id = :import"
            " AND message.id BETWEEN first_message AND last_message WHERE import = :import"
            " AND order_index IN (SELECT value FROM json_each(:wanted)) UNION ALL"
            " SELECT order_index, message FROM message_witness WHERE import = :import"
            " AND order_index IN (SELECT value FROM json_each(:wanted))",
            {"import": import_id, "wanted": json.dumps(list(wanted))},
        ).fetchall()
        return {place: MessageId(message) for place, message in rows}

    def sources(self, message: MessageId) -> list[Witness]:
        """Return every place in an export where a message stands, the one kept first."""
        rows = self._store.con.execute(
            statement(
                'SELECT import, order_index, locator, "offset", length FROM message',
                "WHERE id = :message AND",
                SHOWN,
                'UNION ALL SELECT import, order_index, locator, "offset", length',
                "FROM message_witness WHERE message = :message",
                "AND import IN (SELECT id FROM import WHERE state = 'done')",
            ),
            {"message": message},
        ).fetchall()
        return [Witness(*row) for row in rows]

    def _where(self, conversation: ConversationId | None, match: str) -> Condition:
        parts = [Condition(SHOWN, ())]
        if conversation is not None:
            parts.append(Condition("message.conversation = ?", (conversation,)))
        if match:
            found = self._search.condition(SearchKind.MESSAGE, match, "message.id")
            parts.append(found or _ALL)
        return Condition(
            " AND ".join(part.sql for part in parts),
            tuple(value for part in parts for value in part.values),
        )

    def _page(self, where: Condition, offset: int, limit: int) -> list[Message]:
        # The inner statement walks an index alone, so that a page deep in a long list is cheap.
        rows = self._store.con.execute(
            statement(
                *("SELECT", COLUMNS, "FROM message WHERE id IN"),
                *("(SELECT message.id FROM message WHERE", where.sql, "ORDER BY message.id"),
                "LIMIT ? OFFSET ?) ORDER BY message.id",
            ),
            (*where.values, limit, offset),
        ).fetchall()
        return read_messages(self._store, rows)


def read_conversations(store: Store, where: str, *values: object) -> list[Conversation]:
    """Return the conversations that `where`, which is our own word, finds."""
    rows = store.con.execute(
        statement(
            "SELECT id, key, title, platform, participants, messages, first, last",
            "FROM conversation",
            where,
        ),
        values,
    )
    # Row by row: a backup may have a hundred thousand, and their platforms are few.
    return [
        Conversation(
            ConversationId(row),
            key,
            title,
            intern(platform),
            tuple(json.loads(people)),
            count,
            first,
            last,
        )
        for row, key, title, platform, people, count, first, last in rows
    ]


def read_messages(store: Store, rows: Sequence[tuple[Any, ...]]) -> list[Message]:
    """Return the messages of rows with `COLUMNS`, with their attachments."""
    ids = json.dumps([row[0] for row in rows])
    refs: dict[int, list[AttachmentRef]] = {}
    files: dict[int, list[MessageAttachment]] = {}
    for message, name, present, member, media_type, evidence, sha256 in store.con.execute(
        "SELECT message, name, present, member, media_type_stated, evidence, sha256"
        " FROM message_attachment WHERE message IN (SELECT value FROM json_each(?))"
        " ORDER BY message, place",
        (ids,),
    ).fetchall():
        refs.setdefault(message, []).append(AttachmentRef(name, bool(present), member, media_type))
        files.setdefault(message, []).append(
            MessageAttachment(
                name,
                bool(present),
                None if evidence is None else EvidenceId(evidence),
                None if sha256 is None else Sha256(sha256),
            )
        )
    return [
        Message(
            id=MessageId(row[0]),
            import_id=ImportId(row[1]),
            conversation=ConversationId(row[2]),
            number=row[3],
            record=record_of(row, refs.get(row[0], ())),
            attachments=tuple(files.get(row[0], ())),
        )
        for row in rows
    ]


class MessageTexts:
    """The texts of messages for the search: subject, text, second reading, names of files."""

    _NAMES = (
        "coalesce((SELECT group_concat(char(10) || name, '') FROM (SELECT name"
        " FROM message_attachment WHERE message = message.id ORDER BY place)), '')"
    )
    _HAS_FILES = "EXISTS (SELECT 1 FROM message_attachment WHERE message = message.id)"
    _HAS_SUBJECT = f"flags LIKE '%\"{HAS_SUBJECT}\"%'"
    _SUBJECT = (  # as `domain.message.subject_of` reads it
        f"iif({_HAS_SUBJECT}, coalesce(json_extract(extra, '$.sub'),"
        " json_extract(extra, '$.subject'), '') || char(10), '')"
    )
    # Joined only where there is something to join: each joint is another copy of a long text.
    TEXT = (
        f"iif(repaired = '' AND NOT {_HAS_SUBJECT} AND NOT {_HAS_FILES}, text,"
        f" {_SUBJECT} || (text || (iif(repaired = '', '', char(10) || repaired) || {_NAMES})))"
    )
    TEXT_OR_BYTES = f"iif(length(text) > {STRETCH_CHARS}, CAST({TEXT} AS BLOB), {TEXT})"

    def __init__(self, store: Store) -> None:
        self._store = store

    def search_texts(self, ids: Sequence[int]) -> dict[int, SearchText]:
        """Return those of the messages that are shown; of long ones the start, for a snippet."""
        rows = self._store.con.execute(
            statement(
                *("SELECT id, substr(", self.TEXT, ", 1, ?), local, instant_ms FROM message WHERE"),
                *(AMONG, "AND", SHOWN),
            ),
            (SNIPPET_SEARCHED_CHARS, json.dumps(list(ids))),
        ).fetchall()
        return {
            row: SearchText(text, local or instant_text(instant_ms))
            for row, text, local, instant_ms in rows
        }

    def search_all(self) -> Iterator[tuple[int, str | bytes]]:
        """Give the same texts of all messages, some at a time."""
        last = 0
        where = statement("id BETWEEN ? AND ? AND", SHOWN, "ORDER BY id")
        while sizes := self._store.con.execute(_SIZES, (last, _ROWS_AT_ONCE)).fetchall():
            for numbers in numbers_in_portions(sizes):
                yield from message_texts(self._store, where, numbers[0], numbers[-1])
            last = sizes[-1][0]

    def search_count(self) -> int:
        """Return how many messages can be found."""
        kept: int = self._store.con.one("SELECT coalesce(sum(messages), 0) FROM conversation")
        return kept


def message_texts(store: Store, where: str, *values: object) -> list[tuple[int, str | bytes]]:
    """Return what the search knows of messages, shown or not; `where` is our own word.

    A long text comes as UTF-8: as a string it may be four times larger.
    """
    rows: list[tuple[int, str | bytes]] = store.con.execute(
        statement("SELECT id,", MessageTexts.TEXT_OR_BYTES, "FROM message WHERE", where), values
    ).fetchall()
    return [(row, text) for row, text in rows if text and not text.isspace()]


def settle_conversation(store: Store, conversation: int) -> None:
    """Count a conversation anew, and name it as its latest finished import does."""
    store.con.execute(
        "UPDATE conversation SET messages = (SELECT count(*) FROM message WHERE conversation = ?)"
        " WHERE id = ?",
        (conversation, conversation),
    )
    store.con.execute(
        "UPDATE conversation SET title = named.title, participants = named.participants FROM"
        " (SELECT title, participants FROM import_conversation"
        " JOIN import ON import.id = import_conversation.import AND state <> 'pending'"
        " WHERE conversation = ? ORDER BY import DESC, place DESC LIMIT 1) AS named WHERE id = ?",
        (conversation, conversation),
    )
    ends = [_end(store, conversation, order) for order in ("sort_ms, id", "sort_ms DESC, id DESC")]
    store.con.execute(
        "UPDATE conversation SET first = ?, last = ? WHERE id = ?", (*ends, conversation)
    )


def _end(store: Store, conversation: int, order: str) -> str:
    """Return the time of the first dated message in this order."""
    row = store.con.execute(
        statement(
            "SELECT local, instant_ms FROM message WHERE conversation = ?",
            "AND (local <> '' OR instant_ms IS NOT NULL) ORDER BY",
            order,
            "LIMIT 1",
        ),
        (conversation,),
    ).fetchone()
    return "" if row is None else row[0] or instant_text(row[1])


def instant_text(instant_ms: int | None) -> str:
    """Return an instant as ISO 8601 in UTC, empty for none or one beyond the calendar."""
    if instant_ms is None:
        return ""
    try:
        moment = from_ms(instant_ms).replace(tzinfo=None)
    except OverflowError:
        return ""
    return moment.isoformat(timespec="milliseconds" if instant_ms % 1000 else "seconds") + "Z"
