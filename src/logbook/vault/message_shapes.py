"""What many records of an export have in common, worked out once for all of them."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import NamedTuple

from logbook.domain.message import MessageRecord, ZoneBasis
from logbook.domain.message_columns import MessageColumns
from logbook.vault.lists import spaceless, write_list

_MOST_SHAPES, _MOST_CHARS = 10_000, 1 << 20  # those of a group of thousands are long
_FEWEST_DIGITS, _DIGITS_OF_LINE = 7, 9  # of a telephone number, without code of the country
_IN_FILE = {ZoneBasis.EPOCH_IN_FILE, ZoneBasis.OFFSET_IN_FILE, ZoneBasis.UTC_STATED_IN_FILE}
_COMMON = attrgetter(  # of a record, and of records in columns
    "conversation",
    "sender",
    "sender_is_me",
    "recipients",
    "direction",
    "kind",
    "flags",
    "time_precision",
    "zone_basis",
    "fold",
)


class Identity(NamedTuple):
    """What two messages of one instant, sender and text must share besides, to be the same one."""

    direction: str
    kind: str
    flags: str  # of a draft, of one that failed


class Shape(NamedTuple):
    """What a record has in common with others, as columns and as it enters hash and fingerprint."""

    columns: tuple[object, ...]  # from `sender` to `fold`
    canonical: str  # the start of a JSON array
    sent: str  # platform, conversation and sender, for the fingerprint
    by_instant: bool  # the file itself says the instant
    identity: Identity


class Shapes:
    """Finds the shapes of records; keeps at most `_MOST_SHAPES` of them, or fewer long ones."""

    def __init__(self, platform: str) -> None:
        self._platform = platform
        self._known: dict[tuple[object, ...], Shape] = {}
        self._chars = 0

    def of(self, records: MessageColumns, key_of: Callable[[int], str]) -> list[Shape]:
        """Return the shape of each record; `key_of` tells the key of its conversation."""
        found = map(self._known.get, zip(*_COMMON(records), strict=True))
        return [
            shape or self._of_one(records[at], key_of(records.conversation[at]))
            for at, shape in enumerate(found)
        ]

    def _of_one(self, record: MessageRecord, conversation_key: str) -> Shape:
        common = _COMMON(record)
        shape = self._known.get(common)
        if shape is None:
            if len(self._known) >= _MOST_SHAPES or self._chars > _MOST_CHARS:
                self._known.clear()
                self._chars = 0
            shape = self._known[common] = self._made(record, conversation_key)
            self._chars += len(shape.canonical)
        return shape

    def _made(self, record: MessageRecord, conversation_key: str) -> Shape:
        flags = write_list(record.flags)
        return Shape(
            columns=(
                record.sender,
                None if record.sender_is_me is None else int(record.sender_is_me),
                write_list(record.recipients),
                record.direction.value,
                record.kind.value,
                flags,
                record.time_precision,
                record.zone_basis.value,
                record.fold,
            ),
            canonical=spaceless(_COMMON(record))[:-1],
            sent=f"{self._platform}\0{conversation_key}\0{_identity(record.sender)}\0",
            by_instant=record.zone_basis in _IN_FILE,
            identity=Identity(record.direction.value, record.kind.value, flags),
        )


def _identity(sender: str) -> str:
    """Return a sender as equal ones are compared: of a telephone number what names the line.

    One backup writes `+1 555 123-4567`, the next `(555) 1234567` (research: messages.md 3).
    """
    digits = "".join(filter(str.isdecimal, sender))
    if len(digits) < _FEWEST_DIGITS or any(map(str.isalpha, sender)):
        return sender
    return digits[-_DIGITS_OF_LINE:]
