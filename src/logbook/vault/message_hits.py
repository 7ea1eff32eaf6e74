"""Messages looked for by words, sender, days, kind and files; and conversations by their names."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from logbook.domain.entry import Kind
from logbook.domain.ids import ConversationId, MessageId
from logbook.domain.message import Conversation
from logbook.domain.progress import SILENT, Progress
from logbook.domain.thread import Found, HitRow, Wanted
from logbook.vault.messages import AMONG, NAMED, SHOWN, MessageTexts, read_conversations
from logbook.vault.search import Condition, Search, SearchKind
from logbook.vault.search_text import SNIPPET_SEARCHED_CHARS, needles_of, normalised, snippet
from logbook.vault.sql import statement
from logbook.vault.store import Store

MOST = 20_000
_DAY_MS = 86_400_000
_EPOCH = date(1970, 1, 1)
_AT_ONCE = 50_000  # numbers of messages that one statement goes through
_DAY = (
    "iif(message.local <> '', substr(message.local, 1, 10),"
    " coalesce(strftime('%Y-%m-%d', message.instant_ms / 1000, 'unixepoch'), ''))"
)


class MessageHits:
    """Finds messages and conversations for lists of them."""

    def __init__(self, store: Store, search: Search) -> None:
        self._store = store
        self._search = search

    def find(self, wanted: Wanted, progress: Progress = SILENT) -> Found:
        """Return the messages that match, the newest first, and no more than `MOST`.

        Goes from the last one that was brought in to the first, and lets other work in between.
        """
        if not wanted.match.strip() and wanted.conversation is not None and _has_days(wanted):
            return _newest(self._in_days(wanted))
        found: list[tuple[int, int]] = []
        first, last = self._ends(wanted.conversation)
        while last >= first and len(found) <= MOST:
            start = max(first, last - _AT_ONCE + 1)
            progress(len(found), 0)
            progress.give_way()
            found += self._between(wanted, start, last, MOST + 1 - len(found))
            last = start - 1
        return _newest(found)

    def rows(self, messages: list[MessageId], match: str) -> list[HitRow]:
        """Return the lines of some of the messages found, in the order given."""
        rows = self._store.con.execute(
            statement(
                "SELECT message.id, conversation, conversation.title, conversation.key, local,",
                *("sender, coalesce(sender_is_me, 0), substr(", MessageTexts.TEXT, ", 1, ?)"),
                "FROM message JOIN conversation ON conversation.id = conversation WHERE",
                *(AMONG, "AND", SHOWN),
            ),
            (SNIPPET_SEARCHED_CHARS, json.dumps(messages)),
        ).fetchall()
        needles = needles_of(match)
        found = {
            number: HitRow(
                MessageId(number),
                ConversationId(conversation),
                title or key,
                local,
                sender,
                bool(is_me),
                snippet(text, needles),
            )
            for number, conversation, title, key, local, sender, is_me, text in rows
        }
        return [found[one] for one in messages if one in found]

    def conversations(self, match: str = "") -> array[int]:
        """Return the numbers of the conversations whose names hold the words, the latest first."""
        words = normalised(match).split()
        rows = self._store.con.execute(
            statement(
                "SELECT id, title, key, participants FROM conversation",
                *("WHERE", NAMED, "ORDER BY last DESC, id"),
            )
            if words
            else statement(
                "SELECT id, '', '', '' FROM conversation WHERE", NAMED, "ORDER BY last DESC, id"
            )
        )
        found = array("q")
        for number, *names in rows.fetchall():
            if words:
                held = normalised(" ".join(names))
                if not all(word in held for word in words):
                    continue
            found.append(number)
        return found

    def some_conversations(self, numbers: list[int]) -> list[Conversation]:
        """Return conversations in the order asked for."""
        where = "WHERE id IN (SELECT value FROM json_each(?))"
        found = {
            int(one.id): one for one in read_conversations(self._store, where, json.dumps(numbers))
        }
        return [found[one] for one in numbers if one in found]

    def _ends(self, conversation: ConversationId | None) -> tuple[int, int]:
        """Return the least and the highest number that a message looked for may have."""
        where = "conversation = ?" if conversation is not None else "1"
        values = () if conversation is None else (conversation,)
        ends = [
            self._store.con.one(
                statement("SELECT id FROM message WHERE", where, "ORDER BY id", way, "LIMIT 1"),
                values,
            )
            for way in ("", "DESC")
        ]
        return ends[0] or 1, ends[1] or 0

    def _in_days(self, wanted: Wanted) -> list[tuple[int, int]]:
        """Return what days alone find in a conversation: its index is in the order of time."""
        where = _conditions(wanted)
        return self._store.con.execute(
            statement(
                "SELECT sort_ms, id FROM message INDEXED BY message_thread WHERE",
                *(where.sql, "AND", SHOWN, "ORDER BY sort_ms DESC, id DESC LIMIT ?"),
            ),
            (*where.values, MOST + 1),
        ).fetchall()

    def _between(
        self, wanted: Wanted, first: int, last: int, most: int
    ) -> Iterator[tuple[int, int]]:
        query = Condition("", ())
        if wanted.match.strip():
            matches = self._search.matches(SearchKind.MESSAGE, wanted.match, first, last)
            if matches is None:
                return
            query = matches
        where = _conditions(wanted)
        source = (
            statement("(", query.sql, ") AS hit CROSS JOIN message ON message.id = hit.found")
            if query.sql
            else "message"
        )
        rows = self._store.con.execute(
            statement(
                *("SELECT sort_ms, message.id FROM", source, "WHERE", where.sql, "AND", SHOWN),
                "AND message.id BETWEEN ? AND ? ORDER BY message.id DESC LIMIT ?",
            ),
            (*query.values, *where.values, first, last, most),
        ).fetchall()
        yield from rows


def _newest(found: list[tuple[int, int]]) -> Found:
    kept = sorted(found[:MOST], reverse=True)
    return Found([MessageId(message) for _sort_ms, message in kept], len(found) > MOST)


class _Part(NamedTuple):
    sql: str
    value: object


def _has_days(wanted: Wanted) -> bool:
    return wanted.first_day is not None or wanted.last_day is not None


def _around_ms(wanted: Wanted) -> tuple[int, int]:
    """Return between which instants a message of the days may lie, whatever its zone is."""
    first, last = wanted.first_day or date.min, wanted.last_day or date.max
    start, end = (int((day - _EPOCH).days) * _DAY_MS for day in (first, last))
    return start - _DAY_MS, end + 2 * _DAY_MS


def _conditions(wanted: Wanted) -> Condition:
    parts = []
    if wanted.conversation is not None:
        parts.append(_Part("message.conversation = ?", wanted.conversation))
    if wanted.from_me:
        parts.append(_Part("message.sender_is_me = ?", 1))
    elif wanted.sender:
        parts.append(_Part("message.sender = ?", wanted.sender))
    if _has_days(wanted):  # first what costs little
        start, end = _around_ms(wanted)
        parts.append(_Part("message.sort_ms >= ?", start))
        parts.append(_Part("message.sort_ms <= ?", end))
    for day, sign in ((wanted.first_day, ">="), (wanted.last_day, "<=")):
        if isinstance(day, date):
            parts.append(_Part(f"{_DAY} <> '' AND {_DAY} {sign} ?", day.isoformat()))
    if wanted.given is not Kind.NONE:
        sql = "message.id IN (SELECT message FROM message_kind WHERE kind = ?)"
        parts.append(_Part(sql, wanted.given.value))
    if wanted.with_files:
        sql = "EXISTS (SELECT 1 FROM message_attachment WHERE message = message.id) = ?"
        parts.append(_Part(sql, 1))
    return Condition(
        " AND ".join(part.sql for part in parts) or "1", tuple(part.value for part in parts)
    )
