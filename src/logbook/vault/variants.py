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

_AT_ONCE = 2_000
_MINUTE_MS = 60_000
_DAY_BYTES = 4  # at the beginning of a fingerprint
_LAST = b"\xff" * 13  # behind every fingerprint of a day
_IN_FILE = ZoneBasis.EPOCH_IN_FILE
_COLUMNS = (
    "id, import, conversation, sender, text, local, instant_ms, zone_basis,"
    f" substr(fingerprint, 1, {_DAY_BYTES})"
)
# Conversations in which more than one finished import has a part.
_SEVERAL = (
    "conversation IN (SELECT conversation FROM import_conversation JOIN import"
    " ON import.id = import AND state = 'done' GROUP BY conversation"
    " HAVING count(DISTINCT import) > 1)"
)
_COMPARED, _COMPARED_CHARS, _FEWEST_EQUAL = 1_000, 500, 3  # the beginning of a new conversation
_MOST_NEW = 200  # conversations; a backup of a phone has thousands
# Conversations of an import that no other import has a part in, the longest first.
_NEW = (
    "SELECT id FROM conversation WHERE id IN"
    " (SELECT conversation FROM import_conversation WHERE import = ?"
    " EXCEPT SELECT conversation FROM import_conversation WHERE import <> ?)"
    " AND messages >= ? ORDER BY messages DESC, id LIMIT ?"
)
_HAS_EARLIER = (
    "SELECT EXISTS (SELECT 1 FROM import AS other JOIN import AS one ON one.format = other.format"
    " WHERE one.id = ? AND other.id <> one.id AND other.state = 'done')"
)
_DONE = "import IN (SELECT id FROM import WHERE state = 'done')"


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
            asked = self._rows("id IN (SELECT value FROM json_each(?))", some)
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
        rows = self._store.con.execute(
            statement("SELECT id FROM message WHERE import = ? AND", _SEVERAL), (import_id,)
        ).fetchall()
        return len(self.of([MessageId(row) for (row,) in rows]))

    def same_chats_in(self, import_id: ImportId) -> int:
        """Return how many new conversations of an import seem to be another one under a new name.

        A chat exported before and after its contact was renamed is two conversations here. Minute
        and text are compared: at least three are equal, and at least half of those of their time.
        """
        if not self._store.con.one(_HAS_EARLIER, (import_id,)):
            return 0
        limits = (_FEWEST_EQUAL, _MOST_NEW)
        new = self._store.con.execute(_NEW, (import_id, import_id, *limits)).fetchall()
        return sum(self._is_another(conversation, import_id) for (conversation,) in new)

    def _is_another(self, conversation: int, import_id: ImportId) -> bool:
        """Tell whether the beginning of a conversation stands in another of its platform.

        One of the same import is another chat for certain.
        """
        others = (
            "conversation IN (SELECT other.id FROM conversation AS other JOIN conversation AS one"
            " ON one.platform = other.platform AND one.id = ? AND other.id <> one.id)"
        )
        asked = self._starts("conversation = ? ORDER BY id LIMIT ?", conversation, _COMPARED)
        minutes: defaultdict[int, list[str]] = defaultdict(list)  # that are equal, by conversation
        for day in sorted({row.day for row in asked}):
            own = {(row.minute[1], row.text) for row in asked if row.day == day and row.minute[1]}
            where = f"fingerprint BETWEEN ? AND ? AND import <> ? AND {others} AND {_DONE}"
            for row in self._starts(where, day, day + _LAST, import_id, conversation):
                if (row.minute[1], row.text) in own:
                    minutes[row.conversation].append(row.minute[1])
        times = [row.minute[1] for row in asked]
        return any(
            len(equal) >= _FEWEST_EQUAL
            and 2 * len(equal) >= sum(min(equal) <= time <= max(equal) for time in times)
            for equal in minutes.values()
        )

    def _starts(self, where: str, *values: object) -> list[_Row]:
        """Read messages with the beginnings of their texts."""
        columns = _COLUMNS.replace(" text,", f" substr(text, 1, {_COMPARED_CHARS}),")
        sql = statement("SELECT", columns, "FROM message WHERE", where)
        return [_Row(*row) for row in self._store.con.execute(sql, values).fetchall()]

    def _rows(self, where: str, *values: object) -> list[_Row]:
        sql = statement("SELECT", _COLUMNS, "FROM message WHERE", where, "AND", _SEVERAL)
        rows = self._store.con.execute(statement(sql, "AND", _DONE), values).fetchall()
        return [_Row(*row) for row in rows]

    def _alike(self, asked: Iterable[_Row]) -> Iterator[tuple[_Row, _Row]]:
        """Give pairs of one minute, from two imports, with the same sender or the same text."""
        by_day: defaultdict[bytes, list[_Row]] = defaultdict(list)
        for row in asked:
            if row.minute[1]:
                by_day[row.day].append(row)
        for day, rows in by_day.items():
            near: defaultdict[tuple[int, str], list[_Row]] = defaultdict(list)
            for row in self._rows("fingerprint BETWEEN ? AND ?", day, day + _LAST):
                near[row.minute].append(row)
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
