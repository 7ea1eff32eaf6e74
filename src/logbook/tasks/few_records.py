"""Records of an export by the few hundred, as an import keeps them."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator

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
                self._let_go()
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
        start, room = 0, FEW_RECORDS - len(self._waiting)
        for end, (text, files) in enumerate(zip(more.text, more.attachments, strict=True), 1):
            self._chars += len(text)
            if (
                end - start >= room
                or self._chars >= FEW_CHARS
                or (files and any(file.present for file in files))
            ):
                self._put(more[start:end])
                self._let_go()
                start, room = end, FEW_RECORDS
        self._put(more[start:] if start else more)
        if start:
            del more[:]

    def _put(self, part: MessageColumns) -> None:
        if self._waiting:
            self._waiting.extend(part)
            del part[:]
        else:
            self._waiting = part

    def _let_go(self) -> None:
        self._ready.append(self._waiting)
        self._waiting, self._chars = MessageColumns.of(()), 0
