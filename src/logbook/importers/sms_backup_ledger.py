"""What the records of one backup share: their order, their conversations, their clock."""

from __future__ import annotations

from dataclasses import dataclass, field

from logbook.domain.message import Direction, NotUnderstood
from logbook.importers import zones
from logbook.importers.sms_backup_find import Encoding
from logbook.importers.sms_backup_people import Conversations
from logbook.importers.sms_backup_values import Text, Time, text_of, time_of

_LONGEST_WORD, _MOST_WORDS = 64, 20_000
IS_ME = {Direction.IN: False, Direction.OUT: True, Direction.UNKNOWN: None}


@dataclass(slots=True)
class Ledger:
    """The state of one reading. `encoding`, `is_guess` and `place` belong to the member being read.

    `is_guess`: nothing in the member says what its encoding is. `place` stands before the byte
    address of everything in a zip's member: `3:`.
    """

    clock: zones.LocalClock | None = None
    conversations: Conversations = field(default_factory=Conversations)
    encoding: str = "utf-8"
    is_guess: bool = False
    place: str = ""
    records: int = 0
    _words: dict[bytes, Text] = field(default_factory=dict)
    latest_ms: int = field(default_factory=zones.latest_plausible_ms)

    def enter(self, place: str, encoding: Encoding) -> None:
        """Begin another member."""
        self.place = place
        self.encoding, self.is_guess = encoding
        self._words.clear()

    def next_order(self) -> int:
        """Number the next record, from 0."""
        self.records += 1
        return self.records - 1

    def text(self, value: bytes) -> Text:
        """Read a value in the member's encoding. Raises Unreadable."""
        found = text_of(value, self.encoding)
        if self.is_guess and not value.isascii():
            return found._replace(flags=(*found.flags, "windows_1252"))
        return found

    def word(self, value: bytes) -> Text:
        """Read a value that probably came before. Raises Unreadable."""
        known = self._words.get(value)
        if known is None:
            known = self.text(value)
            if len(value) <= _LONGEST_WORD and len(self._words) < _MOST_WORDS:
                self._words[value] = known
        return known

    def time(self, date: bytes) -> Time:
        """Read a `date`, flagged when it is outside what a phone can have."""
        time = time_of(date)
        if time.instant_ms is None or self.is_plausible(time.instant_ms):
            return time
        return time._replace(flags=(*time.flags, "implausible_time"))

    def is_plausible(self, instant_ms: int) -> bool:
        """Compare with the bounds that held when the reading began."""
        return zones.FIRST_PLAUSIBLE_MS <= instant_ms <= self.latest_ms

    def local(self, instant_ms: int | None) -> str:
        """Write an instant as wall clock in the zone that was answered; empty without one."""
        return "" if instant_ms is None or self.clock is None else self.clock(instant_ms)

    def address(self, start: int, length: int) -> str:
        """Return the locator of bytes in the member being read."""
        return f"{self.place}{start}+{length}"

    def not_understood(self, reason: str, start: int, end: int) -> NotUnderstood:
        """Say that a stretch of the member is no record that this program knows."""
        return NotUnderstood(self.address(start, end - start), reason, start, end - start)
