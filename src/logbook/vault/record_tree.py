"""The tree over the records of one import, grown by the thousand (RFC 6962)."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from logbook.domain.merkle import Frontier, frontier_of

_BLOCK = 1 << 12  # leaves that are folded at once, level by level, which is twice as fast


class RecordTree:
    """A tree that only grows; `root` may be asked for at any time."""

    def __init__(self) -> None:
        self.size = 0
        self._rest: list[bytes] = []
        self._blocks = Frontier()  # its leaves are the roots of full blocks

    def extend(self, leaves: Iterable[bytes]) -> None:
        """Add leaf hashes at the right."""
        self._rest += leaves
        self.size = self._blocks.size * _BLOCK + len(self._rest)
        whole = len(self._rest) - len(self._rest) % _BLOCK
        for start in range(0, whole, _BLOCK):
            self._blocks = self._blocks.append(_fold(self._rest[start : start + _BLOCK]))
        del self._rest[:whole]

    def root(self) -> bytes:
        """Return the root over all leaves so far."""
        rest = frontier_of(self._rest)
        return Frontier(self.size, self._blocks.peaks + rest.peaks).root()


def _fold(level: list[bytes]) -> bytes:
    """Return the root over a power of two of leaves."""
    while len(level) > 1:
        pairs = zip(level[::2], level[1::2], strict=True)
        level = [sha256(b"\x01" + left + right).digest() for left, right in pairs]
    return level[0]
