"""A backup that an editor saved again as UTF-16: read as UTF-8, with its places in the file.

The tags of a backup are found in UTF-8. A place in that is not one in the file, and what the file
holds in front of it is too much to be kept: so the file is read a second time, a little behind.
"""

from __future__ import annotations

import codecs
from typing import BinaryIO

from logbook.domain.message import (
    AttachmentRef,
    ConversationInfo,
    MessageRecord,
    NotUnderstood,
)

Item = MessageRecord | NotUnderstood | ConversationInfo

_PROBE_BYTES = 512
_BLOCK_BYTES = 1 << 14
_UNIT_BYTES = 2
_HALVES = "surrogatepass"  # half of a pair goes through, for the values to say that it is one
_MARKS = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def wide_codec(head: bytes) -> str:
    """Return the codec of a file in UTF-16, by its mark or its many zeros; empty for another.

    What the XML declaration says is not asked: editors leave it as it was.
    """
    for mark, codec in _MARKS:
        if head.startswith(mark):
            return codec
    probe = head[:_PROBE_BYTES]
    zeros = [probe[parity::2].count(0) * 4 for parity in (0, 1)]
    for odd, codec in ((1, "utf-16-le"), (0, "utf-16-be")):
        # Both halves full of zeros are a file that a failing disk left so.
        if zeros[odd] > len(probe) > zeros[1 - odd]:
            return codec
    return ""


def narrow_head(head: bytes) -> bytes:
    """Return the first bytes of a file as they would be in UTF-8."""
    codec = wide_codec(head)
    return head.decode(codec, "replace").encode("utf-8", "replace") if codec else head


class Narrowed:
    """A stream of UTF-16 as one of UTF-8; `reached` is the place in the file."""

    def __init__(self, stream: BinaryIO, codec: str) -> None:
        self._stream = stream
        self._codec = codec
        self._decoder = codecs.getincrementaldecoder(codec)(_HALVES)
        self.reached = 0

    def read(self, size: int, /) -> bytes:
        """Return what about `size` bytes of the file hold; nothing at its end."""
        while block := self._stream.read(size):
            self.reached += len(block)
            text = self._decoder.decode(block)
            if text:
                return text.encode("utf-8", _HALVES)
        left = self._decoder.getstate()[0]
        self._decoder.reset()
        whole = len(left) // _UNIT_BYTES * _UNIT_BYTES  # the first half of a pair that ends here
        text = left[:whole].decode(self._codec, _HALVES)
        if left[whole:]:
            text += "\ufffd"
        return text.encode("utf-8", _HALVES)


class Places:
    """Where in the file a place in its UTF-8 lies; asked for in rising order."""

    def __init__(self, stream: BinaryIO, codec: str) -> None:
        self._narrowed = Narrowed(stream, codec)
        self._codec = codec
        self._block = b""  # what comes next
        self._narrow = self._wide = 0

    def of(self, narrow: int) -> int:
        """Return the place in the file of a place in its UTF-8."""
        while (missing := narrow - self._narrow) > 0:
            self._block = self._block or self._narrowed.read(_BLOCK_BYTES)
            if not self._block:
                break
            step, self._block = self._block[:missing], self._block[missing:]
            self._narrow += len(step)
            self._wide += self._size_of(step)
        return min(self._wide, self._narrowed.reached)  # half a character at the end is one byte

    def _size_of(self, step: bytes) -> int:
        if step.isascii():
            return len(step) * _UNIT_BYTES
        return len(step.decode("utf-8", _HALVES).encode(self._codec, _HALVES))


def in_file(item: Item, places: Places, place: str) -> Item:
    """Return a record, or what is none, with its own places and those of its files in the file.

    `place` stands before each, as in `Ledger`.
    """
    if isinstance(item, ConversationInfo):
        return item
    start = places.of(item.offset)
    if isinstance(item, NotUnderstood):
        length = places.of(item.offset + item.length) - start
        return NotUnderstood(f"{place}{start}+{length}", item.reason, start, length)
    refs = tuple(_ref_in_file(ref, places, place) for ref in item.attachments)
    length = places.of(item.offset + item.length) - start
    return item._replace(
        locator=f"{place}{start}+{length}", offset=start, length=length, attachments=refs
    )


def _ref_in_file(ref: AttachmentRef, places: Places, place: str) -> AttachmentRef:
    if not ref.member:
        return ref
    offset, _, length = ref.member.removeprefix(place).partition("+")
    start = places.of(int(offset))
    end = places.of(int(offset) + int(length))
    return ref._replace(member=f"{place}{start}+{end - start}")
