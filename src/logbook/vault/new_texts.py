"""The texts of the messages of an import, for the index of the search when all are kept."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from sys import getsizeof

from logbook.domain.message import HAS_SUBJECT
from logbook.domain.message_columns import MessageColumns
from logbook.vault.messages import message_texts
from logbook.vault.store import Store
from logbook.vault.texts import STRETCH_CHARS

_TEXTS_AT_ONCE, _CHARS_AT_ONCE = 1_000, 1 << 20
_HELD_BYTES = 8 << 20  # of memory; a larger import reads its texts again


class NewTexts:
    """Gives the texts of new messages, some at a time.

    The index is made last, because it forgets slowly and in pieces. Until then the texts of a usual
    import are held; long ones, those of large imports, and those that go with more than themselves
    (a subject, a second reading, names of files) are read again.
    """

    def __init__(self, store: Store, first: int) -> None:
        self._store = store
        # Numbers and texts of messages; without texts where these are to be read again.
        self._pieces: deque[tuple[range, list[str] | None]] = deque()
        self._piece: list[str] | None = []  # the texts of the last, which still grows
        self._start = self._next = first
        self._held_bytes = self._piece_chars = 0

    def note(self, records: MessageColumns) -> None:
        """Take in messages that were kept under the next numbers."""
        self._held_bytes += sum(map(getsizeof, records.text))
        self._piece_chars += sum(map(len, records.text))
        self._next += len(records)
        if self._piece is not None and self._held_bytes <= _HELD_BYTES and _stand_alone(records):
            self._piece += records.text
        else:
            self._piece = None
        if self._next - self._start >= _TEXTS_AT_ONCE or self._piece_chars >= _CHARS_AT_ONCE:
            self._end_piece()

    def portions(self) -> Iterator[list[tuple[int, str | bytes]]]:
        """Give number and text of each message that has one, in order; once only."""
        self._end_piece()
        while self._pieces:
            numbers, texts = self._pieces.popleft()
            if texts is None:
                yield message_texts(self._store, "id >= ? AND id < ?", numbers.start, numbers.stop)
            else:
                pairs = zip(numbers, texts, strict=True)
                yield [(number, text) for number, text in pairs if text and not text.isspace()]

    def _end_piece(self) -> None:
        self._pieces.append((range(self._start, self._next), self._piece))
        self._start = self._next
        self._piece, self._piece_chars = [], 0


def _stand_alone(records: MessageColumns) -> bool:
    """Tell whether the search knows of these messages only their text, and none is long."""
    return not (
        any(records.attachments)
        or any(records.repaired)
        or any(HAS_SUBJECT in flags for flags in set(records.flags))
        or max(map(len, records.text), default=0) > STRETCH_CHARS
    )
