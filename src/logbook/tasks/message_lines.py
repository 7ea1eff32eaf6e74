"""The messages of an export as the picker shows them, kept in columns.

A tuple for each of 200,000 messages takes five times what its words take, and the garbage collector
walks over all of them each time it runs.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from typing import NamedTuple, overload


class Line(NamedTuple):
    """A message as the picker shows it."""

    order_index: int
    conversation: int
    sender: str
    is_me: bool
    local: str
    text: str
    files: tuple[str, ...]


class LineColumns(Sequence[Line]):
    """Lines in the order of the file; each is made when it is asked for, or only a part of it."""

    def __init__(self, lines: Iterable[Line] = ()) -> None:
        self.order_indexes = array("q")
        self.conversations = array("I")
        self._senders: dict[str, int] = {}
        self._sender_names: list[str] = []
        self._sender_of = array("I")
        self._is_me = bytearray()
        self._words = bytearray()  # of each line its wall clock, a line feed, and its text
        self._starts = array("Q", (0,))
        self._files: dict[int, tuple[str, ...]] = {}
        for line in lines:
            self.append(line)

    def append(self, line: Line) -> None:
        """Add the next message of the file."""
        sender = self._senders.setdefault(line.sender, len(self._sender_names))
        if sender == len(self._sender_names):
            self._sender_names.append(line.sender)
        if line.files:
            self._files[len(self)] = line.files
        self.order_indexes.append(line.order_index)
        self.conversations.append(line.conversation)
        self._sender_of.append(sender)
        self._is_me.append(line.is_me)
        self._words += f"{line.local}\n{line.text}".encode("utf-8", "surrogatepass")
        self._starts.append(len(self._words))

    @property
    def senders(self) -> tuple[str, ...]:
        """Everyone who sent something, in the order in which they first did."""
        return tuple(filter(None, self._sender_names))

    def __len__(self) -> int:
        return len(self.order_indexes)

    @overload
    def __getitem__(self, place: int) -> Line: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Line]: ...
    def __getitem__(self, place: int | slice) -> Line | Sequence[Line]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        place = range(len(self))[place]
        local, _, text = self._piece(place).partition("\n")
        return Line(
            self.order_indexes[place],
            self.conversations[place],
            self.sender(place),
            bool(self._is_me[place]),
            local,
            text,
            self.files(place),
        )

    def sender(self, place: int) -> str:
        """Return who sent a message, as the file writes it."""
        return self._sender_names[self._sender_of[place]]

    def local(self, place: int) -> str:
        """Return the wall clock of a message, empty where it has none."""
        start = self._starts[place]
        return self._words[start : self._words.index(b"\n", start)].decode()

    def text(self, place: int) -> str:
        """Return the words of a message."""
        return self._piece(place).partition("\n")[2]

    def files(self, place: int) -> tuple[str, ...]:
        """Return the names of the files of a message."""
        return self._files.get(place, ())

    def _piece(self, place: int) -> str:
        start, end = self._starts[place], self._starts[place + 1]
        return self._words[start:end].decode("utf-8", "surrogatepass")
