"""A seekable reader over a kept file that is stored in pieces and put together on demand."""

from __future__ import annotations

import io
import os
from abc import abstractmethod
from collections import OrderedDict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

KEPT_PIECES = 4  # viewers jump between the head and the tail of a file


class PieceReader(io.RawIOBase):
    """Reads `size_bytes` bytes out of pieces of `piece_bytes`, of which the last few are kept.

    A subclass fetches one piece. Nothing is fetched before it is read, and a read is only short at
    the end of the file.
    """

    def __init__(self, size_bytes: int, piece_bytes: int) -> None:
        super().__init__()
        self.size_bytes = size_bytes
        self._piece_bytes = piece_bytes
        self._at = 0
        self._kept: OrderedDict[int, bytes] = OrderedDict()

    @abstractmethod
    def _fetch(self, number: int) -> bytes:
        """Return piece `number`, proven whole; raises `OriginalDamaged` or `OriginalMissing`."""

    def check_padding(self) -> None:
        """Prove what is stored beyond the last byte of the file; here that is nothing."""

    def readall(self) -> bytes:
        """Return the rest of the file in one piece."""
        return self.read(max(0, self.size_bytes - self._at)) or b""

    def readable(self) -> bool:
        """Return true: this is a reader."""
        return True

    def seekable(self) -> bool:
        """Return true: every byte can be reached."""
        return True

    def tell(self) -> int:
        """Return the place of the next byte."""
        return self._at

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Move to a place; beyond the end is allowed and reads as empty, like any file."""
        base = {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self.size_bytes}[whence]
        if base + offset < 0:
            raise ValueError("negative seek position")
        self._at = base + offset
        return self._at

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Fill `buffer` as far as the file goes and return the number of bytes."""
        if self.closed:
            raise ValueError("the file is closed")
        view = memoryview(buffer).cast("B")
        wanted = min(len(view), max(0, self.size_bytes - self._at))
        done = 0
        while done < wanted:
            number, start = divmod(self._at, self._piece_bytes)
            part = self._piece(number)[start : start + wanted - done]
            view[done : done + len(part)] = part
            done += len(part)
            self._at += len(part)
        return done

    def _piece(self, number: int) -> bytes:
        piece = self._kept.get(number)
        if piece is None:
            piece = self._fetch(number)
            if len(self._kept) >= KEPT_PIECES:
                self._kept.popitem(last=False)
            self._kept[number] = piece
        self._kept.move_to_end(number)
        return piece

    def close(self) -> None:
        """Forget what was read."""
        self._kept.clear()
        super().close()
