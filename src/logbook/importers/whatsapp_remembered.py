"""Answers that are asked for once a line and differ once a day: kept, and not for ever."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")

_MOST = 50_000


class Remembered(dict[Key, Value]):
    """What a function told of the keys that were asked for lately; ask with `[key]`."""

    def __init__(self, tell: Callable[[Key], Value]) -> None:
        super().__init__()
        self._tell = tell

    def __missing__(self, key: Key) -> Value:
        if len(self) >= _MOST:
            self.clear()
        value = self[key] = self._tell(key)
        return value
