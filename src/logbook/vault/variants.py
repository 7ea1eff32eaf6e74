"""Messages of two exports that are nearly the same: variants of one message, and neither is lost.

Equal ones are one message with two witnesses. A text that was edited, a contact that was renamed or
a picture that one export left out makes them differ; both are kept, and each names the other
(research: messages.md 30).
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from logbook.domain.ids import ImportId, MessageId
from logbook.domain.message import ZoneBasis
from logbook.vault.sql import statement
from logbook.vault.store import Store

_AT_ONCE, _IDS_AT_ONCE = 5_000, 50_000
_MINUTE_MS = 60_000
_MOST_A_MINUTE = 500  # of a conversation that are compared: nobody writes so fast
_DAY_BYTES = 4  # at the beginning of a fingerprint
_LAST = b"\xff" * 13  # behind every fingerprint of a day
_IN_FILE = ZoneBasis.EPOCH_IN_FILE
_COMPARED_CHARS = 500  # of each text
_COLUMNS = (
    f"id, import, conversation, sender, substr(text, 1, {_COMPARED_CHARS}), local, instant_ms,"
    f" zone_basis, substr(fingerprint, 1, {_DAY_BYTES})"
)
_DONE = "import IN (SELECT id FROM import WHERE state = 'done')"
# Conversations in which more than one finished import has a part: all of them, for many messages;
# or told of the one that a message is in, for few. A plus keeps a column out of the choice of an
# index: a day, or the numbers of an import, are the shorter way to the messages.
_SEVERAL = (
    "+conversation IN (SELECT conversation FROM import_conversation JOIN import"
    " ON import.id = import AND state = 'done' GROUP BY conversation"
    " HAVING count(DISTINCT import) > 1)"
)
_IN_SEVERAL = (
    "(SELECT count(DISTINCT named.import) > 1 FROM import_conversation AS named JOIN import AS one"
    " ON one.id = named.import AND one.state = 'done'"
    " WHERE named.conversation = message.conversation)"
)
_OF_A_DAY = statement(
    "fingerprint BETWEEN ? AND ? AND +conversation IN (SELECT value FROM json_each(?)) AND", _DONE
)
# Conversations of an import that no other import has a part in, the longest first.
_COMPARED, _FEWEST_EQUAL = 1_000, 3  # the beginning of a new conversation
_MOST_NEW, _CHATS_AT_ONCE = 200, 20  # conversations; a backup of a phone has thousands
_NEW = (
    "SELECT id FROM conversation WHERE id IN"
    " (SELECT conversation FROM import_conversation WHERE import = ?"
    " EXCEPT SELECT conversation FROM import_conversation WHERE import <> ?)"
    " AND messages >= ? ORDER BY messages DESC, id LIMIT ?"
)
_OTHERS = (
    "SELECT other.id FROM import AS other JOIN import AS one ON one.format = other.format"
    " WHERE one.id = ? AND other.id <> one.id AND other.state = 'done'"
)
_OF_OTHERS = statement("fingerprint BETWEEN ? AND ? AND import IN (", _OTHERS, ")")


class _Row(NamedTuple):
    """What is compared of a message."""

    id: int
    import_id: int
    conversation: int
    sender: str
    text: str
    local: str
    instant_ms: int | None
    zone_basis: str
    day: bytes

    @property
    def minute(self) -> tuple[int, str]:
        """The conversation and the minute: the file's own instant, or else its wall clock."""
        if self.zone_basis == _IN_FILE and self.instant_ms is not None:
            return self.conversation, str(self.instant_ms // _MINUTE_MS)
        return self.conversation, self.local[:16]


class Variants:
    """Finds the messages that are nearly the same as others; nothing of it is stored."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, messages: Sequence[MessageId]) -> dict[MessageId, tuple[MessageId, ...]]:
        """Return those of `messages` that have variants, each with them, in order."""
        found: dict[MessageId, tuple[MessageId, ...]] = {}
        for start in range(0, len(messages), _AT_ONCE):
            some = json.dumps(messages[start : start + _AT_ONCE])
            where = statement("id IN (SELECT value FROM json_each(?)) AND", _IN_SEVERAL, "AND")
            asked = list(self._rows(statement(where, _DONE), some))
            pairs = list(self._alike(asked))
            known = self._witnessed(pairs)
            near: defaultdict[int, list[int]] = defaultdict(list)
            for one, other in pairs:
                # An export that holds both has two messages there, and not two forms of one.
                both = {(one.id, other.import_id), (other.id, one.import_id)}
                if known.isdisjoint(both):
                    near[one.id].append(other.id)
            found |= {
                MessageId(one): tuple(map(MessageId, sorted(others)))
                for one, others in near.items()
            }
        return found

    def count_in(self, import_id: ImportId) -> int:
        """Return how many messages of an import are nearly the same as others."""
        after: int = self._store.con.one(
            "SELECT first_message - 1 FROM import WHERE id = ?", (import_id,)
        )
        page = statement(
            "SELECT id FROM message WHERE id > ? AND import = ? AND",
            *(_SEVERAL, "ORDER BY id LIMIT ?"),
        )
        count = 0
        while rows := self._store.con.execute(page, (after, import_id, _IDS_AT_ONCE)).fetchall():
            count += len(self.of([MessageId(row) for (row,) in rows]))
            after = rows[-1][0]
        return count

    def same_chats_in(self, import_id: ImportId) -> int:
        """Return how many new conversations of an import seem to be another one under a new name.

        A chat exported before and after its contact was renamed is two conversations here. Minute
        and text are compared: at least three are equal, and at least half of those of their time.
        """
        if not self._store.con.execute(_OTHERS, (import_id,)).fetchall():
            return 0
        limits = (_FEWEST_EQUAL, _MOST_NEW)
        rows = self._store.con.execute(_NEW, (import_id, import_id, *limits)).fetchall()
        new = [conversation for (conversation,) in rows]
        return sum(
            self._same_as_others(new[start : start + _CHATS_AT_ONCE], import_id)
            for start in range(0, len(new), _CHATS_AT_ONCE)
        )

    def _same_as_others(self, chats: Iterable[int], import_id: ImportId) -> int:
        """Count the chats whose beginning stands in another of their platform.

        One of the same import is another chat for certain. Each day is read once for all chats.
        """
        times: dict[int, list[str]] = {}
        said: defaultdict[bytes, defaultdict[tuple[str, str], set[int]]]
        said = defaultdict(lambda: defaultdict(set))  # day -> minute and text -> chats
        for chat in chats:
            rows = list(self._rows("conversation = ? ORDER BY id LIMIT ?", chat, _COMPARED))
            times[chat] = [row.minute[1] for row in rows]
            for row in rows:
                if row.minute[1]:
                    said[row.day][row.minute[1], row.text].add(chat)
        minutes: defaultdict[tuple[int, int], list[str]] = defaultdict(list)  # that are equal
        for day, own in said.items():
            for row in self._rows(_OF_OTHERS, day, day + _LAST, import_id):
                for chat in own.get((row.minute[1], row.text), ()):
                    equal = minutes[chat, row.conversation]
                    if len(equal) < _COMPARED:
                        equal.append(row.minute[1])
        alike = {chat for (chat, _), equal in minutes.items() if _is_one(equal, times[chat])}
        return len(alike)

    def _rows(self, where: str, *values: object) -> Iterator[_Row]:
        """Give messages one by one, with the beginnings of their texts."""
        sql = statement("SELECT", _COLUMNS, "FROM message WHERE", where)
        return map(_Row._make, self._store.con.execute(sql, values))

    def _alike(self, asked: Iterable[_Row]) -> Iterator[tuple[_Row, _Row]]:
        """Give pairs of one minute, from two imports, with the same sender or the same text."""
        by_day: defaultdict[bytes, list[_Row]] = defaultdict(list)
        for row in asked:
            if row.minute[1]:
                by_day[row.day].append(row)
        for day, rows in by_day.items():
            near: dict[tuple[int, str], list[_Row]] = {row.minute: [] for row in rows}
            chats = json.dumps(sorted({row.conversation for row in rows}))
            for row in self._rows(_OF_A_DAY, day, day + _LAST, chats):
                beside = near.get(row.minute)
                if beside is not None and len(beside) < _MOST_A_MINUTE:
                    beside.append(row)
            for row in rows:
                for other in near[row.minute]:
                    is_like = other.sender == row.sender or other.text == row.text
                    if other.import_id != row.import_id and is_like:
                        yield row, other

    def _witnessed(self, pairs: Iterable[tuple[_Row, _Row]]) -> set[tuple[int, int]]:
        """Return which of these messages stand in which other imports too."""
        ids = json.dumps(sorted({row.id for pair in pairs for row in pair}))
        rows = self._store.con.execute(
            "SELECT message, import FROM message_witness"
            " WHERE message IN (SELECT value FROM json_each(?))",
            (ids,),
        ).fetchall()
        return {(message, import_id) for message, import_id in rows}


def _is_one(equal: Sequence[str], times: Iterable[str]) -> bool:
    """Tell by the minutes of equal messages whether two chats are one: by all of that time."""
    if len(equal) < _FEWEST_EQUAL:
        return False
    first, last = min(equal), max(equal)
    return 2 * len(equal) >= sum(first <= time <= last for time in times)
