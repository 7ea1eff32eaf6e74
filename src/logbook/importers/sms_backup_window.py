"""A moving window over a stream, for reading files that are larger than memory."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Protocol

BLOCK_BYTES = 1 << 20
_LONGEST_BLOCK_BYTES = 4 << 20
_NO_BLANK = re.compile(rb"[^ \t\r\n]")


class Bytes(Protocol):
    """What a window moves over."""

    def read(self, size: int, /) -> bytes:
        """Return the next bytes, about `size` of them; nothing at the end."""


class Window:
    """The bytes at hand. `base` is the file offset of the first, `at` the place of the next.

    What lies before `at` is dropped whenever more is read, so places in the buffer hold until
    then only. `told` hears how far the file is read after every block.
    """

    def __init__(
        self, stream: Bytes, told: Callable[[int], None], block_bytes: int = BLOCK_BYTES
    ) -> None:
        self._stream = stream
        self._told = told
        self._block_bytes = block_bytes
        self.buffer = b""
        self.base = 0
        self.at = 0

    @property
    def offset(self) -> int:
        """Offset in the file of what comes next."""
        return self.base + self.at

    def past_blanks(self) -> int:
        """Return the place of the first byte at hand that is no blank."""
        found = _NO_BLANK.search(self.buffer, self.at)
        return found.start() if found else len(self.buffer)

    def more(self) -> bool:
        """Read another block, longer where much is kept already; false at the end of the file."""
        rest = self.buffer[self.at :]
        block = self._stream.read(max(self._block_bytes, min(len(rest), _LONGEST_BLOCK_BYTES)))
        if not block:
            return False
        self.base += self.at
        self.buffer = rest + block
        self.at = 0
        self._told(self.base + len(self.buffer))
        return True

    def has(self, count: int) -> bool:
        """Read on until `count` bytes are at hand; false at the end of the file."""
        while len(self.buffer) - self.at < count:
            if not self.more():
                return False
        return True
