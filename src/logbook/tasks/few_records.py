"""Records of an export by the few hundred, as an import keeps them."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence

from logbook.domain.message import ConversationInfo, MessageRecord, NotUnderstood
from logbook.domain.message_columns import Item, MessageColumns

# So few are worked on while they are still in the processor's cache; texts may be long.
FEW_RECORDS, FEW_CHARS = 500, 1 << 20


class FewRecords(Iterator[MessageColumns]):
    """Gives the records among the items of an importer, in order.

    What is none is passed on at once. A record that holds files is the last of its few, because
    its files may fill what one save keeps. Nothing that was given is held on to: texts may be long.
    """

    def __init__(
        self, items: Iterable[Item], pass_on: Callable[[ConversationInfo | NotUnderstood], None]
    ) -> None:
        self._items = iter(items)
        self._pass_on = pass_on
        self._waiting = MessageColumns.of(())
        self._chars = 0  # of what waits
        self._ready: deque[MessageColumns] = deque()

    def __next__(self) -> MessageColumns:
        while not self._ready:
            more = self._more()
            if more:
                self._take(more)
            elif self._waiting:
                self._ready.append(self._waiting)
                self._waiting = MessageColumns.of(())
            else:
                raise StopIteration
        return self._ready.popleft()

    def _more(self) -> MessageColumns:
        """Return the next records, none at the end; those that come one by one are gathered."""
        gathered: list[MessageRecord] = []
        chars = 0
        for item in self._items:
            if isinstance(item, MessageRecord):
                gathered.append(item)
                chars += len(item.text)
                if len(gathered) >= FEW_RECORDS or chars >= FEW_CHARS:
                    break
            elif isinstance(item, MessageColumns):
                if gathered:
                    item[:0] = gathered
                if item:
                    return item
            else:
                self._pass_on(item)
        return MessageColumns.of(gathered)

    def _take(self, more: MessageColumns) -> None:
        start = 0
        for end in self._ends(more):
            self._put(more[start:end])
            self._ready.append(self._waiting)
            self._waiting = MessageColumns.of(())
            start = end
        self._put(more[start:] if start else more)
        if start:
            del more[:]

    def _ends(self, more: MessageColumns) -> Sequence[int]:
        """Return behind which of the next records to stop; a loop over each is seldom needed."""
        room = FEW_RECORDS - len(self._waiting)
        chars = sum(map(len, more.text))
        if not any(more.attachments) and self._chars + chars < FEW_CHARS:
            regular = range(room, len(more) + 1, FEW_RECORDS)
            rest = more.text[regular[-1] :] if regular else ()
            self._chars = sum(map(len, rest)) if regular else self._chars + chars
            return regular
        ends: list[int] = []
        for end, (text, files) in enumerate(zip(more.text, more.attachments, strict=True), 1):
            self._chars += len(text)
            room -= 1
            if room == 0 or self._chars >= FEW_CHARS or any(file.present for file in files):
                ends.append(end)
                room, self._chars = FEW_RECORDS, 0
        return ends

    def _put(self, part: MessageColumns) -> None:
        if self._waiting:
            self._waiting.extend(part)
            del part[:]
        else:
            self._waiting = part
