"""What cleaning foreign documents gave, kept while one report is made again and again.

Apart from the documents themselves, because a window holds it that has not loaded the export yet.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from logbook.export.documents import Document

_MOST_KEPT_BYTES: Final = 48 << 20


class Cleaned:
    """Documents that were cleaned for an earlier report, the newest `_MOST_KEPT_BYTES` of them.

    Kept in memory while one report is made again and again, and by the digest of their bytes.
    """

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[bytes, bool], Document] = OrderedDict()
        self._size_bytes = 0

    def get(self, sha256: bytes, *, with_words: bool) -> Document | None:
        """Return what came of a file; one that could not be cleaned is tried again."""
        return self._kept.get((sha256, with_words))

    def put(self, sha256: bytes, document: Document, *, with_words: bool) -> None:
        """Keep what came of a file, and let go of the oldest where it is too much."""
        self._kept[sha256, with_words] = document
        self._size_bytes += len(document.data)
        while self._size_bytes > _MOST_KEPT_BYTES:
            _, oldest = self._kept.popitem(last=False)
            self._size_bytes -= len(oldest.data)
