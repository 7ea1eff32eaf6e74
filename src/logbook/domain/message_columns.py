"""Many records of an export, a list for each field: for exports with millions of them.

To make one object for each record takes longer than to read it. What works on whole columns leaves
them as they are; everything else sees a sequence of `MessageRecord`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, MutableSequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from operator import attrgetter
from typing import Any, overload

from logbook.domain.message import (
    AttachmentRef,
    ConversationInfo,
    Direction,
    MessageKind,
    MessageRecord,
    NotUnderstood,
    ZoneBasis,
)

_make = partial(tuple.__new__, MessageRecord)  # of a tuple that has all fields in their order
_lists_of = attrgetter(*MessageRecord._fields)
_PLACES = {"order_index", "locator", "offset", "length"}
_read_from = attrgetter(*(name for name in MessageRecord._fields if name not in _PLACES))


@dataclass(slots=True, eq=False)
class MessageColumns(MutableSequence[MessageRecord]):
    """Records in the order of the file; the lists have one length, and `MessageRecord`'s names.

    `located` are the locators, or what stands in all of them before offset and length.
    """

    order_index: list[int]
    conversation: list[int]
    located: list[str] | str
    offset: list[int]
    length: list[int]
    sender: list[str]
    sender_is_me: list[bool | None]
    recipients: list[tuple[str, ...]]
    direction: list[Direction]
    kind: list[MessageKind]
    text: list[str]
    repaired: list[str]
    flags: list[tuple[str, ...]]
    time_raw: list[str]
    instant_ms: list[int | None]
    local: list[str]
    time_precision: list[str]
    zone_basis: list[ZoneBasis]
    fold: list[str]
    attachments: list[tuple[AttachmentRef, ...]]
    extra: list[str]

    @classmethod
    def of(cls, records: Iterable[MessageRecord]) -> MessageColumns:
        """Return records in columns; those that are so already, as they are."""
        if isinstance(records, MessageColumns):
            return records
        lists = list(map(list, zip(*records, strict=True)))
        return cls(*lists or ([] for _ in MessageRecord._fields))

    @property
    def locator(self) -> list[str]:
        """Where each record stands, as a text: not made before somebody asks for it."""
        if isinstance(self.located, str):
            spans = zip(self.offset, self.length, strict=True)
            self.located = [f"{self.located}{start}+{length}" for start, length in spans]
        return self.located

    @property
    def lists(self) -> tuple[list[Any], ...]:
        """All columns, in the order of the fields."""
        lists: tuple[list[Any], ...] = _lists_of(self)
        return lists

    def read_otherwise(self, at: int, record: MessageRecord) -> None:
        """Put a record at the place of one that has the same number and the same bytes."""
        for values, value in zip(_read_from(self), _read_from(record), strict=True):
            values[at] = value

    def taken(self, places: Iterable[int]) -> MessageColumns:
        """Return the records at some places."""
        chosen = list(places)
        return MessageColumns(*([values[at] for at in chosen] for values in self.lists))

    def __len__(self) -> int:
        return len(self.order_index)

    def __iter__(self) -> Iterator[MessageRecord]:
        return map(_make, zip(*self.lists, strict=True))

    @overload
    def __getitem__(self, at: int) -> MessageRecord: ...
    @overload
    def __getitem__(self, at: slice) -> MessageColumns: ...
    def __getitem__(self, at: int | slice) -> MessageRecord | MessageColumns:
        values = tuple(values[at] for values in self.lists)
        return MessageColumns(*values) if isinstance(at, slice) else MessageRecord._make(values)

    @overload
    def __setitem__(self, at: int, record: MessageRecord) -> None: ...
    @overload
    def __setitem__(self, at: slice, record: Iterable[MessageRecord]) -> None: ...
    def __setitem__(self, at: Any, record: Iterable[Any]) -> None:
        new = record if isinstance(record, MessageRecord) else MessageColumns.of(record).lists
        for values, value in zip(self.lists, new, strict=True):
            values[at] = value

    def __delitem__(self, at: int | slice) -> None:
        for values in self.lists:
            values.__delitem__(at)

    def insert(self, at: int, record: MessageRecord) -> None:
        """Put a record before the one at a place."""
        for values, value in zip(self.lists, record, strict=True):
            values.insert(at, value)

    def extend(self, records: Iterable[MessageRecord]) -> None:
        """Put records behind the last."""
        for values, more in zip(self.lists, MessageColumns.of(records).lists, strict=True):
            values.extend(more)


# What an importer gives: a record, or many where there may be millions, and what is none.
Item = MessageRecord | MessageColumns | NotUnderstood | ConversationInfo


def one_by_one(items: Iterable[Item]) -> Iterator[MessageRecord | NotUnderstood | ConversationInfo]:
    """Give what an importer gives, each record by itself."""
    # Mapped, because a loop here would hold a long text while the next is read.
    return chain.from_iterable(map(_each_of, items))


def _each_of(item: Item) -> Iterable[MessageRecord | NotUnderstood | ConversationInfo]:
    return item if isinstance(item, MessageColumns) else (item,)
