"""Answers that are asked for once a line and differ once a day: kept, and not for ever."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")

_MOST = 50_000
_NAME_CHARS = 32  # of most names in the mean
MOST_NAMES = 5_000  # of which one may have a thousand signs; a group has as many members at most


class NameCounts(Counter[str]):
    """Counts names. A file that gives every line another long name must not fill the memory."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most
        self._room_chars = most * _NAME_CHARS

    def note(self, name: str, count: int) -> None:
        """Count a name, unless it is a new one and there is no room."""
        if name not in self:
            if len(self) >= self._most or len(name) > self._room_chars:
                return
            self._room_chars -= len(name)
        self[name] += count


class Remembered(dict[Key, Value]):
    """What a function told of the keys that were asked for lately; ask with `[key]`.

    It keeps `most` of them: fewer where keys may be long.
    """

    def __init__(self, tell: Callable[[Key], Value], most: int = _MOST) -> None:
        super().__init__()
        self._tell = tell
        self._most = most

    def __missing__(self, key: Key) -> Value:
        if len(self) >= self._most:
            self.clear()
        value = self[key] = self._tell(key)
        return value
